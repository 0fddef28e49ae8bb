"""The writing direction of a paragraph, by its first letter that has one (rule P2 of the Unicode bidirectional algorithm)."""

import unicodedata


def runs_right_to_left(text: str) -> bool:
    """Whether a paragraph is set from right to left; one without any letter is not."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
