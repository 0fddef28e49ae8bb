"""Find claims with the tagger as well: its model is loaded on first use, and a missing model does no harm."""

from dataclasses import replace
from functools import cache
from importlib.resources import files
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

from credibility.attribution.detect import detect
from credibility.attribution.tagging.decision import THRESHOLD
from credibility.attribution.text.languages import ENGLISH, language_of
from credibility.attribution.text.lexicon import Lexicon
from credibility.floor.language import said
from credibility.model import Article, Claims

if TYPE_CHECKING:
    from credibility.attribution.tagging.tagger import Tagger

MISSING = said("Claims were found by rules alone: the tagger's model is missing or damaged.")
"""The note shown when the model's files are missing or damaged."""


def second_look(article: Article, lexicon: Lexicon, threshold: float | None = None, attitudes: bool = False) -> Claims:
    """The claims of an article by rules and tagger, or by rules alone, with a note, if there is no model.

    The tagger knows English only: for an article in another language it is not even loaded.
    """
    code = language_of(article.text, article.language, lexicon.languages)
    if code != ENGLISH:
        return detect(article, lexicon, attitudes, code=code)
    tagger = load_tagger()
    tagged = tagger(article.text) if tagger else None
    claims = detect(article, lexicon, attitudes, tagged, THRESHOLD if threshold is None else threshold, code)
    return claims if tagger else replace(claims, notes=(*claims.notes, MISSING))


@cache
def load_tagger(threads: int = 2) -> "Tagger | None":
    """The tagger, loaded once; None if there is no usable model."""
    folder = Path(str(files("resources").joinpath("tagger")))
    model, words = folder / "tagger.onnx", folder / "tokenizer.json"
    if not (model.is_file() and words.is_file()):
        return None
    environ["ORT_DISABLE_TELEMETRY"] = "1"  # `launch` sets it too, but benchmarks and tests load the tagger without it
    # Imported here because onnxruntime and numpy take 0.1 s to load, and the rules do not need them.
    from credibility.attribution.tagging.tagger import ModelError, Tagger  # noqa: PLC0415

    try:
        return Tagger(model, words.read_text(encoding="utf-8"), threads)
    except ModelError:
        return None
