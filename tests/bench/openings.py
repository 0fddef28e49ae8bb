"""Opens articles one after another with the find bar open, while other processes keep every core busy. Prints openings and how it ended.

    python -m tests.bench.openings [ARTICLE...] [--times 200] [--words the] [--busy CORES]

The whole program runs in a process of its own: on a display where there is one (such as under `xvfb-run`), offscreen elsewhere. A crash
shows as a negative exit code, a window that no longer answers as a time run out. The busy processes end with the bench.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "resources" / "example" / "great-moon-hoax.html"
PATIENCE = 15  # seconds for one opening on a busy machine

PROGRAM = """
import faulthandler, os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.workspace import Workspace
from ui.window import MainWindow

faulthandler.enable()
words, times, paths = sys.argv[1], int(sys.argv[2]), [Path(path) for path in sys.argv[3:]]
application = QApplication(sys.argv[:1])
with Workspace.at() as workspace:
    window = MainWindow(workspace)
    window.show()
    done = [0]

    def go_on():
        if done[0] == 1:
            window.commands["find"].trigger()
            QTest.keyClicks(window.find_bar.field, words)
        elif done[0] > 1:
            assert window.find_bar.told.text().endswith("in this text"), window.find_bar.told.text()
        print(done[0], flush=True)
        if done[0] > times:
            window.close()
            application.quit()
            return
        done[0] += 1
        window.open_path(paths[done[0] % len(paths)])

    def give_up(error):
        print(error, file=sys.stderr, flush=True)
        os._exit(1)

    window.opening.failed.connect(give_up)
    window.reader.article_set.connect(lambda: QTimer.singleShot(0, go_on))
    QTimer.singleShot(0, lambda: (done.__setitem__(0, 1), window.open_path(paths[0])))
    application.exec()
"""


@contextmanager
def busy(cores: int) -> Iterator[None]:
    """Keep so many cores busy."""
    spinning = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(cores)]
    try:
        yield
    finally:
        for process in spinning:
            process.kill()
            process.wait()


def watch(command: list[str], environment: dict[str, str], patience: float) -> tuple[int, int]:
    """Run the window, telling every 25th opening. Returns how many there were and its exit code; it is ended when patience is."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    stop = threading.Timer(patience, process.kill)
    stop.start()
    opened = 0
    assert process.stdout is not None
    for line in process.stdout:
        opened = int(line) - 1
        if opened % 25 == 0:
            print(f"{opened} openings", flush=True)
    code = process.wait()
    stop.cancel()
    return opened, code


def main() -> None:
    """Print what came of it; the exit code is that of the window."""
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("articles", type=Path, nargs="*", default=[EXAMPLE])
    ap.add_argument("--times", type=int, default=200)
    ap.add_argument("--words", default="the")
    ap.add_argument("--busy", type=int, default=os.cpu_count() or 1)
    arguments = ap.parse_args()
    command = [sys.executable, "-c", PROGRAM, arguments.words, str(arguments.times), *map(str, arguments.articles)]
    with tempfile.TemporaryDirectory() as home, busy(arguments.busy):
        environment = os.environ | {"SOURCETINT_HOME": home, "PYTHONPATH": str(ROOT)}
        if sys.platform.startswith("linux") and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        began = time.time()
        opened, code = watch(command, environment, arguments.times * PATIENCE)
        took = time.time() - began
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "load not known"
    print(f"{opened} of {arguments.times} openings with the find bar open, {arguments.busy} busy processes, {load}, {took:.0f} s")
    print(f"exit code {code}{' (crashed or stopped)' if code < 0 else ''}")
    sys.exit(0 if code == 0 and opened >= arguments.times else 1)


if __name__ == "__main__":
    main()
