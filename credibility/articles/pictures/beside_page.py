"""Images that a browser saved in a folder beside the page. Nothing outside the page's own folder is read."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from credibility.articles.pictures.images import media_type_of, sources_in
from credibility.model import Resource

_MAX_IMAGES = 400
_MAX_BYTES = 12_000_000
_MAX_TOTAL = 80_000_000


def _local_file(folder: Path, source: str) -> Path | None:
    """The file that a relative source names, if it lies below `folder` and no link leads out of it."""
    parts = urlsplit(source)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    try:
        place = (folder / unquote(parts.path)).resolve()
        inside = place.is_relative_to(folder) and place.parent != folder
        return place if inside and place.is_file() and place.stat().st_size <= _MAX_BYTES else None
    except (OSError, ValueError):
        return None


def images_beside(path: Path, markup: str) -> tuple[Resource, ...]:
    """The images that the page at `path` shows from a folder beside it, under the names it uses for them."""
    folder = path.resolve().parent
    found: dict[str, Resource] = {}
    total = 0
    for source in sources_in(markup):
        if source in found or len(found) >= _MAX_IMAGES or total > _MAX_TOTAL:
            continue
        if not (place := _local_file(folder, source)):
            continue
        try:
            data = place.read_bytes()
        except OSError:
            continue  # one unreadable picture is no reason to refuse the article
        if kind := media_type_of(data):
            found[source] = Resource(source, kind, data)
            total += len(data)
    return tuple(found.values())
