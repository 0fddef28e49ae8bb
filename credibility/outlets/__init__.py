"""Which outlet a name or link means, and how raters rate it."""
