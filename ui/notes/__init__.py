"""The reader's notes: written on a passage, marked in the margin, listed for all articles."""
