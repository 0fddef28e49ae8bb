"""Scores how the files of the shared cases open: right or wrong, with the reason, by what their README says is right.

`python -m tests.bench.files [--details] [NAME…]`
"""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import Article, ArticleError
from tests.bench.material import SHARED

FILES = SHARED / "cases" / "files"
TITLE = "Harbour town weighs a second ferry after a crowded summer"
SECOND = "Second ferry for Oldmere"
URL = "https://www.oldmeregazette.example/2024/03/05/second-ferry.html"
DAY = "2024-03-05"
KOREAN = "항구 도시, 두 번째 여객선 검토"

Check = Callable[[Article], str]


@dataclass(frozen=True, slots=True)
class Right:
    """What a file should give: "" or None for what it does not state; `refused` when it should be named and refused."""

    title: str = TITLE
    byline: str = ""
    day: str = ""
    url: str = ""
    publisher: str | None = None
    text: Check | None = None
    parts: int = 0
    refused: str = ""


def harbour() -> list[str]:
    """The paragraphs of the harbour article, from the plain paste of it."""
    return [line for line in (FILES / "paste.txt").read_text("utf8").split("\n")[3:] if line.strip()]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _same(article: Article) -> str:
    """Whether the text is the harbour article and nothing else; else the first line that is too much or missing."""
    found = [line for line in article.text.split("\n") if line.strip() and line != "A vote next week"]
    if _words(" ".join(found)) == _words(" ".join(harbour())):
        return ""
    extra = next((line for line in found if line not in harbour()), None)
    if extra is not None:
        return f"text: {extra[:60]!r}"
    return f"text: lacks {next((line for line in harbour() if line not in found), 'nothing, but the order is wrong')[:60]!r}"


def _repeated(article: Article) -> str:
    """The harbour article, then the one about the tram again and again; numbers of a list do not count."""
    ferry = _words(" ".join(harbour()))
    tram = _words(" ".join(harbour()).replace("Oldmere", "Newmere").replace("ferry", "tram"))
    found = _words(re.sub(r"(?m)^\d+\. ", "", article.text))
    at = 0
    for place, word in enumerate(found):
        wanted = (ferry if place < len(ferry) else tram)[at]
        if word != wanted:
            return f"text: {' '.join(found[max(0, place - 5) : place + 4])!r} at word {place} of {len(found)}"
        at = 0 if at + 1 in (len(ferry), len(tram)) else at + 1
    return "" if len(found) >= len(ferry) and not at else f"text: ends after {len(found)} words"


def _has(*wanted: str, lacks: Sequence[str] = ()) -> Check:
    def check(article: Article) -> str:
        missing = [words for words in wanted if words not in article.text] + [f"no {words}" for words in lacks if words in article.text]
        return f"text: {missing}" if missing else ""

    return check


_ADDRESSED = Right(url=URL, day=DAY)
_SIGNED = Right(byline="Jo Writer", url=URL, day=DAY)
RIGHT = {
    "afp-hyphen.pdf": Right(SECOND, text=_has("Agence France-Presse", "Al-Jazeera", "Rolls-Royce", "Mail-on-Sunday", "long-term")),
    "cols3-10.pdf": Right(text=_repeated),
    "arxiv-stamp.pdf": Right(SECOND),
    "rotcontent.pdf": Right(),
    "dropcap.pdf": Right(SECOND, text=_has("Councillors in the harbour town")),
    "he.pdf": Right("", text=_has("חברי המועצה בעיירת הנמל", "ביום שלישי 5 במרץ 2024.")),
    "chrome-print.pdf": Right(url=URL, day=DAY, text=_repeated),
    "chrome-print-1page.pdf": _ADDRESSED,
    "box.mbox": Right(byline="Jo Writer", day=DAY, url="https://oldmere.substack.com/p/second-ferry"),
    "substack.eml": Right(byline="Jo Writer", day=DAY, url="https://oldmere.substack.com/p/second-ferry"),
    "eml-empty-html.eml": Right(byline="Jo Writer", day=DAY),
    "archivetoday.html": Right(url=URL, day=DAY, publisher="Oldmere Gazette"),
    "archiveweb.wacz": _ADDRESSED,
    "warc-br-plus-gzip.warc": Right(url=URL, day=DAY, parts=2),
    "warc-text.warc": _ADDRESSED,
    "book.fb2": Right(),
    "word.docx": Right(),
    "doc.rtf": Right(),
    "note.enex": _ADDRESSED,
    "calibre-news.epub": Right(url=URL, day=DAY, parts=2),
    "class-comment.html": Right(),
    "euckr.html": Right(KOREAN, text=_has("가디언이 화요일", "로이터와의")),
    "feed.rss": _ADDRESSED,
    "firefox-reader.html": _SIGNED,
    "monolith.html": _ADDRESSED,
    "joplin.md": _ADDRESSED,
    "readwise.md": _SIGNED,
    "jsonld-only.html": Right(byline="Jo Writer", day=DAY),
    "link.url": Right(refused="address"),
    "page.har": Right(refused="HAR"),
    "mht-bom.mht": _ADDRESSED,
    "mht-iframe.mhtml": _ADDRESSED,
    "nextdata-only.html": Right(day=DAY),
    "noscript-only.html": Right(),
    "srcdoc.html": Right(),
    "nexis.txt": Right(byline="Jo Writer", day=DAY, publisher="Oldmere Gazette"),
    "paste.txt": Right(byline="Jo Writer", day=DAY, publisher="Oldmere Gazette"),
    "safari-text.webarchive": _ADDRESSED,
    "sfz-selfextract.html": _ADDRESSED,
    "trafilatura.json": _SIGNED,
    "wallabag.json": _SIGNED,
}


def faults(path: Path) -> list[str]:
    """What is wrong with how a file opens; empty when it is right."""
    right = RIGHT[path.name]
    try:
        article = extract(load_page(path))
    except ArticleError as error:
        told = f"{error.reason} {error.advice}"
        return [] if right.refused and right.refused in told else [f"refused: {told}"]
    if right.refused:
        return ["opened as an article"]
    found = [(right.text or _same)(article)]
    if article.title != right.title:
        found.append(f"title {article.title[:70]!r}")
    if right.byline not in (article.byline or "") or (article.byline and not right.byline):
        found.append(f"byline {article.byline!r}")
    if (article.published.date().isoformat() if article.published else "") != right.day:
        found.append(f"date {article.published}")
    if (article.url or "").partition("?")[0] != right.url:
        found.append(f"address {article.url!r}")
    if right.publisher and article.publisher != right.publisher:
        found.append(f"publisher {article.publisher!r}")
    if len(article.parts) != right.parts:
        found.append(f"{len(article.parts)} parts")
    return [fault for fault in found if fault]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--details", action="store_true", help="list the right ones too")
    options = parser.parse_args(arguments)
    if not FILES.is_dir():
        print(f"There are no cases at {FILES}.")
        return 0
    names = options.names or sorted(RIGHT)
    wrong = {name: found for name in names if (found := faults(FILES / name))}
    for name in names:
        if name in wrong or options.details:
            print(f"{name:26} {'; '.join(wrong[name]) if name in wrong else 'right'}")
    print(f"{len(names) - len(wrong)} of {len(names)} files right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
