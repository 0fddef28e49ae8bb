"""What an import would change, as lines for a terminal."""

from collections.abc import Iterator, Sequence

from credibility.floor.language import in_figures, joined, said, said_of, shown, tr, tr_of
from credibility.floor.scopes import PRINTED, scope_in_words
from credibility.model import Tier
from credibility.model.edited import Band
from credibility.model.lists import ColumnMapping, ImportPreview, ImportStep, PreviewRow, ScaleCheck, SetAside
from ui.outlets.imports.wording import ends_words, known_words

SIGNS = {ImportStep.ADD: "+", ImportStep.CHANGE: "~", ImportStep.CONFLICT: "!", ImportStep.SKIP: " "}
WORDS = {
    ImportStep.ADD: said("{rows} to add"),
    ImportStep.CHANGE: said("{rows} to change"),
    ImportStep.SAME: said("{rows} as they are"),
    ImportStep.MERGE: said("{rows} merged into another row of the same outlet"),
    ImportStep.CONFLICT: said("{rows} against your own rating, which stays in force"),
    ImportStep.SKIP: said("{rows} skipped"),
    ImportStep.UNDECIDED: said("{rows} whose outlet is undecided"),
}
PROBLEMS_SHOWN = 5


def band_lines(bands: Sequence[Band]) -> Iterator[str]:
    """A rater's own words, each with what it is worth and how many ratings have it."""
    for band in bands:
        worth = tr("several scores") if band.score is None else f"{in_figures(band.score)} ({tr(Tier.of_score(band.score).label)})"
        chosen = tr("as you chose") if band.chosen else ""
        facts = filter(None, (worth, tr_of(band.ratings, "{count} rating", "{count} ratings"), chosen))
        yield f"{band.label:<40} {', '.join(facts)}"


def counts_lines(preview: ImportPreview) -> list[str]:
    """The list, its licence, its rows, and how many entries take each step."""
    read = preview.read
    steps = joined(said(WORDS[step], rows=count) for step, count in preview.counts.items() if count and step in WORDS)
    lines = [
        tr("{rater}, licence {licence}", rater=read.rater.title, licence=read.rater.licence or said("unknown")),
        tr(
            "{rows}, {ratings}: {steps}; {skipped} skipped, {quarantined} quarantined.",
            rows=said_of(read.rows, "{count} row", "{count} rows"),
            ratings=_ratings(len(preview.rows)),
            steps=steps or said("nothing to import"),
            skipped=len(read.passed_over),
            quarantined=len(read.quarantined),
        ),
        tr_of(preview.new_outlets, "{count} outlet is new to your table.", "{count} outlets are new to your table."),
    ]
    if preview.withdrawn:
        gone = _ratings(len(preview.withdrawn))
        lines.append(tr("No longer in it: {ratings} of an earlier edition; --withdraw removes them.", ratings=gone))
    return lines


def _ratings(count: int) -> str:
    return said_of(count, "{count} rating", "{count} ratings")


def difference_lines(preview: ImportPreview) -> Iterator[str]:
    """One line per row that would change something, and per rating that is no longer in the list."""
    for row in preview.rows:
        if row.step in SIGNS:
            yield f"{SIGNS[row.step]} {row.outlet}{_scope(row)}: {_change(row)}{f' ({shown(row.note)})' if row.note else ''}"
    for rating in preview.withdrawn:
        gone = tr("{outlet}: {score} is no longer in the list", outlet=rating.outlet, score=_figure(rating.score))
        yield f"- {gone}"


def problem_lines(rows: Sequence[SetAside]) -> Iterator[str]:
    """The first rows that could not be read, or whose outlet the table cannot tell."""
    for row in rows[:PROBLEMS_SHOWN]:
        told = tr("line {line}: {problem}", line=row.line, problem=row.problem)
        yield f"  {told}"
    more = len(rows) - PROBLEMS_SHOWN
    if more > 0:
        rest = tr("and {rows} more", rows=more)
        yield f"  {rest}"


def scale_lines(check: ScaleCheck) -> Iterator[str]:
    """The ends of a scale, the well-known outlets as they would come out, and what speaks against it."""
    warning = tr("Warning: {warning}", warning=check.warning) if check.warning else ""
    yield from filter(None, (shown(ends_words(check)), shown(known_words(check)), warning))


def columns_words(mapping: ColumnMapping) -> str:
    """A mapping as `--columns` takes it."""
    scale = (("lowest", f"{mapping.lowest:g}"), ("highest", f"{mapping.highest:g}")) if mapping.score else ()
    others = ((part, getattr(mapping, part)) for part in ("label", "name", "reason", "url", "rated_on", "country"))
    pairs = (("address", mapping.address), ("score", mapping.score), *scale, *others)
    return ",".join(f"{part}={column}" for part, column in pairs if column)


def _change(row: PreviewRow) -> str:
    if row.step is ImportStep.SKIP:
        return row.entry.original
    after = tr(row.entry.kind.value) if row.entry.score is None and row.entry.kind else _figure(row.entry.score)
    return f"{_figure(row.before.score)} → {after}" if row.before else after


def _scope(row: PreviewRow) -> str:
    scope = scope_in_words(row.entry.scope, PRINTED)
    return f" [{shown(scope)}]" if scope else ""


def _figure(score: float | None) -> str:
    return tr("unrated") if score is None else in_figures(score)
