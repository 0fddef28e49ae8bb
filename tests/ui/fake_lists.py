"""The doors of lists and raters in memory: no list was imported, two raters, profiles in a dict."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from credibility.model import ChangedMeanwhileError, Difference, Profile, Rater, RatingError, Reading
from credibility.model.edited import Assessment, Band, Criterion, CriterionAnswer
from credibility.model.lists import ColumnMapping, ImportRecord, ListFile, ScaleCheck
from tests.ui.articles import MINE


class FakeLists:
    """A table into which no list was imported so far."""

    def past(self) -> tuple[ImportRecord, ...]:
        return ()

    def check(self, _file: ListFile, _mapping: ColumnMapping) -> ScaleCheck:
        return ScaleCheck()


class FakeRaters:
    """Two raters, kept as an order of slugs with switches."""

    def __init__(self, rate: Callable[[], Reading | None]) -> None:
        self._rate = rate
        self._bands: dict[str, dict[str, float]] = {}
        self._raters = {"mine": MINE, "first": Rater("first", "First Rater", 1)}
        self.order: tuple[tuple[str, bool], ...] = (("mine", True), ("first", True))
        self.kept: dict[str, tuple[tuple[str, bool], ...]] = {}
        self.differences: tuple[Difference, ...] = ()

    def all(self) -> tuple[Rater, ...]:
        return tuple(self._raters[slug] for slug, _ in self.order)

    def reorder(self, order: tuple[tuple[str, bool], ...]) -> Reading | None:
        self.order = order
        return self._rate()

    def profiles(self) -> tuple[Profile, ...]:
        return tuple(Profile(name, order) for name, order in sorted(self.kept.items()))

    def in_force(self) -> str:
        return next((name for name, order in self.kept.items() if order == self.order), "")

    def keep(self, name: str) -> None:
        self.kept[name] = self.order

    def forget(self, name: str) -> None:
        self.kept.pop(name, None)

    def use(self, name: str) -> Reading | None:
        if name not in self.kept:
            raise RatingError(f"There is no profile “{name}”.", "Choose one of the saved profiles.")
        return self.reorder(self.kept[name])

    def bands(self, rater: str) -> tuple[Band, ...]:
        return tuple(Band(label, score, 1, True) for label, score in self._bands.get(rater, {}).items())

    def set_bands(self, rater: str, scores: Mapping[str, float]) -> Reading | None:
        self._bands.setdefault(rater, {}).update(scores)
        return self._rate()

    def changes(self, name: str, before: str = "") -> tuple[Difference, ...]:
        return self.differences if name != before else ()


class FakeOwnRaters:
    """Raters of one's own in dicts; their ratings colour nothing here."""

    def __init__(self, rate: Callable[[], Reading | None]) -> None:
        self._rate = rate
        self._titles: dict[str, str] = {}
        self._criteria: dict[str, tuple[Criterion, ...]] = {}
        self._answers: dict[tuple[str, str], tuple[CriterionAnswer, ...]] = {}

    def all(self) -> tuple[Rater, ...]:
        return tuple(Rater(slug, title, 1) for slug, title in self._titles.items())

    def criteria(self, rater: str) -> tuple[Criterion, ...]:
        return self._criteria.get(rater, ())

    def template(self) -> tuple[str, tuple[Criterion, ...]]:
        return "My criteria", (Criterion("", "Corrections", 60), Criterion("", "Authors named", 40))

    def keep(self, title: str, criteria: tuple[Criterion, ...], rater: str = "") -> Reading | None:
        slug = rater or f"own-{title.lower().replace(' ', '-')}"
        self._titles[slug] = title
        self._criteria[slug] = tuple(replace(each, mark=each.mark or each.name.lower()) for each in criteria)
        return self._rate()

    def remove(self, rater: str) -> Reading | None:
        del self._titles[rater], self._criteria[rater]
        return self._rate()

    def assessment(self, slug: str, rater: str) -> Assessment:
        return Assessment(self._criteria[rater], self._answers.get((slug, rater), ()))

    def assess(
        self, slug: str, rater: str, answers: tuple[CriterionAnswer, ...], seen: tuple[CriterionAnswer, ...] | None = None
    ) -> Reading | None:
        if seen is not None and seen != self._answers.get((slug, rater), ()):
            raise ChangedMeanwhileError("It has since been changed.")
        self._answers[slug, rater] = answers
        return self._rate()
