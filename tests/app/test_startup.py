"""What the first article does not need stays unloaded."""

import importlib
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.startup import hiding
from tests import patience


@pytest.fixture
def spare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that can be imported and has not been."""
    (tmp_path / "spare_module.py").write_text("value = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "spare_module", raising=False)
    return "spare_module"


def test_a_hidden_module_is_not_found_until_the_end(spare: str) -> None:
    with hiding(spare), pytest.raises(ModuleNotFoundError, match="spare_module"):
        importlib.import_module(spare)
    assert importlib.import_module(spare).value == 1


def test_other_threads_find_it_meanwhile(spare: str) -> None:
    found: list[object] = []
    with hiding(spare):
        thread = threading.Thread(target=lambda: found.append(importlib.import_module(spare)))
        thread.start()
        thread.join()
        assert importlib.import_module(spare) is found[0], "a module that is loaded already is not hidden"


def test_the_search_path_is_as_before_after_an_error(spare: str) -> None:
    before = list(sys.meta_path)
    with pytest.raises(ZeroDivisionError), hiding(spare):
        raise ZeroDivisionError
    assert sys.meta_path == before


def test_the_window_loads_without_numpy() -> None:
    program = """
import sys
from app.command_line import parser
parser("open")
from app.startup import hiding
with hiding("numpy"):
    import app.main
sys.exit("numpy" in sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", program], check=False, timeout=patience.SECONDS, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


def test_resolve_opens_the_table_alone() -> None:
    """It is asked often: neither the workspace nor the reading process, the library or the readers of lists are loaded for it."""
    program = """
import sys
from app.command_line import parser
parser("resolve")
late = ("app.workspace", "ui", "numpy", "credibility.sandbox.worker", "credibility.library.shelf", "credibility.outlets.lists.formats")
sys.exit(", ".join(name for name in late if name in sys.modules) or None)
"""
    ran = subprocess.run([sys.executable, "-c", program], check=False, timeout=patience.SECONDS, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
