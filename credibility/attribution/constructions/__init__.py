"""The ways in which a sentence attributes: each module knows one kind of construction."""
