"""Convert between rows of the tables ``criterion`` and ``answer`` and values."""

from collections.abc import Iterable

from sqlite_utils import Database

from credibility.floor.web import web_address
from credibility.model.edited import Criterion, CriterionAnswer
from credibility.table.cells import lenient
from credibility.table.cells.lenient import words, words_or_none


def read_criteria(database: Database) -> dict[str, tuple[Criterion, ...]]:
    """The criteria of the raters of the user's own, by rater, in their order."""
    found: dict[str, list[Criterion]] = {}
    for rater, mark, name, weight, fulfilled in database.execute(
        "SELECT rater, mark, name, weight, fulfilled FROM criterion ORDER BY rater, place, mark"
    ):
        weighs = float(weight) if isinstance(weight, int | float) and weight > 0 else 1.0
        found.setdefault(words(rater), []).append(Criterion(words(mark), words(name), weighs, words(fulfilled)))
    return {rater: tuple(criteria) for rater, criteria in found.items()}


def read_answers(database: Database, rater: str, outlet: str | None = None) -> dict[str, tuple[CriterionAnswer, ...]]:
    """A rater's answers, by outlet: of all of them, or of one."""
    condition, wanted = ("AND outlet = ?", [rater, outlet]) if outlet else ("", [rater])
    found: dict[str, list[CriterionAnswer]] = {}
    for slug, criterion, met, evidence, url, answered_on in database.execute(
        f"SELECT outlet, criterion, met, evidence, url, answered_on FROM answer WHERE rater = ? {condition} ORDER BY outlet, criterion",
        wanted,
    ):
        said = bool(met) if met in (0, 1) else None
        found.setdefault(words(slug), []).append(
            CriterionAnswer(words(criterion), said, words(evidence), words_or_none(url), lenient.day(answered_on))
        )
    return {slug: tuple(answers) for slug, answers in found.items()}


def criterion_rows(rater: str, criteria: Iterable[Criterion]) -> list[dict[str, object]]:
    """The columns of table ``criterion``, in the order given."""
    return [
        {"rater": rater, "mark": each.mark, "place": place, "name": each.name, "weight": each.weight, "fulfilled": each.fulfilled}
        for place, each in enumerate(criteria)
    ]


def answer_row(outlet: str, rater: str, answer: CriterionAnswer) -> dict[str, object]:
    """The columns of table ``answer``."""
    return {
        "outlet": outlet,
        "rater": rater,
        "criterion": answer.criterion,
        "met": None if answer.met is None else int(answer.met),
        "evidence": answer.evidence,
        "url": web_address(answer.url),
        "answered_on": answer.answered_on.isoformat() if answer.answered_on else None,
    }
