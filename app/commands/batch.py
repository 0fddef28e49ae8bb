"""Commands on many articles: batch, stats."""

import argparse
import csv
import io
import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from app.batch.cluster import ClusterAddress
from app.batch.files import files_in
from app.batch.keeping import BatchPlace, destination
from app.batch.paper import BatchPaper
from app.batch.parquet import check_parquet, write_parquet
from app.batch.reading import BatchSetup
from app.batch.run import Batch, BatchSummary
from app.commands.paper import add_paper_options, setup_of
from app.commands.tables import opened
from app.exports.evidence import ReadingTools
from app.printing import progress_bar, say, say_json, warn
from app.workspace import Workspace
from credibility.archive.statistics import NAMES, TOP, Restriction, Statistic, statistics
from credibility.archive.store import ReadingsStore
from credibility.floor.characters import harmless
from credibility.floor.language import capital, said, shown, tr, tr_of

_LISTED = 50
"""Failures that are listed at the end of a run; the store holds them all."""

_NOT_KNOWN = said("not known")
_CELLS = (
    said("very-low"),
    said("low"),
    said("mixed"),
    said("reliable"),
    said("high"),
    said("unrated"),
    said("no rating"),
    said("outlet"),
    said("person"),
    said("organisation"),
    said("government"),
    said("document"),
    said("poll"),
    said("anonymous-official"),
    said("anonymous"),
    said("hearsay"),
    said("none"),
    said("claims"),
    said("articles"),
)
"""What a store holds instead of names, and figures are called, as keys of the catalogue."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    batch = commands.add_parser("batch", help=said("read many files into a store, a folder of exports or a Parquet file"))
    batch.add_argument("places", type=Path, nargs="+", metavar="FILE|FOLDER")
    batch.add_argument("--out", type=Path, required=True, metavar="DIR|STORE.db|CLAIMS.parquet", help=said("where the readings go"))
    batch.add_argument(
        "--export", default="", metavar="FORMATS", help=said("with --out DIR: endings, such as pdf,csv,html (default: json)")
    )
    batch.add_argument(
        "--jobs", type=_jobs, default=_processors(), metavar="N", help=said("guarded processes (default: one per processor)")
    )
    batch.add_argument("--again", action="store_true", help=said("read files again that are in the store, such as after ratings changed"))
    batch.add_argument("--scheduler", metavar="ADDRESS", help=said("read on this Dask cluster, to which files and table are sent"))
    batch.add_argument(
        "--tls", type=Path, nargs=3, metavar=("CA", "CERT", "KEY"), help=said("with --scheduler: certificates and key (PEM)")
    )
    add_paper_options(batch)
    batch.set_defaults(run=run_batch)

    stats = commands.add_parser("stats", help=said("who cites whom in a store: by publisher, outlet, period, tier and kind of source"))
    stats.add_argument("store", type=Path, metavar="STORE")
    stats.add_argument("--publisher", default="", metavar="NAME", help=said("only articles of this publisher (name or domain)"))
    stats.add_argument("--outlet", default="", metavar="NAME", help=said("only claims through this outlet (name or domain)"))
    stats.add_argument(
        "--since", default="", metavar="DAY", help=said("only articles published on or after this day, month or year (ISO 8601)")
    )
    stats.add_argument("--until", default="", metavar="DAY", help=said("only articles published before this day, month or year"))
    stats.add_argument("--table", action="append", choices=NAMES, default=[], help=said("only this table; may be given several times"))
    stats.add_argument("--top", type=_jobs, default=TOP, metavar="N", help=said("rows per table (default: {count})", count=TOP))
    form = stats.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=said("as JSON"))
    form.add_argument("--csv", action="store_true", help=said("as CSV, one table after the other"))
    stats.set_defaults(run=print_statistics)


def _jobs(words: str) -> int:
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError(said("must be 1 or more"))
    return number


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_batch(arguments: argparse.Namespace) -> int:
    """Read the files; exit code 3 when some could not be read."""
    place = destination(arguments.out, [suffix for suffix in arguments.export.split(",") if suffix.strip()])
    if place.parquet:
        check_parquet()
    cluster = _cluster(arguments)
    if cluster:
        warn(tr("The files, your table and your corrections are sent to the workers of {scheduler}.", scheduler=cluster.scheduler))
    with opened(arguments.db) as workspace, ReadingsStore(place.store) as store:
        paper = BatchPaper(setup_of(arguments), ReadingTools.now(workspace.table, workspace.raters))
        batch = Batch(store, place, batch_setup(workspace), paper, workspace.table.store.choices.of, again=arguments.again)
        try:
            with progress_bar(sum(1 for _ in files_in(arguments.places, place.out)), tr("file")) as bar:
                batch.run(arguments.places, arguments.jobs, cluster, bar.update)
        except KeyboardInterrupt:
            warn(tr("Stopped. The same command goes on where this run was."))
            return 130
        _report(batch.summary, place, store)
    return 3 if batch.summary.failed else 0


def _cluster(arguments: argparse.Namespace) -> ClusterAddress | None:
    return ClusterAddress(arguments.scheduler, *(arguments.tls or ())) if arguments.scheduler else None


def batch_setup(workspace: Workspace) -> BatchSetup:
    """All that readings depend on, as it is now: edits made while the batch runs do not change it."""
    return BatchSetup(
        workspace.table.registry,
        workspace.styles,
        workspace.table.store.queries.all_corrections(),
        *workspace.settings.looking(),
    )


def _report(summary: BatchSummary, place: BatchPlace, store: ReadingsStore) -> None:
    if place.parquet:
        written = write_parquet(store, place.parquet)
        say(tr_of(written, "Wrote {count} claim to {place}.", "Wrote {count} claims to {place}.", place=place.parquet))
    articles, claims = store.counts()
    say(
        tr(
            "Read {files}: {articles}, {claims}. {known} read before, or the same as another. "
            "{store} holds {all_articles} with {all_claims}.",
            files=_files(summary.read),
            articles=_articles(summary.articles),
            claims=_claims(summary.claims),
            known=_files(summary.known),
            store=place.store,
            all_articles=_articles(articles),
            all_claims=_claims(claims),
        )
    )
    for path, note in summary.notes[:_LISTED]:
        warn(f"{path}: {shown(note)}")
    if summary.failed:
        warn(tr_of(len(summary.failed), "{count} file could not be read:", "{count} files could not be read:"))
    for path, reason in sorted(summary.failed)[:_LISTED]:
        warn(f"{path}: {shown(reason)}")
    if len(summary.failed) > _LISTED:
        warn(tr("… and {files} more, in the table “failure” of {store}.", files=len(summary.failed) - _LISTED, store=place.store))


def _files(count: int) -> str:
    return tr_of(count, "{count} file", "{count} files")


def _articles(count: int) -> str:
    return tr_of(count, "{count} article", "{count} articles")


def _claims(count: int) -> str:
    return tr_of(count, "{count} claim", "{count} claims")


def print_statistics(arguments: argparse.Namespace) -> int:
    """Print what a store tells."""
    restriction = Restriction(arguments.publisher, arguments.outlet, arguments.since, arguments.until)
    with ReadingsStore(arguments.store, create=False) as store:
        found = list(statistics(store, restriction, arguments.top, tuple(arguments.table) or NAMES))
    if arguments.json:
        say_json({"statistics": [asdict(each) for each in found]})
    elif arguments.csv:
        for each in found:
            say(*_csv(each), "")
    else:
        for each in found:
            say(*_lines(each), "")
    return 0


def _csv(each: Statistic) -> list[str]:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([("table", *each.columns), *((each.name, *map(harmless, row)) for row in each.rows)])
    return out.getvalue().splitlines()


def _lines(each: Statistic) -> list[str]:
    """The table in columns as wide as their longest cell."""
    rows = [[tr(column) for column in each.columns], *(_cells(each.columns, row) for row in each.rows)]
    widths = [max(len(row[number]) for row in rows) for number in range(len(each.columns))]
    numbers = len(each.columns) - 2
    name = capital(tr(each.name))
    if not each.rows:
        return [tr("{table}: none", table=name)]
    lines = [name]
    for row in rows:
        cells = (cell.ljust(width) if at < numbers else cell.rjust(width) for at, (cell, width) in enumerate(zip(row, widths, strict=True)))
        lines.append("  " + "  ".join(cells).rstrip())
    rest = tr("… and {rows} more", rows=each.more)
    return [*lines, *([f"  {rest}"] if each.more else [])]


def _cells(columns: Sequence[str], row: Sequence[object]) -> list[str]:
    """The cells in the reader's language, as far as they are words of the program and no names."""
    return [
        tr(str(cell)) if column in ("tier", "kind") or cell == _NOT_KNOWN else str(cell) for column, cell in zip(columns, row, strict=True)
    ]
