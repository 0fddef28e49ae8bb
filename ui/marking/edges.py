"""The edges of the current claim moved by keys and by mouse, shown at once and kept when the hand rests."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QMouseEvent

from credibility.floor.language import tr
from credibility.model import Reading, Span
from ui.edits import Edits
from ui.frame.centre import Centre
from ui.marking.steps import EDGE_STEPS, EdgeStep, moved, nearest_word, with_edge
from ui.ports.corrections import CorrectionPort
from ui.reader.grips import Grip

REST = 700  # milliseconds without another move after which the claim is kept as it is: a run of moves is one step of undo


class Edges(QObject):
    """Keys mend the edges while a claim is in hand: from when it becomes the current one until the cursor goes elsewhere.

    `told` says in words where the edge is now.
    """

    told = Signal(str)

    def __init__(self, port: CorrectionPort, edits: Edits, centre: Centre, commands: Mapping[str, QAction], owner: QObject) -> None:
        super().__init__(owner)
        self._port = port
        self._edits = edits
        self._centre = centre
        self._view = centre.reader
        self._pending: tuple[str, tuple[Span, ...]] | None = None
        self._kept: Reading | None = None  # the article as it was before the moves that are not kept yet
        self._dragged: Grip | None = None
        self._taken: str | None = None
        self._keys = tuple(commands[name] for name in EDGE_STEPS)
        for action in self._keys:
            # Elsewhere, and without a claim in hand, the same keys select text.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._view.addAction(action)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.keep)
        self._view.cursorPositionChanged.connect(self.let_go)
        for watched in (self._view, self._view.viewport()):
            watched.installEventFilter(self)
        self.let_go()

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {name: partial(self._step, step) for name, step in EDGE_STEPS.items()}

    def take(self) -> None:
        """Take the current claim in hand; nothing where there is none, or words are selected."""
        current, is_selected = self._centre.panel.current, self._view.textCursor().hasSelection()
        if current is not None and current != self._taken and not is_selected:
            self._put_cursor_in(current)
        self._taken = current
        for action in self._keys:
            action.setEnabled(current is not None and not is_selected)

    def let_go(self) -> None:
        """The keys are for the text again."""
        for action in self._keys:
            action.setEnabled(False)

    @property
    def is_moving(self) -> bool:
        """Whether edges were moved that are not kept yet."""
        return self._pending is not None

    def renew(self, reading: Reading) -> None:
        """Another edit was shown meanwhile."""
        self._kept = reading

    def keep(self) -> None:
        """Keep the claim as it is shown."""
        self._rest.stop()
        pending, self._pending = self._pending, None
        if pending is not None and not self._edits.do(self._port.set_content, *pending):
            self._show_as_kept()

    def leave(self) -> None:
        """Keep the claim as it is shown, and let go of the article, since another one is about to be in front."""
        self.keep()
        self._kept = None

    def drop(self) -> None:
        """Show the claim as it is kept."""
        self._rest.stop()
        self._pending = None
        self._show_as_kept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the grips of the current claim be dragged; everything else is the page's."""
        if watched is self._view:
            if event.type() is QEvent.Type.FocusOut:
                self.keep()
            return False
        if isinstance(event, QMouseEvent) and self._drags(event):
            return True
        return super().eventFilter(watched, event)

    def _drags(self, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        if event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._dragged = self._view.grip_at(place)
        elif event.type() is QEvent.Type.MouseMove and self._dragged is None:
            if self._view.grip_at(place) is None:
                return False
            self._view.viewport().setCursor(Qt.CursorShape.SplitHCursor)
            return True
        elif event.type() is QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            by_character = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._drag_to(self._view.cursorForPosition(place).position(), by_character=by_character)
        elif event.type() is QEvent.Type.MouseButtonRelease and self._dragged is not None:
            self._dragged = None
            self.keep()
            return True
        return self._dragged is not None

    def _drag_to(self, position: int, *, by_character: bool) -> None:
        offset, at_end = self._view.offset_at(position), self._dragged is Grip.END
        if offset is None:
            return

        def dragged(content: tuple[Span, ...], reading: Reading) -> tuple[Span, ...]:
            place = offset if by_character else nearest_word(reading.article, offset, at_end=at_end)
            return with_edge(content, place, at_end=at_end)

        self._move(dragged)
        self._rest.stop()  # kept when the button is let go

    def _step(self, step: EdgeStep) -> None:
        self._move(lambda content, reading: moved(content, step, reading.article))

    def _move(self, change: Callable[[tuple[Span, ...], Reading], tuple[Span, ...]]) -> None:
        reading, claim_id = self._view.reading, self._centre.panel.current
        if reading is None or claim_id is None:
            return
        before = reading.claim(claim_id).claim.content
        content = change(before, reading)
        if content == before:
            return
        self._kept = self._kept if self._pending else reading
        self._pending = (claim_id, content)
        self._rest.start()
        shown = (replace(one, claim=replace(one.claim, content=content)) if one.id == claim_id else one for one in reading.claims)
        self._view.repaint_claims(replace(reading, claims=tuple(shown)))
        text = reading.article.text
        self.told.emit(tr("Now from “{beginning}” to “{end}”.", beginning=_beginning(content[0].of(text)), end=_end(content[-1].of(text))))

    def _show_as_kept(self) -> None:
        if self._kept is not None:
            self._view.repaint_claims(self._kept)

    def _put_cursor_in(self, claim_id: str) -> None:
        """Put the cursor to the claim where it is elsewhere: from there it is moved to where the claim is to be split."""
        reading, text_map, cursor = self._view.reading, self._view.text_map, self._view.textCursor()
        if reading is None or text_map is None:
            return
        content = reading.claim(claim_id).claim.content
        start, end = text_map.to_qt(content[0].start), text_map.to_qt(content[-1].end)
        if not start <= cursor.position() <= end < self._view.document().characterCount():
            cursor.setPosition(min(start, self._view.document().characterCount() - 1))
            self._view.setTextCursor(cursor)


def _beginning(words: str) -> str:
    return " ".join(words.split()[:3])


def _end(words: str) -> str:
    return " ".join(words.split()[-3:])
