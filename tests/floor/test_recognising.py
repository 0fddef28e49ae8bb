"""English words that were stored are found again by the template they were made from."""

import pytest

from credibility.floor.language import Said, recognised, said, said_of

TEMPLATES = (
    said("Rate {name} {score} ({tier})"),
    said_of(2, "Add {count} note", "Add {count} notes"),
    said("Undo “{title}”"),
    said("Add {name}"),
)


@pytest.mark.parametrize(
    ("words", "template", "values"),
    [
        (
            "Rate The Guardian (UK) 70 (Mixed)",
            "Rate {name} {score} ({tier})",
            {"name": "The Guardian (UK)", "score": "70", "tier": "Mixed"},
        ),
        ("Add 1 note", "Add {count} note", {"count": 1}),
        ("Add 1,200 notes", "Add {count} note", {"count": 1200}),
        ("Add Taraf", "Add {name}", {"name": "Taraf"}),
        ("Add a\nbreak", "Add {name}", {"name": "a\nbreak"}),
        ("Undo “Undo “Add Taraf””", "Undo “{title}”", {"title": "Undo “Add Taraf”"}),
    ],
)
def test_they_are_as_said_made_them(words: str, template: str, values: dict[str, object]) -> None:
    found = recognised(words, TEMPLATES)
    assert isinstance(found, Said)
    assert (found, found.template, found.values) == (words, template, values)


def test_the_first_template_that_fits_counts() -> None:
    found = recognised("Add 2 notes", reversed(TEMPLATES))
    assert isinstance(found, Said) and found.template == "Add {name}"


def test_parts_can_be_words_of_the_program_too() -> None:
    found = recognised("Undo “Add Taraf”", TEMPLATES, lambda _, value: recognised(value, TEMPLATES))
    assert isinstance(found, Said)
    assert isinstance(found.values["title"], Said) and found.values["title"].values == {"name": "Taraf"}


def test_other_words_stay_as_they_are() -> None:
    assert not isinstance(recognised("Removed", TEMPLATES), Said)
    assert not isinstance(recognised("", TEMPLATES), Said)
