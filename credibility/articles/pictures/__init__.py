"""Pictures in the saved file or beside it. Nothing is fetched."""
