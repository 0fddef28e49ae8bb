"""The forms that edit outlets and ratings."""
