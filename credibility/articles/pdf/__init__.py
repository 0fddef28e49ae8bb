"""Read a PDF: glyphs, lines, pages, and the article in them."""
