"""Rows on the clipboard, tab-separated: the table copies them so, and pasted they become the reader's own ratings."""

from collections.abc import Sequence
from dataclasses import dataclass

from credibility.floor.language import capital, said, shown, tr
from credibility.model import OutletRow, RatingDraft, SourceTintError
from ui.outlets.columns import COLUMNS
from ui.ports.outlets import OutletPort

PASTED = said("Pasted from the clipboard")
NAMED = 3  # refused lines that are told of one by one


@dataclass(frozen=True, slots=True)
class Pasted:
    """Ratings that were read, and for each line that could not be, its number and why."""

    drafts: tuple[RatingDraft, ...] = ()
    refused: tuple[tuple[int, str], ...] = ()


def copied(rows: Sequence[OutletRow]) -> str:
    """The rows with a line of titles above them."""
    titles = "\t".join(shown(column.title) for column in COLUMNS)
    return "\n".join((titles, *("\t".join(column.words(row).replace("\t", " ") for column in COLUMNS) for row in rows)))


def known_and_refused(text: str, table: OutletPort) -> tuple[tuple[RatingDraft, ...], str]:
    """The ratings of a text whose outlets are in the table, and in words what was refused and why."""
    pasted = read_pasted(text)
    known, unknown = [], []
    for number, draft in enumerate(pasted.drafts, 1):
        try:
            table.outlet(draft.outlet)
        except SourceTintError:
            unknown.append((number, tr("“{outlet}” is not in your table", outlet=draft.outlet)))
        else:
            known.append(draft)
    return tuple(known), refused_words((*pasted.refused, *unknown))


def read_pasted(text: str) -> Pasted:
    """Ratings of a tab-separated text: columns are told by a line of titles, without one they are domain, score and reason."""
    lines = [(number, line.split("\t")) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        return Pasted()
    known = _known_titles()
    titles = [known.get(cell.strip().lower(), "") for cell in lines[0][1]]
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
        return tr("no domain")
    if not score:
        return tr("no score")
    try:
        value = float(score.replace(",", "."))
    except ValueError:
        return tr("“{score}” is not a valid score", score=score)
    if not 0 <= value <= 100:
        return tr("“{score}” is not between 0 and 100", score=score)
    return RatingDraft(domain.lower(), value, reason or shown(PASTED))


_NEEDED = ("slug", "score", "reason")


def _known_titles() -> dict[str, str]:
    """The columns by their titles, in English and in the reader's language: either may have been copied."""
    return {title.lower(): column.key for column in COLUMNS for title in (column.title, shown(column.title))}


def refused_words(refused: Sequence[tuple[int, str]]) -> str:
    """Such as "Line 3: no score; line 5: “x” is not a valid score; and 4 more."; "" for none."""
    if not refused:
        return ""
    first = capital("; ".join(tr("line {number}: {why}", number=number, why=why) for number, why in refused[:NAMED]))
    rest = len(refused) - NAMED
    return tr("{refused}; and {number} more.", refused=first, number=rest) if rest > 0 else f"{first}."
