"""How the page is set: typeface, size, measure, leading."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

SERIFS = ("Source Serif 4", "Charter", "Literata", "Noto Serif", "Georgia", "Liberation Serif", "DejaVu Serif")
SANS = ("Source Sans 3", "Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "Liberation Sans", "DejaVu Sans")
MONOS = ("Source Code Pro", "Noto Sans Mono", "Menlo", "Consolas", "Liberation Mono", "DejaVu Sans Mono")
SMALLEST, LARGEST = 8.0, 40.0
_SAMPLE = "It was the kind of morning on which nothing in the paper seemed to have been written by anyone in particular"


def first_installed(families: tuple[str, ...], fallback: QFont.StyleHint) -> str:
    """The first of the families that this desktop has, or what it offers for the style."""
    installed = set(QFontDatabase.families())
    for family in families:
        if family in installed:
            return family
    font = QFont()
    font.setStyleHint(fallback)
    return font.defaultFamily()


@dataclass(frozen=True, slots=True)
class Typography:
    """`size` in points, `measure` in characters per line, `leading` in per cent of the size; an empty `family` is our serif.

    `han` is the family that Han letters are taken from.
    """

    family: str = ""
    size: float = 13.0
    measure: int = 68
    leading: float = 150
    han: str = ""

    def zoomed(self, steps: int) -> "Typography":
        """Larger or smaller by a tenth per step, within what can be read."""
        return replace(self, size=min(LARGEST, max(SMALLEST, round(self.size * 1.1**steps, 1))))

    def body(self, scale: float = 1.0) -> QFont:
        """The body typeface at a multiple of the body size."""
        font = QFont()
        font.setFamilies(self._with_others(self.family or first_installed(SERIFS, QFont.StyleHint.Serif), *SERIFS[:1]))
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPointSizeF(self.size * scale)
        return font

    def sans(self, scale: float = 0.78) -> QFont:
        """The typeface of captions, header lines and everything that is not the article's own text."""
        font = QFont()
        font.setFamilies(self._with_others(first_installed(SANS, QFont.StyleHint.SansSerif)))
        font.setStyleHint(QFont.StyleHint.SansSerif)
        font.setPointSizeF(self.size * scale)
        return font

    def mono(self, scale: float = 0.86) -> QFont:
        """The typeface of code."""
        font = QFont()
        font.setFamilies(self._with_others(first_installed(MONOS, QFont.StyleHint.Monospace)))
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPointSizeF(self.size * scale)
        return font

    def _with_others(self, *families: str) -> list[str]:
        """The families with that of Han letters after them; those of other scripts stand in for the shipped ones (`ui.theme.typefaces`)."""
        return [*dict.fromkeys((*families, *((self.han,) if self.han else ())))]

    @property
    def em(self) -> float:
        """The body size in pixels of this screen."""
        return float(QFontInfo(self.body()).pixelSize())

    def line_height(self, scale: float = 1.0) -> float:
        """Distance of two baselines in pixels for text of a multiple of the body size; large text is set tighter."""
        leading = self.leading / 100
        if scale > 1.05:
            leading = 1.0 + (leading - 1.0) * 0.7 / scale**0.5
        return round(self.em * scale * leading)

    @property
    def column(self) -> float:
        """Width of the text column in pixels."""
        return QFontMetricsF(self.body()).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * self.measure
