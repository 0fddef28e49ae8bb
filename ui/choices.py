"""Settings of which one value holds at a time, with the words they are offered under."""

from dataclasses import dataclass

from PySide6.QtGui import QFontDatabase

from ui.reader.typesetting.typography import SANS, SERIFS


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a setting with the words it is offered under."""

    value: object
    text: str


@dataclass(frozen=True, slots=True)
class ChoiceSpec:
    """A setting of which one value holds at a time; as a submenu it stands at the end of its menu."""

    key: str
    text: str
    choices: tuple[Choice, ...]
    menu: str = "&View"


LOOKS = (
    ChoiceSpec(
        "theme",
        "Theme",
        (Choice("light", "Light"), Choice("sepia", "Sepia"), Choice("dark", "Dark"), Choice("system", "As the desktop")),
    ),
    ChoiceSpec("measure", "Line width", (Choice(60, "Narrow"), Choice(68, "Comfortable"), Choice(75, "Wide"))),
    ChoiceSpec("leading", "Line spacing", (Choice(135, "Tight"), Choice(150, "Comfortable"), Choice(175, "Loose"))),
)
"""What the pane for type and theme offers besides typeface and size."""

CHOICES = (
    ChoiceSpec(
        "threshold",
        "&How sure a claim must be",
        (
            Choice(0.3, "Anything that could be a claim"),
            Choice(0.5, "Prefer too many to too few"),
            Choice(0.7, "Balanced"),
            Choice(0.85, "Prefer too few to too many"),
            Choice(0.95, "Only near-certain claims"),
        ),
        "&Claims",
    ),
)


def typeface_choice() -> ChoiceSpec:
    """The typefaces of the page that this desktop has."""
    installed = set(QFontDatabase.families())
    offered = [family for family in (*SERIFS, *SANS) if family in installed]
    return ChoiceSpec(
        "font_family", "T&ypeface", (Choice("", "Source Serif, as on paper"), *(Choice(family, family) for family in offered))
    )
