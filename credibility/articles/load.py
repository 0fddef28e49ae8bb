"""Read a file's bytes as a `SavedPage`; errors are `ArticleError`s that say what to do."""

import gzip
import hashlib
import zlib
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path, PurePath
from typing import TypeAlias

from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import PartWish, refuse_number
from credibility.articles.containers.unpacking import is_zstd, unpacked_zstd
from credibility.articles.kinds.formats import Wish, all_formats, open_container
from credibility.articles.kinds.sniff import sniff
from credibility.articles.kinds.unread import unread_kind
from credibility.articles.pictures.beside_page import files_beside, resources_of, sources_beside
from credibility.articles.saved_file import LARGEST, read_saved, too_large
from credibility.floor.language import said
from credibility.model import ArticleError, Container, PartKind, Resource, SavedPage

Beside: TypeAlias = Callable[[Sequence[str]], Mapping[str, bytes]]
"""Returns the images with these names, by name."""

_TEXT_LIKE = frozenset({Container.TEXT, Container.MARKDOWN, Container.HTML, Container.SINGLEFILE})


def _refuse_empty(data: bytes, name: str) -> None:
    if not data.removeprefix(BOM_UTF8).strip(b" \t\r\n\0"):
        raise ArticleError(said("“{name}” is empty.", name=name), said("Save the article again."))


def _gunzipped(data: bytes, name: str, limit: int) -> bytes:
    """The contents of a gzip file, up to `limit` bytes; of a truncated file, what is there."""
    pieces, size = [], 0
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as file:
            while piece := file.read(1 << 20):
                pieces.append(piece)
                size += len(piece)
                if size > limit:
                    raise too_large(name, size, limit)
    except (EOFError, OSError, zlib.error) as error:
        if not pieces:
            raise ArticleError(
                said("“{name}” is a damaged gzip file.", name=name), said("Get the file again from where it was saved.")
            ) from error
    return b"".join(pieces)


def _refuse_binary(data: bytes, name: str) -> None:
    """Raise ArticleError for a file that is not text in any encoding, recognised by frequent control bytes."""
    sample = data[:20_000]
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff") or sample[:3] == b"\xef\xbb\xbf":
        return
    zeros = sample.count(0)
    if (
        zeros
        and (sample[1::2].count(0) > 0.6 * len(sample) / 2 or sample[0::2].count(0) > 0.6 * len(sample) / 2)
        and zeros < 0.6 * len(sample)
    ):
        return
    control = sum(sample.count(code) for code in (*range(9), 11, *range(14, 27), *range(28, 32)))
    if control > 0.01 * len(sample):
        raise ArticleError(said("“{name}” is not an article: it holds binary data.", name=name), all_formats())


def _refuse_unread(data: bytes, name: str, container: Container) -> None:
    """Raise for a kind of file that is known and not read, and for binary data of any other."""
    kind = unread_kind(data, PurePath(name).suffix.lower()) if container in (*_TEXT_LIKE, Container.WEBARCHIVE) else None
    if kind is not None:
        raise kind.refusal(name)
    if container in _TEXT_LIKE:
        _refuse_binary(data, name)


def load_page(path: Path, *, limit: int = LARGEST, part: PartWish = None, password: str | None = None) -> SavedPage:
    """Read a saved article of at most `limit` bytes. Only `path` and images in its folder are read. Raises ArticleError.

    `part` and `password` as for `page_in`.
    """
    data = read_saved(path, limit)
    return page_in(data, path.name, lambda sources: files_beside(path, sources), limit=limit, part=part, password=password)


def page_in(
    data: bytes, name: str, beside: Beside, *, limit: int = LARGEST, part: PartWish = None, password: str | None = None
) -> SavedPage:
    """The page in a file's bytes, which may unpack to at most `limit` bytes. Raises ArticleError.

    `name` is the file's name; `beside` is asked for the images beside a page that has no others. `part` selects a page of an archive or a
    chapter of a book by its index, counted from 0, or by its key; by default, the main one is read, usually the largest. An index out of
    range is an error; an unknown key means the main one.
    """
    _refuse_empty(data, name)
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(b"\x1f\x8b"):
        data = _gunzipped(data, name, limit)
    if is_zstd(data):
        data = unpacked_zstd(data, limit)
        if len(data) > limit:
            raise too_large(name, len(data), limit)
    container = sniff(data, PurePath(name).suffix.lower())
    _refuse_unread(data, name, container)
    try:
        opened = open_container(container, data, Wish(part, password))
    except RecursionError as error:
        raise ArticleError(
            said("“{name}” is nested too deeply to be read.", name=name), said("It may be damaged; save the article again.")
        ) from error
    if isinstance(part, int):
        refuse_number(part, max(1, len(opened.parts)), PartKind.PAGE)
    return SavedPage(
        path=name,
        container=opened.container,
        markup=opened.markup,
        charset=opened.charset,
        digest=digest,
        url=opened.url,
        url_from=opened.url_from,
        saved_at=opened.saved_at,
        resources=opened.resources or _beside(opened, beside),
        parts=opened.parts,
        part=opened.part,
        notes=opened.notes,
    )


def _beside(opened: Opened, beside: Beside) -> tuple[Resource, ...]:
    sources = sources_beside(opened.markup) if opened.container is Container.HTML else ()
    return resources_of(beside(sources)) if sources else ()
