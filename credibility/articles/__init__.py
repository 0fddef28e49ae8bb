"""From a saved file to an `Article`: load, extract, metadata, text."""
