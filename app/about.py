"""The output of `--version --verbose`: installed versions, and the walls around the process that reads articles."""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from app.startup import installed_version
from credibility.sandbox.worker import ArticleWorker

_NATIVE = ("PySide6-Essentials", "lxml", "numpy", "onnxruntime", "pikepdf", "Pillow", "pypdfium2", "tokenizers", "typst", "msgspec")


def lines() -> Iterator[str]:
    """The lines to print. Raises ArticleError when the reading process cannot be started."""
    yield f"sourcetint {installed_version()}"
    yield f"Python {platform.python_version()} on {platform.system()} {platform.release()}, {platform.machine()}"
    yield "Libraries: " + ", ".join(f"{name} {_version_of(name)}" for name in _NATIVE)
    yield "Around the process that reads articles:"
    with ArticleWorker() as worker:
        yield from (f"- {wall}" for wall in worker.walls())
    if sys.platform == "win32":
        yield "Here, files and network are refused by the audit hook alone."


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
