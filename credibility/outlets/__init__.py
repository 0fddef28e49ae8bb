"""Which outlet a name or link means, and what the raters say of it."""
