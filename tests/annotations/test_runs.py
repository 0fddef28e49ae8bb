"""Text cut into runs that look alike."""

import pytest

from credibility.annotations.pdf.runs import Layers
from tests.annotations.readings import reading


def runs(text: str, **options: object) -> list[tuple[str, tuple[str, ...], str | None]]:
    made = reading(text, **options)  # type: ignore[arg-type]  # keyword arguments are checked by the tests themselves
    layers = Layers(made.claims, made.article.links, made.article.emphases)
    return [
        (run.span.of(made.article.text), run.key.claims, run.key.url) for block in made.article.blocks for run in layers.runs(block.span)
    ]


def test_a_claim_cuts_its_paragraph_in_three() -> None:
    assert runs("He said [a|it is safe] today.") == [("He said ", (), None), ("it is safe", ("a",), None), (" today.", (), None)]


def test_a_link_inside_a_claim_keeps_both() -> None:
    found = runs("He said [a|the report is out].", links=(("report", "https://example.org/"),))
    assert ("report", ("a",), "https://example.org/") in found
    assert [claims for _, claims, _ in found] == [(), ("a",), ("a",), ("a",), ()]


def test_every_word_is_in_exactly_one_run() -> None:
    text = "One [a|two] three.\n[b|Four] five [a|six]."
    made = reading(text)
    assert "".join(words for words, _, _ in runs(text)) == made.article.text.replace("\n", "")


@pytest.mark.parametrize("letter", ["e\u0301", "\U0001f468\u200d\U0001f469", "\U0001f44d\U0001f3fd", "कि"])
def test_no_letter_is_cut_in_two(letter: str) -> None:
    made = reading(f"He said [a|it is {letter[0]}]{letter[1:]} today.")
    layers = Layers(made.claims, (), (), made.article.text)
    assert [run.span.of(made.article.text) for run in layers.runs(made.article.blocks[0].span)] == [
        "He said ",
        f"it is {letter}",
        " today.",
    ]
