"""The real window on a real accessibility bus, as a screen reader hears it.

    python -m tests.bench.screen_reader [--wait 12]

Opens the bundled example under a virtual screen with a bus of its own, presses keys, and prints the tree and what is said at each; ends
with 1 if a part that takes the focus has no name, a key is answered by silence, or the article has empty lines. On Debian it needs
`at-spi2-core dbus xvfb xauth openbox python3-gi gir1.2-atspi-2.0`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
_SESSION = """
"$LAUNCHER" --launch-immediately & bus=$!
openbox & manager=$!
"$PROGRAM" -m app example & window=$!
"$SYSTEM_PYTHON" "$READER" "$WAIT"; code=$?
kill $window $bus $manager 2>/dev/null
exit $code
"""


def missing() -> list[str]:
    """What this machine lacks."""
    tools = [name for name in ("dbus-run-session", "xvfb-run", "openbox", SYSTEM_PYTHON) if shutil.which(name) is None]
    if not any(Path(launcher).exists() for launcher in LAUNCHERS):
        tools.append("at-spi-bus-launcher")
    bound = subprocess.run([SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"], capture_output=True, check=False)
    return tools + (["the bindings of AT-SPI"] if bound.returncode else [])


def main() -> int:
    """Run the session; its exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--wait", type=float, default=12, help="seconds until the second look is over")
    if lacking := missing():
        print("not tried, for this machine lacks:", ", ".join(lacking))
        return 0
    with tempfile.TemporaryDirectory() as home:
        told = {
            "LAUNCHER": next(launcher for launcher in LAUNCHERS if Path(launcher).exists()),
            "PROGRAM": sys.executable,
            "SYSTEM_PYTHON": SYSTEM_PYTHON,
            "READER": str(HERE / "at_spi.py"),
            "WAIT": str(options.parse_args().wait),
            "SOURCETINT_HOME": home,
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        session = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1400x900x24", "bash", "-c", _SESSION]
        return subprocess.run(session, cwd=ROOT, env=os.environ | told, check=False, timeout=300).returncode


if __name__ == "__main__":
    sys.exit(main())
