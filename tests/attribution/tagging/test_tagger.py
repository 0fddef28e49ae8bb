"""The model that ships: any text in, sound claims out, the same ones each time."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.files.paths import documents, resource
from credibility.attribution.detect import detect
from credibility.attribution.tagging.tagger import ModelError, Tagger
from credibility.attribution.text.lexicon import read_lexicon
from credibility.model import Claims
from tests.bench.attribution import as_article

LEXICON = read_lexicon(documents("lexicon", ".toml"))


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(resource("tagger", "tagger.onnx"), resource("tagger", "tokenizer.json").read_text(encoding="utf-8"), threads=1)


def read(text: str, tagger: Tagger) -> Claims:
    return detect(as_article(text), LEXICON, tagged=tagger(text))


def assert_sound(text: str, claims: Claims) -> None:
    for claim in claims.items:
        assert claim.content
        assert list(claim.content) == sorted(claim.content)
        assert all(0 <= span.start < span.end <= len(text) for span in (*claim.content, *claim.cue.spans, *claim.source.spans))
        assert all(before.end <= after.start for before, after in zip(claim.content, claim.content[1:], strict=False))
        assert 0.0 <= claim.confidence <= 1.0
    assert len({claim.id for claim in claims.items}) == len(claims.items)


PIECES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "She said ",
            "“",
            "”",
            '"',
            "''",
            "according to ",
            "the Guardian ",
            "told Newsweek that ",
            ". ",
            "\n",
            "\n\n",
            "’s ",
            "🙂",
            "İ",
            "\u00a0",
        ]
    ),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_gives_sound_claims_and_the_same_twice(tagger: Tagger, text: str) -> None:
    first = read(text, tagger)
    assert_sound(text, first)
    assert read(text, tagger) == first


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that " + "the bridge and " * 900 + "the river are safe.",
        "“" * 300,
        "SHE SAID THE BRIDGE WAS SAFE. HE SAID IT WAS NOT.",
        "\n".join(f"* “Item {n},” said No. {n}" for n in range(200)),
        "x" * 20_000,
        "",
        " \n\t\n",
    ],
    ids=["long paragraph", "only marks", "all capitals", "list", "one word", "empty", "white space"],
)
def test_odd_texts_do_not_break_it(tagger: Tagger, text: str) -> None:
    assert_sound(text, read(text, tagger))


def test_it_finds_what_a_plain_report_says(tagger: Tagger) -> None:
    text = "The harbour master, Ida Voss, said on Monday that the lock would open in May. “We have waited long enough,” she added."
    found = [" … ".join(span.of(text) for span in claim.content) for claim in read(text, tagger).items]
    assert found == ["that the lock would open in May", "“We have waited long enough,”"]


def test_a_damaged_or_missing_model_is_a_named_error(tmp_path: Path) -> None:
    damaged = tmp_path / "tagger.onnx"
    damaged.write_bytes(b"not a model")
    for model in (damaged, tmp_path / "none.onnx"):
        with pytest.raises(ModelError):
            Tagger(model, resource("tagger", "tokenizer.json").read_text(encoding="utf-8"))


def test_the_model_is_small_enough_to_ship() -> None:
    assert resource("tagger", "tagger.onnx").stat().st_size <= 30_000_000
