"""Export ratings from one table and import them into another."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from credibility.model import OutletDraft, RatingDraft, Scope
from credibility.model.lists import ImportStep, SetAside
from credibility.outlets.lists.exports import preview_csv, ratings_csv, ratings_json, set_aside_csv
from credibility.outlets.lists.formats.pack import read_pack, write_pack
from credibility.outlets.lists.formats.recognise import recognise
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, scores


def test_a_pack_is_merged_as_a_rater_of_its_own(store: RatingsStore, tmp_path: Path) -> None:
    store.edits.save_outlet(OutletDraft("school.example", "School News", country="GB"))
    store.edits.set_rating(RatingDraft("school.example", 77, "we know them", "https://school.example/about"))
    store.edits.set_rating(RatingDraft("newsweek.com", 33, "so so", scope=Scope(topic="politics")))
    text = write_pack(store.snapshot(), "mine", "Class 2b", date(2026, 5, 1))
    known = recognise(text)
    assert known is not None and known.title == "SourceTint ratings pack"
    other = RatingsStore.open(tmp_path / "other" / "ratings.db", STARTER)
    other.edits.set_rating(RatingDraft("newsweek.com", 90, "I like it"))
    record = other.lists.import_list(known.read(text))
    assert (record.rater, record.title, record.licence, record.added) == ("pack-class-2b", "Class 2b", "CC0-1.0", 2)
    assert scores(other, "newsweek.com")[0] == ("mine", 90.0)
    assert ("pack-class-2b", 33.0) in scores(other, "newsweek.com")
    added = other.queries.ratings("school.example")[0]
    assert (added.score, added.provenance.reason, added.provenance.url) == (77, "we know them", "https://school.example/about")
    assert other.queries.outlet("school.example").country == "GB"
    other.close()


@pytest.mark.parametrize(
    "text", ['{"format": "sourcetint-ratings-pack", "version": 9, "ratings": []}', '{"format": "other", "ratings": []}', "{}"]
)
def test_what_is_no_pack(text: str) -> None:
    with pytest.raises(ValueError):
        read_pack(text)


def test_csv_holds_every_rating_with_its_provenance(store: RatingsStore) -> None:
    store.edits.set_rating(RatingDraft("newsweek.com", 33, "=1+1"))
    rows = list(csv.DictReader(io.StringIO(ratings_csv(store.snapshot()))))
    assert len(rows) == 5
    mine = next(row for row in rows if row["rater"] == "mine")
    assert (mine["outlet"], mine["score"], mine["tier"], mine["reason"]) == ("newsweek.com", "33.0", "Low", "'=1+1")
    assert len(list(csv.DictReader(io.StringIO(ratings_csv(store.snapshot(), "second"))))) == 1


def test_json_holds_outlets_with_names_and_ratings(store: RatingsStore) -> None:
    told = json.loads(ratings_json(store.snapshot()))
    assert [rater["rater"] for rater in told["raters"]] == ["mine", "first", "second"]
    guardian = next(outlet for outlet in told["outlets"] if outlet["outlet"] == "theguardian.com")
    assert "gu.com" in guardian["addresses"] and [rating["score"] for rating in guardian["ratings"]] == [85, 60]


def test_what_was_set_aside_and_what_would_change_can_be_written_out(store: RatingsStore) -> None:
    assert set_aside_csv([SetAside(3, "a,b", "no address")]) == 'line,problem,row\n3,no address,"a,b"\n'
    store.edits.set_rating(RatingDraft("newsweek.com", 33, "so so"))
    preview = store.lists.preview(read_pack(write_pack(store.snapshot(), "mine", "Other", date(2026, 5, 1))))
    assert preview_csv(preview.rows, frozenset({ImportStep.ADD})).splitlines()[1] == "add,1,newsweek.com,,33,,"
