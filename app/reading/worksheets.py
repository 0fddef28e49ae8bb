"""Worksheets on claims of the open article. Implements `ui.ports.worksheets.WorksheetPort`."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.files.targets import check_target, write_target
from app.kept.library import ReadersLibrary
from app.reading.open_article import OpenArticle
from credibility.floor.language import said
from credibility.floor.passages.selectors import anchor, describe
from credibility.library.worksheets import Worksheets
from credibility.model import ExportError, RatingError, Reading
from credibility.model.notes import Answers, Worksheet

if TYPE_CHECKING:
    from credibility.annotations.worksheets.pages import Write


class ReadersWorksheets:
    """The answers are private and kept in the library; they leave only in a file that the reader asks for."""

    def __init__(
        self, kept: Worksheets, library: ReadersLibrary, opened: OpenArticle, writers: "Callable[[], Mapping[str, Write]]"
    ) -> None:
        """`writers` are what writes a file, by the ending of its name."""
        self._kept, self._library, self._open, self._writers = kept, library, opened, writers

    def here(self) -> dict[str, Answers]:
        """The answers about claims of the open article by the claims' ids, as far as their words are claims in this copy."""
        reading = self._open.reading
        if reading is None:
            return {}
        found: dict[str, Answers] = {}
        for sheet in self._kept.of(reading.article.fingerprint, reading.article.url or ""):
            span = anchor(sheet.quote, sheet.position, reading.article.text)
            claim = next((rated for rated in reading.claims if span and rated.claim.content[0] == span), None)
            if claim is not None:
                found.setdefault(claim.id, sheet.answers)
        return found

    def keep(self, claim_id: str, answers: Answers) -> Reading:
        """Keep the answers about a claim, as a step of undo; without any, what was kept is removed. Raises RatingError or StoreError."""
        reading = self._reading()
        rated = next((each for each in reading.claims if each.id == claim_id), None)
        if rated is None:
            raise RatingError(said("This claim is no longer in the article."), said("Open the article again."))
        quote, position = describe(rated.claim.content[0], reading.article.text)
        self._kept.keep(self._library.number_of(reading, self._open.file), Worksheet(quote, position, answers))
        return reading

    def export(self, target: Path, claims: Collection[str] = (), *, blank: bool = False) -> int:
        """Write the worksheets of these claims, by default of those with answers, and return how many. Raises ExportError."""
        # Imported here because python-docx takes 0.1 s to import.
        from credibility.annotations.worksheets.pages import FilledSheet  # noqa: PLC0415

        write = self._writers().get(target.suffix.lower())
        if write is None:
            raise ExportError(
                said("“{name}” is not a name for a worksheet.", name=target.name), said("Give a file name that ends in .pdf, .docx or .md.")
            )
        check_target(target)
        reading, answers = self._reading(), self.here()
        wanted = claims or answers.keys()
        sheets = [
            FilledSheet(number, rated, Answers() if blank else answers.get(rated.id, Answers()))
            for number, rated in enumerate(reading.claims, 1)
            if rated.id in wanted
        ]
        if not sheets:
            raise ExportError(said("No worksheet of this article is filled in."), said("Fill one in, or name a claim."))
        write_target(target, write(reading, sheets))
        return len(sheets)

    def _reading(self) -> Reading:
        if self._open.reading is None:
            raise RatingError(said("No article is open."), said("Open one first."))
        return self._open.reading
