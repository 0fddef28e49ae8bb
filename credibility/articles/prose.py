"""Small signs in written text that several formats share."""

import re

_MARKER = re.compile(r"^(?:[-*•·‣▪](?=\s+\S)(?!\s+[-*•·]\s)|\(?\d{1,3}[.)](?=\s+\S))")


def list_marker(words: str) -> str:
    """The bullet or number that a line begins with, "" when it is no list item ("* * *" is none)."""
    found = _MARKER.match(words)
    return found.group() if found else ""
