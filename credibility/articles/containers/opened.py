"""What every container reader returns: the page inside, and what the container states about it."""

from dataclasses import dataclass, field
from datetime import datetime

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
