"""A block as tokens, sentences and quotations, and the words the rules know."""
