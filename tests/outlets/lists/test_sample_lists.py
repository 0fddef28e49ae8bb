"""The lists that people have (`../shared/samples/rating-lists`): known without a question, with well-known outlets in the right tiers."""

from pathlib import Path

import pytest

from credibility.model import OutletKind, Tier
from credibility.model.lists import ListEntry
from credibility.outlets.lists.formats.recognise import recognise

LISTS = Path(__file__).resolve().parents[3] / ".." / "shared" / "samples" / "rating-lists"
pytestmark = pytest.mark.skipif(not LISTS.is_dir(), reason="the sample lists are not beside the project")

VERY_LOW, LOW, MIXED, RELIABLE, HIGH = (Tier(place) for place in range(1, 6))
RIGHT = {
    "citeunseen/categorized-domains.json": ("citeunseen", {"reuters.com": HIGH, "nytimes.com": HIGH, "infowars.com": VERY_LOW}),
    "iffy/cred1_current.csv": ("iffy", {"infowars.com": VERY_LOW, "100percentfedup.com": LOW}),
    "iffy/iffy_header_and_rows_as_published_in_a_repo.csv": ("iffy", {"100percentfedup.com": LOW}),
    "mbfc/mbfcext_v5_combined.json": (
        "mbfc",
        {"reuters.com": HIGH, "theguardian.com": HIGH, "breitbart.com": LOW, "infowars.com": VERY_LOW},
    ),
    "newsguard/synthetic_metadata_fixture.csv": ("newsguard", {"good.example": HIGH, "mid.example": MIXED, "bad.example": VERY_LOW}),
    "opensources/sources.csv": ("opensources", {"breitbart.com": LOW, "infowars.com": VERY_LOW}),
    "pc1/domain_pc1.csv": ("pc1", {"reuters.com": HIGH, "theguardian.com": RELIABLE, "breitbart.com": LOW, "infowars.com": VERY_LOW}),
    "rsp/audiodude_sources.jsonl": ("rsp", {"reuters.com": HIGH, "theguardian.com": HIGH, "infowars.com": VERY_LOW}),
}
SATIRE = ("citeunseen/categorized-domains.json", "mbfc/mbfcext_v5_combined.json", "opensources/sources.csv")


def entries_of(name: str) -> tuple[str, tuple[ListEntry, ...]]:
    text = (LISTS / name).read_text(encoding="utf-8")
    known = recognise(text)
    assert known is not None, "no question is asked about a known list"
    read = known.read(text)
    return read.rater.slug, read.entries


@pytest.mark.parametrize("name", RIGHT)
def test_a_known_list_comes_out_right_without_a_question(name: str) -> None:
    rater, tiers = RIGHT[name]
    found, entries = entries_of(name)
    whole = {entry.key: Tier.of_score(entry.score) for entry in reversed(entries) if entry.score is not None and entry.scope.is_whole}
    assert found == rater
    assert {key: whole[key] for key in tiers} == tiers


@pytest.mark.parametrize("name", SATIRE)
def test_satire_is_a_kind_in_every_list_that_tells(name: str) -> None:
    assert OutletKind.SATIRE in {entry.kind for entry in entries_of(name)[1] if entry.key == "theonion.com"}


def test_every_sample_is_looked_at() -> None:
    assert {path.relative_to(LISTS).as_posix() for path in LISTS.glob("*/*")} == set(RIGHT)
