"""How far clauses, and what is set between a verb and them, reach: to the token."""

import pytest

from credibility.attribution.phrases.addressees import find_addressee
from credibility.attribution.phrases.adverbials import skip_adverbials
from credibility.attribution.phrases.clauses import clause_end, content_from, goes_on_telling, without_tail
from credibility.attribution.phrases.continuations import continuations
from credibility.attribution.phrases.insertions import past_insertion
from tests.attribution.marked import phrase, runs, words


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("{the ferry sank, in a statement}", "the ferry sank"),  # the comma is the fourth token
        ("{it sank, in a statement}", "it sank, in a statement"),  # so few words are no whole content
        ("{the ferry sank, in a long and rambling statement}", "the ferry sank"),  # the statement is the fourth word behind its article
        ("{the ferry sank, in a long and rambling old statement}", "the ferry sank, in a long and rambling old statement"),
        (f"{{the ferry sank, in a statement {words(20)}}}", "the ferry sank"),
        (f"{{the ferry sank, in a statement {words(21)}}}", f"the ferry sank, in a statement {words(21)}"),
        ("{the ferry sank, in a statement posted on the door}", "the ferry sank"),  # what was posted makes no clause
        ("{the ferry sank, in a statement it posted}", "the ferry sank, in a statement it posted"),
        ("{the old ferry sank in a statement}", "the old ferry sank in a statement"),  # no comma: it may be what is said
        ("{the old ferry sank when asked by us}", "the old ferry sank"),  # "when asked" needs no comma
        ("{the old ferry sank when hit by us}", "the old ferry sank when hit by us"),
        ("{the ferry sank, in the statement}", "the ferry sank, in the statement"),  # a statement known already is a part of what is said
    ],
)
def test_a_tail_that_tells_when_it_was_said_is_no_content(text: str, left: str) -> None:
    g, (run,) = runs(text)
    assert phrase(g, without_tail(g, run)) == left


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("He said {“it sank.”} Rain fell.", "“it sank.”"),
        ("He said {“it sank”}; rain fell.", "“it sank”"),  # a semicolon parts them whatever stands inside
        ("He said {“it sank”} — rain fell.", "“it sank”"),
        ("He said {“it sank,”} and that rain fell.", "“it sank,”"),
        ("He said {“it sank,”} or “it burned.”", "“it sank,” or “it burned.”"),  # two wordings of one content
        ("He said {“it ‘sank.’”} and rain fell.", "“it ‘sank.’”"),  # the stop stands inside both pairs of marks
        ("He said {…}.", None),  # no word at all
    ],
)
def test_a_quotation_alone_is_the_content_when_its_marks_say_so(text: str, content: str | None) -> None:
    g, (run,) = runs(text)
    assert phrase(g, content_from(g, run[0], g.passage.sentences[0])) == content


def test_no_content_begins_at_the_end() -> None:
    g, (sentence,) = runs("{He said.} “It sank.”")
    assert content_from(g, sentence[1], sentence) is None  # the quotation behind is another sentence's


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("{the} ferry sank; the crew swam", "the ferry sank"),
        ("{the} ferry (the old one) sank", "the ferry (the old one) sank"),  # a bracket opened inside closes inside
        ("{the} ferry sank) and burned", "the ferry sank"),  # one opened before ends the clause
        ("{the} ferry sank, but she insisted that it would float", "the ferry sank"),
        ("{the} ferry sank, but the Courier said that it would float", "the ferry sank"),
        ("{the} ferry sank, but the Courier is sure she said that it would float", None),  # another verb comes first
        ("{the} ferry sank, but the Courier has said that it would float", "the ferry sank"),  # "has" goes with its participle
        ("{the} ferry sank, but she hoped that it would float", None),  # an attitude is no report
        ("{the} ferry sank, but he admitted meeting him", "the ferry sank"),
        ("{the} ferry sank, but he admitted defeat", None),
        ("{the} ferry sank, according to Falk", "the ferry sank"),
        ("{the} ferry sank, and declined to say more", "the ferry sank"),
        ("{the} ferry sank, and would not say more", "the ferry sank"),
        ("{the} ferry sank, and would say more", None),
        ("{the} ferry sank, and told him of their plan", None),  # goes on telling what was said
    ],
)
def test_a_clause_ends_where_the_next_report_begins(text: str, clause: str | None) -> None:
    g, (run,) = runs(text)
    whole = g.passage.phrase((0, g.size))
    assert phrase(g, (run[0], clause_end(g, run[0], g.size))) == (clause or whole)


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("it sank{,} and also told him of their plan", True),
        ("it sank{,} also told him of their plan", False),
        ("it sank{,} and also told Falk of their plan", False),
        ("it sank{,} and also told him to leave", False),
    ],
)
def test_told_him_of_their_plan_goes_on(text: str, goes_on: bool) -> None:
    g, (comma,) = runs(text)
    assert goes_on_telling(g, comma[0], g.size) is goes_on


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("{(}so) they say", "they"),
        ("{(}) they say", "("),  # an empty bracket is nothing to be stepped over
        (f"{{(}}{words(22)}) they say", "they"),  # the bracket closes 23 tokens on
        (f"{{(}}{words(23)}) they say", "("),
        ("{—} rightly — they say", "—"),
        (f"{{—}} {words(23)} — they say", "—"),
        ("{so} they say", "so"),
    ],
)
def test_an_insertion_is_stepped_over_up_to_its_reach(text: str, behind: str) -> None:
    g, (at,) = runs(text)
    assert g.word(past_insertion(g, at[0], g.size)) == behind


def test_an_insertion_ends_with_the_sentence() -> None:
    g, (at,) = runs("{(}so) they say")
    assert past_insertion(g, at[0], 2) == at[0]
    assert past_insertion(g, at[0], 3) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("told {him} that it sank", "him"),
        ("told {her} that it sank", "her"),
        ("told {her} crew that it sank", "her crew"),
        ("told {her} it sank", "her"),
        ("told {“Good Morning”} that it sank", "“Good Morning”"),
        ("told {“Good Morning} and All the Other Boats at Sea” that it sank", None),  # no title is that long
        (f"told {{the}} {words(15)} that it sank", f"the {words(15)}"),
        (f"told {{the}} {words(16)} that it sank", f"the {words(15)}"),
        ("told {the} crew and warned them", "the crew"),
        ("told {the} crew Monday it sank", "the crew"),
        ("told {the} crew its boat sank", "the crew"),
        ("told {Falk} and his crew it sank", "Falk and his crew"),
        ("told {all} the crews it sank", "all the crews"),
        ("told {in} time", None),
        ("told {why} it sank", None),
    ],
)
def test_who_is_told(text: str, told: str | None) -> None:
    g, (run,) = runs(text)
    assert phrase(g, find_addressee(g, run[0], g.size, required=True)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("wrote {the} crew that it sank", "the crew"),
        ("wrote {the} crew on Monday that it sank", "the crew"),
        ("wrote {the} crew why it sank", "the crew"),
        ("wrote {the} crew “it sank”", "the crew"),
        ("wrote {the} crew a letter", None),
        ("wrote {the} crew", None),
    ],
)
def test_without_a_marked_content_nobody_needs_to_be_told(text: str, told: str | None) -> None:
    g, (run,) = runs(text)
    assert phrase(g, find_addressee(g, run[0], g.size, required=False)) == told


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("said {Monday} that", "that"),
        ("said {last} week that", "that"),
        ("said {late} the Monday that", "that"),  # one word may stand between
        ("said {late} the cold Monday that", "late"),
        ("said {on} Monday of", "on"),
        ("said {on} Monday the", "the"),
        ("said {in} an interview that it sank", "that"),
        ("said {in} an interview that was aired it sank", "it"),  # the clause is about the interview
        ("said {Jan}. 12 that", "that"),
        ("said {over} 12 boats", "over"),
    ],
)
def test_when_and_where_it_was_said_is_stepped_over(text: str, follows: str) -> None:
    g, (run,) = runs(text)
    assert g.word(skip_adverbials(g, run[0], g.size)) == follows


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{“It sank.”} “It burned.” Rain fell.", ["“It burned.”"]),
        ("{“It sank.”} Rain fell. “It burned.”", []),
        ("{“It sank.”} “Did it burn?” Falk asked.", []),  # the next sentence is the cue of that question
        ("{“It sank.”} “Did it burn?” Then the old red boat of Falk asked.", ["“Did it burn?”"]),  # nine tokens are no mere cue
        ("{“It sank.”} “Did it burn?” The old boat of Falk asked.", []),
        ("{“It sank.”} “Did it burn?” Rain fell.", ["“Did it burn?”"]),
    ],
)
def test_sentences_of_nothing_but_quotation_go_on(text: str, found: list[str]) -> None:
    g, (first,) = runs(text)
    assert [phrase(g, run) for run in continuations(g, g.passage.sentences[g.sentence_of(first[0])])] == found
