"""One module per container; each takes bytes and returns `Opened`."""
