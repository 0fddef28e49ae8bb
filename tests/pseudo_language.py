"""A language for tests: every key of the catalogue is shown in brackets, so that words which were never looked up stand out.

The values of a template stay outside the brackets: they have to be data, or words with brackets of their own.
"""

import re
from collections.abc import Iterable
from functools import cache
from gettext import NullTranslations
from string import Formatter

from tests.catalogue import gathered

_BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[^\W\d_]{2,}")


class Bracketed(NullTranslations):
    """The catalogue of that language."""

    def gettext(self, message: str) -> str:
        """A key in brackets; anything else as it is."""
        return bracketed(message) if message in keys() else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One of two forms, in brackets if both together are a key."""
        chosen = msgid1 if n == 1 else msgid2
        return bracketed(chosen) if (str(msgid1), str(msgid2)) in keys() else chosen

    def pgettext(self, context: str, message: str) -> str:
        """A key of that sense in brackets."""
        return bracketed(message) if (context, message, "") in keys() else message


@cache
def keys() -> frozenset[object]:
    """The keys of the catalogue: plain ones, pairs of one and several, and with a sense (sense, key, "")."""
    return frozenset((sense, key, "") if sense else key for _file, key, sense in gathered())


@cache
def bracketed(template: str) -> str:
    """A template with its own words in brackets: "⟦Removed⟧ {name}⟦, which was not rated⟧"."""
    pieces = []
    for text, name, spec, conversion in Formatter().parse(template):
        if text:
            kept = text.replace("{", "{{").replace("}", "}}")
            pieces.append(f"⟦{kept}⟧" if _WORD.search(text) else kept)
        if name is not None:
            pieces.append(f"{{{name}{'!' + conversion if conversion else ''}{':' + spec if spec else ''}}}")
    return "".join(pieces)


def outside(text: str) -> str:
    """What stands outside the brackets."""
    return _BRACKETED.sub(" ", text)


def bare_words(text: str, data: Iterable[str] = ()) -> set[str]:
    """The words of a text that stand outside the brackets and are no data."""
    known = {word for each in data for word in _WORD.findall(each)}
    return {word for word in _WORD.findall(outside(text)) if word not in known}
