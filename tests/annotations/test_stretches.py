"""A long paper typeset in stretches and joined: the same pages, tags, outline and links as one document."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, NameTree, NumberTree, Object

from app.exports.paper import export_pdf
from credibility.annotations.pdf.stretches import dividing
from credibility.floor.progress import silent
from credibility.model import BlockKind, ExportError, Reading, Role
from tests.annotations.readings import STYLES, reading

PARAGRAPH = "Ann Builder said [c{0}|the bridge would carry every lorry in the county] and left. " + "Nobody else was there to hear it. " * 5
ROWS = "\n".join(f"Heading {n}\n" + PARAGRAPH.format(n) if n % 9 == 4 else PARAGRAPH.format(n) for n in range(150))


@pytest.fixture(scope="module")
def made() -> Reading:
    plain = reading(ROWS, roles={f"c{n}": Role.PERSON for n in range(0, 150, 3)})
    text = plain.article.text
    blocks = (
        replace(block, kind=BlockKind.HEADING, level=2 + (count % 2)) if block.span.of(text).startswith("Heading") else block
        for count, block in enumerate(plain.article.blocks)
    )
    return replace(plain, article=replace(plain.article, blocks=tuple(blocks)))


@pytest.fixture(scope="module")
def both(made: Reading, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """The same reading as one document and in stretches."""
    folder = tmp_path_factory.mktemp("stretches")
    whole = export_pdf(made, folder / "whole.pdf", STYLES, silent).path
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dividing, "LARGEST", 25_000)
        stretches = export_pdf(made, folder / "stretches.pdf", STYLES, silent).path
    yield whole, stretches


def test_it_is_typeset_in_several_parts(made: Reading, both: tuple[Path, Path]) -> None:
    whole, stretches = (_fonts(path) for path in both)
    assert stretches > 2 * whole, "each stretch has fonts of its own"


def test_every_page_has_the_words_of_the_same_page_in_one_document(both: tuple[Path, Path]) -> None:
    whole, stretches = (_page_texts(path) for path in both)
    assert len(whole) > 12
    assert stretches == whole


def test_highlights_and_links_are_at_the_same_places(both: tuple[Path, Path]) -> None:
    whole, stretches = (_annotations(path) for path in both)
    assert sum(kind == "/Highlight" for _, kind, _ in whole) >= 150
    assert sum(kind == "/Link" for _, kind, _ in whole) >= 150
    assert stretches == whole


def test_the_table_of_sources_leads_to_the_pages_of_the_claims(both: tuple[Path, Path]) -> None:
    whole, stretches = (_destinations(path) for path in both)
    assert len(whole) >= 150
    assert {page for _, page, _ in whole} > {0, 3}
    assert [where[:2] for where in stretches] == [where[:2] for where in whole]
    assert [at for _, _, where in stretches for at in where] == pytest.approx([at for _, _, where in whole for at in where], abs=0.2)


def test_the_outline_and_the_page_numbers_are_the_same(both: tuple[Path, Path]) -> None:
    whole, stretches = (_outline(path) for path in both)
    assert len(whole) > 15
    assert stretches == whole
    with pikepdf.open(both[1]) as document:
        assert [page.label for page in document.pages] == [str(number + 1) for number in range(len(document.pages))]


def test_the_tags_are_those_of_one_document(both: tuple[Path, Path]) -> None:
    """A table that goes on in the next stretch begins again there; all else is the same."""
    whole, stretches = (Counter(_kinds(path)) for path in both)
    again = {"/Table", "/THead", "/TBody", "/TR", "/TH", "/Strong", "/Span"}
    assert {kind: count for kind, count in stretches.items() if kind not in again} == {
        kind: count for kind, count in whole.items() if kind not in again
    }


def test_every_tagged_thing_has_its_element(both: tuple[Path, Path]) -> None:
    with pikepdf.open(both[1]) as document:
        assert document.check_pdf_syntax() == []
        root = document.Root.StructTreeRoot
        parents = dict(NumberTree(root.ParentTree).items())
        pages = {page.obj.objgen for page in document.pages}
        for page in document.pages:
            assert all(each.Pg.objgen == page.obj.objgen for each in parents[int(page.obj.StructParents)] if each is not None)
            for annotation in page.obj.get("/Annots", ()):
                if "/StructParent" in annotation:
                    kids = parents[int(annotation.StructParent)].K
                    assert annotation.objgen in {kid.Obj.objgen for kid in kids if isinstance(kid, Dictionary) and "/Obj" in kid}
        elements = list(_walk(root.K[0]))
        assert {each.Pg.objgen for each in elements if "/Pg" in each} <= pages
        names = set(dict(NameTree(root.IDTree).items()))
        headers = {str(name) for each in elements if isinstance(each.get("/A"), Array) for a in each.A for name in a.get("/Headers", ())}
        assert headers
        assert headers <= names


def test_a_cancelled_export_in_parts_writes_nothing(made: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dividing, "LARGEST", 25_000)
    with pytest.raises(ExportError, match="cancelled"):
        export_pdf(made, tmp_path / "out.pdf", STYLES, lambda share, _phrase: share < 0.2)
    assert list(tmp_path.iterdir()) == []


def _page_texts(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [page.get_textpage().get_text_bounded() for page in document]


def _annotations(path: Path) -> list[tuple[int, str, tuple[float, ...]]]:
    with pikepdf.open(path) as document:
        return sorted(
            (number, str(each.Subtype), tuple(round(float(value), 1) for value in each.Rect))
            for number, page in enumerate(document.pages)
            for each in page.obj.get("/Annots", ())
        )


def _destinations(path: Path) -> list[tuple[int, int, tuple[float, ...]]]:
    """The page of each link within the document, the page that it leads to, and where on it."""
    with pikepdf.open(path) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        return [
            (number, numbers[each.Dest[0].objgen], tuple(round(float(value), 1) for value in list(each.Dest)[2:4]))
            for number, page in enumerate(document.pages)
            for each in page.obj.get("/Annots", ())
            if "/Dest" in each
        ]


def _outline(path: Path) -> list[tuple[int, str, int]]:
    """Depth, title and page of each item."""
    with pikepdf.open(path) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}

        def items(node: Object, depth: int) -> Iterator[tuple[int, str, int]]:
            item = node.get("/First")
            while item is not None:
                yield depth, str(item.Title), numbers[item.Dest[0].objgen]
                yield from items(item, depth + 1)
                item = item.get("/Next")

        return list(items(document.Root.Outlines, 0))


def _fonts(path: Path) -> int:
    with pikepdf.open(path) as document:
        return sum(isinstance(each, Dictionary) and not {"/FontFile2", "/FontFile3"}.isdisjoint(each.keys()) for each in document.objects)


def _kinds(path: Path) -> list[str]:
    with pikepdf.open(path) as document:
        return [str(element.S) for element in _walk(document.Root.StructTreeRoot.K[0])]


def _walk(element: Object) -> Iterator[Object]:
    yield element
    kids = element.get("/K")
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and re.match("/", str(kid.get("/S", ""))):
            yield from _walk(kid)
