"""The user's ratings table: the only SQL of the ratings database."""
