"""The library as the window uses it: recording, searching, finding moved files, forgetting. Implements `ui.ports.library.LibraryPort`."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from app.files.pasted import FOLDER, remove_pasted
from app.files.saved_files import SavedFile, digest_of
from app.files.there import is_file, whole
from app.kept.settings_store import SettingsStore
from app.ratings.table import Table
from credibility.floor.language import said
from credibility.floor.progress import Progress
from credibility.floor.roles import role_of_outlet
from credibility.floor.sources import innermost
from credibility.library.shelf import Shelf
from credibility.model import ArticleError, ExportError, Reading, Role
from credibility.model.library import Arrival, LibraryPage, LibraryQuery, Shelved, TakenIn, WhoCitesWhom

MOST_RECENT = 20
MOST_LOOKED_AT = 20_000  # files, when a moved one is looked for
READ = frozenset(
    [
        "html",
        "htm",
        "xhtml",
        "mhtml",
        "mht",
        "webarchive",
        "warc",
        "wacz",
        "gz",
        "zst",
        "maff",
        "epub",
        "fb2",
        "eml",
        "emlx",
        "mbox",
        "pdf",
        "docx",
        "odt",
        "fodt",
        "rtf",
        "txt",
        "text",
        "md",
        "markdown",
    ]
)
"""File name endings taken in from a folder; files of other names are opened one at a time."""


def texts_with(words: str, reading: Reading | None, shelf: Shelf) -> tuple[tuple[str, str], ...]:
    """The open article and those of the library that hold some words, title and text; the open one has no title here."""
    here = (("", reading.article.text),) if reading else ()
    return (*here, *shelf.texts(words, but=reading.article.fingerprint if reading else ""))


class ReadersLibrary:
    """One library over one data folder; every method may be called from any thread."""

    def __init__(self, shelf: Shelf, table: Table, settings: SettingsStore, read: Callable[[SavedFile], Reading]) -> None:
        """`read` reads and rates a file without showing it."""
        self._shelf = shelf
        self._table = table
        self._settings = settings
        self._read = read

    @property
    def shelf(self) -> Shelf:
        """The open file."""
        return self._shelf

    @property
    def remembers(self) -> bool:
        """Whether what is read is remembered."""
        return bool(self._settings.get("remember"))

    # Recording

    def take_over(self) -> None:
        """Move what versions before the library recorded in the table out of it, once."""
        if self._shelf.path is None or self._shelf.has_taken_in("table"):
            return
        visits = self._table.store.citations.all()
        named = self._table.registry.outlet if visits else None
        arrivals = []
        for visit in visits:
            cites = tuple((slug, _name(named, slug), claims) for slug, claims in visit.cited.items())
            arrival = Arrival(visit.fingerprint, visit.title, "", path=visit.path, claims=sum(visit.cited.values()), cites=cites)
            arrivals.append((arrival, visit.opened_at))
        self._shelf.take_in("table", arrivals)
        if visits:
            self._table.store.citations.forget()

    def record(self, reading: Reading, file: SavedFile, *, opened: bool = True) -> None:
        """Put an article in that was opened, if what is read is remembered. Raises StoreError."""
        if self.remembers:
            self._shelf.record(_arrival(reading, file), opened=opened)

    def recount(self, reading: Reading) -> None:
        """Store how the claims of an article are now, if it is in the library."""
        self._shelf.recount(_counted(Arrival(reading.article.fingerprint, "", ""), reading))

    def number_of(self, reading: Reading, file: SavedFile) -> int:
        """The number of an open article, which is put in where it is not there yet: something is to be written on it."""
        kept = self._shelf.of(reading.article.fingerprint)
        return kept.number if kept else self._shelf.record(_arrival(reading, file))

    def holds(self, fingerprint: str) -> bool:
        """Whether an article is in the library."""
        return self._shelf.of(fingerprint) is not None

    def place(self, fingerprint: str) -> int:
        """Where an article was left."""
        return self._shelf.place(fingerprint)

    def keep_place(self, fingerprint: str, offset: int) -> None:
        """Remember where an article was left."""
        self._shelf.keep_place(fingerprint, offset)

    # Looking

    def search(self, query: LibraryQuery, offset: int = 0) -> LibraryPage:
        """One page of the articles that match."""
        return self._shelf.search(query, offset)

    def who_cites_whom(self) -> tuple[WhoCitesWhom, ...]:
        """Publishers and the outlets that they cite, those with the most claims first, as the table rates the outlets now."""
        registry = self._table.registry
        found = []
        for row in self._shelf.who_cites_whom():
            outlet = registry.outlet(row.slug)
            role = role_of_outlet(outlet, self._table.rating_now(row.slug)) if outlet else Role.UNRATED
            found.append(replace(row, outlet=outlet.name if outlet else row.outlet, role=role))
        return tuple(found)

    def recent(self) -> tuple[Path, ...]:
        """The files opened last that still exist, newest first."""
        return tuple(dict.fromkeys(each.path for each in self._shelf.recent(2 * MOST_RECENT) if each.is_there))[:MOST_RECENT]

    def find_again(self, number: int, folder: Path | None = None) -> Path | None:
        """Look for the file of an article by its content, in a folder or in all that files of the library were seen in.

        The library remembers the place. None when it is not found.
        """
        for digest, size in self._shelf.digests_of(number):
            for path in _files(*(self._shelf.places() if folder is None else (folder,))):
                if _size(path) == size and digest_of(path) == digest:
                    self._shelf.moved(digest, whole(path))
                    return whole(path)
        return None

    # The reader's hand

    def set_tags(self, number: int, tags: tuple[str, ...]) -> None:
        """Give an article these tags and no others."""
        self._shelf.set_tags(number, tags)

    def take_in(self, paths: Sequence[Path], progress: Progress) -> TakenIn:
        """Read all articles in these files and folders into the library; they count as not read yet. Raises ExportError when cancelled."""
        files = list(_files(*paths, endings=READ))
        added, known, unread = 0, 0, []
        for place, path in enumerate(files):
            if not progress(place / len(files), said("Reading {name}", name=path.name)):
                raise ExportError(said("Cancelled: {added} articles were added.", added=added), said("Drop the folder again to go on."))
            digest = digest_of(path)
            if digest is None or self._shelf.has_digest(digest):
                known += 1
                if digest:
                    self._shelf.moved(digest, whole(path))
                continue
            file = SavedFile(whole(path))
            try:
                reading = self._read(file)
            except ArticleError as error:
                unread.append(said("{name}: {reason}", name=path.name, reason=error.reason))
            else:
                self._shelf.record(_arrival(reading, file), opened=False)
                added += 1
        return TakenIn(added, known, tuple(unread))

    def forget(self, rows: Sequence[Shelved] | None = None) -> None:
        """Remove these articles, or all, from the library, from what the table has of them, and from every backup. Cannot be undone."""
        if rows is None:
            prints, digests = None, [digest for digest, _ in self._shelf.all_digests()]
        else:
            prints = [row.fingerprint for row in rows]
            digests = [digest for row in rows for digest, _ in self._shelf.digests_of(row.number)]
        pasted = () if self._shelf.path is None or prints is not None else (self._shelf.path.parent / FOLDER).glob("*.md")
        for path in (*self._shelf.paths(prints), *pasted):
            remove_pasted(path)
        self._shelf.forget(prints)
        self._table.store.citations.forget(prints, digests)


def _arrival(reading: Reading, file: SavedFile) -> Arrival:
    article = reading.article
    found = Arrival(
        fingerprint=article.fingerprint,
        title=article.title or file.path.stem,
        text=article.text,
        publisher=reading.publisher.name if reading.publisher else article.publisher or "",
        byline=article.byline or "",
        published=article.published.date().isoformat() if article.published else "",
        url=article.url or "",
        path=file.path,
        part=article.part if article.parts else None,
        digest=digest_of(file.path) or "",
        size=_size(file.path),
    )
    return _counted(found, reading)


def _counted(arrival: Arrival, reading: Reading) -> Arrival:
    """The article with what its claims come to."""
    names = {rated.resolution.outlet.slug: rated.resolution.outlet.name for rated in reading.claims if rated.resolution.outlet}
    return replace(
        arrival,
        claims=len(reading.claims),
        anonymous=sum(rated.claim.asserted and innermost(rated.claim).kind.is_anonymous for rated in reading.claims),
        corrections=sum(bool(rated.corrections) for rated in (*reading.claims, *reading.rejected)),
        roles=reading.tally.roles,
        cites=tuple((slug, names[slug], claims) for slug, claims in reading.tally.outlets),
    )


def _name(named: Callable[[str], object] | None, slug: str) -> str:
    outlet = named(slug) if named else None
    return str(getattr(outlet, "name", slug))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _files(*places: Path, endings: frozenset[str] | None = None) -> Iterator[Path]:
    """Files named, and those in folders and the folders in them, each once."""
    seen: set[Path] = set()
    for place in places:
        if is_file(place):
            yield place
            continue
        for folder, folders, names in os.walk(place):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            for name in sorted(names):
                path = Path(folder, name)
                if path in seen or (endings is not None and path.suffix.lower().lstrip(".") not in endings):
                    continue
                seen.add(path)
                yield path
                if len(seen) >= MOST_LOOKED_AT:
                    return
