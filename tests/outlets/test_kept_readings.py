"""What is made of names, links and lists of our own, kept line by line: outlets and chains of the cases, lists of many shapes."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from credibility.model import Rater, RatingError
from credibility.model.lists import ListEntry, PreviewRow, SetAside
from credibility.outlets.lists.preview import preview
from credibility.outlets.lists.reading import Row
from credibility.outlets.lists.unknown.guessing import guess_mapping, question_about
from credibility.outlets.lists.unknown.known import check_scale, known_rows
from credibility.outlets.lists.unknown.shapes import table_rows
from credibility.outlets.lists.unknown.table import read_table
from credibility.outlets.rating.scopes import write_scope
from credibility.outlets.registry import OutletRegistry
from tests.bench.program import Json, reader, starter_registry
from tests.cases.files import read_set
from tests.readings import check_reading

LISTS = Path(__file__).resolve().parents[1] / "data" / "lists"


def test_the_outlets_of_the_cases() -> None:
    read = reader(rules_alone=True)

    def lines() -> Iterator[str]:
        for case in read_set("develop"):
            reading = read(case.article)
            yield from (f"{case.id} {told(claim)}" for claim in reading["claims"] if says_more(claim))
            yield from (f"{case.id} excerpt {excerpt}" for excerpt in reading["excerpts"])

    check_reading("outlets", lines())


def test_the_reading_of_lists_of_many_shapes() -> None:
    def lines() -> Iterator[str]:
        for path in sorted(LISTS.iterdir()):
            yield path.name
            yield from (f"  {line}" for line in of_list(path))

    check_reading("lists", lines())


def says_more(claim: Json) -> bool:
    """Whether an outlet is told, asked about or looked for, or a chain has more than its speaker."""
    return bool(claim["outlet"] or claim["candidates"] or claim["outlet_unnamed"] or claim["link"] or len(claim["chain"]) > 1)


def told(claim: Json) -> str:
    chain = " > ".join(f"{link['name']} ({link['domain'] or link['kind']})" for link in claim["chain"])
    outlet = claim["outlet"]["domain"] if claim["outlet"] else "unnamed" if claim["outlet_unnamed"] else "none"
    others = ", ".join(rating["rater"] for rating in claim["other_ratings"])
    rating = f"{claim['rating']['rater']} {claim['rating']['score']}" if claim["rating"] else ""
    fields = (
        f"{claim['id']} {outlet} by {claim['outlet_by']}",
        chain,
        f"{claim['role']} {rating}".strip(),
        f"also {others}" if others else "",
        "disagreement" if claim["disagreement"] else "",
        "rated after" if claim["rated_after"] else "",
        f"or {claim['candidates']}" if claim["candidates"] else "",
        f"link {claim['link']}" if claim["link"] else "",
        *(step["text"] for step in claim["why"] if step["step"] in ("name", "outlet")),
    )
    return " | ".join(filter(None, fields))


@cache
def registry() -> OutletRegistry:
    return starter_registry()


def of_list(path: Path) -> Iterator[str]:
    """What a list is taken for, how it would be read without a word of the reader, and what that would do to the starter's table."""
    text = path.read_text(encoding="utf-8")
    rows = table_rows(text, path.name)
    mapping = guess_mapping(rows)
    yield f"{len(rows)} rows: {mapping}"
    if question := question_about(rows, mapping):
        yield f"asks: {question}"
    yield from _checked(rows)
    try:
        read = read_table(text, rows, mapping, Rater("class", "Class 2b", 5))
    except RatingError as error:
        yield f"refused: {error}"
        return
    yield from (f"entry {_entry(entry)}" for entry in read.entries)
    yield from (f"passed over {_set_aside(row)}" for row in read.passed_over)
    yield from (f"quarantined {_set_aside(row)}" for row in read.quarantined)
    yield from (f"preview {_preview(row)}" for row in preview(read, registry()).rows)


def _checked(rows: Sequence[Row]) -> Iterator[str]:
    mapping = guess_mapping(rows)
    if mapping.rates and mapping.score:
        check = check_scale(rows, known_rows(rows, mapping, registry()), mapping, registry())
        yield f"check: {check}"


def _entry(entry: ListEntry) -> str:
    facts = (entry.key, *entry.also, entry.name, entry.score, entry.original, entry.kind, entry.country, entry.url, entry.rated_on)
    return f"{entry.line} {' | '.join(str(fact) for fact in facts if fact not in (None, ''))} | {entry.reason}{write_scope(entry.scope)}"


def _set_aside(row: SetAside) -> str:
    return f"{row.line} {row.raw}: {row.problem}"


def _preview(row: PreviewRow) -> str:
    return f"{row.entry.line} {row.step.value} {row.outlet}{' new' * row.is_new_outlet} {row.note}".rstrip()
