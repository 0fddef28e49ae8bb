"""Commands on the time stamp of an exported reading: timestamp ask, add, check."""

import argparse
from pathlib import Path

from app.printing import say
from credibility.floor.language import said, tr


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    group = commands.add_parser(
        "timestamp", help=said("when the reading in an exported PDF existed, by an authority's signature (RFC 3161)")
    )
    actions = group.add_subparsers(metavar="ACTION", required=True)

    ask = actions.add_parser("ask", help=said("write the question for an authority, which you send to it yourself"))
    ask.add_argument("file", type=Path, help=said("a PDF that SourceTint exported"))
    ask.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help=said("the question to write (.tsq)"))
    ask.set_defaults(run=ask_for)

    add = actions.add_parser("add", help=said("write the PDF with the authority's answer in it"))
    add.add_argument("file", type=Path, help=said("the PDF that the question was for"))
    add.add_argument("answer", type=Path, metavar="FILE", help=said("what the authority answered (.tsr)"))
    add.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help=said("the PDF to write"))
    add.set_defaults(run=add_answer)

    check = actions.add_parser("check", help=said("verify the time stamp in a PDF, offline"))
    check.add_argument("file", type=Path, help=said("a PDF with a time stamp"))
    check.add_argument("--authority", type=Path, required=True, metavar="FILE", help=said("the certificates that you trust (PEM)"))
    check.set_defaults(run=check_it)


def ask_for(arguments: argparse.Namespace) -> int:
    """Write the question."""
    from app.exports.timestamps import ask  # noqa: PLC0415 - the library is an optional extra

    ask(arguments.file, arguments.output)
    say(
        tr("Wrote {output}. Send it to a time stamp authority and add its answer with `sourcetint timestamp add`.", output=arguments.output)
    )
    return 0


def add_answer(arguments: argparse.Namespace) -> int:
    """Write the PDF with the answer in it."""
    from app.exports.timestamps import enclose  # noqa: PLC0415 - as above

    enclose(arguments.file, arguments.answer, arguments.output)
    say(tr("Wrote {output} with the time stamp.", output=arguments.output))
    return 0


def check_it(arguments: argparse.Namespace) -> int:
    """Say when the reading existed."""
    from app.exports.timestamps import check  # noqa: PLC0415 - as above

    stamped = check(arguments.file, arguments.authority)
    say(
        tr(
            "The reading in {name} existed on {time} UTC, as {authority} has signed.",
            name=arguments.file.name,
            time=f"{stamped.time:%Y-%m-%d %H:%M:%S}",
            authority=stamped.authority,
        )
    )
    return 0
