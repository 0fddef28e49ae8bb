"""Where places of an article stand on the rail beside it."""

from dataclasses import dataclass

from ui.reader.view import ReaderView

EXACT = 200_000  # characters up to which marks stand at their exact height; behind that, where their share of the text is


@dataclass(frozen=True, slots=True)
class RailScale:
    """A rail `height` pixels high beside a view, which shows an article of some `characters`; of none while there is no article."""

    view: ReaderView
    height: int
    characters: int

    @property
    def is_exact(self) -> bool:
        """Whether heights are those of the laid out text; a long article, or one that is still being set, has none yet."""
        return self.view.is_set and 0 < self.characters <= EXACT

    @property
    def share(self) -> float:
        """Pixels per character, for where they are not exact."""
        return self.height / max(1, self.characters) if self.characters else 0.0

    def height_of(self, position: int) -> float:
        """Where a place of the document stands, in pixels."""
        document = self.view.document()
        if self.is_exact:
            block = document.findBlock(position)
            rect = document.documentLayout().blockBoundingRect(block)
            share = (position - block.position()) / max(1, block.length())
            return float((rect.top() + share * rect.height()) / max(1.0, document.size().height()) * self.height)
        return position / max(1, document.characterCount()) * self.height if self.characters else 0.0
