"""Raters of the user's own: criteria, worksheets, and the template. Implements `ui.ports.CriteriaPort`."""

import tomllib

from app.files.paths import resource
from app.ratings.table import Table
from credibility.floor.language import tr
from credibility.model import Rater, Reading
from credibility.model.edited import Assessment, Criterion, CriterionAnswer


class OwnRaters:
    """The raters that the user made. Every change is one undoable edit and returns the re-rated reading."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def all(self) -> tuple[Rater, ...]:
        """The raters of the user's own, in the order in which they decide."""
        own = self._table.store.own.all()
        return tuple(rater for rater in self._table.store.raters.all() if rater.slug in own)

    def criteria(self, rater: str) -> tuple[Criterion, ...]:
        """What a rater asks of outlets; nothing if it is not one of the user's own."""
        return self._table.store.own.all().get(rater, ())

    def template(self) -> tuple[str, tuple[Criterion, ...]]:
        """A title and nine criteria to start from; it rates nothing.

        They become the reader's own words, and are given in the language that is spoken now.
        """
        read = tomllib.loads(resource("criteria", "nine.toml").read_text(encoding="utf-8"))
        rows = read["criterion"]
        return tr(read["title"]), tuple(Criterion("", tr(row["name"]), float(row["weight"]), tr(row["fulfilled"])) for row in rows)

    def keep(self, title: str, criteria: tuple[Criterion, ...], rater: str = "") -> Reading | None:
        """Make a rater of these criteria, or change the one of that slug; all its ratings follow. Raises RatingError."""
        return self._table.edit(lambda: self._table.store.own.keep(title, criteria, rater))

    def remove(self, rater: str) -> Reading | None:
        """Remove a rater of the user's own, with its worksheets and ratings. Raises RatingError."""
        return self._table.edit(lambda: self._table.store.own.remove(rater))

    def assessment(self, slug: str, rater: str) -> Assessment:
        """The worksheet of an outlet. Raises RatingError when the rater is not one of the user's own."""
        return self._table.store.own.assessment(slug, rater)

    def assess(
        self, slug: str, rater: str, answers: tuple[CriterionAnswer, ...], seen: tuple[CriterionAnswer, ...] | None = None
    ) -> Reading | None:
        """Fill in the worksheet of an outlet; the rating follows. Raises RatingError."""
        return self._table.edit(lambda: self._table.store.own.assess(slug, rater, answers, seen))
