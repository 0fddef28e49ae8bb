"""Raters by their short names."""

from credibility.floor.raters import short_name
from credibility.model import Rater


def test_customary_short_names_and_the_beginning_of_a_long_title():
    assert short_name(Rater("rsp", "Wikipedia: Reliable sources/Perennial sources", 1)) == "Wikipedia RSP"
    assert short_name(Rater("pc1", "Lin et al. 2023, aggregate news domain quality (PC1)", 2)) == "PC1"
    assert short_name(Rater("me", "You", 0)) == "you"
    assert short_name(Rater("board", "Harbour Press Board", 3)) == "Harbour Press Board"
    assert short_name(Rater("x", "Northern Watch: a list of everything there is", 3)) == "Northern Watch"
    assert short_name(Rater("x", "A list of everything that was ever printed", 3)) == "A list of everything…"
