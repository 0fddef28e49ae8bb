"""The exported PDF, read back: highlights, the words under them, links, tags, escaping."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.exports.paper import export_pdf
from credibility.annotations.annotate import STATEMENT
from credibility.annotations.pdf.ink import rgb
from credibility.floor.progress import silent
from credibility.model import Denier, ExportError, Polarity, Reading, Role
from tests.annotations.readings import STYLES, reading

LONG = "Ann Builder said [long|" + "the bridge would carry every lorry in the county for a hundred years " * 60 + "] and left.\n"


def exported(made: Reading, folder: Path) -> Path:
    return export_pdf(made, folder / "out.pdf", STYLES, silent).path


class Marks(list[tuple[int, pikepdf.Object]]):
    """The highlights of a document by page number; the document lives as long as they do."""

    def __init__(self, path: Path) -> None:
        self.document = pikepdf.open(path)
        pages = enumerate(self.document.pages)
        super().__init__((n, a) for n, page in pages for a in page.obj.get("/Annots", []) if a.Subtype == "/Highlight")


def names(path: Path) -> list[str]:
    marks = Marks(path)
    return [str(annotation.NM) for _, annotation in marks]


def words_under(path: Path, claim: str) -> str:
    """The letters and digits whose centres are under the quads of a claim."""
    text = ""
    document = pypdfium2.PdfDocument(path)
    marks = Marks(path)
    for page, annotation in marks:
        if not re.fullmatch(rf"claim-{re.escape(claim)}(-\d+)?", str(annotation.NM)):
            continue
        numbers = [float(n) for n in annotation.QuadPoints]
        boxes = [(min(q[::2]), min(q[1::2]), max(q[::2]), max(q[1::2])) for q in (numbers[i : i + 8] for i in range(0, len(numbers), 8))]
        textpage = document[page].get_textpage()
        for index in range(textpage.count_chars()):
            left, low, right, top = textpage.get_charbox(index)
            x, y = (left + right) / 2, (low + top) / 2
            if any(a - 0.5 <= x <= c + 0.5 and b - 0.5 <= y <= d + 0.5 for a, b, c, d in boxes):
                text += textpage.get_text_range(index, 1)
    return letters(text)


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def test_each_claim_has_one_highlight_on_each_of_its_pages(tmp_path: Path) -> None:
    path = exported(reading("He said [a|it is safe] and then [a|that it is new]. She said [b|no]."), tmp_path)
    assert sorted(names(path)) == ["claim-a", "claim-b"]


def test_a_claim_over_two_pages_has_two(tmp_path: Path) -> None:
    path = exported(reading(LONG), tmp_path)
    assert names(path) == ["claim-long", "claim-long-2"]


def test_the_words_under_the_quads_are_the_claims(tmp_path: Path) -> None:
    made = reading(
        LONG + "He said [b|“it’s safe, ‘naturally’ – for now”], [c|the report says so] in full.",
        links=(("report says", "https://example.org/"),),
    )
    path = exported(made, tmp_path)
    for rated in made.claims:
        content = letters("".join(span.of(made.article.text) for span in rated.claim.content))
        assert words_under(path, rated.id) == content


def test_a_highlight_says_who_how_rated_and_why(tmp_path: Path) -> None:
    marks = Marks(exported(reading("He said [a|it is safe]."), tmp_path))
    annotation = marks[0][1]
    assert str(annotation.T) == "The Courier"
    assert str(annotation.Subj) == "Mixed"
    note = str(annotation.Contents)
    assert "Mixed · person (50 of 100), by My own rating: corrects errors late" in note
    assert STATEMENT not in note  # it is said once, on the first page
    assert [round(float(part), 2) for part in annotation.C] == [round(part, 2) for part in rgb(STYLES[Role.MIXED].line)]
    assert str(annotation["/Zotero:AuthorName"]) == "The Courier"
    assert json.loads(str(annotation["/Zotero:Tags"])) == ["SourceTint", "Mixed"]
    assert annotation.AP.N.Subtype == "/Form"
    assert annotation.Popup.Subtype == "/Popup"


@pytest.mark.parametrize("role", list(Role))
def test_every_role_can_be_drawn(tmp_path: Path, role: Role) -> None:
    path = exported(reading("He said [a|it is safe].", roles={"a": role}), tmp_path)
    assert len(Marks(path)) == 1


def test_a_link_under_a_claim_stays_a_link(tmp_path: Path) -> None:
    path = exported(reading("He said [a|the report is out].", links=(("report", "https://example.org/r"),)), tmp_path)
    targets = [
        str(a.A.URI) for page in pikepdf.open(path).pages for a in page.obj.Annots if a.Subtype == "/Link" and "/A" in a and "/URI" in a.A
    ]
    assert "https://example.org/r" in targets
    assert not [target for target in targets if target.startswith("sourcetint:")]


def test_the_structure_is_sound_and_tagged(tmp_path: Path) -> None:
    path = exported(reading(LONG + "He said [b|it is safe]."), tmp_path)
    document = pikepdf.open(path)
    assert document.check_pdf_syntax() == []
    assert document.Root.MarkInfo.Marked
    assert str(document.Root.Lang).startswith("en")
    assert "A bridge is opened" in str(document.docinfo.get("/Title"))
    assert document.Root.Outlines.Count != 0


def test_words_never_become_markup(tmp_path: Path) -> None:
    hostile = '#panic("x") $x$ *a* _b_ `c` <d> @e // f /* g */ \\ [h] "i" ~ -- --- ... = j'
    path = exported(reading(hostile + "\nHe said [a|" + hostile.replace("[h]", "h") + "]."), tmp_path)
    page = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_bounded()
    assert '#panic("x") $x$ *a* _b_ `c` <d> @e // f /* g */' in " ".join(page.split())


@pytest.mark.parametrize("words", ["مرحبا بالعالم", "שלום עולם", "你好世界", "Γειά σου", "İstanbul’da", "🙂 ok", "a\u00a0b", "ﬁne ofﬁce"])
def test_no_script_fails_the_export(tmp_path: Path, words: str) -> None:
    assert len(Marks(exported(reading(f"{words}. He said [a|{words} indeed]."), tmp_path))) == 1


def test_an_untitled_article_and_one_without_claims_export(tmp_path: Path) -> None:
    assert Marks(exported(reading("Nothing is claimed.", title=""), tmp_path)) == []


def test_a_cancelled_export_writes_nothing_and_keeps_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")
    with pytest.raises(ExportError, match="cancelled"):
        export_pdf(reading(LONG), target, STYLES, lambda share, phrase: share < 0.7)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_unwritable_target_is_a_named_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        export_pdf(reading("x"), tmp_path / "missing" / "out.pdf", STYLES, silent)
    with pytest.raises(ExportError, match="is a folder"):
        export_pdf(reading("x"), tmp_path, STYLES, silent)


def test_a_full_disk_is_a_named_error_and_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.files.atomic.os.fsync", full)
    with pytest.raises(ExportError, match="No space left"):
        export_pdf(reading("He said [a|yes]."), target, STYLES, silent)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_bytes_are_one_pdf(tmp_path: Path) -> None:
    assert io.BytesIO(exported(reading("x"), tmp_path).read_bytes()).read(5) == b"%PDF-"


def test_what_is_not_asserted_is_outlined_and_its_popup_says_why(tmp_path: Path) -> None:
    made = reading("The Courier denied [one|that the bridge is unsafe].")
    rated = made.claims[0]
    denied = replace(rated, claim=replace(rated.claim, polarity=Polarity.DENIED, denied_by=Denier.SOURCE))
    made = replace(made, claims=(denied,))
    marks = Marks(exported(made, tmp_path))
    ((_, highlight),) = marks
    assert str(highlight.Subj) == "Not asserted"
    assert "The source denies this" in str(highlight.Contents)
    assert [round(float(share) * 255) for share in highlight.C] != [int(STYLES[rated.role].wash[n : n + 2], 16) for n in (1, 3, 5)]
