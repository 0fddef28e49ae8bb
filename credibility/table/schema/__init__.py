"""The schema of the database as SQL text, version by version."""
