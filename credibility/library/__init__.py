"""The reader's private library: `library.db` beside the table, with its own schema, backups and search; imported by app/ alone."""
