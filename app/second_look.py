"""The tagger as the program holds it: its files found, loaded when first needed, and missing without harm."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.paths import resource
from credibility.attribution.tagging.paragraph import TaggedParagraph

if TYPE_CHECKING:
    from credibility.attribution.tagging.tagger import Tagger

MISSING = "Claims were found by rules alone: the tagger's model is not installed."
"""What the reader is told where the model's files are missing or damaged."""


class SecondLook:
    """Loads the model once, on whatever thread asks first. The window never waits for it: rules' claims are painted before."""

    def __init__(self, threads: int = 2) -> None:
        self._threads = threads
        self._lock = threading.Lock()
        self._tagger: Tagger | None = None
        self._asked = False

    def tag(self, text: str) -> Sequence[TaggedParagraph] | None:
        """What the tagger says of a text; None where there is no model."""
        tagger = self._loaded()
        return tagger(text) if tagger else None

    def _loaded(self) -> "Tagger | None":
        with self._lock:
            if not self._asked:
                self._asked = True
                self._tagger = self._load()
            return self._tagger

    def _load(self) -> "Tagger | None":
        model, words = resource("tagger", "tagger.onnx"), resource("tagger", "tokenizer.json")
        if not (model.is_file() and words.is_file()):
            return None
        # Here and not above: onnxruntime and numpy take a tenth of a second, and no other command needs them.
        from credibility.attribution.tagging.tagger import ModelError, Tagger  # noqa: PLC0415

        try:
            return Tagger(model, words.read_text(encoding="utf-8"), self._threads)
        except ModelError:
            return None
