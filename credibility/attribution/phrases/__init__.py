"""Which tokens belong together: noun phrases, clauses, adverbials, addressees."""
