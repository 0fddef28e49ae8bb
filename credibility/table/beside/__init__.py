"""What the table holds beside outlets and their ratings."""
