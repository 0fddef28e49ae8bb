"""Options of the commands that write paper: sheet, type and colour."""

import argparse

from credibility.floor.language import said
from credibility.model import Ground, PaperSetup, SheetSize

_SHEETS = {"a4": SheetSize.A4, "letter": SheetSize.LETTER}


def add_paper_options(command: argparse.ArgumentParser) -> None:
    """Add the options that `setup_of` reads."""
    group = command.add_argument_group(said("paper"))
    group.add_argument(
        "--on",
        choices=[ground.value for ground in Ground],
        help=said("mark a copy of the article's own pages (the default for a PDF), or typeset the article"),
    )
    group.add_argument("--sheet", choices=tuple(_SHEETS), default="a4", help=said("size of the pages (default: a4)"))
    group.add_argument("--large", action="store_true", help=said("larger type"))
    group.add_argument("--grey", action="store_true", help=said("highlights in shades of grey, for printers without colour"))


def setup_of(arguments: argparse.Namespace) -> PaperSetup:
    """The choices made; the defaults where a command has no such options."""
    on = getattr(arguments, "on", None)
    return PaperSetup(
        on=Ground(on) if on else None,
        sheet=_SHEETS[getattr(arguments, "sheet", "a4")],
        larger=getattr(arguments, "large", False),
        grey=getattr(arguments, "grey", False),
    )
