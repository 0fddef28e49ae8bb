"""The typefaces that ship with the program: which characters they have, which of them a text needs, and what they lack."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from credibility.floor.language import Said, said_of
from credibility.model.reading import Reading

PICTOGRAPHS = 0x1F000
"""From this code point on, a character in the colour emoji font is drawn with it."""

HAN = "han"
_UNDRAWN = frozenset(("Cc", "Cf", "Cs", "Zs", "Zl", "Zp"))
_REGIONS = {"ja": "JP", "ko": "KR", "zh": "SC", "yue": "HK", "lzh": "TC"}
_PLACES = {"tw": "TC", "hant": "TC", "hk": "HK", "mo": "HK", "sg": "SC", "cn": "SC", "hans": "SC"}


@dataclass(frozen=True, slots=True)
class Letters:
    """A set of code points, as half-open ranges in ascending order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...] = field(repr=False)

    @classmethod
    def read(cls, ranges: str) -> "Letters":
        """Parse hexadecimal ranges such as "20-7e,a0"; raises ValueError when they are malformed."""
        pairs = [row.partition("-") for row in ranges.split(",") if row]
        return cls(tuple(int(first, 16) for first, _, _ in pairs), tuple(int(last or first, 16) + 1 for first, _, last in pairs))

    def __contains__(self, letter: int) -> bool:
        place = bisect_right(self.starts, letter) - 1
        return place >= 0 and letter < self.ends[place]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.starts, self.ends, strict=True)


@dataclass(frozen=True, slots=True)
class Pack:
    """Font files that are loaded together, and their families in the order they are searched for a character."""

    name: str
    families: tuple[str, ...]
    files: tuple[Path, ...]
    letters: Letters = field(repr=False)


@dataclass(frozen=True, slots=True)
class Helper:
    """Characters of one script that no shipped font has, and the Debian font package that has them."""

    script: str
    package: str
    letters: Letters = field(repr=False)


@dataclass(frozen=True, slots=True)
class Faces:
    """All packs in search order, the text faces first; `helpers` name packages for what no pack has."""

    packs: tuple[Pack, ...]
    helpers: tuple[Helper, ...] = ()

    def pack(self, name: str) -> Pack:
        """The pack of that name; KeyError when there is none."""
        found = next((pack for pack in self.packs if pack.name == name), None)
        if found is None:
            raise KeyError(name)
        return found

    def needed(self, text: Iterable[str]) -> tuple[Pack, ...]:
        """The packs this text needs besides the text faces; where two packs have a character, the first one counts."""
        rest = drawn_letters(text)
        found = []
        for pack in self.packs:
            had = {letter for letter in rest if letter in pack.letters}
            if had and pack is not self.packs[0]:
                found.append(pack)
            rest -= had
        return tuple(found)

    def lacking(self, text: Iterable[str]) -> frozenset[str]:
        """The characters of a text for which no pack has a glyph."""
        letters = drawn_letters(text)
        return frozenset(chr(letter) for letter in letters if not any(letter in pack.letters for pack in self.packs))

    def advice(self, lacking: Iterable[str]) -> tuple[str, ...]:
        """One sentence per script for characters that cannot be drawn: how many, and the package that has them."""
        rows = sorted((*self._helper(letter), letter) for letter in set(lacking))
        return tuple(
            _sentence(script, package, [letter for *_, letter in members])
            for (script, package), members in groupby(rows, lambda row: (row[0], row[1]))
        )

    def _helper(self, letter: str) -> tuple[str, str]:
        for helper in self.helpers:
            if ord(letter) in helper.letters:
                return helper.script, helper.package
        return "", ""


def drawn_letters(text: Iterable[str]) -> set[int]:
    """The code points of a text that have a visible glyph."""
    return {ord(letter) for letter in set(text) if unicodedata.category(letter) not in _UNDRAWN and not _is_selector(letter)}


def _is_selector(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"


def _sentence(script: str, package: str, letters: list[str]) -> Said:
    count = len(letters)
    which = ", ".join(f"U+{ord(letter):04X}" for letter in letters[:3]) + (" …" if count > 3 else "")
    if not script:
        return said_of(
            count,
            "{count} character of no known script ({which}) cannot be drawn: no font package has them.",
            "{count} characters of no known script ({which}) cannot be drawn: no font package has them.",
            which=which,
        )
    if script in ("Common", "Inherited"):
        return said_of(
            count,
            "{count} character of symbols ({which}) cannot be drawn. The font package {package} (Debian) has them: install it.",
            "{count} characters of symbols ({which}) cannot be drawn. The font package {package} (Debian) has them: install it.",
            which=which,
            package=package,
        )
    return said_of(
        count,
        "{count} character of the script {script} ({which}) cannot be drawn. The font package {package} (Debian) has them: install it.",
        "{count} characters of the script {script} ({which}) cannot be drawn. The font package {package} (Debian) has them: install it.",
        script=script,
        which=which,
        package=package,
    )


def families(packs: Iterable[Pack], region: str) -> tuple[str, ...]:
    """The families of these packs; among the Han ones, those with the region's own forms come first."""
    found: list[str] = []
    for pack in packs:
        own = [family for family in pack.families if pack.name == HAN and family.endswith(f" {region}")]
        found += [*own, *(family for family in pack.families if family not in own)]
    return tuple(found)


def han_region(language: str | None, text: str) -> str:
    """Which region's forms of Han characters a text is set in: "JP", "KR", "SC", "TC" or "HK"; by its language, else its characters."""
    tag, *places = (language or "").lower().replace("_", "-").split("-")
    region = _REGIONS.get(tag)
    if region and region != "SC":
        return region
    stated = [_PLACES[place] for place in places if place in _PLACES]
    if region and stated:
        return "HK" if "HK" in stated else stated[0]
    letters = set(text)
    if region is None:
        if _holds(letters, "\u3041", "\u30fa"):
            return "JP"
        if _holds(letters, "\uac00", "\ud7a3"):
            return "KR"
    return _chinese_region(letters)


def _holds(letters: set[str], first: str, last: str) -> bool:
    return any(first <= letter <= last for letter in letters)


def _chinese_region(letters: set[str]) -> str:
    """Simplified ("SC") or traditional ("TC"), by which of GB 2312 and Big5 has more of these characters."""
    han = [letter for letter in letters if "\u4e00" <= letter <= "\u9fff"]
    simplified = sum(_is_in(letter, "gb2312") for letter in han)
    return "TC" if sum(_is_in(letter, "big5") for letter in han) > simplified else "SC"


def _is_in(letter: str, charset: str) -> bool:
    try:
        letter.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def words_of(reading: Reading) -> str:
    """All text shown for a reading: title, byline and publisher, the article's text, markers, comments, outlets and notes."""
    article = reading.article
    outlets = (rated.resolution.outlet.name for rated in reading.claims if rated.resolution.outlet)
    comments = (f"{comment.author or ''}{comment.text}" for comment in article.comments)
    markers = (block.marker for block in article.blocks)
    return "".join(
        (article.title or "", article.byline or "", article.publisher or "", article.text, *markers, *comments, *outlets, *article.notes)
    )
