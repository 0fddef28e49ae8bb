"""Bring rating lists into the table: choose a file, name its columns, look at what it would do, import."""
