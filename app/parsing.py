"""The parser of the command line: what it says of its own accord (usage, headings, complaints) in the reader's language, too.

The parser itself holds the English; the words are turned as help or a complaint is shown.
"""

import argparse
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from app.argument_names import argument_name
from app.printing import print_plainly
from credibility.floor.language import recognised, said, said_of, shown, tr

_HEADINGS = (
    said("positional arguments"),
    said("options"),
    said("show this help message and exit"),
)
"""What `argparse` writes into every help, as keys of the catalogue."""

_COMPLAINTS = (
    said("the following arguments are required: {arguments}"),
    said("one of the arguments {arguments} is required"),
    said("unrecognized arguments: {words}"),
    said("not allowed with argument {argument}"),
    said("ignored explicit argument {words}"),
    said("expected one argument"),
    said("expected at most one argument"),
    said("expected at least one argument"),
    said_of(2, "expected {count} argument", "expected {count} arguments"),
    said("ambiguous option: {option} could match {options}"),
    said("invalid choice: {value} (choose from {choices})"),
    said("invalid {type} value: {value}"),
    said("must be 1 or more"),
)
"""What it complains of; a complaint of another kind stays in English."""


class ReadersFormatter(argparse.HelpFormatter):
    """Lays out the help in the reader's language."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The line that shows how the command is called."""
        super().add_usage(usage, actions, groups, tr("usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """The heading of a group of arguments."""
        super().start_section(tr(heading) if heading else heading)

    def add_text(self, text: str | None) -> None:
        """What stands before and after the arguments."""
        super().add_text(shown(text) if text else text)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return tr(action.help) if action.help else action.help

    def _metavar_formatter(self, action: argparse.Action, default_metavar: str) -> Callable[[int], tuple[str, ...]]:
        written = super()._metavar_formatter(action, default_metavar)
        if action.metavar is None and action.choices is not None:
            return written  # is typed as it stands
        return lambda size: tuple(map(argument_name, written(size)))


class PlainParser(argparse.ArgumentParser):
    """A parser whose help and complaints go through the one door for printing: they repeat what was typed, and names of files with it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"formatter_class": ReadersFormatter, **kwargs})

    def error(self, message: str) -> NoReturn:
        """Show the usage and a complaint, and exit with code 2."""
        self._print_message(self.format_usage())
        self.exit(2, tr("{program}: error: {complaint}", program=self.prog, complaint=complaint_of(message)) + "\n")

    def _print_message(self, message: str, file: object = None) -> None:
        print_plainly(message, file)


def complaint_of(message: str) -> str:
    """A complaint of `argparse`, as words of ours, so that it can be shown in another language."""
    named, _, rest = message.partition(": ")
    if rest and named.startswith("argument "):
        name = argument_name(named.removeprefix("argument "))
        return said("argument {argument}: {complaint}", argument=name, complaint=complaint_of(rest))
    return recognised(message, _COMPLAINTS, _part)


def _part(name: str, value: str) -> str:
    return ", ".join(map(argument_name, value.split(", "))) if name in ("argument", "arguments") else value
