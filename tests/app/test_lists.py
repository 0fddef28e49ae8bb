"""Rating lists are recognised, mapped, previewed, imported in one step, and exported."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app.workspace import Workspace
from credibility.model import ExportError, OutletQuery, RatingDraft, RatingError, Tier
from credibility.model.lists import ColumnMapping, ImportStep

Write = Callable[[str, str | bytes], Path]
SITES = (
    "Site;Points;Who;Why\nhttps://www.newsweek.com/;2,5;Newsweek;dated\nnews.example;5;News;sound\nnot an address;3;;\nlow.example;9;;\n"
)
MAPPING = ColumnMapping("Site", "Points", 0, 5, name="Who", reason="Why")


def bring(workspace: Workspace, path: Path, **how: object) -> None:
    lists = workspace.lists
    lists.import_list(lists.read(lists.open(path), **how))


def score(workspace: Workspace, slug: str, rater: str) -> float | None:
    return next((rating.score for rating in workspace.table.ratings(slug) if rating.rater.slug == rater), None)


def test_a_known_list_is_recognised_with_its_licence(workspace: Workspace, pc1: Path) -> None:
    file = workspace.lists.open(pc1)
    assert file.is_known
    assert "PC1" in file.format
    assert file.rater is not None
    assert file.rater.licence


def test_any_other_file_shows_its_columns_and_a_mapping_to_begin_with(workspace: Workspace, write: Write) -> None:
    file = workspace.lists.open(write("sites.csv", SITES))
    assert not file.is_known
    assert file.columns == ("Site", "Points", "Who", "Why")
    assert file.rows == 4
    assert file.sample[1] == (3, ("news.example", "5", "News", "sound"))
    assert file.guess is not None
    assert (file.guess.score, file.guess.highest) == ("Points", 10)


def test_a_mapping_is_tried_on_the_first_rows(workspace: Workspace, write: Write) -> None:
    rows = workspace.lists.sample(workspace.lists.open(write("sites.csv", SITES)), MAPPING)
    assert [(row.line, row.address, row.tier) for row in rows] == [
        (2, "newsweek.com", Tier.MIXED),
        (3, "news.example", Tier.HIGH),
        (4, "", Tier.UNRATED),
        (5, "", Tier.UNRATED),
    ]
    assert "9 is not within 0–5" in rows[3].problem


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("sites.tsv", "Site\tPoints\tWho\tWhy\nnews.example\t5\tCafé\tsound\n".encode()),
        ("sites.csv", "Site;Points;Who;Why\nnews.example;5;Café;sound\n".encode("cp1252")),
        ("sites.txt", "Site,Points,Who,Why\nnews.example,5,Café,sound\n".encode("utf-16")),
        ("sites.json", json.dumps([{"Site": "news.example", "Points": 5, "Who": "Café", "Why": "sound"}]).encode()),
        ("sites.jsonl", (json.dumps({"Site": "news.example", "Points": 5, "Who": "Café", "Why": "sound"}) + "\n").encode() * 2),
    ],
)
def test_files_of_every_kind_read_alike(name: str, content: bytes, workspace: Workspace, write: Write) -> None:
    entries = workspace.lists.read(workspace.lists.open(write(name, content)), MAPPING, "Sites").entries
    assert [(entry.key, entry.score, entry.name, entry.reason) for entry in entries[:1]] == [("news.example", 100, "Café", "sound")]


def test_a_database_is_read_table_by_table(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "sites.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE about(x)")
        database.execute("INSERT INTO about VALUES (1)")
        database.execute("CREATE TABLE sites(Site, Points, Who, Why)")
        database.execute("INSERT INTO sites VALUES ('news.example', 4, NULL, 'sound')")
    database.close()
    assert workspace.lists.open(path).tables == ("about", "sites")
    file = workspace.lists.open(path, "sites")
    assert file.columns == ("Site", "Points", "Who", "Why")
    assert workspace.lists.read(file, MAPPING, "Sites").entries[0].score == 80


def test_labels_get_scores_that_their_words_suggest(workspace: Workspace, write: Write) -> None:
    file = workspace.lists.open(write("l.csv", "site,verdict\na.example,Very low\nb.example,Reliable\nc.example,Unreliable\nd.example,x\n"))
    assert workspace.lists.labels(file, "verdict") == (("Very low", 10), ("Reliable", 90), ("Unreliable", 30), ("x", None))
    mapping = ColumnMapping("site", label="verdict", labels=(("very low", 10), ("reliable", 90)))
    read = workspace.lists.read(file, mapping, "Verdicts")
    assert [entry.score for entry in read.entries] == [10, 90]
    assert [row.line for row in read.quarantined] == [4, 5]


def test_a_kept_mapping_is_offered_to_files_that_have_its_columns(workspace: Workspace, write: Write) -> None:
    workspace.lists.keep_mapping("Class list", MAPPING)
    assert workspace.lists.open(write("again.csv", SITES)).fitting == ("Class list",)
    assert workspace.lists.open(write("other.csv", "domain,x\na.example,1\n")).fitting == ()
    assert workspace.lists.mappings() == {"Class list": MAPPING}


def test_an_import_is_one_step_with_its_record_and_quarantine(workspace: Workspace, pc1: Path) -> None:
    lists = workspace.lists
    preview = lists.preview(lists.read(lists.open(pc1)))
    assert preview.counts[ImportStep.ADD] == 3
    done = lists.import_list(preview.read)
    assert done.reading is None
    assert (done.record.rows, done.record.added, done.record.quarantined) == (4, 3, 1)
    assert lists.past() == (done.record,)
    assert [row.line for row in lists.quarantine(done.record.id)] == [5]
    assert score(workspace, "news.example", "pc1") is not None
    workspace.table.undo()
    assert workspace.table.outlets(OutletQuery(words="news.example")).total == 0
    workspace.table.redo()
    assert score(workspace, "news.example", "pc1") is not None


def test_a_newer_edition_shows_only_what_differs(workspace: Workspace, write: Write) -> None:
    bring(workspace, write("a.csv", SITES), mapping=MAPPING, title="Sites", licence="CC0")
    newer = write("b.csv", "Site;Points;Who;Why\nnewsweek.com;2.5;;\nother.example;1;;\n")
    preview = workspace.lists.preview(workspace.lists.read(workspace.lists.open(newer), MAPPING, "Sites"))
    assert {row.outlet: row.step for row in preview.rows} == {"newsweek.com": ImportStep.CHANGE, "other.example": ImportStep.ADD}
    assert [rating.outlet for rating in preview.withdrawn] == ["news.example"]
    assert preview.read.rater.licence == "CC0", "the licence given once stays with the list"
    workspace.lists.import_list(preview.read, withdraw=True)
    assert score(workspace, "news.example", "list-sites") is None


def test_a_cancelled_import_changes_nothing(workspace: Workspace, pc1: Path) -> None:
    lists = workspace.lists
    with pytest.raises(RatingError, match="cancelled"):
        lists.import_list(lists.read(lists.open(pc1)), progress=lambda _share, _phrase: False)
    assert lists.past() == ()
    assert workspace.table.can_undo() is None
    assert score(workspace, "newsweek.com", "pc1") is None


def test_an_import_recolours_the_open_article(workspace: Workspace, pc1: Path, article: Path) -> None:
    assert {rated.rating.rater.slug for rated in workspace.open_article(article).claims if rated.rating} == {"first"}
    workspace.raters.reorder((("first", False), ("second", False)))
    done = workspace.lists.import_list(workspace.lists.read(workspace.lists.open(pc1)))
    assert done.reading is workspace.reading
    assert {rated.rating.rater.slug for rated in done.reading.claims if rated.rating} == {"pc1"}


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.csv", "", "is empty"),
        ("text.csv", "just a sentence", "no rows"),
        ("torn.json", '{"a": ', "no rows"),
        ("bad.csv", b"\x00\xff" * 50, "binary data"),
    ],
)
def test_a_file_that_is_no_list_is_a_named_error(name: str, content: str | bytes, says: str, workspace: Workspace, write: Write) -> None:
    with pytest.raises(RatingError, match=says):
        workspace.lists.open(write(name, content))


def test_a_missing_file_a_folder_and_a_mapping_of_other_columns(workspace: Workspace, write: Write, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.csv", tmp_path):
        with pytest.raises(RatingError):
            workspace.lists.open(path)
    file = workspace.lists.open(write("x.csv", "domain,x\na.example,1\n"))
    with pytest.raises(RatingError, match="no column “Site”"):
        workspace.lists.read(file, MAPPING, "Sites")
    with pytest.raises(RatingError, match="not one of the known lists"):
        workspace.lists.read(file)


def test_what_is_exported_can_be_read_back(workspace: Workspace, tmp_path: Path) -> None:
    workspace.table.set_rating(RatingDraft("newsweek.com", 35, "=read closely", "https://example.org/"))
    table = workspace.lists.export(tmp_path / "table.csv")
    assert "newsweek.com,Newsweek,US,magazine,mine,35" in table.read_text(encoding="utf-8")
    told = json.loads(workspace.lists.export(tmp_path / "table.json", "first").read_text(encoding="utf-8"))
    assert [rater["rater"] for rater in told["raters"]] == ["first"]
    pack = workspace.lists.open(workspace.lists.export(tmp_path / "mine.pack", title="Ada's ratings"))
    assert pack.format == "SourceTint ratings pack"
    bring(workspace, pack.path)
    assert score(workspace, "newsweek.com", "pack-ada-s-ratings") == 35


def test_an_export_that_cannot_be_written_leaves_the_old_file(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="not a kind of file"):
        workspace.lists.export(tmp_path / "table.xlsx")
    with pytest.raises(ExportError, match="cannot be written"):
        workspace.lists.export(tmp_path / "no" / "table.csv")
    with pytest.raises(RatingError, match="no rater “nobody”"):
        workspace.lists.export(tmp_path / "table.csv", "nobody")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]


def test_preview_and_quarantine_are_exported(workspace: Workspace, pc1: Path, tmp_path: Path) -> None:
    preview = workspace.lists.preview(workspace.lists.read(workspace.lists.open(pc1)))
    rows = workspace.lists.export_preview(preview.rows, tmp_path / "rows.csv").read_text(encoding="utf-8")
    assert "add,4,news.example" in rows
    assert "5,“–” is not an outlet's address" in workspace.lists.export_quarantine(
        preview.read.quarantined, tmp_path / "bad.csv"
    ).read_text(encoding="utf-8")
