"""Settings of which one value holds at a time, with the words they are offered under."""

from dataclasses import dataclass

from PySide6.QtGui import QFontDatabase

from credibility.floor.language import said
from credibility.model.settings import SETTING, Option
from ui.reader.typesetting.typography import SANS, SERIFS

VIEW = said("&View")


@dataclass(frozen=True, slots=True)
class ChoiceSpec:
    """A setting of which one value holds at a time; as a submenu it stands at the end of its menu."""

    key: str
    text: str
    choices: tuple[Option, ...]
    menu: str = VIEW


def _offered(key: str, text: str = "", menu: str = VIEW) -> ChoiceSpec:
    setting = SETTING[key]
    return ChoiceSpec(key, text or setting.title, setting.options, menu)


LOOKS = tuple(map(_offered, ("theme", "measure", "leading")))
"""What the pane for type and theme offers besides typeface and size."""

CHOICES = (_offered("threshold", said("&How sure a claim must be"), said("&Claims")),)
"""Settings that stand in a menu, too."""


def typeface_choice() -> ChoiceSpec:
    """The typefaces of the page that this desktop has."""
    installed = set(QFontDatabase.families())
    offered = [family for family in (*SERIFS, *SANS) if family in installed]
    return ChoiceSpec(
        "font_family", said("T&ypeface"), (Option("", said("Source Serif, as on paper")), *(Option(family, family) for family in offered))
    )
