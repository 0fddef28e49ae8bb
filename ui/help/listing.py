"""What the list of keys shows: every command that has keys, by menu, and what keys do in windows of their own."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction

from ui.actions import ACTIONS, MENUS
from ui.keys import Keys, keys_of, written


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What keys do; `keys` are ways to do the same."""

    words: str
    keys: Keys


KeySection = tuple[str, tuple[KeyRow, ...]]

FIXED: tuple[KeySection, ...] = (
    (
        "Everywhere",
        (
            KeyRow("Leave a field, a bar, a form or a filter", ("Esc",)),
            KeyRow("Save a form", ("Ctrl+Return",)),
            KeyRow("Close a window beside the article", ("Ctrl+W",)),
        ),
    ),
    (
        "On the rail",
        (
            KeyRow("Next or previous claim", ("Down", "Up")),
            KeyRow("Beginning or end of the article", ("Home", "End")),
        ),
    ),
    (
        "In the ratings window",
        (
            KeyRow("Search outlets", ("Ctrl+F",)),
            KeyRow("Add an outlet", ("Ctrl+N",)),
            KeyRow("Rate the outlets selected", ("Ctrl+Return",)),
            KeyRow("Edit a cell", ("F2",)),
            KeyRow("Remove the outlets selected", ("Delete",)),
            KeyRow("Copy or paste rows", ("Ctrl+C", "Ctrl+V")),
        ),
    ),
    (
        "In the library",
        (
            KeyRow("Search what you read", ("Ctrl+F",)),
            KeyRow("Tags of the article", ("Ctrl+T",)),
            KeyRow("Forget the article", ("Delete",)),
        ),
    ),
)
"""Keys that are not those of a command of the main window, and cannot be changed."""


def key_sections(actions: Mapping[str, QAction]) -> tuple[KeySection, ...]:
    """Everything that keys do, with the keys that the actions have now."""
    by_menu: dict[str, list[KeyRow]] = {menu: [] for menu in MENUS}
    for spec in ACTIONS:
        if keys := keys_of(actions[spec.name]):
            by_menu[spec.menu].append(KeyRow(f"{spec.text.replace('&', '').rstrip('…')}{spec.where}", keys))
    own = tuple((menu.replace("&", ""), tuple(rows)) for menu, rows in by_menu.items() if rows)
    fixed = tuple((title, tuple(KeyRow(row.words, tuple(map(written, row.keys))) for row in rows)) for title, rows in FIXED)
    return (*own, *fixed)


def halves(sections: tuple[KeySection, ...]) -> tuple[tuple[KeySection, ...], tuple[KeySection, ...]]:
    """The sections for two columns that are about equally high, in their order."""
    heights = [len(rows) + 2 for _, rows in sections]
    cut = min(range(len(sections) + 1), key=lambda cut: abs(sum(heights[:cut]) - sum(heights[cut:])))
    return sections[:cut], sections[cut:]
