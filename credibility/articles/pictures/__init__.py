"""Pictures that are in the saved file or beside it, never fetched."""
