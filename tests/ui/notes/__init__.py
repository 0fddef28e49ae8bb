"""Notes in the window."""
