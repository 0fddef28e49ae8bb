"""What the two views of an article have in common: its text as a page, and the printed pages of a PDF."""

from typing import Protocol

from PySide6.QtCore import QPoint, SignalInstance
from PySide6.QtWidgets import QScrollBar, QWidget

from credibility.model import Reading, Span
from ui.filtering import ClaimFilter
from ui.theme import Theme


class ArticleView(Protocol):
    """Shows one reading with its claims. Offsets that enter and leave it are code points of `Article.text`."""

    @property
    def claim_activated(self) -> SignalInstance:
        """Carries the id of a claim that was clicked."""
        ...

    @property
    def claim_menu_asked(self) -> SignalInstance:
        """Carries the id of a claim and the point of the screen at which its menu is wanted."""
        ...

    @property
    def current_claim(self) -> str | None:
        """The id of the claim that is drawn as the current one."""
        ...

    def repaint_claims(self, reading: Reading) -> None:
        """Redraw the claims of the same article; the scroll position stays."""
        ...

    def show_claim(self, claim_id: str | None, *, scroll: bool = True) -> None:
        """Make a claim the current one and bring it into view."""
        ...

    def point_at(self, spans: tuple[Span, ...]) -> None:
        """Underline the words that an explanation speaks of."""
        ...

    def show_linked(self, claim_ids: frozenset[str]) -> None:
        """Mark the claims that are linked with the one chosen in the article beside this one."""
        ...

    def show_only(self, chosen: ClaimFilter) -> None:
        """Draw the claims of the filter alone."""
        ...

    def claim_at_point(self, point: QPoint) -> str | None:
        """The claim drawn at a point of the viewport."""
        ...

    def first_offset_on_screen(self) -> int:
        """The code point of the article at the top of the viewport."""
        ...

    def show_offset(self, offset: int) -> None:
        """Bring a code point of the article to the top of the viewport."""
        ...

    def set_theme(self, theme: Theme) -> None:
        """Show the article in another theme, at the same place."""
        ...

    def viewport(self) -> QWidget:
        """The part that is scrolled."""
        ...

    def verticalScrollBar(self) -> QScrollBar:
        """The scroll bar at its side."""
        ...

    def setFocus(self) -> None:
        """Take the keyboard."""
        ...
