"""Which outlet an address leads to, taken out of its wrappings."""
