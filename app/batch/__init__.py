"""Reading many files: found, read in parallel by guarded processes, and stored so that a stopped run goes on where it was."""
