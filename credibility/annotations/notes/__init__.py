"""The reader's notes as they leave in files and come back."""
