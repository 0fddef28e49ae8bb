"""Single cells of rating lists as people write them: figures, dates, countries, yes and no, addresses."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import cache

import iso3166

from credibility.outlets.lists.words import folded, heading
from credibility.outlets.vocabulary import list_cells

_FIGURE = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?|[+-]?[.,]\d+|[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?\d{1,3}(?:,\d{3})+\.\d+")
_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[^\W\d][\w-]+(?::\d+)?(?:/\S*)?", re.IGNORECASE)
_BETWEEN_ADDRESSES = re.compile(r"[\s,;|]+")
_NUMBERS = re.compile(r"(\d{1,4})[-./](\d{1,2})(?:[-./](\d{1,4}))?")
_MONTH_FIRST = re.compile(r"([a-z]+) (?:(\d{1,2})(?:st|nd|rd|th)? )?(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2}) (?:de )?([a-z]+) (?:de )?(\d{4})")
_TIME = re.compile(r"(?<=\d)[T ]\d{1,2}:\d{2}.*")
_SPREADSHEET_DAYS = range(20_000, 60_000)  # 1954 to 2064, as days that a spreadsheet counts
_SPREADSHEET_START = date(1899, 12, 30)


def is_absent(text: str) -> bool:
    """Whether a cell says that there is nothing to say: "n/a", "–", "unknown"."""
    return text.strip().casefold() in _words("absent")


def figure(text: str) -> float | None:
    """A number with decimal point or comma, with or without groups of thousands and a sign for per cent; None for anything else."""
    plain = text.strip().removesuffix("%").strip().replace("−", "-").replace("\u00a0", "")
    if not _FIGURE.fullmatch(plain):
        return None
    if "," in plain and "." in plain:
        grouping = "," if plain.rfind(".") > plain.rfind(",") else "."
        plain = plain.replace(grouping, "")
    return float(plain.replace(",", "."))


def is_month_first(texts: Iterable[str]) -> bool:
    """Whether a column writes its dates as Americans do: one has more than twelve in second place, none in first."""
    pairs = [(int(found[1]), int(found[2])) for text in texts if (found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/\d{2,4}", text.strip()))]
    return any(second > 12 for _, second in pairs) and all(first <= 12 for first, _ in pairs)


def day(text: str, *, month_first: bool = False) -> date | None:
    """The date in a cell, the first of its month or year if it says no day; None when there is none that can be read."""
    words = " ".join(_TIME.sub("", text.strip()).replace(",", " ").split())
    try:
        return _day_in_figures(words, month_first) or _day_in_words(heading(words))
    except ValueError:  # such as 31 February
        return None


def _day_in_figures(text: str, month_first: bool) -> date | None:
    if text.isdecimal():
        return _day_in_one_number(int(text), len(text))
    found = _NUMBERS.fullmatch(text)
    if not found:
        return None
    first, second, third = found[1], found[2], found[3]
    if len(first) == 4:
        return date(int(first), int(second), int(third or 1))
    if third is None:
        return None
    year = int(third) + (2000 if len(third) <= 2 else 0)
    swapped = (month_first and "/" in text) or int(second) > 12
    return date(year, int(first), int(second)) if swapped else date(year, int(second), int(first))


def _day_in_one_number(number: int, length: int) -> date | None:
    """A year, a day without separators, or the number by which a spreadsheet counts days."""
    if number in _SPREADSHEET_DAYS:
        return _SPREADSHEET_START + timedelta(number)
    if length == 8:
        return datetime.strptime(str(number), "%Y%m%d").date()
    return date(number, 1, 1) if 1800 <= number <= 2200 else None


def _day_in_words(text: str) -> date | None:
    months = _months()
    if (found := _MONTH_FIRST.fullmatch(text)) and found[1] in months:
        return date(int(found[3]), months[found[1]], int(found[2] or 1))
    found = _DAY_FIRST.fullmatch(text)
    return date(int(found[3]), months[found[2]], int(found[1])) if found and found[2] in months else None


def country(text: str) -> str | None:
    """The two letters of a country given by its code of two or three letters, or by its name in a few languages; None for others."""
    plain = heading(text)
    if len(plain) == 2 and plain.upper() in iso3166.countries_by_alpha2:
        return plain.upper()
    return _countries().get(plain)


@cache
def _countries() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for one in iso3166.countries:
        known |= {heading(words): one.alpha2 for words in (one.alpha3, one.name, one.apolitical_name, one.name.partition(",")[0])}
    return known | {words: code for code, names in list_cells()["countries"].items() for words in names}


@cache
def _months() -> Mapping[str, int]:
    return {word: number for number, words in enumerate(list_cells()["months"], start=1) for word in words}


@cache
def _words(row: str) -> frozenset[str]:
    return frozenset(list_cells()[row])


def yes_or_no(text: str) -> bool | None:
    """What a cell of a criterion says; None when it says neither."""
    plain = " ".join(folded(text).split())
    return True if plain in _words("yes") else False if plain in _words("no") else None


def is_address(text: str) -> bool:
    """Whether a cell is one web address or domain."""
    return bool(_ADDRESS.fullmatch(text.strip()))


def addresses(cell: object) -> list[str]:
    """The addresses in a cell: a JSON array, several separated by blanks, commas or semicolons, or a single one."""
    if isinstance(cell, list | tuple):
        return [text for item in cell if isinstance(item, str) and (text := item.strip())]
    text = "" if cell is None else str(cell).strip()
    if text.startswith("["):
        try:
            return addresses(json.loads(text.replace("'", '"') if '"' not in text else text))
        except (ValueError, RecursionError):
            text = text.strip("[]")
    pieces = [piece.strip("\"' ") for piece in _BETWEEN_ADDRESSES.split(text)]
    pieces = [piece for piece in pieces if piece]
    return pieces if len(pieces) > 1 and all(map(is_address, pieces)) else [text] if text else []
