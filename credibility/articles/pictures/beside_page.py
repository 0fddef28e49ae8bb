"""Images that a browser saved in a folder beside the page. Nothing outside the page's folder is read.

The guarded process reads the page but cannot open files: there, `sources_beside` lists the images wanted, and the program reads them
with `files_beside`.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from credibility.articles.pictures.images import media_type_of, sources_in
from credibility.articles.saved_file import read_saved
from credibility.model import ArticleError, Resource

_MAX_SOURCES = 2000
_MAX_IMAGES = 400
_MAX_BYTES = 12_000_000
_MAX_TOTAL = 80_000_000


def sources_beside(markup: str) -> tuple[str, ...]:
    """The sources of a page's `img` elements that could be files beside it, in page order, without duplicates."""
    found: dict[str, None] = {}
    for source in sources_in(markup):
        if len(found) >= _MAX_SOURCES:
            break
        if _relative(source):
            found[source] = None
    return tuple(found)


def files_beside(path: Path, sources: Iterable[str]) -> dict[str, bytes]:
    """The images in folders beside the page at `path` that these sources name, by source. Nothing else is read, whatever they say."""
    folder = path.resolve().parent
    found: dict[str, bytes] = {}
    total = 0
    for source in sources:
        if source in found or len(found) >= _MAX_IMAGES or total > _MAX_TOTAL:
            continue
        data = _image_at(folder, source)
        if data:
            found[source] = data
            total += len(data)
    return found


def resources_of(files: Mapping[str, bytes]) -> tuple[Resource, ...]:
    """Images beside the page as its resources, under the names it uses for them."""
    kinds = ((source, media_type_of(data), data) for source, data in files.items())
    return tuple(Resource(source, kind, data) for source, kind, data in kinds if kind)


def _relative(source: str) -> str:
    """The path that a source names if it is relative, else ""."""
    try:
        parts = urlsplit(source)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc or parts.path.startswith("/") else unquote(parts.path)


def _image_at(folder: Path, source: str) -> bytes | None:
    """The image that a relative source names, if it is below `folder` with links resolved; else None."""
    try:
        place = (folder / _relative(source)).resolve()
        if not (place.is_relative_to(folder) and place.parent != folder and place.is_file()):
            return None
        data = read_saved(place, _MAX_BYTES)
    except (OSError, ValueError, RuntimeError, ArticleError):
        return None  # one unreadable picture should not prevent the article from being opened
    return data if media_type_of(data) else None
