"""Files: where they are, how they are asked about, read in the guarded process, and written whole."""
