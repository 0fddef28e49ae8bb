"""The pictures of `resources/docs`: the real window over the bundled example, drawn without a screen.

    python -m tests.pictures [NAME…]

Look at what it drew before it is committed. Each picture has its own data folder, so that no table of a user is in it.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.kept.languages import speak_as
from app.workspace import Workspace
from ui.basics.qt_words import translate_qt
from ui.theme.typefaces import Typefaces
from ui.window import MainWindow

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "docs" / "pictures"
COLOURS = 160  # of a palette: enough for flat windows, at a third of the size
OTHER = """<html><head><title>The quay is closed</title><meta name="author" content="Ida Falk"></head>
<body><article><h1>The quay is closed</h1>
<p>The Boston Herald reported that the quay will stay closed for a year. The BBC reported that its planks had been rotten since spring,
and Slate has argued that nobody had looked.</p><p>An official told the New York Daily News that the repair will cost more than a new quay.
“We will never open it again,” said Ann Builder, who leads the works.</p></article></body></html>"""


def reader(stage: "Stage") -> QWidget:
    """The window with the example."""
    return stage.window


def dark_and_small(stage: "Stage") -> QWidget:
    """Dark, 800 × 600."""
    stage.window.preferences.choose("theme", "dark")
    stage.window.resize(800, 600)
    return stage.window


def turkish(stage: "Stage") -> QWidget:
    """In Turkish."""
    return stage.window


def side_by_side(stage: "Stage") -> QWidget:
    """Two articles that cite the same outlets."""
    stage.do("beside")
    stage.open(stage.written("quay.html", OTHER))
    stage.do("next_claim", "same_outlet")
    return stage.window


def filtered(stage: "Stage") -> QWidget:
    """Only anonymous sources."""
    stage.do("only_anonymous", "next_claim")
    return stage.window


def ratings(stage: "Stage") -> QWidget:
    """The table, at the outlet of the current claim."""
    stage.do("ratings")
    window = stage.window.ratings_window
    assert window is not None
    window.resize(1240, 760)
    return window


def library(stage: "Stage") -> QWidget:
    """The library after two articles."""
    stage.open(stage.written("quay.html", OTHER))
    stage.do("library")
    shelf = stage.window.library.window
    assert shelf is not None
    shelf.resize(1100, 560)
    return shelf


PICTURES: dict[str, Callable[["Stage"], QWidget]] = {
    made.__name__.replace("_", "-"): made for made in (reader, dark_and_small, turkish, side_by_side, filtered, ratings, library)
}


class Stage:
    """The window over the example, and what is done with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workspace = Workspace.at()
        typefaces = Typefaces(self.workspace.faces)
        typefaces.begin(_application())
        self.window = MainWindow(self.workspace, typefaces=typefaces)
        self.window.resize(1400, 900)
        self.window.show()
        self.open(self.workspace.example)

    def open(self, path: Path) -> None:
        """Open an article and wait for the second look."""
        refined: list[object] = []
        connection = self.window.refined.connect(refined.append)
        self.window.open_path(path)
        while not refined:
            settle(0.05)
        self.window.refined.disconnect(connection)
        settle()

    def do(self, *commands: str) -> None:
        """Do what the actions of these names do."""
        for command in commands:
            self.window.commands[command].trigger()
            settle()

    def written(self, name: str, text: str) -> Path:
        """A file with this text."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


def _application() -> QApplication:
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication([])


def settle(seconds: float = 0.7) -> None:
    """Let everything be drawn that was put off."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def draw(name: str) -> Path:
    """Draw one picture in this process."""
    application = _application()
    if name == "turkish":
        speak_as("tr")
        translate_qt(application)
    with tempfile.TemporaryDirectory() as folder, at_home(Path(folder)):
        stage = Stage(Path(folder))
        target = FOLDER / f"{name}.png"
        shown = PICTURES[name](stage)
        settle(1.5)
        shown.grab().save(str(target))
        stage.window.close()
        stage.workspace.close()
    with Image.open(target) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
    return target


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """With a data folder of one's own."""
    os.environ["SOURCETINT_HOME"] = str(folder / "home")
    yield


def main(names: list[str]) -> int:
    """Draw the pictures of these names, each in a process of its own; all, if none is named."""
    FOLDER.mkdir(exist_ok=True)
    if len(names) == 1:
        print(draw(names[0]))
        return 0
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    return max(
        subprocess.run([sys.executable, "-m", "tests.pictures", name], env=environment, check=False).returncode
        for name in names or PICTURES
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
