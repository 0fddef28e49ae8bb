"""Text without markup, and the handling of characters that all formats share."""
