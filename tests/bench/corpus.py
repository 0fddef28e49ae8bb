"""Check the training corpus, and measure how varied it is.

    python -m tests.bench.corpus check resources/corpus [--warnings]
    python -m tests.bench.corpus diversity resources/corpus [NAME.jsonl …]

`check` prints what breaks the guidelines and fails when anything does. `diversity` prints one column of figures for the corpus and one
for each further set, benchmark files of `{text, attributions}` records.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from resources.corpus.notation import CorpusError, MarkedArticle, read_corpus
from tests.bench.corpus_checks import Finding, Level, check_article, check_corpus, check_numbers
from tests.bench.corpus_diversity import Marked, figures, from_corpus, from_records, patterns, top_cues


def read_articles(folder: Path) -> list[MarkedArticle]:
    """All articles of a folder, by file and order. Raises CorpusError."""
    return [article for path in documents(folder) for article in read_corpus(path.read_text("utf-8"), path.name)]


def documents(folder: Path) -> list[Path]:
    """The corpus files of a folder, or the one file given."""
    return [folder] if folder.is_file() else sorted(folder.glob("*.txt"))


def findings(folder: Path) -> list[Finding]:
    """Everything the checks say about a folder, errors first. Raises CorpusError."""
    articles = read_articles(folder)
    found = [finding for article in articles for finding in check_article(article)]
    found += [finding for path in documents(folder) for finding in check_numbers(path.read_text("utf-8"))]
    found += check_corpus(articles)
    return sorted(found, key=lambda finding: finding.level is Level.WARNING)


def check(folder: Path, warnings: bool) -> int:
    """Print the findings; the exit status is 1 when there are errors."""
    try:
        found = findings(folder)
    except CorpusError as error:
        print(f"error: {error}")
        return 1
    errors = [finding for finding in found if finding.level is Level.ERROR]
    for finding in found if warnings else errors:
        print(finding)
    print(f"{len(read_articles(folder))} articles, {len(errors)} errors, {len(found) - len(errors)} warnings")
    return 1 if errors else 0


def diversity(folder: Path, others: Sequence[Path]) -> None:
    """Print the table of figures, the most frequent cues and the table of patterns."""
    sets: list[tuple[str, list[Marked]]] = [(folder.name, from_corpus(read_articles(folder)))]
    sets += [(path.stem, from_records(path.read_text("utf-8"))) for path in others]
    columns = [figures(articles) for _, articles in sets]
    print(_row("", [name for name, _ in sets]))
    for name in dict.fromkeys(name for column in columns for name in column):
        print(_row(name, [column.get(name, "–") for column in columns]))
    print("\nmost frequent cues")
    for rank, row in enumerate(zip(*(top_cues(articles) for _, articles in sets), strict=False), 1):
        print(_row(f"{rank:2}", [f"{cue[:16]} {share:.1f}" for cue, share in row]))
    print("\norder of source, cue, content")
    counted = [(patterns(articles), max(sum(len(a.examples) for a in articles), 1)) for _, articles in sets]
    common = [name for name, _ in sum((count for count, _ in counted), start=type(counted[0][0])()).most_common(30)]
    for name in common:
        print(_row(name, [f"{100 * count[name] / total:.1f} %" for count, total in counted]))


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:38}" + "".join(f"{cell:>22}" for cell in cells)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check")
    checking.add_argument("folder", type=Path)
    checking.add_argument("--warnings", action="store_true")
    measuring = commands.add_parser("diversity")
    measuring.add_argument("folder", type=Path)
    measuring.add_argument("others", type=Path, nargs="*")
    arguments = parser.parse_args()
    if arguments.command == "check":
        return check(arguments.folder, arguments.warnings)
    diversity(arguments.folder, arguments.others)
    return 0


if __name__ == "__main__":
    sys.exit(main())
