"""Start the guarded process. Imports almost nothing, because the window starts the process before its own imports."""

import os
import subprocess
import sys
from pathlib import Path

MEMORY = 2_000_000_000
"""Bytes of address space the process may use."""

_SILENT = {"ORT_DISABLE_TELEMETRY": "1", "HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}
"""Keeps libraries from phoning home where the walls do not: onnxruntime reports its use to Microsoft seconds after it is loaded."""

CHILD = "--run-module"
"""First argument of the program built for people without Python when it starts itself to run one of its own modules."""

_BOOT = "import sys; sys.path[:] = {path!r}; import runpy; runpy.run_module({module!r}, run_name='__main__')"
_HERE = str(Path(__file__).resolve().parents[2])


def launch(*, memory: int = MEMORY, plain: bool = False) -> subprocess.Popen[bytes]:
    """Start the process; returns immediately. With `plain`, the HTML parsers are loaded after its first answer."""
    return subprocess.Popen(
        [*child_command("credibility.sandbox.child"), str(memory), "plain" if plain else ""],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_SILENT},
    )


def child_command(module: str) -> list[str]:
    """The start of a command that runs one of the program's modules in another process; the module's arguments follow it."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD, module]
    return [sys.executable, "-c", _BOOT.format(path=[*(entry for entry in sys.path if entry), _HERE], module=module)]
