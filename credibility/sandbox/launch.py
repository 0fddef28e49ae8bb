"""Start the guarded process. Imports almost nothing, because the window starts the process before its own imports."""

import os
import subprocess
import sys
from pathlib import Path

MEMORY = 2_000_000_000
"""Bytes of address space the process may use."""

_SILENT = {"ORT_DISABLE_TELEMETRY": "1", "HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}
"""Keeps libraries from phoning home where the walls do not: onnxruntime reports its use to Microsoft seconds after it is loaded."""

_BOOT = "import sys; sys.path[:] = {path!r}; from credibility.sandbox.child import serve; serve({memory}, {plain})"
_HERE = str(Path(__file__).resolve().parents[2])


def launch(*, memory: int = MEMORY, plain: bool = False) -> subprocess.Popen[bytes]:
    """Start the process; returns immediately. With `plain`, the HTML parsers are loaded after its first answer."""
    boot = _BOOT.format(path=[*(entry for entry in sys.path if entry), _HERE], memory=memory, plain=plain)
    return subprocess.Popen(
        [sys.executable, "-c", boot],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_SILENT},
    )
