"""What is drawn under and beside the text, and where."""
