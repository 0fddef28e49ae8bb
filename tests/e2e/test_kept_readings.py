"""What the command line prints over the bundled example and a table that is edited, kept word by word."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from tests.conftest import Run
from tests.e2e.conftest import EXAMPLE, ROOT
from tests.readings import check_reading

LINKS = ROOT / "tests" / "data" / "pages" / "links.txt"
_CLOCK = re.compile(r"\b\d\d:\d\d(:\d\d)?\b")
_SHARE = re.compile(r'("confidence": )0\.\d+')  # the tagger's, which another processor rounds another way


def test_the_reading_of_the_example(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("not a PDF")
    outputs = ("paper.pdf", "page.txt", "", "none/paper.pdf")
    lines: list[list[str | Path]] = [
        ["--db", tmp_path / "other.db", "extract", EXAMPLE],
        *(["claims", EXAMPLE, *option] for option in ([], ["--json"], ["--jsonld"], ["--part", "2"])),
        ["parts", EXAMPLE],
        ["claims", tmp_path / "none"],
        *(["export", EXAMPLE, "-o", tmp_path / name] for name in outputs),
    ]
    check_reading("example", printed(run, tmp_path, lines))


def test_the_reading_of_links_and_names(run: Run, tmp_path: Path) -> None:
    words = LINKS.read_text("utf-8").splitlines()
    check_reading("links", printed(run, tmp_path, [["resolve", *words], ["resolve", "--json", *words]]))


def test_the_reading_of_a_table_that_is_edited(run: Run, tmp_path: Path) -> None:
    rating_list, pack, table = tmp_path / "list.csv", tmp_path / "mine.pack", tmp_path / "mine.csv"
    rating_list.write_text("domain,score,reason\nbbc.co.uk,81,careful\nthesun.co.uk,12,careless\nnew-gazette.example,55,\nno address,3,\n")
    columns = ("--columns", "address=domain,score=score,reason=reason,lowest=0,highest=100", "--title", "Harbour list")
    lines: list[list[str | Path]] = [
        *(["ratings", "show", name] for name in ("BBC", "Times", "Gazette", "nobody at all")),
        ["ratings", "show", "BBC", "--json"],
        *(["ratings", "list", *words] for words in (["guardian"], ["guardian", "--json"], ["--tier", "very-low", "daily"])),
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
    """Each command, its exit code and what it printed; this day, clock times, shares and folders are written as names."""
    for line in lines:
        code, out, err = run(*line)
        yield f"$ {' '.join(str(word) for word in line)} → {code}".replace(str(folder), "FOLDER").replace(str(ROOT), "PROJECT")
        for each in (out + err).splitlines():
            told = each.replace(str(folder), "FOLDER").replace(str(ROOT), "PROJECT").replace(date.today().isoformat(), "TODAY")
            yield "  " + _SHARE.sub(r"\1SHARE", _CLOCK.sub("CLOCK", told))
