"""The program as the benches ask it: an article goes in, the JSON of `sourcetint claims FILE --json` comes out."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.files.paths import read_styles
from app.ratings.opening import open_store
from credibility.annotations.report import reading_json
from credibility.attribution.detect import detect
from credibility.model import Article, Found
from credibility.outlets.registry import OutletRegistry
from credibility.pipeline import resolve_outlets, seal
from credibility.sandbox.second_look import second_look
from credibility.sandbox.tasks import lexicon

Json = dict[str, Any]
Read = Callable[[Article], Json]


def starter_registry() -> OutletRegistry:
    """The shipped table as a registry."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "ratings.db")
        try:
            return store.snapshot()
        finally:
            store.close()


def reader(rules_alone: bool = False) -> Read:
    """The program's way from an article to its JSON: rules and tagger decide together unless `rules_alone`."""
    registry, words, styles = starter_registry(), lexicon(), read_styles()

    def read(article: Article) -> Json:
        claims = detect(article, words) if rules_alone else second_look(article, words)
        return reading_json(seal(resolve_outlets(Found(article, claims), registry), registry, (), styles).reading)

    return read


def words_of(value: object) -> str | None:
    """A part of the source that the JSON gives as its words or as an object with `text`; None where there is none."""
    if isinstance(value, dict):
        value = value.get("text")
    return str(value) if value else None


def prediction(reading: Json) -> Json:
    """The form that the scorers beside the project read."""
    return {"text": reading["text"], "claims": [_predicted(claim) for claim in reading["claims"] if not claim["attitude"]]}


def _predicted(claim: Json) -> Json:
    source = claim["source"]
    return {
        "content": claim["content"],
        "outlet": claim["outlet"]["domain"] if claim["outlet"] else None,
        "source_text": source["text"],
        "name": source["name"],
        "kind": source["kind"],
        "title": words_of(source.get("title")),
        "justification": words_of(source.get("justification")),
        "polarity": claim.get("polarity"),
    }
