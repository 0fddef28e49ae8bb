"""What the whole program reaches for outside itself, by the kernel's account: connections, names asked of DNS, files opened.

    python -m tests.bench.outside [--idle 30]

Runs the window under strace (opening, the tagger's second look, idling, export) and the command line (a list exported and imported), with
a home of its own. Prints what was seen, and ends with 1 when a connection was tried or a file outside the known places was opened.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "resources" / "example" / "great-moon-hoax.html"

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from credibility.floor.progress import silent
from app.workspace import Workspace
from ui.window import MainWindow
application = QApplication([])
with Workspace.at() as workspace:
    window = MainWindow(workspace)
    window.show()
    def export():
        workspace.export(Path(sys.argv[2]), silent)
        application.quit()
    window.refined.connect(lambda reading: QTimer.singleShot(int(float(sys.argv[3]) * 1000), export))
    window.open_path(Path(sys.argv[1]))
    application.exec()
"""
SYSTEM = ("/usr/", "/lib", "/proc/", "/sys/", "/dev/", "/etc/", "/var/cache/fontconfig", "/var/lib/dbus/machine-id", "/run/systemd")
_OPENED = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", ([A-Z_|0-9]+).*\) = (-?\d+)')
_REACHED = re.compile(r"(?:connect|sendto|sendmsg|sendmmsg)\(.*AF_INET.*|connect\(.*")


def traced(folder: Path, number: int, *command: str) -> list[str]:
    """The lines that strace wrote of a command and its children."""
    log = folder / f"trace-{number}"
    environment = os.environ | {"SOURCETINT_HOME": str(folder / "home"), "HOME": str(folder / "user"), "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(folder / "user")}
    watch = ["strace", "-f", "-qq", "-s", "300", "-e", "trace=network,openat,open", "-o", str(log)]
    ran = subprocess.run([*watch, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300)
    if ran.returncode:
        raise SystemExit(ran.stderr[-2000:])
    return log.read_text(errors="replace").splitlines()


def look(idle: float) -> int:
    """Go through everything with `idle` seconds before the export, print what was seen; how much of it must not be."""
    if shutil.which("strace") is None:
        print("strace is not installed: nothing was looked at")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "user").mkdir()
        article, paper, ratings = folder / "article.html", folder / "out.pdf", folder / "ratings.csv"
        shutil.copy(EXAMPLE, article)
        python = sys.executable
        lines = traced(folder, 1, python, "-c", WINDOW, str(article), str(paper), str(idle))
        lines += traced(folder, 2, python, "-m", "app", "ratings", "export", str(ratings))
        columns = "address=outlet,score=score,name=name"
        lines += traced(folder, 3, python, "-m", "app", "ratings", "import", "--yes", "--title", "Mine", "--columns", columns, str(ratings))
        assert paper.stat().st_size > 10_000
    known = (str(folder), str(ROOT), sys.prefix, sys.base_prefix, *SYSTEM)
    reached = [line for line in lines if _REACHED.search(line)]
    opened = [found for line in lines if (found := _OPENED.search(line))]
    foreign = sorted({found[1] for found in opened if int(found[3]) >= 0 and found[1].startswith("/") and not found[1].startswith(known)})
    written = sorted({found[1] for found in opened if int(found[3]) >= 0 and re.search("O_WRONLY|O_RDWR|O_CREAT", found[2])})
    elsewhere = [path for path in written if not path.startswith((str(folder), "/dev/"))]
    sockets = [line for line in lines if "socket(" in line]
    print(f"{len(lines)} calls; sockets asked for {len(sockets)}; connections tried {len(reached)}; {len(opened)} openings tried")
    print(f"files outside the known places {len(foreign)}; files written outside the home {len(elsewhere)}")
    for line in (*sockets, *reached, *foreign, *elsewhere):
        print(" ", line)
    return len(reached) + len(foreign) + len(elsewhere)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--idle", type=float, default=30.0, metavar="SECONDS", help="between the second look and the export")
    return 1 if look(parser.parse_args().idle) else 0


if __name__ == "__main__":
    sys.exit(main())
