"""Ad Fontes' figures come out by its own words: above 40 generally good, 24–40 a range of possibilities, below 24 problematic."""

import pytest

from credibility.model import Tier
from credibility.outlets.lists.formats.adfontes import score_of
from credibility.outlets.lists.formats.recognise import recognise

TABLE = """Source,Domain,Bias,Reliability
Larkfield Herald,larkfield.example,-3.51,48.2
The Moller Report,moller.example,2.4,40.01
Kelpline,kelpline.example,-17.2,31.7
The Falk Letter,falk.example,24.33,20.5
Tide Truth,tide.example,31.9,9.75
Unread,unread.example,1.0,
"""


@pytest.mark.parametrize(
    ("reliability", "tier"),
    [
        (0, Tier.VERY_LOW),
        (15.9, Tier.VERY_LOW),
        (16, Tier.LOW),
        (23.9, Tier.LOW),
        (24, Tier.MIXED),
        (39.9, Tier.MIXED),
        (40, Tier.RELIABLE),
        (47.9, Tier.RELIABLE),
        (48, Tier.HIGH),
        (64, Tier.HIGH),
    ],
)
def test_each_band_is_a_tier(reliability: float, tier: Tier) -> None:
    assert Tier.of_score(score_of(reliability)) == tier


def test_the_table_is_known_and_read_without_a_question() -> None:
    known = recognise(TABLE)
    assert known is not None and known.title == "Ad Fontes Media"
    read = known.read(TABLE)
    assert [(entry.key, entry.name, entry.original) for entry in read.entries][:2] == [
        ("larkfield.example", "Larkfield Herald", "48.2"),
        ("moller.example", "The Moller Report", "40.01"),
    ]
    assert [Tier.of_score(entry.score) for entry in read.entries] == [Tier.HIGH, Tier.RELIABLE, Tier.MIXED, Tier.LOW, Tier.VERY_LOW]
    assert [row.line for row in read.quarantined] == [7]
    assert not any("bias" in entry.reason for entry in read.entries)


def test_outlets_without_addresses_are_named() -> None:
    read = recognise(TABLE.replace("Domain", "Kind").replace(".example", "")).read(TABLE.replace("Domain", "Kind").replace(".example", ""))  # type: ignore[union-attr]
    assert [(entry.key, entry.name) for entry in read.entries][:1] == [("", "Larkfield Herald")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("48.2", "88.2"),  # a scale of 100
        ("-17.2", "-57.2"),  # a bias of another scale
        ("Bias", "Lean"),
        ("Reliability", "Reach"),
        ("Source,Domain,Bias,Reliability", "domain,bias,quality\na.example,-9,86"),
    ],
)
def test_another_scale_is_not_taken_for_it(before: str, after: str) -> None:
    known = recognise(TABLE.replace(before, after))
    assert known is None or known.title != "Ad Fontes Media"


def test_whole_figures_are_asked_about() -> None:
    assert recognise("source,domain,bias,quality\nA,a.example,-9,50\nB,b.example,8,20\n") is None
