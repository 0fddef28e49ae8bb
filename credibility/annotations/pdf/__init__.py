"""Export a reading as PDF: lay it out for Typst, then turn its claim links into highlight annotations."""
