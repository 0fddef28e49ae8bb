"""An exported PDF holds the whole reading: it opens elsewhere as exported, says what differs there, and brings its corrections along."""

import io
import json
import zlib
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.workspace import Workspace
from credibility.annotations.record import read_record
from credibility.floor.progress import silent
from credibility.model import ATTACHED_ANNOTATIONS, ATTACHED_READING, Reading
from tests.annotations.test_originals import made
from tests.e2e.conftest import EXAMPLE, NewTable
from tests.e2e.test_command_line import Run

PAGES = {
    "ar": "قالت صحيفة المرفأ إن الحكومة ستعلن عن خطة جديدة يوم الثلاثاء، وأضافت أن المفاوضات مستمرة منذ أسابيع طويلة بين الأطراف.",
    "he": "עיתון הנמל דיווח כי הממשלה תכריז על תוכנית חדשה ביום שלישי, והוסיף כי השיחות נמשכות כבר שבועות ארוכים בין הצדדים.",
    "hi": "बंदरगाह के अख़बार के अनुसार सरकार मंगलवार को नई योजना की घोषणा करेगी और बातचीत कई हफ़्तों से जारी है, अधिकारियों ने कहा।",
    "th": "หนังสือพิมพ์ท่าเรือรายงานว่ารัฐบาลจะประกาศแผนใหม่ในวันอังคารและการเจรจาดำเนินมาหลายสัปดาห์แล้วระหว่างทุกฝ่าย",
    "zh": "港口报报道，政府将于周二宣布一项新的港口计划，谈判已经持续了数周之久，各方仍未达成一致意见。"
    "会谈将在年内继续进行，共有十二个国家参加，会议地点尚未确定。",
}


def attached(path: Path, name: str) -> dict:
    with pikepdf.open(path) as pdf:
        return json.loads(pdf.attachments[name].get_file().read_bytes())


def corrected(workspace: Workspace, path: Path) -> Reading:
    reading = workspace.open_article(path)
    workspace.corrections.reject_claim(reading.claims[0].id)
    workspace.corrections.set_said(reading.claims[1].id, False)
    carried_by = next(rated for rated in reading.claims[2:] if rated.resolution.outlet)
    return workspace.corrections.assign_outlet(carried_by.id, None)


@pytest.fixture
def carried(tmp_path: Path, new_table: NewTable) -> Path:
    """The example with three corrections, exported on another machine."""
    with Workspace.at(new_table(tmp_path / "there")) as workspace:
        corrected(workspace, EXAMPLE)
        return workspace.export(tmp_path / "carried.pdf", silent).path


def test_the_pdf_holds_claims_corrections_and_evidence(carried: Path) -> None:
    held = attached(carried, ATTACHED_READING)
    assert held["sourcetint"] == {"format": 1, "kind": "reading"}
    assert len(held["reading"]["claims"]) > 10
    assert len(held["rejected"]) == 1
    assert len(held["corrections"]["items"]) == 3
    assert held["evidence"]["file"] == EXAMPLE.name
    assert len(held["evidence"]["sha256"]) == len(held["evidence"]["text_sha256"]) == 64
    assert held["evidence"]["raters"]
    page = attached(carried, ATTACHED_ANNOTATIONS)
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == len(held["reading"]["claims"])


def test_its_corrections_are_taken_over_on_request(carried: Path, tmp_path: Path, new_table: NewTable) -> None:
    with Workspace.at(new_table(tmp_path / "here")) as workspace:
        before = workspace.open_article(carried)
        assert not before.rejected
        report = workspace.corrections.import_all(carried)
        assert (report.added, report.unreadable) == (3, 0)
        after = workspace.open_article(carried)
        assert len(after.rejected) == 1
        again = workspace.corrections.import_all(carried)
        assert (again.added, again.known) == (0, 3)
    with Workspace.at(new_table(tmp_path / "there")) as workspace:
        there = workspace.open_article(EXAMPLE)
    assert [(rated.id, rated.drawn, rated.claim.polarity) for rated in after.claims] == [
        (rated.id, rated.drawn, rated.claim.polarity) for rated in there.claims
    ]


def test_none_of_the_reader_s_own_corrections_is_overwritten(carried: Path, tmp_path: Path, new_table: NewTable) -> None:
    with Workspace.at(new_table(tmp_path / "here")) as workspace:
        reading = workspace.open_article(carried)
        workspace.corrections.set_said(reading.claims[1].id, True)
        report = workspace.corrections.import_all(carried)
        assert len(report.differing) <= 1
        assert report.added + report.known + len(report.differing) == 3
        assert workspace.open_article(carried).claims[0].claim.asserted


def test_opening_it_says_what_the_table_here_would_change(run: Run, carried: Path, tmp_path: Path, new_table: NewTable) -> None:
    with Workspace.at(new_table(tmp_path / "here")) as workspace:
        reading = workspace.open_article(carried)
        told = [note for note in reading.article.notes if "holds the reading" in note]
        assert len(told) == 1
        assert "otherwise of 1 of them" in told[0]
        assert "3 corrections" in told[0]
        again = workspace.export(tmp_path / "again.pdf", silent).path
    with pypdfium2.PdfDocument(again) as document:
        assert "holds the reading" not in "".join(page.get_textpage().get_text_range() for page in document)
    code, out, _ = run("corrections", "compare", carried)
    assert code == 0
    assert " in the file, " in out
    assert run("corrections", "compare", EXAMPLE)[0] == 6


def test_folders_of_this_machine_stay_out(carried: Path, tmp_path: Path) -> None:
    data = carried.read_bytes()
    for folder in (tmp_path, EXAMPLE.parent, Path.home()):
        assert str(folder).encode() not in data
    with pikepdf.open(carried) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                try:
                    content = thing.read_bytes()
                except (pikepdf.PdfError, zlib.error):
                    continue
                assert str(tmp_path).encode() not in content
                assert str(EXAMPLE.parent).encode() not in content


def test_the_record_is_printed_last_and_in_the_metadata(carried: Path) -> None:
    with pypdfium2.PdfDocument(carried) as document:
        last = "".join("".join(document[len(document) - back].get_textpage().get_text_range() for back in (2, 1)).split())
    held = attached(carried, ATTACHED_READING)["evidence"]
    assert held["sha256"] in last
    assert "Notsearched" in last
    with pikepdf.open(carried) as pdf, pdf.open_metadata() as metadata:
        values = dict(metadata.items())
    assert held["sha256"] in values.values()
    assert held["text_sha256"] in values.values()


def test_it_travels_in_a_marked_copy_too(tmp_path: Path, new_table: NewTable) -> None:
    article = tmp_path / "article.pdf"
    article.write_bytes(made())
    with Workspace.at(new_table(tmp_path / "there")) as workspace:
        reading = workspace.open_article(article)
        path = workspace.export(tmp_path / "copy.pdf", silent).path
    with Workspace.at(new_table(tmp_path / "here")) as workspace:
        again = workspace.open_article(path)
    assert again.article.text == reading.article.text
    assert [rated.id for rated in again.claims] == [rated.id for rated in reading.claims]
    assert len(attached(path, ATTACHED_READING)["reading"]["claims"]) == len(reading.claims)


@pytest.mark.parametrize("language", PAGES)
def test_every_direction_and_script_comes_back_after_another_tool_rewrote_the_file(
    tmp_path: Path, language: str, new_table: NewTable
) -> None:
    page = tmp_path / "page.html"
    words = PAGES[language]
    body = "".join(f"<p>{words} {number}.</p>" for number in range(1, 6))
    page.write_text(f'<html lang="{language}"><body><article><h1>{words[:30]}</h1>{body}</article></body></html>', "utf-8")
    with Workspace.at(new_table(tmp_path)) as workspace:
        article = workspace.open_article(page).article
        path = workspace.export(tmp_path / "out.pdf", silent).path
        rewritten = io.BytesIO()
        with pikepdf.open(path) as pdf:
            pdf.save(rewritten, linearize=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        (tmp_path / "rewritten.pdf").write_bytes(rewritten.getvalue())
        again = workspace.open_article(tmp_path / "rewritten.pdf").article
        assert (again.text, again.blocks, again.title) == (article.text, article.blocks, article.title)
        assert workspace.carried() is not None


@pytest.mark.parametrize(
    "data",
    [
        "",
        "[]",
        "{}",
        "nonsense",
        '{"sourcetint": 3}',
        '{"sourcetint": {"kind": "reading", "format": 2}}',
        "[" * 100_000,
        '{"sourcetint": {"kind": "reading", "format": 1}, "reading": {"text": "", "claims": [{"content": [["a"]]}]}}',
    ],
    ids=range(8),
)
def test_a_record_that_is_none_is_passed_by(data: str) -> None:
    assert read_record(data) is None
