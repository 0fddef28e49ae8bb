"""A PDF's own pages: what is marked on a copy of them, and the copying."""
