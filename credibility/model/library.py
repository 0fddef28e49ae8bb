"""The library: what was opened, asked for by words and filters; it is private and never leaves the data folder."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from credibility.model.reading import Role


class Holding(Enum):
    """What the reader did in an article, or what it holds; the values are stored."""

    NOTES = "notes"
    CORRECTIONS = "corrections"
    ANONYMOUS = "anonymous"
    UNREAD = "unread"


class Group(Enum):
    """The groups of filters of the library."""

    PUBLISHER = "publisher"
    CITES = "cites"
    HOLDS = "holds"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter with the number of articles it leaves: `value` is what is stored, `label` what is shown."""

    group: Group
    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class LibraryQuery:
    """Words to look for, and filters: of one group any, of several groups all must hold. Nothing is sorted by tier."""

    words: str = ""
    chosen: frozenset[tuple[Group, str]] = frozenset()

    def of(self, group: Group) -> tuple[str, ...]:
        """The values chosen in a group, sorted."""
        return tuple(sorted(value for each, value in self.chosen if each is group))

    def turned(self, group: Group, value: str) -> "LibraryQuery":
        """The query with one filter more, or without it where it had it."""
        return LibraryQuery(self.words, self.chosen ^ {(group, value)})


@dataclass(frozen=True, slots=True)
class Snippet:
    """Where the words of a search stand: pieces of text, each with whether it is one of them; `where` is "", "note", "names" or "title"."""

    pieces: tuple[tuple[str, bool], ...]
    where: str = ""


@dataclass(frozen=True, slots=True)
class Shelved:
    """One article of the library.

    `published` is the day as the page states it, ISO 8601 or "". `part` is the index in the file, None where it holds one article.
    `opened_at` is None for one that was taken in from a folder and not read yet. `roles` counts its claims by what they are drawn as,
    as when it was read last. `is_there` says whether a file is at `path`.
    """

    number: int
    fingerprint: str
    title: str
    publisher: str
    published: str
    path: Path
    part: int | None
    opened_at: datetime | None
    claims: int
    outlets: int
    roles: tuple[tuple[Role, int], ...]
    notes: int
    corrections: int
    tags: tuple[str, ...]
    is_there: bool = True
    snippet: Snippet | None = None


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """Articles that match a query, how many do, how many there are, and the filters with their counts."""

    rows: tuple[Shelved, ...]
    total: int
    everything: int
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class WhoCitesWhom:
    """A publisher ("" where it is not known) and an outlet that it cites: in how many articles of the library, with how many claims.

    `slug` is the outlet's, `role` what its rating of today is drawn as; an outlet that left the table is drawn as not rated.
    """

    publisher: str
    slug: str
    outlet: str
    claims: int
    articles: int
    role: Role = Role.UNRATED


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article as it is put into the library: `digest` is the SHA-256 of its file, "" if unknown; `cites` outlet, name and claims."""

    fingerprint: str
    title: str
    text: str = field(repr=False)
    publisher: str = ""
    byline: str = ""
    published: str = ""
    url: str = ""
    path: Path = field(default=Path())
    part: int | None = None
    digest: str = ""
    size: int = 0
    claims: int = 0
    anonymous: int = 0
    corrections: int = 0
    roles: tuple[tuple[Role, int], ...] = ()
    cites: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of taking folders in: articles added, those known already, and files that could not be read."""

    added: int = 0
    known: int = 0
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PastedArticle:
    """An article as text from the clipboard, with what the reader says of it; "" and None where nothing was said."""

    title: str
    text: str = field(repr=False)
    url: str = ""
    published: date | None = None
