"""Long papers: typeset in parts, joined into one document."""
