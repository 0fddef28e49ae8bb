"""Repair UTF-8 that was once decoded as Windows-1252 ("donâ€™t", "cafÃ©"), only where nothing else can be meant.

A sequence is repaired if its bytes are one UTF-8 character used in Western text, and only in a text with several such sequences or
the unmistakable "â€". Characters that were lost ("Erdo?an") cannot be restored.
"""

import re

_C1_AS_1252 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
_BYTE_OF = {char: code for code, char in _C1_AS_1252.items()} | {chr(code): code for code in range(0x80, 0x100)}
_TAIL = "".join(re.escape(char) for char, code in _BYTE_OF.items() if 0x80 <= code < 0xC0)
_SEQUENCE = re.compile(f"[\u00c2-\u00df][{_TAIL}]|[\u00e0-\u00ef][{_TAIL}]{{2}}|[\u00f0-\u00f4][{_TAIL}]{{3}}")
_UNMISTAKABLE = re.compile("\u00e2\u20ac[\u2122\u0153\u009d\u02dc\u201c\u201d\u00a6\u00a2]|\u00e2\u20ac")
_WESTERN = (
    *((0xA0, 0x17F), (0x2010, 0x203A), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2190, 0x2193)),
    *((0x1F300, 0x1FAFF), (0xFB01, 0xFB02), (0xFEFF, 0xFEFF)),
)
_ENOUGH = 2


def _letter(sequence: str) -> str | None:
    """The single character that a sequence originally was; None if its bytes are not one."""
    try:
        found = bytes(_BYTE_OF[char] for char in sequence).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None
    return found if len(found) == 1 and any(low <= ord(found) <= high for low, high in _WESTERN) else None


def is_garbled(text: str) -> bool:
    """Whether a text certainly contains UTF-8 decoded as Windows-1252."""
    if _UNMISTAKABLE.search(text):
        return any(map(_letter, _SEQUENCE.findall(text)))
    return sum(_letter(sequence) is not None for sequence in _SEQUENCE.findall(text)) >= _ENOUGH


def repaired(text: str) -> str:
    """The text with its garbled sequences repaired. Use only for parts of a text that `is_garbled`."""
    return _SEQUENCE.sub(lambda found: _letter(found.group()) or found.group(), text)
