"""`sourcetint --version` is answered without loading what the commands need."""

import subprocess
import sys

from app.startup import installed_version

COMMANDS = (
    "import sys; from app.cli import main; main(['--version']); print([name for name in sys.modules if name.startswith('app.commands')])"
)


def test_the_version_loads_no_command() -> None:
    done = subprocess.run([sys.executable, "-c", COMMANDS], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"sourcetint {installed_version()}", "[]"]
    assert done.stderr == ""
