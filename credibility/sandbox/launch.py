"""Starting the guarded process. Imports next to nothing: the window starts it before it imports anything of its own."""

import os
import subprocess
import sys
from pathlib import Path

MEMORY = 2_000_000_000
"""Bytes of address space that the process may take."""

_SILENT = {"ORT_DISABLE_TELEMETRY": "1", "HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}
"""What keeps libraries from speaking home where the walls do not: onnxruntime reports its use to Microsoft some seconds after it loads."""

_BOOT = "import sys; sys.path[:] = {path!r}; from credibility.sandbox.child import serve; serve({memory}, {plain})"
_HERE = str(Path(__file__).resolve().parents[2])


def launch(*, memory: int = MEMORY, plain: bool = False) -> subprocess.Popen[bytes]:
    """Start the process; returns at once. With `plain` the parsers of pages are loaded after its first answer."""
    boot = _BOOT.format(path=[*(entry for entry in sys.path if entry), _HERE], memory=memory, plain=plain)
    return subprocess.Popen(
        [sys.executable, "-c", boot],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_SILENT},
    )
