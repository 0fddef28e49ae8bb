"""Commands on articles: open, example, extract, claims, export, parts."""

import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.commands.filters import add_notes, add_only, only
from app.commands.paper import add_paper_options, setup_of
from app.commands.tables import opened, told_at_the_end
from app.exports.exporting import checked
from app.files.paths import example_article
from app.files.saved_files import SavedFile
from app.files.there import whole
from app.printing import say, say_json, warn
from app.ratings.opening import open_store
from app.startup import hiding
from app.workspace import Workspace, open_files
from credibility.annotations.annotate import carrier, rating_line
from credibility.annotations.exports.registry import FORMATS
from credibility.annotations.report import article_json, parts_json, reading_json
from credibility.annotations.sidecar import write_sidecar
from credibility.floor.collecting import resume_after_start
from credibility.floor.language import said, shown, small, tr, tr_of
from credibility.floor.progress import silent
from credibility.model import Article, ArticleError, RatedClaim, Reading, Style
from credibility.sandbox.once import parts_safely, read_safely

WIDTH = 100


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    opening = commands.add_parser("open", help=said("open the reader, with an article if one is named"))
    opening.add_argument("file", type=Path, nargs="?")
    add_part(opening)
    opening.set_defaults(run=open_window)

    example = commands.add_parser("example", help=said("open the bundled example; without a display, write its annotated PDF instead"))
    example.set_defaults(run=open_example)

    extract = commands.add_parser("extract", help=said("the article alone: title, byline, date, text, structure, links, comments"))
    extract.add_argument("file", type=Path)
    add_part(extract)
    extract.add_argument("--json", action="store_true", help=said("as JSON (see README)"))
    extract.set_defaults(run=print_article)

    claims = commands.add_parser("claims", help=said("every sourced claim with its outlet, rating and reasons"))
    claims.add_argument("file", type=Path)
    add_part(claims)
    form = claims.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=said("as JSON (see README)"))
    form.add_argument("--jsonld", action="store_true", help=said("as a W3C annotation page, to store beside the article"))
    add_only(claims)
    claims.set_defaults(run=print_claims)

    endings = ",".join(form.suffix for form in FORMATS)
    export = commands.add_parser("export", help=said("write the annotated PDF, or the claims in another format"))
    export.add_argument("file", type=Path)
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="OUT",
        help=said("the file to write; its ending says the format: OUT.{{{endings}}}", endings=endings),
    )
    add_part(export)
    add_paper_options(export)
    add_only(export)
    add_notes(export)
    export.set_defaults(run=write_export)

    parts = commands.add_parser("parts", help=said("the pages or chapters of a file that holds several articles"))
    parts.add_argument("file", type=Path)
    parts.add_argument("--json", action="store_true", help=said("as JSON (see README)"))
    parts.set_defaults(run=print_parts)


def add_part(command: argparse.ArgumentParser) -> None:
    """Add the option for the number of a part, counted from 1."""
    command.add_argument("--part", type=int, metavar="N", help=said("which page or chapter of the file, from 1 (see `sourcetint parts`)"))


def part_index(arguments: argparse.Namespace) -> int | None:
    """The index of the part that the option names; None without it."""
    return None if arguments.part is None else arguments.part - 1


def open_window(arguments: argparse.Namespace) -> int:
    """Open the reader. Qt is imported only here, since no other command needs it."""
    if not has_display():
        raise ArticleError(
            said("There is no display for a window."), said("Use `sourcetint claims FILE` or `sourcetint export FILE -o OUT.pdf`.")
        )
    files, article = open_files(arguments.db, arguments.reader), None
    if arguments.file:
        article = SavedFile(whole(arguments.file), part=part_index(arguments))
        files.ask_ahead(article)
    # SQLite checks the whole file first, and releases the GIL while it does, so the window's code is imported at the same time.
    with ThreadPoolExecutor(1) as ahead, hiding("numpy"):
        opening = ahead.submit(open_store, arguments.db)
        from app.main import run_window  # noqa: PLC0415

    with told_at_the_end(Workspace.at(arguments.db, files, opening.result())) as workspace:
        return run_window(workspace, article)


def open_example(arguments: argparse.Namespace) -> int:
    """Open the bundled example, or write its annotated PDF into the working folder when there is no display."""
    arguments.file, arguments.part, arguments.only, arguments.notes = example_article(), None, [], False
    if has_display():
        return open_window(arguments)
    resume_after_start()
    arguments.output = whole(Path("sourcetint-example.pdf"))
    say(tr("There is no display, so the example's annotated PDF is written instead."))
    return write_export(arguments)


def has_display() -> bool:
    """Whether Qt can show a window: always on Windows and macOS, elsewhere where a display is named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def print_article(arguments: argparse.Namespace) -> int:
    """Print the article, as text or as JSON."""
    article = read_safely(arguments.file, part=part_index(arguments))
    say_json(article_json(article)) if arguments.json else _print_article(article)
    return 0


def _print_article(article: Article) -> None:
    facts = (
        (said("By"), article.byline),
        (said("Published"), article.published.date() if article.published else None),
        (said("Publisher"), article.publisher),
        (said("Address"), _address(article)),
    )
    say(article.title)
    for name, value in facts:
        if value:
            say(tr("{name}: {value}", name=name, value=value))
    say("")
    for block in article.blocks:
        say(*block.span.of(article.text).split("\n"), "")
    if article.comments:
        say(tr_of(len(article.comments), "[{count} comment kept apart]", "[{count} comments kept apart]"))


def _address(article: Article) -> str | None:
    return tr("{address} (from {place})", address=article.url, place=article.url_from) if article.url else None


def print_claims(arguments: argparse.Namespace) -> int:
    """Print the claims as text or as JSON."""
    with opened(arguments.db, open_files(arguments.db, follows_reader=False)) as workspace:
        reading = only(read_twice(workspace, arguments.file, part_index(arguments)), arguments.only, workspace.notes.here)
        if arguments.json:
            say_json(reading_json(reading))
        elif arguments.jsonld:
            say_json(write_sidecar(reading))
        else:
            _print_claims(reading, workspace)
    return 0


def read_twice(workspace: Workspace, path: Path, part: int | None) -> Reading:
    """The reading of a file by rules and tagger, as the window shows it once the tagger has finished."""
    reading = workspace.open_article(path, part=part)
    return workspace.refine() or reading


def _print_claims(reading: Reading, workspace: Workspace) -> None:
    say(tr_of(len(reading.claims), "{title}: {count} sourced claim", "{title}: {count} sourced claims", title=reading.article.title))
    for rated in reading.claims:
        say("", *claim_lines(rated, reading.article.text, workspace.styles[rated.drawn]))
    for line in reading.notes:
        say("", line)


def claim_lines(rated: RatedClaim, text: str, style: Style) -> list[str]:
    """A claim in a few lines: its words, who carried it, the rating, and why."""
    words = " … ".join(" ".join(span.of(text).split()) for span in rated.claim.content)
    chain = " › ".join(shown(link.name) for link in rated.chain)
    lines = [f"{style.glyph} {words}", f"    {shown(carrier(rated, text))}: {shown(rating_line(rated, style))}", f"    {chain}"]
    return [*lines, *(f"    {number}. {shown(why.text)}" for number, why in enumerate(rated.why, 1))]


def write_export(arguments: argparse.Namespace) -> int:
    """Write the reading in the format that the output's name asks for, and say where."""
    checked(arguments.output)  # before the article is read, which may take a while
    with opened(arguments.db, open_files(arguments.db, follows_reader=False)) as workspace:
        chosen = only(read_twice(workspace, arguments.file, part_index(arguments)), arguments.only, workspace.notes.here)
        setup = setup_of(arguments)
        for loss in workspace.export_losses(arguments.output, setup):
            warn(loss)
        written = workspace.export(
            arguments.output, silent, frozenset(rated.id for rated in chosen.claims), setup=setup, notes=arguments.notes
        )
    counts = ", ".join(f"{count} {small(tr(workspace.styles[role].label))}" for role, count in chosen.tally.roles)
    claims = tr_of(len(chosen.claims), "{count} claim", "{count} claims")
    if counts:
        say(tr("Wrote {path} ({claims}: {counts}).", path=written.path, claims=claims, counts=counts))
    else:
        say(tr("Wrote {path} ({claims}).", path=written.path, claims=claims))
    for note in written.notes:
        warn(note)
    return 0


def print_parts(arguments: argparse.Namespace) -> int:
    """Print number, title and address of each part; the one that is read by default has a star."""
    parts = parts_safely(arguments.file)
    if arguments.json:
        say_json(parts_json(parts))
    elif len(parts) < 2:
        say(tr("This file holds one article."))
    else:
        for number, part in enumerate(parts, 1):
            star = "*" if part.main else " "
            address = f"\t{part.url}" if part.url and part.url != part.title else ""
            say(f"{number:>{len(str(len(parts)))}}{star} {part.title}{address}")
    return 0
