"""What all these files hold: articles that each come with their own title, address, author and date."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from credibility.articles.containers.opened import Opened, head_with
from credibility.articles.containers.parts import HEAD, PartWish, choose, listed, look_at, without_frames
from credibility.floor.language import said
from credibility.model import ArticleError, Container, Part, PartKind, Resource


@dataclass(frozen=True, slots=True)
class Item:
    """One article of an export; `body` is its markup, dates are as written, what is not stated is ""."""

    title: str
    body: str = field(repr=False)
    url: str = ""
    author: str = ""
    date: str = ""
    publisher: str = ""
    language: str = ""

    @property
    def page(self) -> str:
        """The article as a page with what is known of it at its head."""
        values = {"og:title": self.title, "author": self.author, "article:published_time": self.date, "og:site_name": self.publisher}
        return head_with(values | {"language": self.language}) + f"<body>{self.body}</body>"


def open_items(items: Sequence[Item], part: PartWish, container: Container, kind: PartKind, resources: tuple[Resource, ...] = ()) -> Opened:
    """One of the articles: the one asked for, else the longest; a file with one article has no parts. Raises ArticleError."""
    if not items:
        raise ArticleError(said("This file holds no article."), said("Choose another file."))
    if len(items) == 1:
        return _opened(items[0], container, resources)
    found = [
        look_at(
            f"{number} {item.url or item.title}", item.body[:HEAD], whole=len(item.body) <= HEAD, title=item.title, url=item.url or None
        )
        for number, item in enumerate(items)
    ]
    by_name = {each.name: item for each, item in zip(found, items, strict=True)}
    main = max(found, key=lambda each: len(by_name[each.name].body))
    offered, parts = listed(without_frames(found, main), main, kind)
    if len(parts) == 1:
        return _opened(by_name[offered[0].name], container, resources)
    place = choose(parts, part)
    return _opened(by_name[offered[place].name], container, resources, parts, place)


def _opened(item: Item, container: Container, resources: tuple[Resource, ...], parts: tuple[Part, ...] = (), place: int = 0) -> Opened:
    url = item.url or None
    return Opened(container, item.page, "utf-8", url, "export" if url else None, None, resources, parts, place)
