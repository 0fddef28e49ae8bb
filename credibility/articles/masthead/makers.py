"""Placeholders that programs write instead of an author's name or a title."""

import re

_NOBODY = frozenset(
    (
        *(
            "anonymous",
            "unknown",
            "unnamed",
            "untitled",
            "unbekannt",
            "user",
            "admin",
            "administrator",
            "author",
            "owner",
            "root",
            "default",
        ),
        *("none", "calibre", "pythondocx", "microsoftofficeuser", "microsoftword", "libreoffice", "reportlab", "document", "document1"),
        *("aboutblank", "windowsuser", "user1", "home", "guest", "adobe", "writer", "blank", "na", "newdocument", "normal"),
    )
)


def unless_maker(words: str) -> str:
    """The words, "" if they name no person and no article but what a program calls those it does not know."""
    return "" if re.sub(r"[\W_]", "", words).lower() in _NOBODY else words
