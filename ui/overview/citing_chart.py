"""Who cites whom in the library, as the same kind of chart as the sources of one article."""

from collections.abc import Sequence

from credibility.floor.language import said, tr, tr_of
from credibility.model.library import WhoCitesWhom
from ui.basics.numbers import number_words
from ui.overview.chart import Bar, Chart
from ui.theme import Theme

TITLE, NAMES = said("Who cites whom"), 380.0
MOST = 40
"""Pairs that the picture shows; the table has them all."""


def citing_chart(rows: Sequence[WhoCitesWhom], theme: Theme) -> Chart:
    """Publishers with the outlets that they cite, those with the most claims first, never by tier."""
    bars = tuple(
        Bar(f"{row.publisher or tr('not known')} → {row.outlet}", tr(theme.styles[row.role].label), row.role, row.claims, row.articles)
        for row in rows
    )
    publishers, outlets = len({row.publisher for row in rows}), len({row.slug for row in rows})
    told = tr(
        "{claims} of {publishers} through {outlets} in your library",
        claims=tr_of(sum(row.claims for row in rows), "{count} claim", "{count} claims"),
        publishers=tr_of(publishers, "{count} publisher", "{count} publishers"),
        outlets=tr_of(outlets, "{count} outlet", "{count} outlets"),
    )
    if len(bars) > MOST:
        told = tr("{told}; the {most} pairs with the most claims of {all}", told=told, most=MOST, all=number_words(len(bars)))
    columns = (said("Publisher → outlet"), said("Tier"), said("Claims"), said("Articles"))
    return Chart(tr(TITLE), told, bars, theme, NAMES, columns, MOST)
