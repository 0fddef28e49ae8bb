"""The kind of a file: how it is recognised, what reads it, and which known kinds are not read."""
