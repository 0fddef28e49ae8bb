"""Safari's .webarchive: a property list with the page and its parts."""

import plistlib
from collections.abc import Iterator
from typing import Any
from xml.parsers.expat import ExpatError

from credibility.articles.containers.opened import Opened
from credibility.articles.text.charset import decode
from credibility.floor.language import said
from credibility.model import ArticleError, Container, Resource

_MAX_PARTS = 4000


def _field(node: dict[str, Any], name: str, kind: type) -> Any:
    value = node.get(name)
    return value if isinstance(value, kind) else None


def _images(archive: dict[str, Any]) -> Iterator[Resource]:
    for part in (_field(archive, "WebSubresources", list) or [])[:_MAX_PARTS]:
        if not isinstance(part, dict):
            continue
        data, url = _field(part, "WebResourceData", bytes), _field(part, "WebResourceURL", str)
        kind = _field(part, "WebResourceMIMEType", str) or ""
        if data and url and kind.startswith("image/"):
            yield Resource(url, kind, data)


def open_webarchive(data: bytes) -> Opened:
    """The main page of a web archive; its subframes are left out, being mostly advertisements."""
    try:
        archive = plistlib.loads(data)
        main = archive["WebMainResource"]
        body = main["WebResourceData"]
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError, TypeError, OverflowError, RecursionError) as error:
        raise ArticleError(said("This web archive is damaged."), said("Save the page again in Safari.")) from error
    if not isinstance(body, bytes):
        raise ArticleError(said("This web archive holds no page."), said("Save the page again in Safari."))
    is_text = _field(main, "WebResourceMIMEType", str) == "text/plain"
    decoded = decode(body, _field(main, "WebResourceTextEncodingName", str), prescan=not is_text)
    url = _field(main, "WebResourceURL", str)
    container = Container.TEXT if is_text else Container.WEBARCHIVE
    return Opened(container, decoded.text, decoded.charset, url, "webresource-url" if url else None, None, tuple(_images(archive)))
