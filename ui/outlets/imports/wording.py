"""The words of an import: its steps, its rows, its counts."""

from collections.abc import Mapping

from credibility.floor.language import in_figures, said, shown, tr, tr_of
from credibility.floor.scopes import SHOWN, scope_in_words
from credibility.model import Rating, Tier
from credibility.model.lists import ImportPreview, ImportRecord, ImportStep, KnownOutlet, PreviewRow, ScaleCheck

STEPS: Mapping[ImportStep, tuple[str, str, str]] = {
    ImportStep.ADD: ("+", said("Add"), said("Ratings that the table does not have yet")),
    ImportStep.CHANGE: ("~", said("Change"), said("Ratings of an earlier edition of this list that differ")),
    ImportStep.CONFLICT: ("!", said("Conflict"), said("Against your own rating; both are kept, yours stays in force")),
    ImportStep.MERGE: ("⊂", said("Merge"), said("A second row about the same outlet; the first one counts")),
    ImportStep.SKIP: ("–", said("Skip"), said("Not written, with the reason")),
    ImportStep.UNDECIDED: ("?", said("Undecided"), said("Names that no outlet of the table bears, or several: not written")),
    ImportStep.WITHDRAWN: (
        "−",
        said("Withdrawn"),
        said("Ratings of an earlier edition that this one does not have; removed only if you say so below"),
    ),
    ImportStep.SAME: ("=", said("Same"), said("Already in the table, unchanged")),
}
"""Glyph, word and meaning of each step, in the order they are shown."""


def step_words(step: ImportStep) -> str:
    """A step with its glyph: "+ Add"."""
    glyph, word, _ = STEPS[step]
    return f"{glyph} {shown(word)}"


def before_words(rating: Rating | None) -> str:
    """The rating that the table has, in words; "" when it has none."""
    if rating is None:
        return ""
    tier = tr(rating.tier.label)
    return tier if rating.score is None else f"{tier} · {in_figures(rating.score)}"


def about_words(row: PreviewRow) -> str:
    """Scope, note and reason of a row, and whether its outlet is new."""
    new = tr("new outlet") if row.is_new_outlet else ""
    scope = shown(scope_in_words(row.entry.scope, SHOWN))
    return " · ".join(filter(None, (new, tr("only for {scope}", scope=scope) if scope else "", shown(row.note), row.entry.reason)))


def preview_words(preview: ImportPreview) -> str:
    """What was read, in a sentence."""
    read = preview.read
    ratings = tr_of(len(preview.rows), "{count} rating", "{count} ratings")
    parts = [tr_of(read.rows, "{count} row with {ratings}", "{count} rows with {ratings}", ratings=ratings)]
    if new := preview.new_outlets:
        parts.append(tr_of(new, "{count} outlet new to the table", "{count} outlets new to the table"))
    if passed := len(read.passed_over):
        parts.append(tr_of(passed, "{count} row without a rating", "{count} rows without a rating"))
    if quarantined := len(read.quarantined):
        parts.append(tr_of(quarantined, "{count} row that cannot be read", "{count} rows that cannot be read"))
    return "; ".join(parts) + "."


def ends_words(check: ScaleCheck) -> str:
    """The ends of a scale: "Best: 100, worst: 0."."""
    return tr("Best: {best}, worst: {worst}.", best=check.best, worst=check.worst) if check.best else ""


def known_words(check: ScaleCheck) -> str:
    """Known outlets as they would come out, with what the table says of those that would differ."""
    told = ", ".join(map(_known, check.known))
    return tr("For example: {outlets}.", outlets=told) if told else ""


def _known(each: KnownOutlet) -> str:
    told = f"{each.name} {tr(each.tier.label)}"
    is_other = each.present not in (each.tier, Tier.UNRATED)
    return tr("{outlet} (now {tier})", outlet=told, tier=tr(each.present.label)) if is_other else told


def record_words(record: ImportRecord) -> str:
    """A past import in figures."""
    figures = (
        tr_of(record.added, "{count} added", "{count} added") if record.added else "",
        tr_of(record.changed, "{count} changed", "{count} changed") if record.changed else "",
        tr_of(record.merged, "{count} merged", "{count} merged") if record.merged else "",
        tr_of(record.quarantined, "{count} quarantined", "{count} quarantined") if record.quarantined else "",
    )
    told = ", ".join(filter(None, figures)) or tr("nothing new")
    return tr_of(record.rows, "{count} row: {figures}", "{count} rows: {figures}", figures=told)
