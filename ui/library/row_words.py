"""What is said of an article of the library: when it was read, how much it holds, where its file is."""

from datetime import UTC, date, datetime

from credibility.floor.language import tr, tr_of
from credibility.model import Role
from credibility.model.library import LibraryPage, LibraryQuery, Shelved
from ui.basics.dates import day_words
from ui.basics.numbers import number_words


def origin(row: Shelved) -> str:
    """Publisher and day: "Oldmere Gazette · 05/03/2024"."""
    return " · ".join(filter(None, [row.publisher, _day(row.published)]))


def amounts(row: Shelved) -> str:
    """Claims and outlets: "9 claims · 4 outlets"."""
    claims = tr_of(row.claims, "{count} claim", "{count} claims")
    return f"{claims} · {tr_of(row.outlets, '{count} outlet', '{count} outlets')}"


def read_when(row: Shelved, today: date | None = None) -> str:
    """When it was read last: "read yesterday"."""
    if row.opened_at is None:
        return tr("not read yet")
    here = row.opened_at.astimezone().date()
    days = ((today or datetime.now(UTC).astimezone().date()) - here).days
    named = {0: tr("read today"), 1: tr("read yesterday")}
    if 1 < days < 7:
        return tr_of(days, "read {count} day ago", "read {count} days ago")
    return named.get(days) or tr("read {day}", day=day_words(here))


def doings(row: Shelved) -> str:
    """What the reader did there, and whether the file is missing: "✎ 2 · ✓ 1 corrected"."""
    told = [f"✎ {row.notes}" if row.notes else "", f"✓ {_corrected(row)}" if row.corrections else ""]
    return " · ".join(filter(None, [*told, "" if row.is_there else tr("file moved")]))


def snippet_words(row: Shelved) -> tuple[tuple[str, bool], ...]:
    """Where the words of the search stand, with "Note:" before a note; else its tags."""
    if row.snippet:
        before = tr("Note: ") if row.snippet.where == "note" else ""
        return (((before, False),) if before else ()) + row.snippet.pieces
    return ((" · ".join(row.tags), False),) if row.tags else ()


def spoken(row: Shelved) -> str:
    """Everything about a row, for a screen reader."""
    found = "".join(piece for piece, _ in snippet_words(row))
    notes = tr_of(row.notes, "{count} note", "{count} notes") if row.notes else ""
    corrected = _corrected(row) if row.corrections else ""
    lost = "" if row.is_there else tr("file moved")
    return ", ".join(filter(None, [row.title, found, origin(row), amounts(row), read_when(row), notes, corrected, lost]))


def shares(row: Shelved) -> tuple[tuple[Role, int], ...]:
    """Claims by role in the order of the palette: those on the scale first; never a figure."""
    order = {role: place for place, role in enumerate(Role)}
    return tuple(sorted(row.roles, key=lambda each: order[each[0]]))


def _corrected(row: Shelved) -> str:
    return tr_of(row.corrections, "{count} corrected", "{count} corrected")


def _day(published: str) -> str:
    try:
        return day_words(date.fromisoformat(published))
    except ValueError:
        return ""


def found_words(page: LibraryPage, query: LibraryQuery) -> str:
    """How many articles were found, and in which order they are: "3 of 40 articles · best match first"."""
    amount = (
        tr_of(page.everything, "{count} article", "{count} articles")
        if page.total == page.everything
        else tr_of(page.everything, "{found} of {count} article", "{found} of {count} articles", found=number_words(page.total))
    )
    return f"{amount} · {tr('best match first') if query.words.strip() else tr('read last first')}"
