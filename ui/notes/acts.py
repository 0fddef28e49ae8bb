"""Notes of the open article: written on the selected words, the claim or the sentence; shown in the margin and on the rail."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from credibility.floor.language import tr
from credibility.model import SourceTintError, Span
from credibility.model.notes import ListedNote, NoteDraft, PlacedNote
from ui.basics.widgets import open_form
from ui.edits import Edits
from ui.frame.centre import Centre
from ui.frame.looks import Looks
from ui.frame.messages import MessageBar
from ui.marking.acts import Marking
from ui.notes.form import NoteForm
from ui.notes.list_window import NotesWindow
from ui.notes.taking_over import NotesTaking, lost_words
from ui.ports.notes import NotePort


class NoteActs(QObject):
    """`article_chosen` carries the note of another article that was chosen from the list."""

    article_chosen = Signal(object)

    def __init__(
        self, port: NotePort, edits: Edits, centre: Centre, marking: Marking, messages: MessageBar, looks: Looks, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._port, self._edits, self._centre = port, edits, centre
        self._marking, self._messages, self._looks, self._window = marking, messages, looks, window
        self._wanted: ListedNote | None = None
        self.notes: tuple[PlacedNote, ...] = ()
        self.list_window: NotesWindow | None = None
        self.taking = NotesTaking(port, edits, messages, lambda: edits.reading_changed.emit(centre.reader.reading), window)
        for view in (centre.reader, centre.pages):
            view.note_activated.connect(self.change)
        edits.reading_changed.connect(lambda _reading: self.refresh())
        marking.bar.note_asked.connect(self.ask)

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {"note": self.ask, "notes": self.show_all, "next_note": self.step, "import_notes": self.taking.ask}

    def refresh(self) -> None:
        """Show the notes of the open article as they are kept now."""
        try:
            self.notes = self._port.here(self._centre.place)
        except SourceTintError as error:
            self._messages.warn(error)
            return
        self._centre.reader.show_notes(self.notes)
        self._centre.rail.show_notes(self.notes)
        self._centre.pages.show_notes(self.notes)
        self._centre.panel.show_notes(self.notes)
        if self.list_window is not None and self.list_window.isVisible():
            self.list_window.refresh()

    def ask(self) -> None:
        """Ask for a note on the words selected, else on the current claim, else on the sentence at the cursor; one there is changed."""
        span = self._span()
        if span is None:
            self._messages.say(tr("Select the words that the note is about first."))
            return
        there = next((placed for placed in self.notes if placed.span == span), None)
        if there is not None:
            self.change(there.note.number)
        else:
            self._open_form(span, None, lambda draft: self._edits.do(self._port.add, span, draft, complain=self._form_complains))

    def change(self, number: int) -> None:
        """Ask for changes of a note of the open article."""
        placed = next((placed for placed in self.notes if placed.note.number == number), None)
        if placed is None:
            return

        def save(draft: NoteDraft) -> bool:
            return self._edits.do(self._port.change, number, draft, complain=self._form_complains)

        form = self._open_form(placed.span, placed, save)
        form.removed.connect(lambda: self._remove(number, form))

    def step(self) -> None:
        """Go to the next note below what is at the top of the page, around the end."""
        placed = sorted((each for each in self.notes if each.span), key=lambda each: each.span.start if each.span else 0)
        if not placed:
            self._messages.say(tr("There are no notes in this article."))
            return
        here = self._centre.reader.note_at
        behind = [each for each in placed if each.span and each.span.start > here]
        self._go_to((behind or placed)[0])

    def show_all(self) -> None:
        """List all notes of all articles."""
        if self.list_window is None:
            self.list_window = NotesWindow(self._port, self._looks.theme, self._window)
            self.list_window.chosen.connect(self._choose)
            self._looks.theme_changed.connect(self.list_window.set_theme)
        self.list_window.come()

    def on_article(self) -> None:
        """Another article is open."""
        self._centre.reader.note_at = -1
        self.refresh()
        lost = sum(placed.span is None for placed in self.notes)
        if not self._centre.is_active:
            return  # nobody asked for it: the window comes back to it
        if self.taking.offer():
            pass  # said first, since it asks for something
        elif lost:
            self._messages.say(
                lost_words(lost),
                (tr("All notes…"), self.show_all),
            )
        self._go_to_wanted()

    def _span(self) -> Span | None:
        spans, claim = self._marking.spans(), self._centre.panel.card.claim
        if not spans and claim is not None:
            spans = claim.claim.content
        if not spans and self._centre.reader.reading is not None:
            spans = self._marking.sentence()
        return Span(spans[0].start, spans[-1].end) if spans else None

    def _open_form(self, span: Span | None, placed: PlacedNote | None, save: Callable[[NoteDraft], bool]) -> NoteForm:
        reading = self._centre.reader.reading
        quote = span.of(reading.article.text) if span and reading else placed.note.quote.exact if placed else ""
        form = self._form = NoteForm(quote, placed.note.draft if placed else None, self._looks.theme, self._window)
        form.saved.connect(lambda draft: self._save(form, save, draft))
        self._marking.bar.leave()
        open_form(form)
        return form

    def _save(self, form: NoteForm, save: Callable[[NoteDraft], bool], draft: NoteDraft) -> None:
        if save(draft):
            form.accept()
            self._messages.say_done(tr("The note is kept in your library."), self._edits.undo)
            self._centre.reader.setFocus()

    def _remove(self, number: int, form: NoteForm) -> None:
        if self._edits.do(self._port.remove, number, complain=form.complain):
            form.accept()
            self._messages.say_done(tr("The note was removed."), self._edits.undo)

    def _form_complains(self, error: Exception) -> None:
        self._form.complain(error)

    def _choose(self, listed: ListedNote) -> None:
        self._window.raise_()
        self._window.activateWindow()
        here = next((placed for placed in self.notes if placed.note.number == listed.note.number), None)
        if here is not None:
            self._go_to(here)
        else:
            self._wanted = listed
            self.article_chosen.emit(listed)

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        here = next((placed for placed in self.notes if wanted and placed.note.number == wanted.note.number), None)
        if here is not None:
            self._go_to(here)

    def _go_to(self, placed: PlacedNote) -> None:
        self._centre.turning.turn(False)
        if placed.span is not None:
            self._centre.reader.show_note(placed.span)
        self._messages.say(
            placed.note.draft.words or ", ".join(placed.note.draft.tags), (tr("Change…"), lambda: self.change(placed.note.number))
        )
