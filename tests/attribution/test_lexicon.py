"""The lexicon: what it compiles to, and that its rows agree with one another."""

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from credibility.attribution.text.inflect import inflect, pluralise
from credibility.attribution.text.lexicon import Form, Lexicon, read_lexicon
from credibility.attribution.text.word_classes import PlaceWords, WordClasses
from tests.attribution.marked import lexicon

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "lexicon"


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("warn", ("warns", "warned", "warned", "warning")),
        ("announce", ("announces", "announced", "announced", "announcing")),
        ("deny", ("denies", "denied", "denied", "denying")),
        ("stress", ("stresses", "stressed", "stressed", "stressing")),
        ("admit", ("admits", "admitted", "admitted", "admitting")),
        ("say", ("says", "said", "said", "saying")),
        ("agree", ("agrees", "agreed", "agreed", "agreeing")),
    ],
)
def test_verb_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert inflect(verb, {"say": ["says", "said", "said", "saying"]}, frozenset({"admit"})) == forms


@pytest.mark.parametrize(
    ("noun", "plural"), [("survey", "surveys"), ("study", "studies"), ("spokesman", "spokesmen"), ("press", "presses")]
)
def test_plurals(noun: str, plural: str) -> None:
    assert pluralise(noun) == plural


def test_a_form_gives_its_verb_and_constructions() -> None:
    (verb, form), *_ = lexicon().forms["told"]
    assert (verb.lemma, form) == ("tell", Form.PAST)
    assert verb.takes("addressee") and not verb.attitude


def test_a_missing_document_is_named() -> None:
    with pytest.raises(KeyError, match=r"verbs\.toml"):
        read_lexicon({})


def test_every_listed_irregular_and_doubled_verb_is_in_a_group() -> None:
    document = tomllib.loads((FOLDER / "verbs.toml").read_text("utf-8"))
    known = {lemma.split()[0] for group in document["group"] for lemma in group["lemmas"]}
    assert not set(document["irregular"]) - known
    assert not set(document["doubling"]["lemmas"]) - known


def test_every_row_is_read() -> None:
    read = {f"words.{field.name}" for field in fields(WordClasses)} | {f"phrases.places.{field.name}" for field in fields(PlaceWords)}
    for field in fields(Lexicon):
        read |= {path for path, _ in field.metadata.get("rows", ())} | set(field.metadata.get("phrases", ()))
    rows = {f"{name}.{row}" for name in ("nouns", "phrases", "words", "given_names") for row, _ in _rows(tomllib.loads(_document(name)))}
    by_kind = {f"nouns.kinds.{kind}" for kind in ("outlet", "poll", "document", "government", "organisation", "person")}
    assert rows - read == by_kind - read
    assert read - rows == {"verbs.idioms.phrases", "verbs.noun_like.forms"}


def _document(name: str) -> str:
    return (FOLDER / f"{name}.toml").read_text("utf-8")


def test_no_row_names_a_word_twice() -> None:
    for path in FOLDER.glob("*.toml"):
        for name, words in _rows(tomllib.loads(path.read_text("utf-8"))):
            assert len(set(words)) == len(words), f"{path.name}: {name}: {sorted({word for word in words if words.count(word) > 1})}"


def _rows(table: dict[str, object], prefix: str = "") -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _rows(value, f"{prefix}{key}.")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for number, row in enumerate(value):
                found += _rows(row, f"{prefix}{key}[{number}].")
        elif isinstance(value, str) and "\n" in value:
            found.append((prefix + key, value.split()))
        elif isinstance(value, list) and prefix != "irregular.":
            found.append((prefix + key, [str(word) for word in value]))
    return found
