"""The reader's table of outlets and ratings, and the forms that edit it."""
