"""The training corpus, its notation, and the recipe of the tagger."""
