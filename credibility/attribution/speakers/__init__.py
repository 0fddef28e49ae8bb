"""Who a source is: its kind, and whom a pronoun or a short name means."""
