"""A mapping to begin with for a list of unknown columns: what each probably holds, with the ends of its scale read from the data."""

from collections.abc import Sequence

from credibility.floor.language import said
from credibility.model.lists import ColumnMapping
from credibility.outlets.lists.reading import Row
from credibility.outlets.lists.unknown.columns import Kind, SeenColumn, columns_in
from credibility.outlets.lists.unknown.labels import guess_labels
from credibility.outlets.lists.unknown.shapes import columns_of

_TOPS = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 10.0, 20.0, 50.0, 100.0)
_AD_FONTES_TOP = 64.0
_FEWEST_CRITERIA = 3
_STARS = 10.0  # scales of whole steps up to here may begin at one


def guess_mapping(rows: Sequence[Row]) -> ColumnMapping:
    """A mapping to begin with. `address` is "" when no column holds addresses, and then outlets are found by their name.

    Neither `score` nor `label` is set when no column may be taken for credibility: a political scale, a rank or a year never is.
    """
    columns = columns_in(rows, columns_of(rows))
    where = _address(columns, len(rows))
    rest = [column for column in columns if column is not where]
    score, label = _rating(rest)
    taken = {column.name for column in (where, score, label) if column}
    rest = [column for column in rest if column.name not in taken]
    lowest, highest = scale_of(score, columns) if score else (0.0, 100.0)
    name = _name(rest)
    taken.add(name)
    url = _evidence(rest, taken)
    taken.add(url)
    rated_on = _rated_on(rest, taken)
    taken.add(rated_on)
    return ColumnMapping(
        where.name if where else "",
        score.name if score else "",
        lowest,
        highest,
        label.name if label else "",
        guess_labels(label.labels, label.name) if label else (),
        name,
        _called(rest, "reason", taken),
        url,
        rated_on,
        _called(rest, "country", taken),
        _criteria(rest),
    )


def scale_of(score: SeenColumn, columns: Sequence[SeenColumn] = ()) -> tuple[float, float]:
    """The worst and the best figure of a column: of the usual scale that its values fit, from below zero if they are signed."""
    figures = score.figures or (0.0, 100.0)
    low, high = min(figures), max(figures)
    top = max(abs(low), abs(high)) if low < 0 else high
    end = next((each for each in _TOPS if top <= each), top)
    if low < 0:
        bottom = -end
    elif low == 1 < high <= _STARS and all(value.is_integer() for value in figures):
        bottom, end = 1.0, (high if high in _TOPS else end)
    else:
        bottom = 0.0
    if score.kind is Kind.CREDIBLE and low >= 0 and _STARS < high <= _AD_FONTES_TOP and _has_signed_leaning(columns):
        end = _AD_FONTES_TOP
    return (end, bottom) if score.kind is Kind.RISK else (bottom, end)


def _has_signed_leaning(columns: Sequence[SeenColumn]) -> bool:
    """As in the files of Ad Fontes Media, whose reliability goes up to 64."""
    return any(column.kind is Kind.POLITICAL and min(column.figures, default=0) < 0 for column in columns)


def _address(columns: Sequence[SeenColumn], rows: int) -> SeenColumn | None:
    """The column that leads to the most sites: pages about the outlets all lead to one."""
    found = [(column.sites, column.is_called("address"), -place) for place, column in enumerate(columns)]
    sites, _, place = max(found, default=(0, False, 0))
    enough = sites >= min(2, rows)
    return columns[-place] if sites and enough else None


def _rating(columns: Sequence[SeenColumn]) -> tuple[SeenColumn | None, SeenColumn | None]:
    """The column of figures or of labels that says most plainly how credible an outlet is; one of the two at most."""
    possible = [column for column in columns if column.may_be_credibility]
    figures = {kind: [column for column in possible if column.is_numeric and column.kind is kind] for kind in Kind}
    for kind in (Kind.CREDIBLE, Kind.SCORE):
        if figures[kind]:
            return figures[kind][0], None
    labels = [column for column in possible if column.is_labels and not column.is_criterion]
    if labels:
        return None, min(
            labels, key=lambda column: (column.kind is not Kind.CREDIBLE, column.kind is Kind.RISK, not column.is_called("label"))
        )
    others = figures[Kind.OTHER]
    return (others[0] if len(others) == 1 and not figures[Kind.RISK] else None), None


def question_about(rows: Sequence[Row], guess: ColumnMapping) -> str:
    """What has to be asked before a list can be read by a guess, in a sentence; "" when nothing has.

    Figures that tell of a risk are not taken for credibility without being asked: which end is the better one is for the reader to say.
    """
    if guess.score or guess.label or guess.listed is not None:
        return ""
    columns = columns_in(rows, columns_of(rows))
    risk = next((column for column in columns if column.kind is Kind.RISK and column.is_numeric), None)
    if risk is None:
        return ""
    worst, best = scale_of(risk, columns)
    return said(
        "“{column}” tells of a risk, not of credibility. If its lowest figure is the best one, choose it as the score, "
        "from {worst:g} (worst) to {best:g} (best).",
        column=risk.name,
        worst=worst,
        best=best,
    )


def _name(columns: Sequence[SeenColumn]) -> str:
    texts = [column for column in columns if column.texts and not column.is_numeric and not column.sites and not column.is_criterion]
    called = [column for column in texts if column.is_called("name") and not column.is_called("political")]
    return max(called, key=lambda column: len(column.labels)).name if called else ""


def _evidence(columns: Sequence[SeenColumn], taken: set[str]) -> str:
    links = [column for column in columns if column.name not in taken and any("://" in text for text in column.texts[:20])]
    return next((column.name for column in (*(each for each in links if each.is_called("evidence")), *links)), "")


def _rated_on(columns: Sequence[SeenColumn], taken: set[str]) -> str:
    days = [column for column in columns if column.name not in taken and column.are_days and not column.is_called("founded")]
    return next((column.name for column in days if column.is_called("date")), "")


def _called(columns: Sequence[SeenColumn], family: str, taken: set[str]) -> str:
    found = (column for column in columns if column.name not in taken and column.texts and not column.is_numeric and not column.sites)
    return next((column.name for column in found if column.is_called(family) and not column.is_called("political")), "")


def _criteria(columns: Sequence[SeenColumn]) -> tuple[tuple[str, float], ...]:
    found = [column for column in columns if column.is_criterion]
    return tuple((column.name, 1.0) for column in found) if len(found) >= _FEWEST_CRITERIA else ()
