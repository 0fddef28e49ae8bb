"""Names and notes that say where something was read, to the token."""

import pytest

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.places.credits import credited, credits_in
from credibility.attribution.places.earlier_slots import name_before
from credibility.attribution.places.excerpts import find_excerpts
from credibility.attribution.places.link_clauses import clause_around, in_aside, without_insertions
from credibility.attribution.places.link_words import asserts
from credibility.attribution.places.name_runs import is_former, name_run, name_start
from credibility.attribution.places.source_slots import slots_in_source
from credibility.attribution.text.passages import read_passage
from credibility.model import Block, BlockKind, SourceKind, Span
from tests.attribution.marked import article, lexicon, phrase, runs

REPORT = "https://gazette.example/2024/05/01/harbour-report"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{the} New York Times said", "the New York Times"),
        ("{the} paper said", "the paper"),
        ("{the} Paper Boat said", "the Paper Boat"),  # a name, whatever it begins with
        ("{the} paper Boat said", "the paper Boat"),
        ("{Kust’s} “Morning” said", "Kust’s “Morning”"),
        ("{Kust}, “Morning” said", "Kust"),
        ("{Kust} “Morning at the Old Quay With Falk” said", "Kust “Morning at the Old Quay With Falk”"),  # nine tokens with its marks
        ("{Kust} “Good Morning at the Old Quay With Falk” said", "Kust"),
        ("{Kust} 4 said", "Kust 4"),
        ("{the} Kust Herald on Monday said", "the Kust Herald"),  # behind a full name it is a day
        ("{Kust} Monday said", "Kust"),
        ("{Kust} and the said", "Kust"),
        ("{the} daily Kust said", "the daily Kust"),
        ("{said} Kust", None),
        ("{4} boats", None),  # a figure begins no name
    ],
)
def test_how_far_a_name_goes(text: str, name: str | None) -> None:
    g, (run,) = runs(text)
    found = name_run(g, run[0], g.size)
    assert phrase(g, found) == name


def test_a_name_ends_at_its_limit() -> None:
    g, (_, behind) = runs("{the} Mail {on} Sunday")
    assert phrase(g, name_run(g, 0, behind[0])) == "the Mail"
    assert phrase(g, name_run(g, 0, behind[1])) == "the Mail"  # "on" alone goes on with nothing


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("said Bank of Norland {poll}", "Bank"),
        ("said the Bank {poll}", "the"),
        ("said a {poll}", "poll"),
        ("Bank {poll}", "Bank"),
    ],
)
def test_where_a_name_begins(text: str, start: str) -> None:
    g, (behind,) = runs(text)
    assert g.word(name_start(g, behind[0], 0)) == start


def test_a_name_begins_no_earlier_than_its_floor() -> None:
    g, (behind,) = runs("Bank Norland {poll}")
    assert name_start(g, behind[0], 1) == 1


@pytest.mark.parametrize(("text", "former"), [("{ex-pilot} Falk", True), ("{former} pilot", True), ("{pilot} former", False)])
def test_a_bond_that_has_ended(text: str, former: bool) -> None:
    g, (run,) = runs(text)
    assert is_former(g, *run) is former


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("when the New York Times {asked}", "the New York Times"),
        ("when the Times has also {asked}", "the Times"),
        ("when Kust/Herald {asked}", "Kust/Herald"),
        ("when on Monday {asked}", None),  # a time asks nobody
        ("when Kust Monday {asked}", "Kust Monday"),
        ("when crews {asked}", None),
        ("when “Kust” {asked}", None),
        ("The Times {asked}", "The Times"),
    ],
)
def test_the_name_before_a_verb(text: str, name: str | None) -> None:
    g, (verb,) = runs(text)
    assert phrase(g, name_before(g, verb[0], 0)) == name


def test_the_article_before_the_floor_is_no_part_of_the_name() -> None:
    g, (verb,) = runs("the Times {asked}")
    assert phrase(g, name_before(g, verb[0], 1)) == "Times"


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("The mill burned in March ({Kust}).", [("Kust", "The mill burned in March")]),
        ("The mill burned in March (via {Kust}).", [("Kust", "The mill burned in March")]),
        ("The mill burned in March, via {Kust}.", [("Kust", "The mill burned in March")]),
        ("The mill burned in March, {Kust}.", []),  # no word says that it was read there
        ("The mill burned in March (via).", []),  # and nobody is named here
        ("The mill burned in March ().", []),
        ("The mill burned near Larn ({Kust}).", []),  # the bracket explains the name before it
        ("({Kust}).", []),
        ("It burned ({Kust}).", []),  # two words are too few
        ("It all burned ({Kust}).", [("Kust", "It all burned")]),
        ("Boats in March ({Kust}).", []),  # no verb: nothing is said
        ("The mill burned ({Kust Falk Roth Lund}).", [("Kust Falk Roth Lund", "The mill burned")]),
        ("The mill burned (Oster {Kust Falk Roth Lund}).", []),  # no name is that long
    ],
)
def test_a_note_at_the_end_says_where_it_was_read(text: str, noted: list[tuple[str, str]]) -> None:
    g, _ = runs(text)
    assert [(phrase(g, name), phrase(g, run)) for name, run in credits_in(g)] == noted


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("The mill burned in March. {Le Monde}", ["The mill burned in March"]),  # all that follows the last sentence
        ("The mill burned in March. {Le Monde} Rain fell.", []),
        ("{Le Monde}", []),
        ("The mill burned in March. ({Kust})", ["The mill burned in March"]),
        ("The mill burned in March ({Kust}).", ["The mill burned in March"]),
        ("The mill burned in March ([{Kust}) and rain fell.", []),
        ("The mill burned in March ({Kust}) and rain fell.", ["The mill burned in March", "and rain fell"]),  # in two pieces
        ("The mill burned in March ({Kust Falk Roth Lund}).", ["The mill burned in March"]),
        ("The mill burned in March ({Kust Falk Roth Lund Moller}).", []),
        ("The mill burned near Larn ({Kust}) and rain fell.", []),
        ("In March ({Kust}) the mill burned.", []),  # no verb before the note
    ],
)
def test_what_a_linked_name_says_the_origin_of(text: str, noted: list[str]) -> None:
    g, (name,) = runs(text)
    assert [phrase(g, run) for run in credited(g, name, g.passage.sentences[g.sentence_of(name[0])])] == noted


def excerpts(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Of each excerpt: how it begins, the outlet, the author and the title."""
    found = article(text)
    grammars = [Grammar(read_passage(found.text, block, lexicon().words), lexicon()) for block in found.blocks]
    made = find_excerpts(grammars, len(found.text))
    return [(one.span.of(found.text)[:12], one.slot.span.of(found.text), one.author, one.title) for one in made]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("OSTER (Kust) — The mill burned.", [("OSTER (Kust)", "Kust", None, None)]),
        ("OSTER () — The mill burned.", []),
        ("OSTER (Kust) The mill burned.", []),  # no dash
        ("OSTER (kust) — The mill burned.", []),
        ("Near OSTER and Larn (Kust) — The mill burned.", []),  # words in small letters are no dateline
        ("OSTER (Kust Falk Roth Lund) — The mill burned.", [("OSTER (Kust ", "Kust Falk Roth Lund", None, None)]),
        ("OSTER (Kust Falk Roth Lund Moller) — The mill burned.", []),  # no agency's name is that long
        ("A B C D E F G H I J K (Kust) — It burned.", [("A B C D E F ", "Kust", None, None)]),  # the twelfth token
        ("A B C D E F G H I J K L (Kust) — It burned.", []),
        ("One.\nTwo.\nOSTER (Kust) — It burned.", [("OSTER (Kust)", "Kust", None, None)]),
        ("One.\nTwo.\nThree.\nOSTER (Kust) — It burned.", []),  # a dateline stands in the first three blocks
    ],
)
def test_a_dateline_names_its_agency(text: str, found: list[tuple[str, str, str | None, str | None]]) -> None:
    assert excerpts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "From “The Mill,” by Dr. Ida Falk, originally published in Kust on Monday.\n> It burned.",
            [("It burned.", "Kust", "Dr. Ida Falk", "The Mill")],
        ),
        ("It burned.\nThis article originally appeared in Kust.", [("It burned.\n", "Kust", None, None)]),
        ("It burned.\nA version of this article originally appeared in Kust.", [("It burned.\n", "Kust", None, None)]),
        ("It burned.\nThis article originally appeared in print.", []),  # no name
        ("It burned.\nThis article originally appeared in", []),
    ],
)
def test_a_line_says_where_a_piece_appeared(text: str, found: list[tuple[str, str, str | None, str | None]]) -> None:
    assert excerpts(text) == found


def test_a_block_without_words_has_no_excerpt() -> None:
    empty = Grammar(read_passage("", Block(BlockKind.PARAGRAPH, Span(0, 0)), lexicon().words), lexicon())
    assert find_excerpts([empty, empty], 0) == ()


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The balloon, {launched in Larn} in May, will let.", "The balloon, launched in Larn in May"),
        ("The farm, which was {lost at cards}, is for sale.", "The farm, which was lost at cards"),
        ("Because {rents rose}, my friends have left.", "rents rose"),
        ("Because {rents rose}, in May.", "Because rents rose, in May"),  # no main clause follows
        ("In reality, {pumps stopped} in May.", "pumps stopped in May"),
        ("In reality {pumps stopped} in May.", "In reality pumps stopped in May"),
        ("Sadly, {pumps stopped} in May.", "pumps stopped in May"),
        ("Fly, {pumps stopped} in May.", "Fly, pumps stopped in May"),  # no adverb is that short
        ("The {pumps stopped} (in May).", "The pumps stopped"),
        ("The {pumps stopped}, a record that nobody toasted.", "The pumps stopped"),
        ("The {pumps stopped}, a record, as nobody said.", "The pumps stopped, a record, as nobody said"),
    ],
)
def test_the_clause_around_a_link(text: str, clause: str) -> None:
    g, (anchor,) = runs(text)
    assert phrase(g, clause_around(g, anchor, g.passage.sentences[0])) == clause


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The mill (of Oster) {burned} in May", ["The mill", "burned in May"]),
        ("The mill (which {burned}) in May", ["The mill (which burned) in May"]),  # the link stands inside
        ("The mill — of Oster — {burned} in May", ["The mill", "burned in May"]),
        ("The mill — of Oster {burned} in May", ["The mill — of Oster burned in May"]),
        ("The mill — of Oster (the old — one) {burned} in May", ["The mill", "one) burned in May"]),
        ("(of Oster) {burned} in May", ["burned in May"]),
    ],
)
def test_insertions_are_left_out(text: str, pieces: list[str]) -> None:
    g, (anchor,) = runs(text)
    assert [phrase(g, run) for run in without_insertions(g, anchor, (0, g.size))] == pieces


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("The mill, which {burned} in May", True),
        ("The mill, in which {rain fell}", True),
        ("The mill, which stood there, {burned} in May", False),
        ("The mill which {burned} in May", False),
        ("The mill, a wreck, {burned} in May", False),
    ],
)
def test_a_relative_clause_tells_of_what_was_named(text: str, aside: bool) -> None:
    g, (anchor,) = runs(text)
    assert in_aside(g, anchor, (0, g.size)) is aside


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mill has {frozen} its plans", True),
        ("The mill would likely {hasten} its plans", True),
        ("The marshes are {reeds} alone", False),
        ("The mill drew {the cut} of May", False),
        ("The mill {drew} a crowd", True),
        ("The mill is his {drew} crowd", False),
        ("The crews gave {40} boats", True),
        ("The mill has stood {since mid-August}", True),
    ],
)
def test_words_that_assert_something(text: str, told: bool) -> None:
    g, (anchor,) = runs(text)
    assert asserts(g, anchor, (0, g.size), REPORT) is told


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("{a Kust reporter}", {("affiliation", "a Kust")}),
        ("{a former Kust reporter}", set()),
    ],
)
def test_outlets_inside_a_source(text: str, slots: set[tuple[str, str]]) -> None:
    g, (source,) = runs(text)
    assert {(kind.value, phrase(g, run)) for kind, run in slots_in_source(g, source, SourceKind.PERSON)} == slots
