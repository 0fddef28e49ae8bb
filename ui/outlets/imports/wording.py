"""The words of an import: its steps, its rows, its counts."""

from collections.abc import Mapping

from credibility.floor.scopes import SHOWN, scope_in_words
from credibility.model import Rating, Tier
from credibility.model.lists import ImportPreview, ImportRecord, ImportStep, PreviewRow, ScaleCheck
from ui.words import counted

STEPS: Mapping[ImportStep, tuple[str, str, str]] = {
    ImportStep.ADD: ("+", "Add", "Ratings that the table does not have yet"),
    ImportStep.CHANGE: ("~", "Change", "Ratings of an earlier edition of this list that differ"),
    ImportStep.CONFLICT: ("!", "Conflict", "Against your own rating; both are kept, yours stays in force"),
    ImportStep.MERGE: ("⊂", "Merge", "A second row about the same outlet; the first one counts"),
    ImportStep.SKIP: ("–", "Skip", "Not written, with the reason"),
    ImportStep.UNDECIDED: ("?", "Undecided", "Names that no outlet of the table bears, or several: not written"),
    ImportStep.WITHDRAWN: ("−", "Withdrawn", "Ratings of an earlier edition that this one does not have; removed only if you say so below"),
    ImportStep.SAME: ("=", "Same", "Already in the table, unchanged"),
}
"""Glyph, word and meaning of each step, in the order they are shown."""


def step_words(step: ImportStep) -> str:
    """A step with its glyph: "+ Add"."""
    glyph, word, _ = STEPS[step]
    return f"{glyph} {word}"


def before_words(rating: Rating | None) -> str:
    """The rating that the table has, in words; "" when it has none."""
    if rating is None:
        return ""
    return rating.tier.label if rating.score is None else f"{rating.tier.label} · {rating.score:g}"


def about_words(row: PreviewRow) -> str:
    """Scope, note and reason of a row, and whether its outlet is new."""
    new = "new outlet" if row.is_new_outlet else ""
    scope = scope_in_words(row.entry.scope, SHOWN)
    return " · ".join(filter(None, (new, f"only for {scope}" if scope else "", row.note, row.entry.reason)))


def preview_words(preview: ImportPreview) -> str:
    """What was read, in a sentence."""
    read = preview.read
    parts = [f"{counted(read.rows, 'row')} with {counted(len(preview.rows), 'rating')}"]
    rest = ((preview.new_outlets, "outlet", "new to the table"), (len(read.passed_over), "row", "without a rating"),
            (len(read.quarantined), "row", "that cannot be read"))  # fmt: skip
    parts += [f"{counted(number, noun)} {words}" for number, noun, words in rest if number]
    return "; ".join(parts) + "."


def ends_words(check: ScaleCheck) -> str:
    """The ends of a scale: "Best: 100, worst: 0."."""
    return f"Best: {check.best}, worst: {check.worst}." if check.best else ""


def known_words(check: ScaleCheck) -> str:
    """Known outlets as they would come out, with what the table says of those that would differ."""
    told = (
        f"{each.name} {each.tier.label}" + (f" (now {each.present.label})" if each.present not in (each.tier, Tier.UNRATED) else "")
        for each in check.known
    )
    return f"For example: {', '.join(told)}." if check.known else ""


def record_words(record: ImportRecord) -> str:
    """A past import in figures."""
    figures = ((record.added, "added"), (record.changed, "changed"), (record.merged, "merged"), (record.quarantined, "quarantined"))
    told = ", ".join(f"{count:,} {word}" for count, word in figures if count)
    return f"{counted(record.rows, 'row')}: {told or 'nothing new'}"
