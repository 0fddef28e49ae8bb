"""Data that ships with the program: lexicon, starter table, palette, templates, example."""
