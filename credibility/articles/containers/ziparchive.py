"""Strict access to ZIP files: nothing is ever unpacked to disk, and every member is read up to a limit."""

import posixpath
import re
import struct
import zipfile
import zlib
from io import BytesIO
from urllib.parse import unquote, urldefrag

from credibility.articles.pictures.images import media_type_of, sources_in
from credibility.floor.language import said
from credibility.model import ArticleError, Resource

_MAX_MEMBERS = 20_000
_MAX_TOTAL = 400_000_000
_MAX_IMAGES = 300
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|bmp|webp|avif)$", re.I)
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, LookupError, ValueError, struct.error)
_DAMAGED = ArticleError(said("This archive is damaged."), said("Get the file again from where it was saved."))


class ZipDoor:
    """A ZIP file's members by name; reading stops at a total size that no article needs."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self.names = tuple(info.filename for info in self._zip.infolist()[:_MAX_MEMBERS] if not info.is_dir())
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError, struct.error) as error:
            raise ArticleError(_DAMAGED.reason, _DAMAGED.advice) from error
        self._known = frozenset(self.names)
        self._left = _MAX_TOTAL

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def size(self, name: str) -> int:
        """The size the archive states for a member; only a hint."""
        return self._zip.getinfo(name).file_size

    def read(self, name: str, limit: int = 60_000_000) -> bytes:
        """A member's bytes; ArticleError when it is damaged, encrypted or larger than `limit`, whatever the archive states."""
        try:
            with self._zip.open(name) as member:
                data = member.read(min(limit, self._left) + 1)
        except RuntimeError as error:
            raise ArticleError(said("This archive is locked with a password."), said("Unpack it and open the page inside.")) from error
        except _UNREADABLE as error:
            raise ArticleError(_DAMAGED.reason, _DAMAGED.advice) from error
        if len(data) > min(limit, self._left):
            raise ArticleError(
                said("This archive unpacks to far more than an article."), said("It may be built to do harm; do not open it.")
            )
        self._left -= len(data)
        return data

    def head(self, name: str, length: int) -> bytes:
        """A member's first bytes; empty when it cannot be read or the total limit is reached."""
        try:
            with self._zip.open(name) as member:
                data = member.read(min(length, self._left))
        except (RuntimeError, *_UNREADABLE):
            return b""
        self._left -= len(data)
        return data

    def pictures(self, prefix: str, limit: int) -> tuple[Resource, ...]:
        """The raster pictures among the members, named by `prefix` and the member; none larger than `limit` bytes."""
        found = []
        for name in [name for name in self.names if _PICTURE.search(name) and self.size(name) <= limit][:_MAX_IMAGES]:
            data = self.read(name, limit)
            if kind := media_type_of(data):
                found.append(Resource(f"{prefix}{name}", kind, data))
        return tuple(found)


def beside(name: str, reference: str) -> str:
    """The member that a relative reference in member `name` refers to; it never leads out of the archive."""
    bare = unquote(urldefrag(reference).url.partition("?")[0])
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), bare)).lstrip("/")


def images_among(door: ZipDoor, page: str, markup: str) -> tuple[Resource, ...]:
    """The images of the archive that the page in member `page` shows, under the names it uses for them."""
    found: dict[str, Resource] = {}
    for source in sources_in(markup):
        member = beside(page, source)
        if source in found or member not in door or len(found) >= _MAX_IMAGES:
            continue
        data = door.read(member)
        if kind := media_type_of(data):
            found[source] = Resource(source, kind, data)
    return tuple(found.values())
