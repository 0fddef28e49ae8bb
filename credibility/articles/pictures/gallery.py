"""The pictures of a page that are in the file, matched by the names the page uses for them. Nothing is fetched."""

from collections.abc import Iterable

from credibility.articles.addresses import web_address
from credibility.articles.extraction.dom import Element
from credibility.articles.pictures.images import MAX_BYTES, bytes_of_data_url, media_type_of
from credibility.articles.text.folding import squeeze
from credibility.model import Image, Resource

_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")
_SMALLEST = 48
_MAX_IMAGES = 200
_MAX_TOTAL = 100_000_000


class Gallery:
    """Finds pictures among the resources, up to a number and total size that no article needs."""

    def __init__(self, resources: Iterable[Resource], base: str | None) -> None:
        self._base = base
        self._by_name = {resource.location: resource for resource in resources}
        self._count = 0
        self._total = 0

    def image_of(self, element: Element) -> Image | None:
        """The picture that an `img` element shows; None if it is an icon or spacer.

        A picture that the file does not have becomes an Image without data if it is in a figure or a link, else None.
        """
        if _is_icon(element) or self._count >= _MAX_IMAGES:
            return None
        for name in self._names(element):
            data = bytes_of_data_url(name) if name.startswith("data:") else self._saved(name)
            kind = media_type_of(data) if data else None
            if data and kind and len(data) <= MAX_BYTES and self._total + len(data) <= _MAX_TOTAL and len(data) > 200:
                self._count += 1
                self._total += len(data)
                return Image(kind, squeeze(element.get("alt") or ""), data)
        return Image("", squeeze(element.get("alt") or ""), b"") if _matters(element) else None

    def _names(self, element: Element) -> list[str]:
        names = []
        for attribute in _SOURCES:
            value = (element.get(attribute) or "").strip()
            if attribute.endswith("srcset"):
                names += [part.split()[0] for part in value.split(", ") if part.split()]
            elif value:
                names.append(value)
        return names

    def _saved(self, name: str) -> bytes | None:
        for key in (name, web_address(name, self._base), name.removeprefix("./")):
            if key and key in self._by_name:
                return self._by_name[key].data
        return None


def _is_icon(element: Element) -> bool:
    """Whether the page states the size of an icon, an avatar or a tracking pixel for the picture."""
    sizes = [element.get(side) or "" for side in ("width", "height")]
    return any(size.removesuffix("px").isdecimal() and int(size.removesuffix("px")) <= _SMALLEST for size in sizes if len(size) < 8)


def _matters(element: Element) -> bool:
    return any(ancestor.tag in ("figure", "a") for ancestor in element.iterancestors())
