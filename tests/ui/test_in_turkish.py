"""All that the window says, parts of sentences too, is in the reader’s language: where that puts words in brackets, none stand outside."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

from credibility.floor.language import Said, speak
from tests.another_language import speak_another
from tests.ui.conftest import ARTICLE
from tests.ui.fake_workspace import FakeWorkspace
from tests.ui.on_screen import english_in
from ui.claims.gaps import outlets_of
from ui.claims.why import evidence_words
from ui.window import MainWindow
from ui.words import claim_title

OPENING = (
    "library",
    "notes",
    "keys",
    "help",
    "palette",
    "chart",
    "who_cites",
    "find",
    "note",
    "worksheet",
    "new_claim",
    "extent",
    "beside",
)
"""Actions that open windows and parts which are not there before."""


@pytest.fixture
def in_brackets() -> Iterator[None]:
    speak_another(values_apart=True)
    yield
    speak()


def data_of(workspace: FakeWorkspace) -> tuple[str, ...]:
    """Names, reasons, addresses and words of the article that stand anywhere."""
    reading = workspace.reading
    assert reading is not None
    text, found = (
        reading.article.text,
        {reading.article.title, "SourceTint", str(ARTICLE), ARTICLE.name, str(ARTICLE.parent), ARTICLE.stem, *QFontDatabase.families()},
    )
    for rated in reading.claims:
        source = rated.claim.source
        spans = (*rated.claim.content, *source.spans, *source.title, *source.justification)
        found.update(" ".join(span.of(text).split()) for span in spans)
        found.update(
            (
                source.name,
                claim_title(rated, text),
                evidence_words(rated, text),
                *(link.name for link in rated.chain if not isinstance(link.name, Said)),
            )
        )
        for rating in filter(None, (rated.rating, *rated.others)):
            found.update((rating.rater.title, rating.provenance.reason or "", rating.provenance.url or ""))
    found.update(rater.title for rater in workspace.raters.all())
    found.update(outlet.name for outlet in outlets_of(reading))
    return tuple(filter(None, found))


def test_everything_in_the_window_is_said_in_the_language_of_the_reader(
    in_brackets: None, window: MainWindow, workspace: FakeWorkspace
) -> None:
    assert "⟦&File⟧" in [action.text() for action in window.menuBar().actions()]
    faults = set()
    for claim in workspace.reading.claims if workspace.reading else ():
        window.show_claim(claim.id)
        window.panel.card.unfold()
        faults.update(english_in(window, *data_of(workspace)))
    assert not faults, "\n".join(sorted(faults))


def test_windows_beside_the_article_speak_it_too(in_brackets: None, window: MainWindow, workspace: FakeWorkspace) -> None:
    data = data_of(workspace)
    window.show_claim(window.panel.model.claims[0].id)
    for name in OPENING:
        window.commands[name].trigger()
    opened = {type(part).__name__ for part in window.findChildren(QWidget)}
    assert {"LibraryWindow", "NotesWindow", "HelpWindow", "Palette", "ChartDialog", "ClaimLine", "NoteForm", "WorksheetForm"} <= opened
    assert not english_in(window, *data)
