"""How fast the window feels: start to first painted article, opening, re-rating, export. Prints milliseconds.

    python -m tests.bench.start [ARTICLE] [--runs 5] [--outlets 50000]

With `--outlets`, the table is filled up to that many first.

Every figure is the minimum and the median of several runs in one go; the first start fills the caches and is not counted. The program
is started as its command line starts it; memory is read (on Linux) after the tagger has looked twice and before the export.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.imports import fill

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT.parent / "shared" / "samples" / "articles" / "seed.html"
EXAMPLE = ROOT / "resources" / "example" / "great-moon-hoax.html"

PROGRAM = """
import gc, json, os, sys, time
began, path, target = float(sys.argv[1]), sys.argv[2], sys.argv[3]
import app.cli
figures, state, enable = {}, {}, gc.enable

def stands():
    # The program turns the collector on again once its window stands: there the bench gets hold of it.
    enable()
    gc.enable = enable
    from pathlib import Path
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication
    from credibility.floor.progress import silent
    from credibility.model import RatingDraft
    from ui.window import MainWindow
    (window,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
    workspace = window._workspace

    class Painted(QObject):
        wanted = None
        def eventFilter(self, watched, event):
            if self.wanted and event.type() == QEvent.Type.Paint:
                act, self.wanted = self.wanted, None
                QTimer.singleShot(0, act)
            return False

    painted = state["painted"] = Painted()
    window.reader.viewport().installEventFilter(painted)
    acts = [None]

    def next_act(reading):
        painted.wanted = acts[0]
        window.reader.viewport().update()  # should the first paint be over already, the next one counts

    def refined(reading):
        state["refined"] = True
        if act := state.pop("then", None):
            when_refined(act)

    def when_refined(act):
        # The tagger's look takes as long as the article is: nothing else is measured while it runs.
        if state.pop("refined", False):
            QTimer.singleShot(0, act)
        else:
            state["then"] = act

    def first():
        figures["start to first painted article"] = (time.time() - began) * 1000
        figures["  processor time of it"] = time.process_time() * 1000
        when_refined(reopen)

    def reopen():
        state["at"], acts[0] = time.time(), second
        window.open_path(Path(path))

    def second():
        figures["open in a running window"] = (time.time() - state["at"]) * 1000
        when_refined(rerate)

    def rerate():
        figures["peak memory of both processes, MB"] = peak_memory(workspace._files._worker.pid)
        slug = next(r for r in workspace.reading.claims if r.resolution.outlet).resolution.outlet.slug
        state["at"], painted.wanted = time.time(), third
        window.apply(workspace.table.set_rating(RatingDraft(slug, 10.0, "bench")))
        window.reader.viewport().repaint()

    def third():
        figures["re-rate an outlet and repaint"] = (time.time() - state["at"]) * 1000
        at = time.time()
        workspace.export(Path(target), silent)
        figures["export"] = (time.time() - at) * 1000
        workspace.table.undo()
        workspace.close()
        print(json.dumps(figures)); sys.stdout.flush()
        os._exit(0)

    acts[0] = first
    window.article_opened.connect(next_act)
    window.refined.connect(refined)

def peak_memory(child):
    lines = [line for pid in (os.getpid(), child) for line in open(f"/proc/{pid}/status") if line.startswith("VmHWM")]
    return sum(int(line.split()[1]) for line in lines) / 1024

gc.enable = stands
app.cli.main(["open", path])
"""


def environment_of(home: Path) -> dict[str, str]:
    """The environment in which the program is started, with its data in `home`."""
    # A shell may forbid Python to cache bytecode; a start that compiles everything is not the one that users have.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"SOURCETINT_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def one_run(article: Path, home: Path) -> dict[str, float]:
    """Start the window once, go through all steps, return the figures."""
    environment = environment_of(home)
    command = [sys.executable, "-c", PROGRAM, str(time.time()), str(article), str(home / "out.pdf")]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    if ran.returncode:
        raise SystemExit(ran.stderr)
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def resolving(home: Path) -> dict[str, float]:
    """The processor time of `sourcetint resolve` for a link and for a name."""
    figures = {}
    for what in ("https://www.bbc.co.uk/news", "The Guardian"):
        before = os.times()
        command = [sys.executable, "-m", "app", "resolve", what]
        subprocess.run(command, env=environment_of(home), capture_output=True, check=False, timeout=120, cwd=ROOT)
        after = os.times()
        spent = after.children_user + after.children_system - before.children_user - before.children_system
        figures[f"resolve {what[:22]}, processor time"] = spent * 1000
    return figures


def main() -> None:
    """Print the table."""
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("article", type=Path, nargs="?", default=SAMPLE if SAMPLE.exists() else EXAMPLE)
    ap.add_argument("--runs", type=int, default=5)
    ap.add_argument("--outlets", type=int, default=0, help="fill the table up to this many")
    arguments = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        if arguments.outlets:
            fill(home / "ratings.db", arguments.outlets)
        one_run(arguments.article, home)
        resolving(home)
        runs = [one_run(arguments.article, home) | resolving(home) for _ in range(arguments.runs)]
    print(f"{arguments.article.name}, {arguments.runs} runs, load {os.getloadavg()[0]:.1f}")
    for name in runs[0]:
        values = [run[name] for run in runs]
        print(f"{name:48} min {min(values):7.0f}  median {statistics.median(values):7.0f}")


if __name__ == "__main__":
    main()
