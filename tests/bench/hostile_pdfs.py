"""Hostile PDFs, made by rule: scripts, launchers, links that run, loops and bombs."""

import io
from collections.abc import Callable

import pikepdf

from tests.articles.test_pdf import locked, printed


def _pdf_with(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed())) as pdf:
        change(pdf)
        pdf.save(target)
    return target.getvalue()


def _add_script(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.launchURL('https://evil.example/')")
    pdf.Root.OpenAction = action


def _add_launch(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="/bin/sh")


def _add_bad_link(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="javascript:alert(1)")
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 900, 900], A=action)
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link)])


def _loop(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def _flate_bomb(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"BT /F1 12 Tf (bomb) Tj ET " * 4_000_000)


PDFS = {
    "script.pdf": lambda: _pdf_with(_add_script),
    "launch.pdf": lambda: _pdf_with(_add_launch),
    "bad-link.pdf": lambda: _pdf_with(_add_bad_link),
    "loop.pdf": lambda: printed().replace(b"/Kids[", b"/Kids[1 0 R 2 0 R 3 0 R ").replace(b"/Kids [", b"/Kids [1 0 R 2 0 R 3 0 R "),
    "flate-bomb.pdf": lambda: _pdf_with(_flate_bomb),
    "locked.pdf": locked,
    "not.pdf": lambda: b"%PDF-1.7\n" + bytes(1_000_000),
    "xref.pdf": lambda: printed().replace(b"startxref", b"startxref\n999999999999\n"),
}
