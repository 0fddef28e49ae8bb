"""Who cites whom in the library, as the same kind of chart as the sources of one article."""

from collections.abc import Sequence

from credibility.model.library import WhoCitesWhom
from ui.basics.numbers import counted, number_words
from ui.overview.chart import Bar, Chart
from ui.theme import Theme

TITLE, NAMES = "Who cites whom", 380.0
MOST = 40
"""Pairs that the picture shows; the table has them all."""


def citing_chart(rows: Sequence[WhoCitesWhom], theme: Theme) -> Chart:
    """Publishers with the outlets that they cite, those with the most claims first, never by tier."""
    bars = tuple(
        Bar(f"{row.publisher or 'not known'} → {row.outlet}", theme.styles[row.role].label, row.role, row.claims, row.articles)
        for row in rows
    )
    publishers, outlets = len({row.publisher for row in rows}), len({row.slug for row in rows})
    told = f"{counted(sum(row.claims for row in rows), 'claim')} of {counted(publishers, 'publisher')} through {counted(outlets, 'outlet')}"
    more = f"; the {MOST} pairs with the most claims of {number_words(len(bars))}" if len(bars) > MOST else ""
    return Chart(TITLE, f"{told} in your library{more}", bars, theme, NAMES, ("Publisher → outlet", "Tier", "Claims", "Articles"), MOST)
