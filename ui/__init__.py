"""Qt widgets. Imports itself, Qt and `credibility.model`; never SQL."""
