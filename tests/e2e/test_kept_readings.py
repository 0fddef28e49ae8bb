"""What the command line prints over the bundled example and a table that is edited, kept word by word."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from tests.e2e.conftest import EXAMPLE, ROOT
from tests.readings import check_reading

LINKS = ROOT / "tests" / "data" / "pages" / "links.txt"
Run = Callable[..., tuple[int, str, str]]


def test_the_reading_of_the_example(run: Run, tmp_path: Path) -> None:
    lines = (
        ["extract", EXAMPLE],
        ["claims", EXAMPLE],
        ["parts", EXAMPLE],
        ["claims", EXAMPLE, "--part", "2"],
        ["claims", tmp_path / "none"],
    )
    check_reading("example", printed(run, tmp_path, lines))


def test_the_reading_of_links_and_names(run: Run, tmp_path: Path) -> None:
    check_reading("links", printed(run, tmp_path, [["resolve", *LINKS.read_text("utf-8").splitlines()]]))


def test_the_reading_of_a_table_that_is_edited(run: Run, tmp_path: Path) -> None:
    rating_list, pack, table = tmp_path / "list.csv", tmp_path / "mine.pack", tmp_path / "mine.csv"
    rating_list.write_text("domain,score,reason\nbbc.co.uk,81,careful\nthesun.co.uk,12,careless\nnew-gazette.example,55,\nno address,3,\n")
    columns = ("--columns", "address=domain,score=score,reason=reason,lowest=0,highest=100", "--title", "Harbour list")
    lines: list[list[str | Path]] = [
        *(["ratings", "show", name] for name in ("BBC", "Times", "nobody at all")),
        ["ratings", "set", "BBC", "90", "--reason", "corrects at once"],
        ["ratings", "set", "BBC", "900", "--reason", "more"],
        ["ratings", "set", "The Sun", "10", "--reason", "careless"],
        *(["ratings", word] for word in ("history", "undo", "history", "redo", "redo", "raters", "profile")),
        ["ratings", "unset", "BBC"],
        ["ratings", "undo"],
        ["ratings", "diff", rating_list],
        ["ratings", "diff", rating_list, *columns],
        ["ratings", "import", rating_list, *columns, "--yes"],
        ["ratings", "imports"],
        ["ratings", "export", pack],
        ["ratings", "export", table],
        ["ratings", "merge", pack],
        ["ratings", "merge", pack, "--yes"],
        *(["ratings", word] for word in ("history", "check", "undo", "undo")),
        ["ratings", "raters", "none"],
        ["ratings", "raters", "pc1", "rsp"],
        ["resolve", "https://www.bbc.co.uk/news"],
        ["db", "check"],
        ["claims", EXAMPLE],
    ]
    check_reading("table", printed(run, tmp_path, lines))


def printed(run: Run, folder: Path, lines: Iterable[list[str | Path]]) -> Iterator[str]:
    """Each command, its exit code and what it printed; this day, clock times and the test's folder are written as names."""
    for line in lines:
        code, out, err = run(*line)
        yield f"$ {' '.join(str(word) for word in line)} → {code}".replace(str(folder), "FOLDER").replace(str(ROOT), "PROJECT")
        for each in (out + err).splitlines():
            told = each.replace(str(folder), "FOLDER").replace(str(ROOT), "PROJECT").replace(date.today().isoformat(), "TODAY")
            yield "  " + re.sub(r"\b\d\d:\d\d(:\d\d)?\b", "CLOCK", told)
