"""Dates in a list are read in the list's language, whatever that of the desktop is."""

from datetime import date

import pytest

from credibility.outlets.lists.reading import day


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024-03-05", date(2024, 3, 5)),
        ("2024-03-05T10:00:00Z", date(2024, 3, 5)),
        ("2024-03", date(2024, 3, 1)),
        ("05/03/2024", date(2024, 3, 5)),
        ("March 5, 2024", date(2024, 3, 5)),
        ("September 15, 2023", date(2023, 9, 15)),
        ("5 march 2024", date(2024, 3, 5)),
        ("", None),
    ],
)
def test_a_day_is_read(text: str, read: date | None) -> None:
    assert day(text) == read


@pytest.mark.parametrize("text", ["5 März 2024", "maybe 3 2020", "31 February 2024", "soon"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        day(text)
