"""A text cut into runs by the marks over it."""

import time

from hypothesis import given
from hypothesis import strategies as st

from credibility.floor.runs import Overlay
from credibility.model import Span

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.lists(st.tuples(SPANS, st.integers())), st.lists(SPANS, max_size=6))
def test_every_character_lies_in_one_run_with_the_marks_over_it(marks: list[tuple[Span, int]], asked: list[Span]) -> None:
    overlay = Overlay(marks)
    for span in asked:  # in any order, though text order is what is fast
        runs = list(overlay.runs(span))
        assert [at for run, _ in runs for at in range(run.start, run.end)] == list(range(span.start, span.end))
        for run, values in runs:
            for at in range(run.start, run.end):
                assert sorted(values) == sorted(value for mark, value in marks if mark.start <= at < mark.end)


def test_a_mark_over_the_whole_text_does_not_make_each_block_look_at_all_marks() -> None:
    def seconds(blocks: int) -> float:
        marks = [(Span(0, blocks * 10), -1), *((Span(at * 10, at * 10 + 5), at) for at in range(blocks))]
        overlay = Overlay(marks)
        began = time.process_time()
        assert sum(len(list(overlay.runs(Span(at * 10, at * 10 + 10)))) for at in range(blocks)) == 2 * blocks
        return time.process_time() - began

    seconds(100)
    small, large = min(seconds(1000) for _ in range(3)), min(seconds(8000) for _ in range(2))
    assert large < 30 * small, (small, large)  # eight times as much; looking at all would take 64 times as long
