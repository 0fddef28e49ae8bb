"""How the window feels while real lists are previewed and imported. Run: python -m tests.bench.import_window

Prints seconds to the preview and for the import, and the longest gap between two turns of the event loop in each, in milliseconds.
The lists lie beside the project; without them there is nothing to measure.
"""

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.files.paths import documents
from app.ratings.lists import Lists
from app.ratings.table import Table
from credibility.table.store import RatingsStore
from tests.bench.window import wait_until
from tests.ui.fake_workspace import read_styles
from ui.outlets.imports.dialog import ImportDialog
from ui.theme import Scheme, dress, theme_of

LISTS = Path(__file__).resolve().parents[2] / ".." / "shared" / "samples" / "rating-lists"
FILES = ("pc1/domain_pc1.csv", "mbfc/mbfcext_v5_combined.json", "citeunseen/categorized-domains.json", "rsp/audiodude_sources.jsonl")


def main() -> int:
    if not LISTS.is_dir():
        print("no rating lists beside the project: nothing to measure")
        return 0
    application = QApplication([])
    theme = theme_of(Scheme.LIGHT, read_styles())
    dress(application, theme)
    with tempfile.TemporaryDirectory() as folder:
        store = RatingsStore.open(Path(folder) / "ratings.db", documents("starter", ".csv"))
        lists = Lists(Table(store))
        print(f"{'list':<34}{'rows':>7}{'preview':>10}{'gap':>8}{'import':>10}{'gap':>8}")
        for name in FILES:
            measure(name, lists, theme)
        store.close()
    return 0


def measure(name: str, lists: Lists, theme) -> None:
    dialog = ImportDialog(lists, theme)
    dialog.show()
    start = perf_counter()
    dialog.open_path(LISTS / name)
    seen_gap = wait_until(lambda: dialog.preview.preview is not None and not dialog.job.is_busy)
    seen = perf_counter() - start
    imported = []
    dialog.imported.connect(imported.append)
    start = perf_counter()
    dialog.go_on()
    done_gap = wait_until(lambda: bool(imported))
    done = perf_counter() - start
    rows = imported[0].record.rows
    print(f"{name:<34}{rows:>7,}{seen:>9.2f}s{seen_gap:>6} ms{done:>9.2f}s{done_gap:>6} ms")


if __name__ == "__main__":
    sys.exit(main())
