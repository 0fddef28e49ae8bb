"""Long papers: typeset in stretches, joined into one document."""
