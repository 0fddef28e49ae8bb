"""Opening, checking, backing up and restoring the table's file."""
