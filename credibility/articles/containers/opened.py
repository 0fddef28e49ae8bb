"""What every container reader returns: the page inside, and what the container states about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from html import escape

from credibility.model import Container, Part, Resource


@dataclass(frozen=True, slots=True)
class Opened:
    """The decoded main document of a container with the parts saved beside it; fields as in `SavedPage`."""

    container: Container
    markup: str = field(repr=False)
    charset: str
    url: str | None = None
    url_from: str | None = None
    saved_at: datetime | None = None
    resources: tuple[Resource, ...] = ()
    parts: tuple[Part, ...] = ()
    part: int = 0
    notes: tuple[str, ...] = ()


def head_with(values: Mapping[str, str]) -> str:
    """A page's head with these as its meta tags, empty ones left out."""
    tags = (f'<meta name="{escape(name)}" content="{escape(value)}">' for name, value in values.items() if value)
    return f"<head>{''.join(tags)}</head>"
