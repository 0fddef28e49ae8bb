"""Draw a highlight's appearance: the wash and the underline pattern of its role, so that it can be told without colour."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from pikepdf import Object, Pdf

from credibility.model import Role, Style

Quad = tuple[float, float, float, float]
"""A box on the page in points: left, bottom, right, top."""

Matrix = tuple[float, float, float, float, float, float]
"""A transformation as PDF writes it: x' = a x + c y + e, y' = b x + d y + f."""

UPRIGHT: Matrix = (1, 0, 0, 1, 0, 0)
"""The transformation that changes nothing."""

NOTE_LINE = "over"
"""The line over words with a note; claims have theirs under the words."""

_WAVE = 2.4
_HATCH = 4.0

_RESOURCES = b"""<< /ExtGState <<
/Wash << /Type /ExtGState /BM /Multiply /ca 1 /CA 1 >>
/Pen << /Type /ExtGState /BM /Normal /ca 1 /CA 1 >>
/Faint << /Type /ExtGState /BM /Multiply /ca 0.35 /CA 0.35 >> >> >>"""
"""Faint is for lines through words: a viewer draws even the finest line a whole pixel wide."""


def rgb(colour: str) -> tuple[float, float, float]:
    """Red, green and blue (0–1) of a colour written `#rrggbb`."""
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


@cache
def ink(colour: str) -> str:
    """A colour as operands for a stroke or fill operator."""
    return " ".join(f"{share:.3f}" for share in rgb(colour))


def in_grey(styles: Mapping[Role, Style]) -> dict[Role, Style]:
    """The styles in shades of grey, as a printer without colour renders them; the patterns tell the roles apart."""
    return {role: replace(style, wash=grey(style.wash), line=grey(style.line)) for role, style in styles.items()}


def grey(colour: str) -> str:
    """The shade of grey, `#rrggbb`, that is as bright as a colour."""
    red, green, blue = rgb(colour)
    shade = round(255 * (0.299 * red + 0.587 * green + 0.114 * blue))
    return f"#{shade:02x}{shade:02x}{shade:02x}"


def numbers(values: Sequence[float]) -> str:
    """An array of numbers as PDF writes it, to a hundredth of a point."""
    return "[" + " ".join([f"{value:.2f}" for value in values]) + "]"


class Pens:
    """Draws appearances in one document: what the washes and patterns are drawn with is written once."""

    def __init__(self, document: Pdf) -> None:
        self._document = document
        self._resources = document.make_indirect(Object.parse(_RESOURCES))

    def appearance(self, style: Style, quads: list[Quad], bounds: list[float], washed: list[Quad], matrix: Matrix = UPRIGHT) -> Object:
        """A form XObject of the annotation's size: one multiplied fill of the `washed` quads, then the pattern of all quads.

        Where one claim is inside another, only the inner one fills: the colours of two tiers on top of each other look like a third.
        `matrix` leads from the boxes' space to the page's, where they differ.
        """
        filled = [f"{left:.2f} {low:.2f} {right - left:.2f} {top - low:.2f} re" for left, low, right, top in washed]
        wash = ["/Wash gs", f"{ink(style.wash)} rg", *filled, "f"]
        pen = ["/Pen gs", f"{ink(style.line)} RG", "0.9 w"]
        pattern = _PATTERNS[style.underline]
        drawn = [operator for quad in quads for operator in pattern(quad)]
        made = self.form("\n".join([*wash, *pen, *drawn]), bounds, matrix, "/Group << /S /Transparency /Type /Group >>")
        made.Resources = self._resources
        return made

    def form(self, drawn: str, bounds: list[float], matrix: Matrix, more: str = "") -> Object:
        """A form XObject that draws these operators within these bounds; `more` are further entries."""
        turned = "" if matrix == UPRIGHT else f"/Matrix [{' '.join(f'{value:.4f}' for value in matrix)}] "
        entries = f"<< /Type /XObject /Subtype /Form /BBox {numbers(bounds)} {turned}{more} >>"
        return self._document.make_stream(drawn.encode(), Object.parse(entries.encode()))


def _line(quad: Quad, dash: str = "[] 0 d", lift: float = 0.0) -> list[str]:
    left, low, right, _ = quad
    return [dash, f"{left:.2f} {low + lift:.2f} m {right:.2f} {low + lift:.2f} l S"]


def _double(quad: Quad) -> list[str]:
    return _line(quad, lift=0.6) + _line(quad, lift=-1.2)


def _wavy(quad: Quad) -> list[str]:
    left, low, right, _ = quad
    path, x, up = [f"{left:.2f} {low:.2f} m"], left, True
    while x + _WAVE <= right:
        height = low + (_WAVE if up else -_WAVE)
        path.append(f"{x + _WAVE / 3:.2f} {height:.2f} {x + 2 * _WAVE / 3:.2f} {height:.2f} {x + _WAVE:.2f} {low:.2f} c")
        x, up = x + _WAVE, not up
    return ["[] 0 d", *path, "S"]


def _box(quad: Quad) -> list[str]:
    left, low, right, top = quad
    return ["[] 0 d 0.6 w", f"{left:.2f} {low:.2f} {right - left:.2f} {top - low:.2f} re S", "0.9 w"]


def _outline(quad: Quad) -> list[str]:
    left, low, right, top = quad
    return ["[0.8 1.6] 0 d 0.6 w", f"{left:.2f} {low:.2f} {right - left:.2f} {top - low:.2f} re S", "0.9 w"]


def _hatch(quad: Quad) -> list[str]:
    left, low, right, top = quad
    lines, x = ["q", f"{left:.2f} {low:.2f} {right - left:.2f} {top - low:.2f} re W n", "/Faint gs [] 0 d 0.25 w"], left - (top - low)
    while x < right:
        lines.append(f"{x:.2f} {low:.2f} m {x + top - low:.2f} {top:.2f} l S")
        x += _HATCH
    return [*lines, "Q", *_line(quad, "[0.4 2.4] 0 d")]


def _over(quad: Quad) -> list[str]:
    left, low, right, top = quad
    height = top - 0.09 * (top - low)  # boxes reach up to the line above
    return ["[] 0 d 0.7 w", f"{left:.2f} {height:.2f} m {right:.2f} {height:.2f} l S", "0.9 w"]


def _none(_quad: Quad) -> list[str]:
    return []


_PATTERNS: dict[str, Callable[[Quad], list[str]]] = {
    "solid": _line,
    "double": _double,
    "dashed": lambda quad: _line(quad, "[4 2] 0 d"),
    "dotted": lambda quad: _line(quad, "[0.9 1.8] 0 d"),
    "dash-dot": lambda quad: _line(quad, "[5 1.8 0.9 1.8] 0 d"),
    "wavy": _wavy,
    "box": _box,
    "hatch": _hatch,
    "none": _none,
    NOTE_LINE: _over,
    "outline": _outline,
}
