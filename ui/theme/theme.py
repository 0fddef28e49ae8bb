"""The colours of the window and of the page, light, sepia and dark; roles come from the workspace's styles."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QColor

from credibility.model import Role, Style


class Scheme(Enum):
    """Whether the page is light, of the colour of old paper, dark, or of the highest contrast.

    Decided outside and handed in: Qt knows it only on some desktops.
    """

    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"
    CONTRAST = "contrast"
    CONTRAST_DARK = "contrast-dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour that is not a role's, as "#rrggbb".

    `page` lies behind the article, `panel` behind lists and cards, `raised` behind fields and buttons, `edge` draws hairlines,
    `ink`, `soft` and `faint` write from most to least important, `accent` marks what is active, `alarm` marks an error.
    """

    page: str
    panel: str
    raised: str
    edge: str
    ink: str
    soft: str
    faint: str
    link: str
    accent: str
    on_accent: str
    selection: str
    alarm: str
    alarm_wash: str


COLOURS: Mapping[Scheme, Colours] = {
    Scheme.LIGHT: Colours(
        page="#fdfcfa",
        panel="#f5f3ee",
        raised="#ffffff",
        edge="#ddd8ce",
        ink="#1d1c1a",
        soft="#55514a",
        faint="#66625a",
        link="#15507e",
        accent="#15507e",
        on_accent="#ffffff",
        selection="#c9dcec",
        alarm="#9b1c1c",
        alarm_wash="#fbe9e7",
    ),
    Scheme.SEPIA: Colours(
        page="#f6eedc",
        panel="#efe5d0",
        raised="#fbf5e7",
        edge="#d5c7a8",
        ink="#2b2418",
        soft="#54472f",
        faint="#62543a",
        link="#1d4f74",
        accent="#1d4f74",
        on_accent="#ffffff",
        selection="#c8d3cf",
        alarm="#8f1f18",
        alarm_wash="#f3d9c8",
    ),
    Scheme.DARK: Colours(
        page="#1d1f21",
        panel="#242729",
        raised="#2e3134",
        edge="#3c4044",
        ink="#e6e3dd",
        soft="#c4c0b8",
        faint="#a5a199",
        link="#a3ccee",
        accent="#a3ccee",
        on_accent="#10202d",
        selection="#34536b",
        alarm="#ff9d94",
        alarm_wash="#452523",
    ),
    Scheme.CONTRAST: Colours(
        page="#ffffff",
        panel="#ffffff",
        raised="#ffffff",
        edge="#000000",
        ink="#000000",
        soft="#000000",
        faint="#505050",
        link="#0000b8",
        accent="#0000b8",
        on_accent="#ffffff",
        selection="#ffe88a",
        alarm="#8f0000",
        alarm_wash="#ffffff",
    ),
    Scheme.CONTRAST_DARK: Colours(
        page="#000000",
        panel="#000000",
        raised="#000000",
        edge="#ffffff",
        ink="#ffffff",
        soft="#ffffff",
        faint="#b8b8b8",
        link="#8fd3ff",
        accent="#ffe14d",
        on_accent="#000000",
        selection="#4d4000",
        alarm="#ffb3ad",
        alarm_wash="#000000",
    ),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """One scheme's colours together with how each role is drawn in it."""

    scheme: Scheme
    colours: Colours
    styles: Mapping[Role, Style]

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark page."""
        return self.scheme in (Scheme.DARK, Scheme.CONTRAST_DARK)

    @property
    def has_contrast(self) -> bool:
        """Whether it is of the highest contrast."""
        return self.scheme in (Scheme.CONTRAST, Scheme.CONTRAST_DARK)

    def wash(self, role: Role) -> QColor:
        """The tint behind the words of a claim."""
        style = self.styles[role]
        return self._printed(QColor(style.dark_wash if self.is_dark else style.wash))

    def line(self, role: Role) -> QColor:
        """The colour of a role's underline, glyph and outline."""
        style = self.styles[role]
        line = QColor(style.dark_line if self.is_dark else style.line)
        return line if role.on_scale else self._printed(line)

    def _printed(self, colour: QColor) -> QColor:
        """On old paper the light colours, printed over it."""
        return multiplied(colour, QColor(self.colours.page)) if self.scheme is Scheme.SEPIA else colour


def theme_of(scheme: Scheme, styles: Mapping[Role, Style]) -> Theme:
    """The theme of a scheme with these styles."""
    return Theme(scheme, COLOURS[scheme], styles)


def multiplied(one: QColor, other: QColor) -> QColor:
    """One colour printed over another, as ink on tinted paper."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a * b / 255) for a, b in pairs))


def mixed(base: QColor, other: QColor, share: float) -> QColor:
    """`base` with `share` (0–1) of `other` in it."""
    pairs = ((base.red(), other.red()), (base.green(), other.green()), (base.blue(), other.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))
