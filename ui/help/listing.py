"""What the list of keys shows: every command that has keys, by menu, and what keys do in windows of their own."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction

from credibility.floor.language import said, tr
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
        said("Everywhere"),
        (
            KeyRow(said("Leave a field, a bar, a form or a filter"), ("Esc",)),
            KeyRow(said("Save a form"), ("Ctrl+Return",)),
            KeyRow(said("Close a window beside the article"), ("Ctrl+W",)),
        ),
    ),
    (
        said("On the rail"),
        (
            KeyRow(said("Next or previous claim"), ("Down", "Up")),
            KeyRow(said("Beginning or end of the article"), ("Home", "End")),
        ),
    ),
    (
        said("In the ratings window"),
        (
            KeyRow(said("Search outlets"), ("Ctrl+F",)),
            KeyRow(said("Add an outlet"), ("Ctrl+N",)),
            KeyRow(said("Rate the outlets selected"), ("Ctrl+Return",)),
            KeyRow(said("Edit a cell"), ("F2",)),
            KeyRow(said("Remove the outlets selected"), ("Delete",)),
            KeyRow(said("Copy or paste rows"), ("Ctrl+C", "Ctrl+V")),
        ),
    ),
    (
        said("In the library"),
        (
            KeyRow(said("Search what you read"), ("Ctrl+F",)),
            KeyRow(said("Tags of the article"), ("Ctrl+T",)),
            KeyRow(said("Forget the article"), ("Delete",)),
        ),
    ),
)
"""Keys that are not those of a command of the main window, and cannot be changed."""


def key_sections(actions: Mapping[str, QAction]) -> tuple[KeySection, ...]:
    """Everything that keys do, with the keys that the actions have now."""
    by_menu: dict[str, list[KeyRow]] = {menu: [] for menu in MENUS}
    for spec in ACTIONS:
        if keys := keys_of(actions[spec.name]):
            by_menu[spec.menu].append(KeyRow(f"{tr(spec.text).replace('&', '').rstrip('…')}{tr(spec.where)}", keys))
    own = tuple((tr(menu).replace("&", ""), tuple(rows)) for menu, rows in by_menu.items() if rows)
    fixed = tuple((tr(title), tuple(KeyRow(tr(row.words), tuple(map(written, row.keys))) for row in rows)) for title, rows in FIXED)
    return (*own, *fixed)


def halves(sections: tuple[KeySection, ...]) -> tuple[tuple[KeySection, ...], tuple[KeySection, ...]]:
    """The sections for two columns that are about equally high, in their order."""
    heights = [len(rows) + 2 for _, rows in sections]
    cut = min(range(len(sections) + 1), key=lambda cut: abs(sum(heights[:cut]) - sum(heights[cut:])))
    return sections[:cut], sections[cut:]
