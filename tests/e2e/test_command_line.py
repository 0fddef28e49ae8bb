"""The command line as the README describes it."""

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from app.exports.paper import export_pdf
from app.workspace import Workspace
from credibility.floor.progress import silent
from credibility.model import Role
from tests.annotations.test_pdf import letters, words_under
from tests.conftest import Run
from tests.e2e.conftest import EXAMPLE, SHARED

Claims = Callable[[Path], dict[str, Any]]


def test_extract_gives_the_article_as_documented(run: Run) -> None:
    code, out, _ = run("extract", EXAMPLE, "--json")
    article = json.loads(out)
    assert code == 0
    assert article["title"] == "The bat-men of the Moon, and other things people read in the paper"
    assert article["published"].startswith("2026-04-01")
    assert (article["url"], article["url_from"]) == ("https://example.org/reader/bat-men-of-the-moon", "canonical")
    assert len(article["comments"]) == 2
    assert "nobody reads the comments" not in article["text"]
    assert {"heading", "paragraph", "quotation", "list-item"} <= {block["kind"] for block in article["blocks"]}
    (link,) = article["links"]
    start, end = link["span"]
    assert article["text"][start:end] == link["text"] == "Boston Herald"
    assert {"title", "byline", "published", "publisher", "url", "url_from", "text", "blocks", "links", "comments"} <= set(article)


def test_line_that_leads_to_another_article_is_shown_and_gives_no_claim(run: Run, claims: Claims, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    lines = (
        "The Ferry Stays",
        "The ferry left at noon.",
        "Read more: The mayor said the ferry is safe.",
        "It was empty, the harbour office said.",
    )
    path.write_text("\n\n".join(lines), "utf-8")
    blocks = json.loads(run("extract", path, "--json")[1])["blocks"]
    assert [block.get("pointer", False) for block in blocks] == [False, True, False]
    assert [claim["source"]["text"] for claim in claims(path)["claims"]] == ["the harbour office"]


def test_claims_have_the_documented_shape(claims: Claims) -> None:
    reading = claims(EXAMPLE)
    assert set(reading) >= {"article", "text", "claims"}
    kinds = {"outlet", "person", "organisation", "government", "document", "poll", "anonymous-official", "anonymous", "hearsay", "none"}
    ways = {"named", "addressee", "anaphora", "carried-over", "link", "excerpt", "host", "none"}
    for claim in reading["claims"]:
        assert claim["content"], claim
        assert all(0 <= start < end <= len(reading["text"]) for start, end in claim["content"])
        assert claim["source"]["kind"] in kinds
        assert claim["quote"] in {"direct", "indirect", "mixed"}
        assert claim["outlet_by"] in ways
        assert (claim["outlet"] is None) == (claim["outlet_by"] == "none")
        assert claim["why"][0]["step"] == "words"
        if claim["rating"]:
            assert {"tier", "score", "rater", "scope", "rated_on", "reason", "url"} <= set(claim["rating"])
            assert claim["rating"]["reason"]


def test_the_same_file_gives_the_same_answer_twice(claims: Claims) -> None:
    assert claims(EXAMPLE) == claims(EXAMPLE)


def test_the_example_shows_every_kind_of_highlight(claims: Claims) -> None:
    found = claims(EXAMPLE)["claims"]
    shown = {claim["role"] for claim in found if claim["polarity"] == "asserted"}
    shown |= {Role.NOT_ASSERTED.value for claim in found if claim["polarity"] != "asserted"}
    assert {role.value for role in Role} - shown == set()


def test_export_writes_every_paragraph_and_each_claim_exactly_under_its_quads(run: Run, tmp_path: Path, claims: Claims) -> None:
    target = tmp_path / "out.pdf"
    code, out, _ = run("export", EXAMPLE, "-o", target)
    assert code == 0
    assert str(target) in out
    reading = claims(EXAMPLE)
    for claim in reading["claims"]:
        content = letters("".join(reading["text"][start:end] for start, end in claim["content"]))
        assert words_under(target, claim["id"]) == content
    document = pypdfium2.PdfDocument(target)
    text = letters("".join(page.get_textpage().get_text_range() for page in document))
    for paragraph in reading["text"].split("\n"):
        assert letters(paragraph)[:40] in text
        assert letters(paragraph)[-40:] in text
    assert "It says nothing about whether this claim is true" in " ".join(document[0].get_textpage().get_text_range().split())


@pytest.mark.parametrize("form", ["000_1fe903f4d6d966e9.txt", "seed.html"])
def test_the_sample_exports_soundly(form: str, sample: Path, tmp_path: Path) -> None:
    with Workspace.at() as workspace:
        reading = workspace.open_article(sample / form)
        target = export_pdf(reading, tmp_path / "out.pdf", workspace.styles, silent).path
    document = pikepdf.open(target)
    assert document.check_pdf_syntax() == []
    for rated in reading.claims:
        assert words_under(target, rated.id) == letters("".join(span.of(reading.article.text) for span in rated.claim.content))


def test_a_rating_is_set_explained_undone_and_done_again(run: Run, claims: Claims) -> None:
    def tier() -> tuple[str, str]:
        rating = next(claim["rating"] for claim in claims(EXAMPLE)["claims"] if claim["outlet"] and claim["outlet"]["name"] == "BBC")
        return rating["tier"], rating["rater"]

    before = tier()
    assert run("ratings", "set", "bbc.co.uk", "low", "--reason", "for this test", "--url", "https://example.org/why")[0] == 0
    assert tier() == ("low", "mine")
    assert "for this test" in run("ratings", "show", "bbc.co.uk")[1]
    assert "Rate BBC" in run("ratings", "history", "bbc.co.uk")[1]
    assert run("ratings", "undo")[0] == 0
    assert tier() == before
    assert run("ratings", "redo")[0] == 0
    assert tier() == ("low", "mine")
    assert run("ratings", "unset", "bbc.co.uk")[0] == 0
    assert tier() == before


def test_resolve_says_what_a_link_and_a_name_mean(run: Run) -> None:
    code, out, _ = run("resolve", "https://web.archive.org/web/2020/https://www.theguardian.com/world/1", "Newsweek")
    assert code == 0
    assert "The Guardian (theguardian.com)" in out
    assert "Newsweek (newsweek.com)" in out
    code, out, _ = run("resolve", "Daily Star")
    assert code == 6
    assert " or " in out


def test_another_database_is_used_with_db(run: Run, tmp_path: Path, home: Path) -> None:
    for each in home.iterdir():
        each.unlink()
    chosen = tmp_path / "other" / "table.db"
    assert run("--db", chosen, "ratings", "set", "bbc.co.uk", "10", "--reason", "x")[0] == 0
    assert chosen.exists()
    assert list(home.iterdir()) == []
    assert "x" not in run("ratings", "list", "--mine")[1].split()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.html", b"", "empty"),
        ("binary.html", bytes(range(256)) * 40, ""),
        ("nothing.html", b"<html><body><nav>x</nav></body></html>", ""),
    ],
)
def test_a_bad_file_is_a_named_error(name: str, data: bytes, says: str, run: Run, tmp_path: Path) -> None:
    bad = tmp_path / name
    bad.write_bytes(data)
    code, out, err = run("claims", bad)
    assert code == 3
    assert out == ""
    assert err.startswith("sourcetint: ")
    assert says in err
    assert "Traceback" not in err


def test_a_missing_file_a_folder_and_an_unwritable_target_are_named_errors(run: Run, tmp_path: Path) -> None:
    assert run("claims", tmp_path / "nope.html")[0] == 3
    assert run("claims", tmp_path)[0] == 3
    code, _, err = run("export", EXAMPLE, "-o", tmp_path / "no" / "where.pdf")
    assert code == 5
    assert "does not exist" in err


def test_a_foreign_database_is_a_named_error_and_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    foreign = tmp_path / "mine.db"
    with sqlite3.connect(foreign) as database:
        database.execute("CREATE TABLE recipes (name TEXT)")
    database.close()
    before = foreign.read_bytes()
    code, _, err = run("--db", foreign, "ratings", "list")
    assert code == 4, err
    assert foreign.read_bytes() == before


def test_a_locked_database_is_a_named_error(run: Run, home: Path) -> None:
    assert run("ratings", "list")[0] == 0
    holder = sqlite3.connect(home / "ratings.db")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        code, _, err = run("ratings", "set", "bbc.co.uk", "10", "--reason", "x")
    finally:
        holder.rollback()
        holder.close()
    assert code == 4
    assert "another program" in err or "locked" in err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_a_named_error(run: Run, home: Path) -> None:
    (home / "ratings.db").unlink()
    home.chmod(0o500)
    assert run("ratings", "list")[0] == 4


def test_shared_material_is_not_in_the_project() -> None:
    """Third parties' text beside the project is for measuring only."""
    article = SHARED / "samples" / "articles" / "000_1fe903f4d6d966e9.txt"
    if not article.exists():
        pytest.skip("the sample articles are not beside the project")
    lines = [line.strip() for line in article.read_text(encoding="utf-8").splitlines() if len(line) > 80]
    root = Path(__file__).resolve().parents[2]
    for path in root.glob("**/*"):
        if path.suffix in {".py", ".md", ".toml", ".html", ".txt", ".csv"} and ".venv" not in path.parts and path.is_file():
            text = path.read_text(encoding="utf-8", errors="ignore")
            assert not [line for line in lines if line in text], path
