"""Sourcing datasheets: one row per claim, filled in by a person or by the program, and how far two of them agree."""
