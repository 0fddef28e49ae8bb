"""Scopes as short strings."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credibility.model import Scope
from credibility.outlets.rating.scopes import read_scope, write_scope

WORDS = st.text(
    alphabet=st.characters(blacklist_characters=";", blacklist_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=12
)
DAYS = st.dates(date(1700, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("", Scope()),
        ("path:example.com/x", Scope(path="example.com/x")),
        ("topic:politics and science", Scope(topic="politics and science")),
        ("author:contributors", Scope(author="contributors")),
        ("dates:2013-", Scope(since=date(2013, 1, 1))),
        ("dates:-2012", Scope(until=date(2012, 12, 31))),
        ("dates:2011-2014", Scope(since=date(2011, 1, 1), until=date(2014, 12, 31))),
        ("dates:2013-08-01/", Scope(since=date(2013, 8, 1))),
        ("topic:politics;dates:2011-", Scope(topic="politics", since=date(2011, 1, 1))),
    ],
)
def test_reading_and_writing(text: str, scope: Scope) -> None:
    assert read_scope(text) == scope
    assert write_scope(scope) == text


@pytest.mark.parametrize("text", ["politics", "topic:", "place:here", "dates:soon", "dates:13-", "dates:-"])
def test_what_is_no_scope(text: str) -> None:
    with pytest.raises(ValueError):
        read_scope(text)


@given(st.builds(Scope, *[st.none() | WORDS] * 3, st.none() | DAYS, st.none() | DAYS))
def test_what_is_written_is_read_back(scope: Scope) -> None:
    assert read_scope(write_scope(scope)) == scope
