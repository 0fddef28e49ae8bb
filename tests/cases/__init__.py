"""Small cases of our own: what is marked in them, and whether a reading of them is wholly right."""
