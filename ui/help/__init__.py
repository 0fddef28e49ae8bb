"""The help: its text, and the keys of all commands."""
