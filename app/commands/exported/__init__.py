"""Commands on files that were exported."""
