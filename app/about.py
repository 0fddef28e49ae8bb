"""The output of `--version --verbose`: installed versions, and the walls around the process that reads articles."""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from app.startup import installed_version
from credibility.floor.language import said, shown, tr
from credibility.sandbox.worker import ArticleWorker

_NATIVE = ("PySide6-Essentials", "lxml", "numpy", "onnxruntime", "pikepdf", "Pillow", "pypdfium2", "tokenizers", "typst", "msgspec")


def lines() -> Iterator[str]:
    """The lines to print. Raises ArticleError when the reading process cannot be started."""
    yield f"sourcetint {installed_version()}"
    version, system, machine = platform.python_version(), f"{platform.system()} {platform.release()}", platform.machine()
    yield said("Python {version} on {system}, {machine}", version=version, system=system, machine=machine)
    yield said("Libraries: {names}", names=", ".join(f"{name} {shown(_version_of(name))}" for name in _NATIVE))
    yield said("Around the process that reads articles:")
    with ArticleWorker() as worker:
        yield from (f"- {tr(wall)}" for wall in worker.walls())
    if sys.platform == "win32":
        yield said("Here, files and network are refused by the audit hook alone.")


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return said("missing")
