"""The tagger as the program holds it: its files found, loaded when first needed, and missing without harm."""

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
from credibility.model import Article, Claims

if TYPE_CHECKING:
    from credibility.attribution.tagging.tagger import Tagger

MISSING = "Claims were found by rules alone: the tagger's model is missing or damaged."
"""What the reader is told where the model's files are missing or damaged."""


def second_look(article: Article, lexicon: Lexicon, threshold: float | None = None, attitudes: bool = False) -> Claims:
    """The claims of an article by rules and tagger; by rules alone, and saying so, where there is no model.

    The tagger knows English only: of an article in another language it is not asked, and not even loaded.
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
    """The tagger, loaded once; None where there is no model."""
    folder = Path(str(files("resources").joinpath("tagger")))
    model, words = folder / "tagger.onnx", folder / "tokenizer.json"
    if not (model.is_file() and words.is_file()):
        return None
    environ["ORT_DISABLE_TELEMETRY"] = "1"  # `launch` says so too; benches and tests load the tagger without it
    # Here and not above: onnxruntime and numpy take a tenth of a second, and the rules do not need them.
    from credibility.attribution.tagging.tagger import ModelError, Tagger  # noqa: PLC0415

    try:
        return Tagger(model, words.read_text(encoding="utf-8"), threads)
    except ModelError:
        return None
