"""The reading on paper: laid out for Typst, then its claim links turned into highlight annotations."""
