"""Export every page of the shared cases for paper, compare the words under each claim's quads with the claim, and draw the pages.

Use: python -m tests.bench.paper [--out FOLDER] [--scale 1.0] [NAME…]
"""

import argparse
import re
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pikepdf
import pypdfium2
from pypdfium2 import raw

from app.workspace import Workspace
from credibility.floor.progress import silent
from credibility.model import Reading

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases" / "paper"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--from", dest="folder", type=Path, default=CASES)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    arguments = parser.parse_args()
    paths = sorted(path for path in arguments.folder.iterdir() if not arguments.names or path.stem in arguments.names)
    with tempfile.TemporaryDirectory() as home, Workspace.at(Path(home) / "r.db") as workspace:
        exact = total = 0
        for path in paths:
            target = (arguments.out or Path(home)) / f"{path.stem}.pdf"
            reading = workspace.open_article(path)
            begun = time.perf_counter()
            notes = workspace.export(target, silent).notes
            seconds = time.perf_counter() - begun
            wrong = misses(target, reading)
            outside = beyond(target)
            exact, total = exact + len(reading.claims) - len(wrong), total + len(reading.claims)
            print(f"{path.stem:16} {seconds:5.2f} s  claims {len(reading.claims):2}  inexact {len(wrong)}  off the page {outside}", *notes)
            for line in wrong:
                print("   ", line)
            if arguments.out:
                drawn(target, arguments.scale)
        print(f"{exact} of {total} claims have exactly their words under their quads")


def misses(path: Path, reading: Reading) -> list[str]:
    """Claims whose letters under the quads are not the claim's, with both."""
    under = words_under(path)
    found = []
    for rated in reading.claims:
        words = letters("".join(span.of(reading.article.text) for span in rated.claim.content))
        # A claim on several pages has a numbered highlight on each of them.
        got = "".join(part for name, part in under.items() if re.fullmatch(rf"claim-{re.escape(rated.id)}(-\d)?", name))
        # Where a line mixes directions, PDFium returns its words in another order.
        if Counter(unicodedata.normalize("NFKC", got)) != Counter(unicodedata.normalize("NFKC", words)):
            found.append(f"{rated.id}: {got[:150]!r} for {words[:150]!r}")
    return found


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def words_under(path: Path) -> dict[str, str]:
    """The letters under the quads of each highlight, by its name, in the order of the text on the page."""
    under: dict[str, str] = defaultdict(str)
    with pikepdf.open(path) as pdf, pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(pdf.pages):
            text = document[number].get_textpage()
            boxes = [(text.get_charbox(at), chr(raw.FPDFText_GetUnicode(text, at))) for at in range(text.count_chars())]
            for mark in page.obj.get("/Annots", []):
                if mark.Subtype != "/Highlight":
                    continue
                numbers = [float(number) for number in mark.QuadPoints]
                quads = [numbers[at : at + 8] for at in range(0, len(numbers), 8)]
                bounds = [(min(q[::2]) - 0.5, min(q[1::2]) - 0.5, max(q[::2]) + 0.5, max(q[1::2]) + 0.5) for q in quads]
                for (left, low, right, top), letter in boxes:
                    x, y = (left + right) / 2, (low + top) / 2
                    if any(a <= x <= c and b <= y <= d for a, b, c, d in bounds):
                        under[str(mark.NM)] += letter
    # PDFium counts the halves of a character beyond the basic plane as two.
    return {name: letters(words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")) for name, words in under.items()}


def beyond(path: Path) -> int:
    """How many characters are drawn outside their page."""
    count = 0
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            for at in range(text.count_chars()):
                left, low, right, top = text.get_charbox(at)
                count += not (left >= -1 and low >= -1 and right <= width + 1 and top <= height + 1)
    return count


def drawn(path: Path, scale: float) -> None:
    """Draw each page beside the PDF."""
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, 1):
            page.render(scale=scale, may_draw_forms=False).to_pil().save(path.with_name(f"{path.stem}-{number}.png"))


if __name__ == "__main__":
    main()
