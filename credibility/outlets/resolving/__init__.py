"""Which outlet carried a claim: by slot, description, link, or carried over."""
