"""Lines between a headline and its article, in text without markup: author, date, address, reading time."""

import re
from dataclasses import dataclass
from datetime import datetime

from credibility.articles.masthead.dates import date_of

_NAME = r"[^\W\d_](?:[^\W\d_]|[.’'\- ]){1,60}?"
_NAMES = rf"(?P<name>{_NAME}(?:(?:,| and| &| und| et| y) {_NAME}){{0,4}})"
_WHEN = r"(?:\s*(?:[,|·•—–]|(?<=\s)-(?=\s)|\bon\b|\bam\b|\bat\b|\ble\b|\bel\b)\s*(?P<when>[^|·•]{6,60}?))?"
_BY = re.compile(
    rf"^(?:(?:submitted|posted|written|published|authored|reported)\s+by|by|von|par|por|di|door|af|av)[:\s]\s*{_NAMES}{_WHEN}\s*$", re.I
)
_PICTURE = re.compile(r"^(?P<name>\S.{0,60}?)['’]s (?:picture|avatar|photo)$")
_LABELLED = re.compile(r"^(?:author|byline|written by|autor|auteur)s?\s*:\s*(?P<name>.{2,100})$", re.I)
_STAMP = re.compile(
    r"^(?:(?:first\s+)?(?:published|posted|updated|last updated|last modified|created|date|veröffentlicht|publié le|publicado)\b[:\s]*"
    r"(?:on\s+)?)?(?P<when>.{6,60})$",
    re.I,
)
_ADDRESS = re.compile(r"^(?:source|url|link|from|retrieved from)?\s*:?\s*<?(?P<url>https?://\S+?)>?$", re.I)
_CLOCK_WORD = re.compile(r"\s+(?:uhr|hrs)$", re.I)
_OUTLET_AND_DAY = re.compile(
    r"^(?P<name>(?:[A-Z\u00c0-\u00de][\w.&’'-]*|of|the|and|de|der|la|le)(?: [\w.&’'-]+){0,5}?)\s*[,|·•—–-]\s*(?P<when>[^|·•]{6,40})$"
)
_OUTLET = re.compile(
    r"\b(?:Gazette|Times|Post|News|Journal|Herald|Guardian|Tribune|Courier|Daily|Weekly|Magazine|Review|Mail|Telegraph|Observer|Chronicle|Star"
    r"|Sun|Press|Mirror|Echo|Express|Today|Standard|Independent|Bulletin|Record|Register|Dispatch|Examiner|Inquirer|Globe|World|Monitor|Advertiser"
    r"|Zeitung|Anzeiger|Tagblatt|Kurier|Presse|Rundschau|Nachrichten|Journal|Nouvelles|Diario|Periódico|Gaceta|Correo|Corriere|Giornale|Gazzetta"
    r"|Dagblad|Krant|Tidende|Bladet|BBC|CNN|AFP|AP|Reuters)\b"
)
_MINUTES = r"(?:ca\.\s*)?\d+\s*(?:-\s*)?(?:min(?:\.|ut[eaos]*[ns]?)?)"
_READING = "|".join(
    (
        *("read", "read time", "reading", "reading time", "lesezeit", "lesedauer", "leestijd", "de lecture", "temps de lecture"),
        *("de lectura", "tiempo de lectura", "de leitura", "tempo de leitura", "di lettura", "tempo di lettura"),
    )
)
_READING_TIME = re.compile(rf"^(?:{_MINUTES}\s+(?:{_READING})|(?:{_READING})\s*:?\s*{_MINUTES})$", re.I)


@dataclass(frozen=True, slots=True)
class Byline:
    """What one line above an article states; all None for a line such as the reading time."""

    name: str | None = None
    published: datetime | None = None
    url: str | None = None
    publisher: str | None = None


def read_byline(line: str) -> Byline | None:
    """The line as a byline, or None if it is text of the article."""
    line = line.strip(" *_")
    if not line or len(line) > 160:
        return None
    if found := _ADDRESS.match(line):
        return Byline(url=found["url"])
    if _READING_TIME.match(line):
        return Byline()
    return _named(line) or _dated(line) or _published(line)


def _named(line: str) -> Byline | None:
    if found := _PICTURE.match(line) or _LABELLED.match(line):
        return Byline(found["name"].strip())
    found = _BY.match(line)
    published = date_of(found["when"]) if found else None
    return Byline(found["name"].strip(), published) if found and (found["when"] is None or published) else None


def _dated(line: str) -> Byline | None:
    found = _STAMP.match(line)
    published = date_of(_CLOCK_WORD.sub("", found["when"].strip())) if found else None
    return Byline(published=published) if published else None


def _published(line: str) -> Byline | None:
    """A line of an outlet's name and a date ("Oldmere Gazette, 5 March 2024"); without a word for an outlet in it, a place and a date."""
    found = _OUTLET_AND_DAY.match(line)
    published = date_of(found["when"].strip()) if found else None
    if found is None or published is None:
        return None
    name = found["name"].strip()
    return Byline(published=published, publisher=name if _OUTLET.search(name) else None)
