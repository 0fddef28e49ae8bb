"""Figures of the window: setting an article, recolouring it, the ratings table. Run: python -m tests.bench.window"""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

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
    """Run the event loop until `done`; the longest gap between two turns in milliseconds."""
    loop, gaps, clock = QEventLoop(), [0], QElapsedTimer()
    timer = QTimer()
    clock.start()

    def turn() -> None:
        gaps.append(clock.restart())
        if done():
            loop.quit()

    timer.timeout.connect(turn)
    timer.start(1)
    loop.exec()
    return max(gaps)


def milliseconds(work: Callable[[], object], times: int = 20) -> float:
    """The median of some runs."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        work()
        taken.append((perf_counter() - start) * 1000)
    return sorted(taken)[len(taken) // 2]


def recoloured(window: MainWindow, reading: Reading) -> None:
    """Show the same article with a rating that really changed, until the page is painted."""
    window.apply(reading)
    window.reader.viewport().repaint()


def set_article(name: str, reading: Reading) -> None:
    window = MainWindow(FakeWorkspace(reading))
    window.resize(1240, 860)
    window.show()
    wait_until(lambda: True)
    start = perf_counter()
    window.centre.show_article()
    window.reader.show_reading(reading)
    window.reader.viewport().repaint()
    first = (perf_counter() - start) * 1000
    gap = wait_until(lambda: window.reader.is_set)
    total = (perf_counter() - start) * 1000
    window.centre.show_reading(reading)
    wait_until(lambda: window.reader.is_set)
    changed = cycle(replace(reading, claims=(replace(reading.claims[0], rated_after=on), *reading.claims[1:])) for on in (True, False))
    recolour = milliseconds(lambda: recoloured(window, next(changed)))
    settled = milliseconds(lambda: (recoloured(window, next(changed)), window.centre.later.settle(), window.panel.repaint()), 5)
    opening = milliseconds(lambda: window.centre.show_reading(reading), 5)
    wait_until(lambda: window.reader.is_set)
    slug = next(iter(reading.tally.outlets))[0]
    filtered = milliseconds(lambda: (window.panel.turn(slug), window.reader.viewport().repaint(), window.panel.repaint()), 10)
    paint = milliseconds(window.reader.viewport().repaint)
    counts = f"{len(reading.article.text):>9,} characters {len(reading.claims):>6,} claims"
    setting = f"first paint {first:6.0f} ms, all set {total:6.0f} ms, longest gap {gap:4.0f} ms"
    print(f"{name:12} {counts}: {setting}, repaint {paint:5.1f} ms")
    turns = f"opening turn {opening:5.1f} ms, recolour {recolour:5.1f} ms (panel included {settled:5.1f}), filter {filtered:5.1f} ms"
    print(f"{'':12} {turns}")
    window.close()


def rate_in_place() -> None:
    workspace = FakeWorkspace()
    window = MainWindow(workspace)
    window.resize(1240, 860)
    window.show()
    opened: list[Reading] = []
    window.article_opened.connect(opened.append)
    start = perf_counter()
    window.open_path(Path("/saved/bridge.html"))
    wait_until(lambda: bool(opened) and window.reader.is_set)
    print(f"open in a running window, fake workspace: {(perf_counter() - start) * 1000:.0f} ms")
    window.show_claim("c1")
    scores = iter(range(1, 100))

    def rate() -> None:
        window.apply(workspace.table.set_rating(RatingDraft("gazette.example", float(next(scores)), "again")))
        window.reader.viewport().repaint()

    print(f"a new rating until the page is repainted, card open: {milliseconds(rate):.1f} ms")
    window.close()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    rate_in_place()
    for name, size in (("article", 3_000), ("long", 100_000), ("book", 1_000_000)):
        set_article(name, long_reading(size))
