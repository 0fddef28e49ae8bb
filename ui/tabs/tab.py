"""What a tab remembers of its article while another one is in front."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ui.filtering import ClaimFilter
from ui.frame.centre import Centre


@dataclass(frozen=True, slots=True)
class TabView:
    """How an article was left: the code point at the top, the chosen claim, the filter, and whether its printed pages were in front."""

    offset: int = 0
    claim: str = ""
    filter: ClaimFilter = field(default_factory=ClaimFilter)
    on_pages: bool = False


@dataclass(slots=True)
class Tab:
    """A place for an open article, and the file in it; without a `path` it is empty. `part` is -1 for the only article of a file."""

    place: int
    path: Path | None = None
    part: int = -1
    title: str = ""
    fingerprint: str = ""
    view: TabView = field(default_factory=TabView)

    def held(self) -> dict[str, object]:
        """The tab for the settings; a filter is not kept."""
        return {"path": str(self.path), "part": self.part, "title": self.title, "claim": self.view.claim, "offset": self.view.offset}

    @property
    def wanted_part(self) -> int | None:
        """The part to be read; None for the file's only article."""
        return self.part if self.part >= 0 else None


def view_of(centre: Centre) -> TabView:
    """How the article on the page is seen now."""
    front = centre.turning.front
    return TabView(front.first_offset_on_screen(), centre.panel.current or "", centre.panel.filter, front is centre.pages)


def show_view(centre: Centre, view: TabView) -> None:
    """See the article on the page as it was left."""
    reading = centre.reader.reading
    centre.panel.show_only(view.filter)
    if reading is not None and any(rated.id == view.claim for rated in reading.claims):
        centre.show_claim(view.claim, scroll=False)
    if view.offset:
        centre.reader.show_offset(view.offset)
    if view.on_pages:
        centre.turning.turn(True)


def tab_in(held: object) -> Tab | None:
    """A tab out of the settings, which may hold anything, without a place yet; None when its shape is another one."""
    if not isinstance(held, Mapping) or not isinstance(held.get("path"), str):
        return None
    part, offset = held.get("part"), held.get("offset")
    view = TabView(offset if isinstance(offset, int) else 0, str(held.get("claim", "")))
    return Tab(-1, Path(held["path"]), part if isinstance(part, int) else -1, str(held.get("title", "")), view=view)
