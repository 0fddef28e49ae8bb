"""Fold words for searching, so that "istanbul" finds "İstanbul" and "hurriyet" finds "Hürriyet". Never used to match text."""

import unicodedata

_LETTERS = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "’": "'", "‘": "'"})


def fold(words: str) -> str:
    """Lower case without accents, white space folded."""
    if words.isascii():  # by far the most names, ten times as fast
        return " ".join(words.lower().split())
    bare = "".join(char for char in unicodedata.normalize("NFKD", words) if not unicodedata.combining(char))
    return " ".join(bare.casefold().translate(_LETTERS).split())
