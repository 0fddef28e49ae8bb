"""Patterns in written text that several formats share: ends of sentences, list markers."""

import re

_MARKER = re.compile(r"^(?:[-*•·‣▪](?=\s+\S)(?!\s+[-*•·]\s)|\(?\d{1,3}[.)](?=\s+\S))")


_SENTENCE_END = re.compile(r"(?P<mark>[.!?…。！？])[\"”’»)\]\[\d,]*$")
_SPACED = re.compile(r"\S\s+\S+\s+\S")


def ends_sentence(words: str) -> bool:
    """Whether a line ends like a sentence; the number of a note may follow the full stop."""
    return _SENTENCE_END.search(words) is not None


def is_sentence(words: str) -> bool:
    """Whether a line is a sentence of three words or more, or one in a script without spaces between words."""
    found = _SENTENCE_END.search(words)
    return found is not None and (found["mark"] in "。！？" or _SPACED.search(words) is not None)


def list_marker(words: str) -> str:
    """The bullet or number that a line begins with; "" if it is not a list item ("* * *" is not)."""
    found = _MARKER.match(words)
    return found.group() if found else ""
