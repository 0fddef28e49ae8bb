"""Dates in a list are read in the list's language, whatever that of the desktop is."""

from datetime import date

import pytest

from credibility.outlets.lists.cells import day, is_month_first


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
        ("12/31/2025", date(2025, 12, 31)),
        ("31.12.2025", date(2025, 12, 31)),
        ("Dec 31 2025", date(2025, 12, 31)),
        ("5 März 2024", date(2024, 3, 5)),
        ("5 de enero de 2024", date(2024, 1, 5)),
        ("31 août 2024", date(2024, 8, 31)),
        ("5 Mayıs 2024", date(2024, 5, 5)),
        ("2024", date(2024, 1, 1)),
        ("45000", date(2023, 3, 15)),
        ("", None),
    ],
)
def test_a_day_is_read(text: str, read: date | None) -> None:
    assert day(text) == read


@pytest.mark.parametrize("text", ["maybe 3 2020", "31 February 2024", "soon", "n/a", "13.13.2024", "12"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert day(text) is None


def test_a_column_tells_in_which_order_its_dates_are() -> None:
    assert is_month_first(["01/02/2024", "12/31/2025", ""])
    assert not is_month_first(["01/02/2024", "31/12/2025"])
    assert day("01/02/2024", month_first=True) == date(2024, 1, 2)
    assert day("01/02/2024") == date(2024, 2, 1)
