"""All names of the table, of which those near a text are compiled into one automaton that reads it once, in the original case."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import ahocorasick

from credibility.model import NameRule, Outlet, OutletName

# One code point for one code point, so offsets hold: lower() or NFKC would shift them ("İ".lower() has two).
_LEVELLED = (("\u00a0", " "), ("\u202f", " "), ("\u2019", "'"), ("\u2018", "'"), ("\u02bc", "'"), ("\u2010", "-"), ("\u2011", "-"))
# What may stand beside a name. "@", "_", "&", "#" and "$" are missing: they make another word of it.
_BESIDE = "\n\t.,;:!?'\"()[]{}<>/\\|*+=~^%`-–—…“”„«»‹›·•¡¿、。，（）「」"
_BETWEEN = "\x00"
_ARTICLE = ("the ", "The ")


@dataclass(frozen=True, slots=True)
class Bearer:
    """One outlet that bears a surface; `official_article` says that its name is written with "The"."""

    slug: str
    name: OutletName
    official_article: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface found between word boundaries, before any rule is asked."""

    start: int
    end: int
    bearers: tuple[Bearer, ...]


@dataclass(frozen=True, slots=True)
class CompiledNames:
    """Every surface with its bearers, and the surfaces by their first word, blanked as `scan` blanks a text.

    A surface keeps all bearers: a repeated key must never overwrite.
    """

    bearers: Mapping[str, tuple[Bearer, ...]] = field(default_factory=dict, repr=False)
    beginnings: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def scan(self, text: str) -> tuple[Hit, ...]:
        """Longest hits in text order, none overlapping another. `text` is as `level` returns it."""
        blanked = f" {_blanked(text)} "
        near = self._near(frozenset(blanked.split(" ")))
        return _longest(self._bounded(text, blanked, _automaton(near))) if near else ()

    def _near(self, words: frozenset[str]) -> list[str]:
        """The surfaces all of whose words are in a text: of 60,000 a few hundred, so only these are compiled, for this text."""
        begun = [surface for word in words if (alike := self.beginnings.get(word)) for surface in alike]
        split = _blanked(_BETWEEN.join(begun)).split(_BETWEEN)
        return [surface for surface, blanked in zip(begun, split, strict=bool(begun)) if words.issuperset(blanked.split(" "))]

    def _bounded(self, text: str, blanked: str, automaton: object) -> Iterator[Hit]:
        """The automaton holds each surface between two blanks, so it stops at whole words only; the text is blanked likewise."""
        ends: set[int] = set()
        waiting: list[tuple[int, int, str]] = []
        for last, alike in automaton.iter(blanked):  # type: ignore[attr-defined]  # the extension type has no stub
            end = last - 1
            start = end - len(alike[0])
            for surface in alike:
                if text.startswith(surface, start):
                    ends.add(end)
                    waiting.append((start, end, surface))
        starts = {start for start, _, _ in waiting}
        for start, end, surface in waiting:
            # A hyphen between two names joins them ("ABC News-Washington Post poll"); any other makes a longer word.
            left = _stands_apart_left(text, start) or start - 1 in ends
            right = _stands_apart_right(text, end) or end + 1 in starts
            if left and right:
                yield Hit(start, end, self.bearers[surface])


def compile_names(outlets: Iterable[Outlet]) -> CompiledNames:
    """Compile all names of the outlets. Two names may share a surface; both are kept."""
    pairs = [(outlet.slug, name) for outlet in outlets for name in outlet.names if name.text.strip()]
    # One long text is levelled and blanked a hundred times faster than fifty thousand short ones.
    levelled = level(_BETWEEN.join(name.text.strip() for _, name in pairs)).split(_BETWEEN)
    bearers: dict[str, list[Bearer]] = {}
    for (slug, name), text in zip(pairs, levelled, strict=bool(pairs)):
        surface, had_article = without_article(text)
        bearers.setdefault(surface, []).append(Bearer(slug, name, had_article))
    if not bearers:
        return CompiledNames()
    for surface in [surface for surface in bearers if not surface.isascii()]:
        apart = unicodedata.normalize("NFD", surface)  # how some systems write "ü": the text is read as it is, so both are looked for
        bearers.setdefault(apart, bearers[surface])
    beginnings: dict[str, list[str]] = {}
    for surface, blanked in zip(bearers, _blanked(_BETWEEN.join(bearers)).split(_BETWEEN), strict=True):
        beginnings.setdefault(blanked.partition(" ")[0], []).append(surface)
    return CompiledNames(
        {surface: tuple(all_of) for surface, all_of in bearers.items()}, {word: tuple(all_of) for word, all_of in beginnings.items()}
    )


def _automaton(surfaces: Iterable[str]) -> object:
    alike: dict[str, list[str]] = {}  # "Al Jazeera" and "Al-Jazeera" are one string when blanked
    for surface in surfaces:
        alike.setdefault(_blanked(surface), []).append(surface)
    made = ahocorasick.Automaton()
    for blanked, both in alike.items():
        made.add_word(f" {blanked} ", tuple(both))
    made.make_automaton()
    return made


def level(text: str) -> str:
    """The text with curly apostrophes, odd hyphens and hard spaces made plain; every code point keeps its place."""
    for odd, plain in _LEVELLED:  # a chain of replacements takes a tenth of the time of translate()
        text = text.replace(odd, plain)
    return text


def without_article(name: str) -> tuple[str, bool]:
    """The name without a leading "the", and whether it had one."""
    return (name[4:], True) if name.startswith(_ARTICLE) else (name, False)


def is_blocked(bearers: tuple[Bearer, ...]) -> bool:
    """Whether a surface is only in the table so that a shorter name inside it is not found ("Guardian Council")."""
    return all(NameRule.NEVER in bearer.name.rules for bearer in bearers)


def _blanked(text: str) -> str:
    for mark in _BESIDE:
        text = text.replace(mark, " ")
    return text


def _stands_apart_left(text: str, start: int) -> bool:
    """A hyphen or dot before the name makes it a part of a longer word ("Al-Monitor", "blog.Slate")."""
    return not (start >= 2 and text[start - 1] in "-." and text[start - 2].isalnum() and text[start - 2 : start] != "..")


def _stands_apart_right(text: str, end: int) -> bool:
    """After the name "-Times" or ".com" belong to a longer word, "-owned" and "-ORC" do not."""
    if end + 1 >= len(text):
        return True
    mark, first = text[end], text[end + 1]
    if mark == ".":
        return not (first.isalnum() and first.islower())
    if mark == "-":
        return not first.isupper() or text[end + 1 : end + 4].isupper()
    return True


def _longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    chosen: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if chosen and hit.start < chosen[-1].end:
            if hit.end - hit.start > chosen[-1].end - chosen[-1].start:
                chosen[-1] = hit
            continue
        chosen.append(hit)
    return tuple(chosen)
