"""The links near a claim are found without looking at all links of the article."""

from hypothesis import given
from hypothesis import strategies as st

from credibility.floor.passages.links import LinksByPlace
from credibility.model import Link, Span

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 200), st.integers(1, 60))


@given(st.lists(spans, max_size=20), spans)
def test_links_that_touch_a_stretch_are_those_that_overlap_it(places: list[Span], stretch: Span) -> None:
    links = [Link(span, f"https://a.example/{number}") for number, span in enumerate(places)]
    wanted = sorted((link for link in links if link.span.overlaps(stretch)), key=lambda link: (link.span.start, link.span.end))
    assert LinksByPlace(links).touching(stretch) == wanted


def test_a_stretch_asks_its_own_links_only() -> None:
    asked: list[int] = []

    class Watched(Span):
        def overlaps(self, other: Span) -> bool:
            asked.append(self.start)
            return super().overlaps(other)

    by_place = LinksByPlace([Link(Watched(10 * number, 10 * number + 5), "https://a.example/") for number in range(1000)])
    assert len(by_place.touching(Span(5000, 5030))) == 3
    assert len(asked) < 6
