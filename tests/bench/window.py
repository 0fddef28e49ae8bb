"""Figures of the window. Run: python -m tests.bench.window

All are processor time in milliseconds (the machine is shared), from the click on: `opening` is one turn of the event loop from the reading
to the painted page, `recolour` from a reading with a rating that really changed to the painted page, `filter` until page, rail and panel
are painted. The panel of a long article fills in turns of its own; `worst turn` is the longest until page and panel are whole.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, cycle
from math import log10
from pathlib import Path
from statistics import median
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from credibility.floor.collecting import resume_after_start
from credibility.model import Article, Block, BlockKind, RatingDraft, Reading, Span
from tests.ui.articles import bridge_reading
from tests.ui.fake_workspace import FakeWorkspace
from ui.window import MainWindow


def long_reading(size: int) -> Reading:
    """The article about the bridge again and again until its text has about `size` characters, claims included."""
    once = bridge_reading()
    step = len(once.article.text) + 1
    times = max(1, size // step)
    blocks: list[Block] = []
    claims = []
    for number in range(times):
        shift = number * step

        def moved(span: Span, shift: int = shift) -> Span:
            return Span(span.start + shift, span.end + shift)

        for block in once.article.blocks:
            kind = BlockKind.PARAGRAPH if block.kind in (BlockKind.IMAGE, BlockKind.TABLE_ROW) else block.kind
            blocks.append(replace(block, kind=kind, span=moved(block.span), image=None, cells=()))
        for rated in once.claims:
            claim = replace(rated.claim, id=f"{rated.id}-{number}", content=tuple(map(moved, rated.claim.content)))
            claims.append(replace(rated, claim=claim))
    article = Article("Long", "\n".join([once.article.text] * times), tuple(blocks), "0" * 64)
    return replace(once, article=article, claims=tuple(claims), excerpts=())


def wait_until(done: Callable[[], bool]) -> float:
    """Run the event loop until `done`; processor time of its longest turn in milliseconds."""
    loop, turns, began = QEventLoop(), [0.0], [process_time()]
    timer = QTimer()

    def turn() -> None:
        now = process_time()
        turns.append((now - began[0]) * 1000)
        began[0] = now
        if done():
            loop.quit()

    timer.timeout.connect(turn)
    timer.start(0)
    loop.exec()
    return max(turns)


def taken(work: Callable[[], object]) -> float:
    """Processor time in milliseconds."""
    start = process_time()
    work()
    return (process_time() - start) * 1000


def milliseconds(work: Callable[[], object], times: int = 20, then: Callable[[], object] = lambda: None) -> float:
    """The median of some runs; what is done `then` is not counted."""
    runs = []
    for _ in range(times):
        runs.append(taken(work))
        then()
    return median(runs)


def moved_mouse(window: MainWindow, number: int) -> None:
    """Move the pointer over the page, as far as a hand does between two events."""
    viewport = window.reader.viewport()
    place = QPointF(200 + number * 13 % 400, 60 + number * 29 % 600)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, place, viewport.mapToGlobal(place), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, moved)


def shown(window: MainWindow) -> None:
    """Paint the page, the rail and the panel."""
    for part in (window.reader.viewport(), window.centre.rail, window.panel):
        part.repaint()


def figures(reading: Reading) -> Iterator[tuple[str, float]]:
    """What is done with an article, and what it costs."""
    window = MainWindow(FakeWorkspace(reading))
    window.resize(1240, 860)
    window.show()
    wait_until(lambda: True)
    centre, later = window.centre, window.centre.later

    def whole() -> bool:
        return window.reader.is_set and len(window.panel.model.claims) == len(reading.claims)

    def open_it() -> None:
        centre.show_reading(reading)
        window.reader.viewport().repaint()

    yield "opening", taken(open_it)
    yield "worst turn", wait_until(whole)
    yield "opening again", milliseconds(open_it, 7, lambda: wait_until(whole))
    changed = cycle(replace(reading, claims=(replace(reading.claims[0], rated_after=on), *reading.claims[1:])) for on in (True, False))

    def recolour() -> None:
        window.apply(next(changed))
        window.reader.viewport().repaint()

    yield "recolour", milliseconds(recolour, 11, later.settle)
    yield "recolour with panel", milliseconds(lambda: (recolour(), later.settle(), shown(window)), 7)
    slug = next(iter(reading.tally.outlets))[0]
    yield "filter on", milliseconds(lambda: (window.panel.turn(slug), shown(window)), 5, window.panel.show_all)
    window.panel.turn(slug)
    yield "filter off", milliseconds(lambda: (window.panel.show_all(), shown(window)), 5, lambda: window.panel.turn(slug))
    window.panel.show_all()
    numbers = count()
    shown(window)
    yield "mouse", milliseconds(lambda: moved_mouse(window, next(numbers)), 60)
    ends = cycle((reading.claims[-1].id, reading.claims[0].id))
    yield "jump", milliseconds(lambda: (window.show_claim(next(ends)), shown(window)), 8)
    centre.show_reading(reading)
    yield "jump while it is set", taken(lambda: (window.show_claim(reading.claims[-1].id), shown(window)))
    window.close()


def set_article(name: str, reading: Reading) -> dict[str, float]:
    """Print the figures of one article."""
    measured = dict(figures(reading))
    print(f"{name:8} {len(reading.article.text):>9,} characters {len(reading.claims):>6,} claims")
    for what, spent in measured.items():
        print(f"{'':10}{what:22}{spent:8.1f} ms")
    return measured


def rate_in_place() -> None:
    """A rating given in the card of a short article, over a workspace in memory: no database."""
    workspace = FakeWorkspace()
    window = MainWindow(workspace)
    window.resize(1240, 860)
    window.show()
    opened: list[Reading] = []
    window.article_opened.connect(opened.append)
    window.open_path(Path("/saved/bridge.html"))
    wait_until(lambda: bool(opened) and window.reader.is_set)
    window.show_claim("c1")
    scores = iter(range(1, 100))

    def rate() -> None:
        window.apply(workspace.table.set_rating(RatingDraft("gazette.example", float(next(scores)), "again")))
        window.reader.viewport().repaint()

    print(f"a new rating until the page is repainted, card open: {milliseconds(rate):.1f} ms")
    window.close()


SIZES = (("article", 3_000), ("long", 100_000), ("book", 1_000_000))


def main() -> None:
    """Print all figures, and how those that a reader waits for grow from the long article to the book."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert application is not None
    rate_in_place()
    resume_after_start()
    measured = {name: set_article(name, long_reading(size)) for name, size in SIZES}
    grown = {what: log10(max(spent, 0.1) / max(measured["long"][what], 0.1)) for what, spent in measured["book"].items()}
    print("exponents from 100 KB to 1 MB: " + ", ".join(f"{what} {exponent:.2f}" for what, exponent in grown.items()))


if __name__ == "__main__":
    main()
