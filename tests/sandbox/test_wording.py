"""What the guarded process says is shown in the reader's language, and its templates can do nothing but put values in their places."""

from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import msgspec
import pytest

from credibility.floor.language import Said, said, said_as, said_of, shown, speak
from credibility.model import Article, ArticleError, Claims, Found
from credibility.sandbox.messages import Answer, Look, Read, answer_bytes, answer_in
from credibility.sandbox.wording import Making, Remembered, words_of
from credibility.sandbox.worker import ArticleWorker
from tests.another_language import speak_another
from tests.sandbox.test_messages import ARTICLE, CLAIM


@pytest.fixture
def brackets() -> Iterator[None]:
    speak_another()
    yield
    speak()


def remembered(words: object) -> dict[str, Said]:
    """The words as the other side has them."""
    memory = Remembered()
    data = msgspec.msgpack.encode([words], enc_hook=memory.plain)
    assert msgspec.msgpack.decode(data) == [str(words)]
    return dict(words_of(msgspec.msgpack.decode(msgspec.msgpack.encode(memory.makings), type=tuple[Making, ...])))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (said("“{name}” is {kind}.", name="a {b}", kind=said("a program")), "⟦“a {b}” is ⟦a program⟧.⟧"),
        (said("a file that holds {}"), "⟦a file that holds {}⟧"),
        (said_of(1200, "{count} row of {size:,.0f}", "{count} rows of {size:,.0f}", size=1e6), "⟦1,200 rows of 1,000,000⟧"),
        (said_as("verb", "Open"), "⟦Open⟧"),
    ],
)
def test_words_keep_what_they_were_made_from(brackets: None, words: Said, expected: str) -> None:
    again = remembered(words)[str(words)]
    assert again == words
    assert shown(again) == expected


def test_words_made_of_anything_else_stay_english() -> None:
    assert remembered(said("made by {path}", path=Path("x"))) == {}


@pytest.mark.parametrize(
    "making",
    [
        Making("<class 'str'>", "{name.__class__}", {"name": "x"}),
        Making("x", "{name[0]}", {"name": "xy"}),
        Making("'x'", "{name!r}", {"name": "x"}),
        Making("x", "{}", {"name": "x"}),
        Making("x", "{0}", {"0": "x"}),
        Making("x", "{name:{width}}", {"name": "x", "width": 1}),
        Making("x", "{name", {"name": "x"}),
        Making("x", "{name:,}", {"name": "x"}),
        Making("another", "{name}", {"name": "x"}),
        Making("2 rows", "{count} row", {"count": 2, "name": "x"}, "{count} rows{name.__class__}"),
        Making("rows", "row", {}, "rows"),
        Making("1.5 rows", "{count} row", {"count": 1.5}, "{count} rows"),
        Making("x" * 3000, "{name}", {"name": "x" * 3000}),
        Making("x" * 20, "{a}" * 20, {"a": "x"}),
        Making("x", "{a}", {"a": Making("x", "{b}", {"b": Making("x", "{c}", {"c": Making("x", "{d}", {"d": Making("x", "x", {})})})})}),
        Making("x", "{a}", {"a": Making("y", "{b.real}", {"b": 1})}),
    ],
    ids=lambda making: making.template[:20],
)
def test_no_template_does_more_than_put_values_in_their_places(making: Making) -> None:
    assert words_of([making]) == {}


def test_no_template_makes_a_column_wide() -> None:
    wide = [Making("1", f"{{count:{spec}}}", {"count": 1}) for spec in ("999999999", "0999999999d", ".999999999f", "*>99999999", "n", "%")]
    assert words_of(wide) == {}


def test_words_whose_translation_needs_another_value_stay_english() -> None:
    class Other(NullTranslations):
        def gettext(self, message: str) -> str:
            return "{count} satır"

    speak("tr", Other())
    try:
        assert words_of([Making("One row", "One row", {"other": 1}), Making("1 row", "{count} row", {"count": 1})]).keys() == {"1 row"}
    finally:
        speak()


def answered(value: Any, request: Any, kind: str = "done") -> Any:
    return answer_in(answer_bytes(kind, value), request)[1]


def test_notes_and_reasons_come_with_what_they_were_made_from(brackets: None) -> None:
    reason, note = said("{rule}: “{cue}”", rule=said("clause after the cue"), cue="said"), said("A note.")
    article = replace(ARTICLE, notes=(note,))
    claims = Claims((replace(CLAIM, reasons=(reason, "of its own")),), notes=(note,))
    read = answered(article, Read("article"))
    assert isinstance(read, Article)
    assert read == article
    assert shown(read.notes[0]) == "⟦A note.⟧"
    found = answered(Found(article, claims), Read("found"))
    assert found == Found(article, claims)
    assert list(map(shown, found.claims.items[0].reasons)) == ["⟦⟦clause after the cue⟧: “said”⟧", "of its own"]
    seen = answered(claims, Look(ARTICLE))
    assert [shown(note) for note in seen.notes] == ["⟦A note.⟧"]


def test_what_was_not_said_by_the_program_is_never_taken_for_its_words(brackets: None) -> None:
    """A hostile process cannot put other words into an answer by saying that they were made of something else."""
    value = msgspec.Raw(msgspec.msgpack.encode(("It is locked.", "Go away.")))
    lie = Making("It is locked.", "It is {what}.", {"what": "fine"})
    kind, told = answer_in(msgspec.msgpack.encode(Answer("refused", value, None, (lie,))), Read("article"))
    assert (kind, list(map(shown, told))) == ("refused", ["It is locked.", "Go away."])


def test_an_error_from_the_real_process_is_shown_in_the_readers_language(tmp_path: Path, brackets: None) -> None:
    path = tmp_path / "gull.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with ArticleWorker(plain=True) as worker:
        walls = worker.walls()
        with pytest.raises(ArticleError) as refused:
            worker.article(path)
    assert all(shown(wall).startswith("⟦") for wall in walls)
    kind = "a picture (PNG, JPEG, GIF, WebP, TIFF, HEIC …)"
    assert refused.value.reason == f"“gull.txt” is {kind}."
    assert shown(refused.value.reason) == f"⟦“gull.txt” is ⟦{kind}⟧.⟧"
    assert shown(refused.value.advice).startswith("⟦")
