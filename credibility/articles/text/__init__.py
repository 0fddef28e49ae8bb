"""Text without markup, and the characters every format shares."""
