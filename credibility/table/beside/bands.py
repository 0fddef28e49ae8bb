"""What the words of a rater are worth: shown by its ratings, changed by the user for all of them, kept for later editions of its list."""

from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from credibility.floor.language import said
from credibility.model import RatingError, Tier
from credibility.model.edited import Band
from credibility.outlets.lists.bands import bands_in, range_of, score_of
from credibility.table import rows
from credibility.table.beside.criterion_rows import read_criteria
from credibility.table.cells import lenient, statements
from credibility.table.schema.renewing import filled_once
from credibility.table.schema.tables import MINE, RECORDED
from credibility.table.session import Session

CHOSEN = "your own mapping: “{}” is {:g}"


class StoredBands:
    """How the raters' own words are mapped to scores."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, rater: str) -> tuple[Band, ...]:
        """The words of a rater, or its figures by tier, best first, with what they are worth. Raises RatingError for no such rater."""

        def read(database: Database) -> tuple[Band, ...]:
            _title(database, rater)
            asked = "SELECT original, score FROM rating WHERE rater = ? AND score IS NOT NULL AND original <> ''"
            pairs = ((lenient.words(original), lenient.score(score)) for original, score in database.execute(asked, (rater,)))
            return bands_in(pairs, read_bands(database).get(rater, {}))

        return self._session.read(read)

    def set(self, rater: str, scores: Mapping[str, float]) -> None:
        """Give words or figures of a rater these scores, in all its ratings and in later editions of its list, as one undoable step.

        Raises RatingError for a score that cannot be, and for a rater whose scores are the user's own.
        """
        title = self._session.read(lambda database: _title(database, rater))
        check_bands(scores)
        told = [f"“{label}” to {score:g} ({Tier.of_score(score).label})" for label, score in scores.items()]
        if not told:
            return
        with self._session.edit(f"Map {told[0]} for {title}" if len(told) == 1 else f"Map {len(told)} words of {title}"):
            database = self._session.database
            if rater == MINE or rater in read_criteria(database):
                raise RatingError(
                    said("{rater} has no words of its own to map.", rater=title), said("Change its ratings or criteria themselves.")
                )
            keep_bands(database, rater, scores)
            apply_bands(database, [rater])


def check_bands(scores: Mapping[str, float]) -> None:
    """Raise RatingError for words without letters or figures, and for a score that cannot be."""
    for label, score in scores.items():
        if not label or not 0 <= score <= 100:
            raise RatingError(said("“{label}” cannot be {score:g}.", label=label, score=score), said("A score is a number from 0 to 100."))


def keep_bands(database: Database, rater: str, scores: Mapping[str, float]) -> None:
    """Keep the scores of a rater's words. Must run inside a recorded write transaction."""
    told = [{"rater": rater, "label": _label(label), "score": score} for label, score in scores.items()]
    statements.upsert_all(database, "band", told, RECORDED["band"])


def read_bands(database: Database) -> dict[str, dict[str, float]]:
    """The scores that the user gave to words and figures, by rater."""
    found: dict[str, dict[str, float]] = {}
    for rater, label, score in database.execute("SELECT rater, label, score FROM band ORDER BY rater, label"):
        if (worth := lenient.score(score)) is not None:
            found.setdefault(lenient.words(rater), {})[lenient.words(label)] = worth
    return found


def apply_bands(database: Database, raters: Iterable[str]) -> None:
    """Give the ratings of these raters the scores of the user's bands. Must run inside a recorded write transaction."""
    chosen = {rater: bands for rater, bands in read_bands(database).items() if rater in set(raters)}
    for rater, bands in chosen.items():
        asked = "SELECT outlet, scope, original, score, mapping FROM rating WHERE rater = ? AND score IS NOT NULL"
        changed = []
        for outlet, scope, original, score, mapping in database.execute(asked, (rater,)).fetchall():
            worth = score_of(lenient.words(original), bands)
            told = "" if worth is None else CHOSEN.format(original, worth)
            if worth is not None and (worth, told) != (score, mapping):
                changed.append((worth, told, outlet, rater, scope))
        if not changed:
            continue
        with filled_once(database, [rater]):
            database.conn.executemany("UPDATE rating SET score = ?, mapping = ? WHERE outlet = ? AND rater = ? AND scope = ?", changed)


def _title(database: Database, rater: str) -> str:
    known = rows.read_raters(database)
    if rater not in known:
        raise RatingError(said("There is no rater “{rater}”.", rater=rater), said("There are: {raters}.", raters=", ".join(known)))
    return known[rater].title


def _label(label: str) -> str:
    """The label as it is kept: figures from one to another with a dash."""
    ends = range_of(label)
    return label if ends is None else f"{ends[0]:g}–{ends[1]:g}"
