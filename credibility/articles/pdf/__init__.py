"""A PDF's glyphs, lines and pages as an article."""
