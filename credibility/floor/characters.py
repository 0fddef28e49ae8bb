"""Make control characters and formulas harmless: text from lists and articles is untrusted.

Control codes ring, recolour or rewrite a terminal (ESC, BEL, the C1 codes); line separators fake extra lines; bidirectional
controls reorder what follows; lone surrogates cannot be encoded at all.
"""

import re

REPLACEMENT = "\ufffd"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_BREAKS = "\x85\u2028\u2029"
_SURROGATES = "\ud800-\udfff"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"

_SHOWN = re.compile(f"[{_CONTROLS}\n\r{_BREAKS}{_DIRECTION}{_SURROGATES}]")
_STORED = re.compile(f"[{_CONTROLS}{_DIRECTION}{_SURROGATES}]")
_BLANK = re.compile(f"[\r\n{_BREAKS}]+")
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421", 0x85: "\u2424", 0x2028: "\u2424", 0x2029: "\u2424"}


def visible(line: str) -> str:
    """One line with such characters made visible: controls as control pictures (ESC as ␛), the others as U+FFFD. Tabs are kept."""
    return _SHOWN.sub(lambda found: _PICTURES.get(ord(found[0]), REPLACEMENT), line) if _SHOWN.search(line) else line


def storable(text: str) -> str:
    """Text fit for the table: line breaks become spaces, controls and bidirectional marks are removed, surrogates replaced by U+FFFD."""
    if not (_STORED.search(text) or _BLANK.search(text)):
        return text
    return _BLANK.sub(" ", _STORED.sub(lambda found: REPLACEMENT if "\ud800" <= found[0] <= "\udfff" else "", text))


def is_plain(text: str) -> bool:
    """Whether a text has no such characters, and no spaces or invisible characters either, as an address must not."""
    return not _UNSEEN.search(text)


_UNSEEN = re.compile(f"[\\s\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2060-\u2064\ufeff{_DIRECTION}{_BREAKS}{_SURROGATES}]")
_FORMULA = re.compile(r"'*[ \u00a0]*[=+\-@＝＋－＠\t\r\n]")
_GUARDED = re.compile(r"'(?='*[ \u00a0]*[=+\-@＝＋－＠\t\r\n])")


def harmless(value: object) -> object:
    """The cell with an apostrophe in front if a spreadsheet could run it as a formula; names and titles come from strangers.

    `restored` undoes it exactly: a text that already begins with such an apostrophe gets another one.
    """
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def restored(cell: str) -> str:
    """The text that `harmless` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell
