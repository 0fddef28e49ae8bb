"""Importing a hostile list ends in ratings or in a named error, and stores nothing but plain text and web addresses."""

import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.workspace import Workspace
from credibility.model import RatingError, RatingStatus
from credibility.model.lists import ColumnMapping
from tests.bench.hostile_lists import VALID, bring, hostile_lists
from tests.conftest import Run

FORBIDDEN = {"Cc", "Cs", "Zl", "Zp"}
WHOLE = ("deep", "half", "nul", "one", "un")  # files that are odd as a whole
EVERY_FOURTH = [made for place, made in enumerate(hostile_lists()) if place % 4 == 0 or made[0].startswith(WHOLE)]


def kept(workspace: Workspace) -> list[str]:
    """All text in the table that came from a list."""
    rated = [rating for ratings in workspace.table.registry.ratings.values() for rating in ratings]
    ratings = [rating for rating in rated if rating.provenance.status is RatingStatus.IMPORTED]
    told = [(r.provenance.reason, r.provenance.original, r.provenance.url, r.rater.title, r.rater.licence, r.rater.url) for r in ratings]
    names = [(outlet.name, outlet.country, *(name.text for name in outlet.names)) for outlet in workspace.table.registry.outlets.values()]
    return [word for words in (*told, *names) for word in words if word]


def test_no_list_ends_in_anything_but_ratings_or_a_named_error(workspace: Workspace, tmp_path: Path) -> None:
    for name, data in EVERY_FOURTH:
        path = tmp_path / name
        path.write_bytes(data)
        assert bring(workspace, path) in ("imported", "refused"), name
    words = kept(workspace)
    assert len(words) > 20
    assert [word for word in words if any(unicodedata.category(char) in FORBIDDEN or char == "\u202e" for char in word)] == []
    urls = [rating.provenance.url for rated in workspace.table.registry.ratings.values() for rating in rated if rating.provenance.url]
    assert urls
    assert [url for url in urls if not url.startswith(("http://", "https://"))] == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(VALID)), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12)), max_size=5))
def test_no_mutation_of_a_list_does_either(workspace: Workspace, name: str, cuts: list[tuple[float, int, bytes]]) -> None:
    data = VALID[name].encode()
    for place, length, filling in cuts:
        at = int(place * len(data))
        data = data[:at] + filling + data[at + length :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        assert bring(workspace, path) in ("imported", "refused")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", 'site,score\na.example,3\n"' + "b.example,4\n" * 20_000, "line 3: field larger than field limit"),
        ("a.json", "[" * 100_000, "nested too deeply"),
        ("a.pack", '{"format": "sourcetint-ratings-pack", "version": "two", "ratings": []}', "does not say its version"),
        ("a.pack", '{"format": "sourcetint-ratings-pack", "version": 2, "ratings": []}', "newer SourceTint"),
        ("a.pack", '{"format": "sourcetint-ratings-pack", "version": 1, "ratings": [', "line 1"),
        ("a.csv", "domain,pc1\na.example,1\n" + '"' + "b,1\n" * 50_000, "line 3"),
    ],
    ids=["cell", "depth", "version", "newer", "cut", "known"],
)
def test_the_error_says_what_is_wrong_and_where(run: Run, tmp_path: Path, name: str, content: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    code, _, told = run("ratings", "import", path, "--yes")
    assert (code, words in told) == (6, True), told


def test_evidence_that_is_no_web_address_is_kept_as_words(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("site,score,why,link\nb.example,5,seen,javascript:alert(1)\nc.example,5,seen,https://x.example/\n", encoding="utf-8")
    lists = workspace.lists
    read = lists.read(lists.open(path), ColumnMapping("site", "score", 0, 5, reason="why", url="link"), "Links")
    assert [(entry.url, entry.reason) for entry in read.entries] == [
        (None, "seen (evidence: javascript:alert(1))"),
        ("https://x.example/", "seen"),
    ]


def test_a_scale_needs_two_ends(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("site,score\nb.example,5\n", encoding="utf-8")
    for highest in (float("inf"), float("nan"), 1e308 * 10):
        with pytest.raises(RatingError, match="no end"):
            workspace.lists.read(workspace.lists.open(path), ColumnMapping("site", "score", 0, highest), "Endless")
