"""Cut words that no line can hold into pieces between which the typesetter may break."""

import re
from functools import cache

LINE, CODE, CELL = 48, 64, 14
"""The longest unbreakable word, in characters, of a paragraph, of a line of code and of a cell in a table of many columns."""


@cache
def _unbreakable(longest: int) -> re.Pattern[str]:
    # Scripts from Thai on break by dictionary or between any two letters; after "/" and "-" every line may break.
    return re.compile(rf"[^\s/\-\u00ad\u200b\u0e00-\U0010ffff]{{{longest + 1},}}")


def pieces(words: str, longest: int) -> list[str]:
    """The words in pieces that may be on different lines; one piece unless a word is longer than `longest`."""
    cut, last = [], 0
    for found in _unbreakable(longest).finditer(words):
        for place in range(found.start() + longest // 3, found.end() - 2):
            if _may_break(words, place):
                cut.append(words[last:place])
                last = place
    return [*cut, words[last:]] if words[last:] or not cut else cut


def _may_break(words: str, place: int) -> bool:
    """Not inside a combined character, nor before what closes a word."""
    return words[place].isalnum() or words[place] in "_@#=&?%+"
