"""Outlets' names in text: the compiled names, the rules they obey, the hits."""
