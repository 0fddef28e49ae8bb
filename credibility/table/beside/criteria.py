"""Raters of the user's own: their criteria, a worksheet per outlet, and the ratings that follow. Each edit is one undoable change set."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from credibility.floor.language import said
from credibility.floor.web import web_address
from credibility.model import ChangedMeanwhileError, Provenance, Rater, Rating, RatingError, RatingStatus, Tier
from credibility.model.edited import Assessment, Criterion, CriterionAnswer, OwnSheets
from credibility.table import rows
from credibility.table.beside.criterion_rows import answer_row, criterion_rows, read_answers, read_criteria
from credibility.table.cells import statements
from credibility.table.schema.tables import MINE, RECORDED
from credibility.table.session import Session

SCALE = "weight of the criteria met, in percent of those answered"
_LONGEST = 400
_HEAVIEST = 10_000.0


class StoredCriteria:
    """The raters that the table's user made, and what they say."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> dict[str, tuple[Criterion, ...]]:
        """The criteria of each, by the rater's slug."""
        return self._session.read(read_criteria)

    def sheets(self) -> tuple[OwnSheets, ...]:
        """Everything they go by, for an export."""

        def read(database: Database) -> tuple[OwnSheets, ...]:
            titles = {rater.slug: rater.title for rater in rows.read_raters(database).values()}
            return tuple(
                OwnSheets(rater, titles[rater], criteria, tuple(read_answers(database, rater).items()))
                for rater, criteria in read_criteria(database).items()
                if rater in titles
            )

        return self._session.read(read)

    def assessment(self, slug: str, rater: str) -> Assessment:
        """The worksheet of an outlet. Raises RatingError when the rater is not one of the user's own."""
        return self._session.read(lambda database: _assessment(database, slug, rater))

    def keep(self, title: str, criteria: Sequence[Criterion], rater: str = "") -> str:
        """Make a rater of these criteria, or change the one of that slug; all its ratings follow. Returns the slug.

        A criterion without a mark is new. Raises RatingError for a title or criteria that cannot be.
        """
        title, checked = " ".join(title.split()), _checked(criteria)
        if not title or len(title) > _LONGEST:
            raise RatingError(said("A rater needs a name."), said("Type one, such as “My nine criteria”."))
        with self._session.edit(f"Change the criteria of {title}" if rater else f"Make the rater {title}"):
            database = self._session.database
            slug = rater or _free_slug(database, title)
            if rater and rater not in read_criteria(database):
                raise _not_own(rater)
            if rater:
                database.execute("UPDATE rater SET title = ? WHERE slug = ? AND title <> ?", (title, slug, title))
            else:
                _add_rater(database, slug, title)
            kept = {criterion.mark for criterion in checked}
            for criterion in read_criteria(database).get(slug, ()):
                if criterion.mark not in kept:
                    statements.delete(database, "criterion", {"rater": slug, "mark": criterion.mark}, RECORDED["criterion"])
            statements.upsert_all(database, "criterion", criterion_rows(slug, checked), RECORDED["criterion"])
            renew_ratings(database, slug)
        return slug

    def remove(self, rater: str) -> None:
        """Remove a rater of the user's own with its criteria, worksheets and ratings. Raises RatingError when it is not one."""
        titles = {sheets.rater: sheets.title for sheets in self.sheets()}
        if rater not in titles:
            raise _not_own(rater)
        with self._session.edit(f"Remove the rater {titles[rater]}"):
            statements.delete(self._session.database, "rater", {"slug": rater}, RECORDED["rater"])

    def assess(self, slug: str, rater: str, answers: Sequence[CriterionAnswer], seen: Sequence[CriterionAnswer] | None = None) -> None:
        """Fill in the worksheet of an outlet; what these answers leave out stays. The rating follows.

        Raises ChangedMeanwhileError when the answers are no longer those `seen`, RatingError for an outlet, rater or answer that cannot be.
        """
        checked = [_checked_answer(answer) for answer in answers]
        outlet = self._session.read(lambda database: rows.read_outlets(database, [slug])).get(slug)
        if outlet is None:
            raise RatingError(said("There is no outlet “{slug}” in the table.", slug=slug), said("Look for it by name, or add it."))
        with self._session.edit(f"Assess {outlet.name}"):
            database = self._session.database
            present = _assessment(database, slug, rater)
            if seen is not None and present.answers != tuple(seen):
                raise ChangedMeanwhileError(
                    said("The worksheet of {outlet} has since been changed in another window or program.", outlet=outlet.name),
                    said("Save again to replace its answers."),
                    present.answers,
                )
            marks = {criterion.mark for criterion in present.criteria}
            for answer in checked:
                if answer.criterion not in marks:
                    raise RatingError(
                        said("“{criterion}” is not one of the criteria.", criterion=answer.criterion),
                        said("They are: {criteria}.", criteria=", ".join(sorted(marks))),
                    )
                _write_answer(database, slug, rater, answer, present)
            renew_ratings(database, rater, slug)


def bring_raters(database: Database, brought: Iterable[OwnSheets]) -> None:
    """Add the raters of the user's own that came with an export and that the table lacks, to decide as those made here do."""
    known = rows.read_raters(database)
    for sheets in brought:
        if sheets.rater and sheets.rater not in known and _bearable(sheets.criteria):
            _add_rater(database, sheets.rater, sheets.title)


def bring_sheets(database: Database, brought: Iterable[OwnSheets]) -> None:
    """Add criteria and worksheets that came with an export; where the table has any of its own, those stay.

    Must run inside a recorded write transaction, after the raters of the export were written.
    """
    for sheets in brought:
        if not _bearable(sheets.criteria) or not database.execute("SELECT 1 FROM rater WHERE slug = ?", (sheets.rater,)).fetchone():
            continue
        criteria = read_criteria(database).get(sheets.rater, ())
        if not criteria:
            criteria = _bearable(sheets.criteria)
            statements.insert_all(database, "criterion", criterion_rows(sheets.rater, criteria))
        marks, filled = {criterion.mark for criterion in criteria}, read_answers(database, sheets.rater)
        for slug, answers in dict(sheets.answers).items():
            known = database.execute("SELECT 1 FROM outlet WHERE slug = ?", (slug,)).fetchone()
            if known and slug not in filled:
                fitting = {answer.criterion: answer for answer in answers if answer.criterion in marks}
                statements.insert_all(database, "answer", [answer_row(slug, sheets.rater, answer) for answer in fitting.values()])
        renew_ratings(database, sheets.rater)


def renew_ratings(database: Database, rater: str, slug: str | None = None) -> None:
    """Let a rater's ratings follow from its worksheets: of all outlets, or of one. Must run inside a recorded write transaction."""
    who = rows.read_raters(database)[rater]
    criteria = read_criteria(database).get(rater, ())
    present = {
        rating.outlet: rating
        for rating in rows.read_ratings(database, {rater: who}, None if slug is None else [slug])
        if rating.rater.slug == rater and rating.scope.is_whole
    }
    filled = read_answers(database, rater, slug)
    for outlet in sorted({*filled, *(present if slug is None else {slug})}):
        made = _rating(outlet, who, Assessment(criteria, filled.get(outlet, ())))
        before = present.get(outlet)
        if made is None:
            # One that came with a list follows from no worksheet.
            gone = "DELETE FROM rating WHERE outlet = ? AND rater = ? AND scope = '' AND status = ?"
            database.execute(gone, (outlet, rater, RatingStatus.MINE.value))
        elif before is None or _content(before) != _content(made):
            statements.upsert(database, "rating", rows.rating_row(_dated(made, before)), RECORDED["rating"])


def _rating(outlet: str, rater: Rater, assessment: Assessment) -> Rating | None:
    """The rating that follows from a worksheet; None while too little is answered."""
    score = assessment.score
    if score is None:
        return None
    link = next((answer.url for answer in assessment.answers if answer.url), None)
    told = Provenance(assessment.counted, SCALE, assessment.explanation, link, date.today(), status=RatingStatus.MINE)
    return Rating(outlet, rater, Tier.of_score(score), round(score, 4), provenance=told)


def _dated(made: Rating, before: Rating | None) -> Rating:
    """The rating of today, or of the day on which it came to the same score."""
    if before is None or before.score != made.score or before.provenance.rated_on is None:
        return made
    return replace(made, provenance=replace(made.provenance, rated_on=before.provenance.rated_on))


def _content(rating: Rating) -> tuple[object, ...]:
    told = rating.provenance
    return rating.score, told.original, told.mapping, told.reason, told.url, told.status


def _assessment(database: Database, slug: str, rater: str) -> Assessment:
    criteria = read_criteria(database).get(rater)
    if criteria is None:
        raise _not_own(rater)
    return Assessment(criteria, read_answers(database, rater, slug).get(slug, ()))


def _write_answer(database: Database, slug: str, rater: str, answer: CriterionAnswer, present: Assessment) -> None:
    """Store an answer, dated today if it is another than before; an open one without evidence is no row."""
    before = next((each for each in present.answers if each.criterion == answer.criterion), None)
    row = answer_row(slug, rater, answer)
    if answer.met is None and not answer.evidence and not answer.url:
        statements.delete(database, "answer", row, RECORDED["answer"])
    elif before is None or replace(before, answered_on=None) != replace(answer, answered_on=None):
        dated = replace(answer, answered_on=answer.answered_on or date.today())
        statements.upsert(database, "answer", answer_row(slug, rater, dated), RECORDED["answer"])


def _add_rater(database: Database, slug: str, title: str) -> None:
    """A new rater of the user's own decides right after what the user rates by hand."""
    database.execute("UPDATE rater SET precedence = precedence + 1 WHERE slug <> ? AND typeof(precedence) = 'integer'", (MINE,))
    statements.insert(database, "rater", rows.rater_row(Rater(slug, title, 1, scale=SCALE)))


def _free_slug(database: Database, title: str) -> str:
    base, taken = f"own-{_slug(title)}", rows.read_raters(database)
    return next(slug for number in range(1, len(taken) + 2) if (slug := base if number == 1 else f"{base}-{number}") not in taken)


def _slug(words: str) -> str:
    return re.sub(r"[\W_]+", "-", words.casefold()).strip("-") or "criterion"


def _checked(criteria: Sequence[Criterion]) -> list[Criterion]:
    """The criteria, each with a mark of its own. Raises RatingError."""
    found: list[Criterion] = []
    marks = {criterion.mark for criterion in criteria if criterion.mark}
    for criterion in criteria:
        name, fulfilled = (" ".join(text.split()) for text in (criterion.name, criterion.fulfilled))
        if not name or max(len(name), len(fulfilled)) > _LONGEST:
            raise RatingError(
                said("“{name}” cannot be a criterion.", name=name),
                said("Each needs a name; name and text have up to {most} characters.", most=_LONGEST),
            )
        if not 0 < criterion.weight <= _HEAVIEST:
            raise RatingError(
                said("“{name}” has the weight {weight:g}.", name=name, weight=criterion.weight),
                said("A weight is above 0 and at most {most:g}.", most=_HEAVIEST),
            )
        if name.casefold() in {other.name.casefold() for other in found}:
            raise RatingError(said("“{name}” is there twice.", name=name), said("Give one of the two another name."))
        base = _slug(name)
        mark = criterion.mark or next(
            each for number in range(1, len(marks) + 2) if (each := base if number == 1 else f"{base}-{number}") not in marks
        )
        marks.add(mark)
        found.append(Criterion(mark, name, float(criterion.weight), fulfilled))
    if not found:
        raise RatingError(said("A rater of your own needs a criterion."), said("Add one, or start from the template."))
    return found


def _bearable(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The criteria of a list; none when they cannot be kept: its ratings are worth having without them."""
    try:
        return tuple(_checked(criteria))
    except RatingError:
        return ()


def _checked_answer(answer: CriterionAnswer) -> CriterionAnswer:
    if answer.url and not web_address(answer.url):
        raise RatingError(
            said("“{url}” is not a web address.", url=answer.url), said("Give a link that begins with https://, or leave it empty.")
        )
    return replace(answer, evidence=answer.evidence.strip(), url=answer.url or None)


def _not_own(rater: str) -> RatingError:
    return RatingError(
        said("“{rater}” is not a rater of your own.", rater=rater), said("`sourcetint ratings criteria` lists them and makes one.")
    )
