"""Lists that are not known: what their columns hold, and how rows are read by a mapping."""
