"""README's tables of the kinds of file that are read and of those that are not: `python -m tests.articles.kind_tables` writes them."""

import re

from credibility.articles.kinds.formats import FORMATS
from credibility.articles.kinds.unread import UNREAD
from tests.bench.material import ROOT

README = ROOT / "README.md"
_BETWEEN = re.compile(r"(?<=kind_tables -->\n).*?(?=<!-- end of kinds of file -->)", re.S)


def tables() -> str:
    """Both tables, in the order of their sources."""
    read = [f"| {one.name} | {' '.join(f'`{suffix}`' for suffix in one.suffixes)} | {one.mind} |" for one in FORMATS]
    unread = [f"| {kind.name} | {kind.advice} |" for kind in UNREAD]
    lines = [
        "| read | usual endings | |",
        "|---|---|---|",
        *read,
        "",
        "Nothing else is shown as an article. What is known and not read is named:",
        "",
    ]
    return "\n".join([*lines, "| not read | what to do |", "|---|---|", *unread, ""])


def written() -> str:
    """What stands in README between its marks."""
    found = _BETWEEN.search(README.read_text(encoding="utf-8"))
    return found.group() if found else ""


if __name__ == "__main__":
    README.write_text(_BETWEEN.sub(lambda _: tables(), README.read_text(encoding="utf-8")), encoding="utf-8")
