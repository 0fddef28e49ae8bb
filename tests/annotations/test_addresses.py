"""Addresses beside a rating on paper: short enough for a line, and still to be recognised."""

import pytest

from credibility.annotations.pdf.sources import shortened


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.example/x", "a.example/x"),
        ("https://gazette.example/2024/05/01/town/council/ferry/report", "gazette.example/…/report"),
        ("https://www.gazette.example/2024/05/01/a-very-long-road-to-the-harbour", "gazette.example/…y-long-road-to-the-harbour"),
    ],
)
def test_host_and_end_of_a_long_address_are_shown(address: str, shown: str) -> None:
    assert shortened(address) == shown
    assert len(shown) <= 44
