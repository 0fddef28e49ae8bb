"""Rows on the clipboard, tab-separated: the table copies them so, and pasted they become the reader's own ratings."""

from collections.abc import Sequence
from dataclasses import dataclass

from credibility.model import OutletRow, RatingDraft, SourceTintError
from ui.outlets.columns import COLUMNS
from ui.ports.outlets import OutletPort

PASTED = "Pasted from the clipboard"
_TITLES = {column.title.lower(): column.key for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Pasted:
    """Ratings that were read, and for each line that could not be, its number and why."""

    drafts: tuple[RatingDraft, ...] = ()
    refused: tuple[tuple[int, str], ...] = ()


def copied(rows: Sequence[OutletRow]) -> str:
    """The rows with a line of titles above them."""
    titles = "\t".join(column.title for column in COLUMNS)
    return "\n".join((titles, *("\t".join(column.words(row).replace("\t", " ") for column in COLUMNS) for row in rows)))


def known_and_refused(text: str, table: OutletPort) -> tuple[tuple[RatingDraft, ...], str]:
    """The ratings of a text whose outlets are in the table, and in words what was refused and why."""
    pasted = read_pasted(text)
    known, unknown = [], []
    for number, draft in enumerate(pasted.drafts, 1):
        try:
            table.outlet(draft.outlet)
        except SourceTintError:
            unknown.append((number, f"“{draft.outlet}” is not in your table"))
        else:
            known.append(draft)
    return tuple(known), refused_words((*pasted.refused, *unknown))


def read_pasted(text: str) -> Pasted:
    """Ratings of a tab-separated text: columns are told by a line of titles, without one they are domain, score and reason."""
    lines = [(number, line.split("\t")) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        return Pasted()
    titles = [_TITLES.get(cell.strip().lower(), "") for cell in lines[0][1]]
    has_titles = "slug" in titles and "score" in titles
    places = {key: place for place, key in enumerate(titles if has_titles else ["slug", "score", "reason"]) if key}
    drafts: list[RatingDraft] = []
    refused: list[tuple[int, str]] = []
    for number, cells in lines[has_titles:]:
        read = _read_row(cells, places)
        if isinstance(read, RatingDraft):
            drafts.append(read)
        else:
            refused.append((number, read))
    return Pasted(tuple({draft.outlet: draft for draft in drafts}.values()), tuple(refused))


def _read_row(cells: Sequence[str], places: dict[str, int]) -> RatingDraft | str:
    """The rating of a line, or why there is none."""
    domain, score, reason = (cells[places[key]].strip() if places.get(key, len(cells)) < len(cells) else "" for key in _NEEDED)
    if not domain:
        return "no domain"
    if not score:
        return "no score"
    try:
        value = float(score.replace(",", "."))
    except ValueError:
        return f"“{score}” is not a valid score"
    if not 0 <= value <= 100:
        return f"“{score}” is not between 0 and 100"
    return RatingDraft(domain.lower(), value, reason or PASTED)


_NEEDED = ("slug", "score", "reason")


def refused_words(refused: Sequence[tuple[int, str]]) -> str:
    """Such as "Line 3: no score; line 5: “x” is not a valid score; and 4 more."; "" for none."""
    if not refused:
        return ""
    first = "; ".join(f"line {number}: {why}" for number, why in refused[:3])
    more = f"; and {len(refused) - 3} more" if len(refused) > 3 else ""
    return f"{first[:1].upper()}{first[1:]}{more}."
