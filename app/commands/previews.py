"""What an import would change, as lines for a terminal."""

from collections.abc import Iterator, Sequence

from credibility.floor.scopes import PRINTED, scope_in_words
from credibility.model.lists import ColumnMapping, ImportPreview, ImportStep, PreviewRow, ScaleCheck, SetAside
from ui.outlets.imports.wording import ends_words, known_words
from ui.words import counted

SIGNS = {ImportStep.ADD: "+", ImportStep.CHANGE: "~", ImportStep.CONFLICT: "!", ImportStep.SKIP: " "}
WORDS = {
    ImportStep.ADD: "to add",
    ImportStep.CHANGE: "to change",
    ImportStep.SAME: "as they are",
    ImportStep.MERGE: "merged into another row of the same outlet",
    ImportStep.CONFLICT: "against your own rating, which stays in force",
    ImportStep.SKIP: "skipped",
    ImportStep.UNDECIDED: "whose outlet is undecided",
}
PROBLEMS_SHOWN = 5


def counts_lines(preview: ImportPreview) -> list[str]:
    """The list, its licence, its rows, and how many entries take each step."""
    read = preview.read
    counts = ", ".join(f"{count} {WORDS[step]}" for step, count in preview.counts.items() if count and step in WORDS) or "nothing to import"
    rest = f"{len(read.passed_over)} skipped, {len(read.quarantined)} quarantined"
    lines = [
        f"{read.rater.title}, licence {read.rater.licence or 'unknown'}",
        f"{counted(read.rows, 'row')}, {counted(len(preview.rows), 'rating')}: {counts}; {rest}.",
        f"{counted(preview.new_outlets, 'outlet')} {'is' if preview.new_outlets == 1 else 'are'} new to your table.",
    ]
    if preview.withdrawn:
        lines.append(f"No longer in it: {counted(len(preview.withdrawn), 'rating')} of an earlier edition; --withdraw removes them.")
    return lines


def difference_lines(preview: ImportPreview) -> Iterator[str]:
    """One line per row that would change something, and per rating that is no longer in the list."""
    for row in preview.rows:
        if row.step in SIGNS:
            yield f"{SIGNS[row.step]} {row.outlet}{_scope(row)}: {_change(row)}{f' ({row.note})' if row.note else ''}"
    for rating in preview.withdrawn:
        yield f"- {rating.outlet}: {_figure(rating.score)} is no longer in the list"


def problem_lines(rows: Sequence[SetAside]) -> Iterator[str]:
    """The first rows that could not be read, or whose outlet the table cannot tell."""
    for row in rows[:PROBLEMS_SHOWN]:
        yield f"  line {row.line}: {row.problem}"
    more = len(rows) - PROBLEMS_SHOWN
    if more > 0:
        yield f"  and {more} more"


def scale_lines(check: ScaleCheck) -> Iterator[str]:
    """The ends of a scale, the well-known outlets as they would come out, and what speaks against it."""
    yield from filter(None, (ends_words(check), known_words(check), f"Warning: {check.warning}" if check.warning else ""))


def columns_words(mapping: ColumnMapping) -> str:
    """A mapping as `--columns` takes it."""
    scale = (("lowest", f"{mapping.lowest:g}"), ("highest", f"{mapping.highest:g}")) if mapping.score else ()
    others = ((part, getattr(mapping, part)) for part in ("label", "name", "reason", "url", "rated_on", "country"))
    pairs = (("address", mapping.address), ("score", mapping.score), *scale, *others)
    return ",".join(f"{part}={column}" for part, column in pairs if column)


def _change(row: PreviewRow) -> str:
    if row.step is ImportStep.SKIP:
        return row.entry.original
    after = row.entry.kind.value if row.entry.score is None and row.entry.kind else _figure(row.entry.score)
    return f"{_figure(row.before.score)} → {after}" if row.before else after


def _scope(row: PreviewRow) -> str:
    scope = scope_in_words(row.entry.scope, PRINTED)
    return f" [{scope}]" if scope else ""


def _figure(score: float | None) -> str:
    return "unrated" if score is None else f"{score:g}"
