"""What is done with words selected in the article: a new claim, a copy with where they stand."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QMainWindow

from credibility.floor.language import tr
from credibility.model import ClaimDraft, RatedClaim, RatingError, Reading, Span
from ui.edits import Edits
from ui.frame.acts.claim_acts import ClaimActs
from ui.frame.centre import Centre
from ui.frame.messages import MessageBar
from ui.marking.bar import SelectionBar
from ui.marking.claim_line import ClaimLine
from ui.marking.edges import Edges
from ui.marking.passages import quoted_with_source, selected, sentence_at
from ui.ports.corrections import CorrectionPort
from ui.words import claim_title

PAUSE = 250  # milliseconds that a selection has to stay before the bar comes: while it is drawn there is none


class Marking(QObject):
    """`claim_made` carries the id of a claim that the reader added."""

    claim_made = Signal(str)

    def __init__(
        self,
        port: CorrectionPort,
        edits: Edits,
        centre: Centre,
        messages: MessageBar,
        commands: Mapping[str, QAction],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._port = port
        self._edits = edits
        self._centre = centre
        self._messages = messages
        self._view = centre.reader
        self.bar = SelectionBar(self._view)
        self.edges = Edges(port, edits, centre, commands, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.offer)
        self._view.selectionChanged.connect(self._on_selection)
        self._view.article_set.connect(self.bar.leave)
        self.bar.claim_asked.connect(self.ask_claim)
        self.bar.copy_asked.connect(self.copy_with_source)

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {
            "new_claim": self.ask_claim,
            "copy_with_source": self.copy_with_source,
            "split_claim": self.split,
            "join_claims": self.join,
            "undo": self.undo,
            **self.edges.by_name(),
        }

    def follow(self, claims: ClaimActs) -> None:
        """Take the claim in hand that becomes the current one; a claim that the reader adds becomes it."""
        claims.shown.connect(self.edges.renew)
        claims.chosen.connect(self.edges.take)
        self.claim_made.connect(claims.show)
        self.bar.add_asked.connect(lambda words: claims.add_outlet(words, self._take_outlet))

    def spans(self) -> tuple[Span, ...]:
        """The words of the article that are selected."""
        reading, text_map, cursor = self._view.reading, self._view.text_map, self._view.textCursor()
        if reading is None or text_map is None or not cursor.hasSelection():
            return ()
        start = text_map.to_offset(max(cursor.selectionStart(), text_map.starts[0]))
        end = text_map.to_offset(min(cursor.selectionEnd(), text_map.end))
        return selected(reading.article, start, end) if start is not None and end is not None else ()

    def sentence(self) -> tuple[Span, ...]:
        """Select the sentence at the cursor, else the first on screen."""
        if self._view.reading is not None:
            self._select_sentence(self._view.reading)
        return self.spans()

    def offer(self) -> None:
        """Show the bar at the words selected by the reader's own hand; what a search found has none."""
        if self._view.hasFocus() and self.spans():
            self.bar.offer()

    def ask_claim(self) -> None:
        """Ask for a claim of the words selected; of the sentence at the cursor, else the first on screen, where none are."""
        reading = self._view.reading
        if reading is None:
            return
        self._centre.turning.turn(False)
        if not self.spans():
            self._select_sentence(reading)
        spans = self.spans()
        if not spans:
            self._messages.say(tr("Select the words that are claimed first."))
            return
        line = ClaimLine(self._edits, reading, spans)
        line.taken.connect(self._add)
        line.left.connect(self.bar.leave)
        self.bar.ask(line)

    def copy_with_source(self) -> None:
        """Copy the words selected, else those of the current claim, with who said them and where they stand."""
        reading, card = self._view.reading, self._centre.panel.card
        spans, rated = self.spans(), card.claim
        if reading is None or not (spans or rated):
            return
        by = ""
        if not spans and rated is not None:
            spans, by = rated.claim.content, claim_title(rated, reading.article.text)
        QGuiApplication.clipboard().setText(quoted_with_source(reading.article, spans, by))
        self._messages.say(tr("Copied with where it stands."))
        self.bar.leave()

    def split(self) -> None:
        """Split the current claim around the words selected, else at the cursor."""
        current, text_map, cursor = self._current(), self._view.text_map, self._view.textCursor()
        if current is None or text_map is None:
            return
        spans = self.spans()
        at = text_map.to_offset(cursor.position())
        places = (spans[0].start, spans[-1].end) if spans else (at,) if at is not None else ()
        if self._edits.do(self._port.split_claim, current.id, places):
            self._messages.say_done(tr("The claim was split."), self._edits.undo)

    def join(self) -> None:
        """Join the current claim with the one that follows in the text."""
        current, reading = self._current(), self._view.reading
        if current is None or reading is None:
            return
        end = current.claim.content[-1].end
        behind = [rated for rated in reading.claims if rated.claim.content[0].start >= end]
        if not behind:
            self._messages.say(tr("No claim follows this one."))
            return
        following = min(behind, key=lambda rated: rated.claim.content[0].start)
        if self._edits.do(self._port.join_claims, current.id, following.id):
            self._messages.say_done(tr("The claims were joined; source and outlet are those of the first."), self._edits.undo)

    def undo(self) -> None:
        """Undo edges that were just moved and are not saved yet, else the last edit."""
        if self.edges.is_moving:
            self.edges.drop()
        else:
            self._edits.undo()

    def _current(self) -> RatedClaim | None:
        """The current claim as it is kept by now."""
        self.edges.keep()
        return self._centre.panel.card.claim

    def _add(self, line: ClaimLine) -> None:
        try:
            draft = line.draft()
        except RatingError as error:
            self.bar.complain(error, line.outlet.words())
            return
        if self._edits.do(self._port.add_claim, draft, complain=self.bar.complain):
            self._end(draft)

    def _take_outlet(self, slug: str) -> None:
        """Choose an outlet in the line that was not in the table before."""
        outlet = self._edits.read(self._edits.table.outlet, slug)
        if self.bar.line is not None and outlet is not None:
            self.bar.line.outlet.offer(outlet)
            self.bar.content_is_fine()
            self.bar.line.begin()

    def _end(self, draft: ClaimDraft) -> None:
        cursor = self._view.textCursor()
        cursor.clearSelection()
        self._view.setTextCursor(cursor)
        self.bar.leave()
        self._view.setFocus()
        reading = self._view.reading
        made = next((rated.id for rated in reading.claims if rated.claim.content == draft.content), None) if reading else None
        if made:
            self.claim_made.emit(made)
        self._messages.say_done(tr("The claim was added."), self._edits.undo)

    def _select_sentence(self, reading: Reading) -> None:
        """Select the sentence at the cursor where that is on screen, else the first on screen."""
        text_map, on_screen = self._view.text_map, self._view.viewport().rect()
        if text_map is None:
            return
        at = text_map.to_offset(self._view.textCursor().position())
        if at is None or not on_screen.contains(self._view.cursorRect().center()):
            at = self._view.first_offset_on_screen()
        sentence = sentence_at(reading.article, at)
        if sentence is not None:
            start, end = text_map.to_qt_span(sentence)
            cursor = self._view.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self._view.setTextCursor(cursor)

    def _on_selection(self) -> None:
        if not self._view.textCursor().hasSelection():
            self._pause.stop()
            self.bar.leave()
        elif not self.bar.is_asking:
            self._pause.start()
