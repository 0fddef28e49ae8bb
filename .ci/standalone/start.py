"""The start of the program built for people without Python: the command line, or one of its own modules in a process that it started."""

import runpy
import sys

from credibility.sandbox.launch import CHILD


def main() -> int:
    """Run a module of the program, if one is named as `launch.child_command` does, else the command line."""
    if sys.argv[1:2] == [CHILD]:
        module = sys.argv[2]
        del sys.argv[1:3]
        runpy.run_module(module, run_name="__main__")
        return 0
    from app.cli import main as command_line  # noqa: PLC0415 - a child does without

    return command_line()


if __name__ == "__main__":
    sys.exit(main())
