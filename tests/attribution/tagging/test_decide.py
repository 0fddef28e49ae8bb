"""Rules and tagger decide together; the tagger's part is played by labels written by hand."""

import re

import pytest

from app.files.paths import documents
from credibility.attribution.detect import detect
from credibility.attribution.tagging.labels import Tagged
from credibility.attribution.tagging.paragraph import TaggedParagraph
from credibility.attribution.tagging.tokens import words_of
from credibility.attribution.tagging.unruled import TAGGER
from credibility.attribution.text.lexicon import read_lexicon
from credibility.model import Article, Block, BlockKind, Claim, SourceKind, Span

LEXICON = read_lexicon(documents("lexicon", ".toml"))


def claims(
    text: str, sure: float = 0.95, elsewhere: float = 0.0, threshold: float = 0.6, attitudes: bool = False
) -> list[tuple[str, Claim]]:
    """Contents and claims of one paragraph in which the tagger sees what is marked.

    Marks are `[s|…]`, `[q|…]`, `[c|…]`, and `[a|…]` for the cue of an attitude. `sure` is its belief in the labels of marked words,
    `elsewhere` that any other word is part of something.
    """
    plain, places = "", {}
    for part in re.split(r"(\[[sqca]\|[^\]]*\])", text):
        mark = re.fullmatch(r"\[([sqca])\|([^\]]*)\]", part)
        words = mark.group(2) if mark else part
        if mark:
            places.setdefault(mark.group(1), []).append(Span(len(plain), len(plain) + len(words)))
        plain += words
    span = Span(0, len(plain))
    words_ = words_of(plain, span)

    def run(place: Span) -> tuple[int, int]:
        inside_ = [k for k, word in enumerate(words_) if place.covers(word.span)]
        return inside_[0], inside_[-1] + 1

    def runs(role: str) -> list[tuple[int, int]]:
        return [run(place) for place in places.get(role, ())]

    cues = runs("q") or runs("a")
    found = (Tagged(tuple(runs("c")), cues[0], (runs("s") or [None])[0], "a" in places),) if cues and runs("c") else ()
    marked = {k for role in "sqca" for run in runs(role) for k in range(*run)}
    inside = tuple(sure if k in marked else elsewhere for k in range(len(words_)))
    tagged = [TaggedParagraph(span, tuple(words_), found, tuple(sure for _ in words_), inside)]
    article = Article("", plain, (Block(BlockKind.PARAGRAPH, span),), "f")
    made = detect(article, LEXICON, attitudes, tagged, threshold).items
    return [(" … ".join(s.of(plain) for s in claim.content), claim) for claim in made]


def test_what_both_see_keeps_the_rules_reason_and_takes_the_taggers_reach() -> None:
    ((content, claim),) = claims("[s|The mayor] [q|said] [c|the old bridge by the mill was safe], which pleased us.")
    assert content == "the old bridge by the mill was safe"
    assert claim.found_by == "rule and tagger"
    assert TAGGER not in claim.reasons[0]


def test_two_stretches_that_touch_are_one() -> None:
    ((content, _),) = claims("[s|The mayor] [q|said] [c|that the bridge was safe, and ][c|that it was ours].")
    assert content == "that the bridge was safe, and that it was ours"


def test_a_whole_quotation_reaches_as_far_as_its_marks() -> None:
    ((content, _),) = claims("[c|“The bridge is safe and] it is ours,” [q|said] [s|the mayor].")
    assert content == "“The bridge is safe and it is ours,”"


def test_what_only_the_tagger_sees_stands_if_it_is_sure() -> None:
    text = "After the [q|announcement] by [s|the mayor] of [c|a bridge of ropes over the river] people laughed."
    ((content, claim),) = claims(text)
    assert content == "a bridge of ropes over the river"
    assert claim.found_by == "tagger"
    assert claim.confidence == 0.95
    assert claims(text, sure=0.65) == []
    assert len(claims(text, sure=0.65, threshold=0.4)) == 1


def test_a_phrase_without_a_verb_must_be_surer_than_a_clause() -> None:
    assert claims("After the [q|announcement] by [s|the mayor] of [c|a bridge of ropes over the river] people laughed.", sure=0.75) == []
    assert len(claims("After the [q|announcement] by [s|the mayor] [c|that the bridge was closed] people laughed.", sure=0.75)) == 1


def test_a_cue_that_the_lexicon_does_not_know_must_be_very_sure() -> None:
    text = "[s|The mayor] [q|floated] [c|a bridge of ropes over the river]."
    assert len(claims(text, sure=0.95)) == 1
    assert claims(text, sure=0.8) == []


def test_a_list_of_parts_is_no_claim_however_sure() -> None:
    assert claims("[s|The old allies] [q|include] [c|Oster, Lund and Kust in the north].", sure=0.99) == []


def test_a_refusal_to_say_is_no_claim_unless_very_sure() -> None:
    assert claims("[s|The mayor] [q|declined to say] [c|who had paid for the bridge].", sure=0.8) == []


def test_a_claim_of_the_rules_that_the_tagger_sees_nothing_of_is_dropped() -> None:
    text = "The mayor said the bridge was safe."
    assert claims(text, elsewhere=0.0) == []
    ((_, claim),) = claims(text, elsewhere=0.7)
    assert claim.found_by == "rule"
    assert 0.6 < claim.confidence < 0.8


def test_what_a_document_says_needs_less_belief_than_what_somebody_says() -> None:
    assert claims("The mayor said the bridge was safe.", elsewhere=0.25) == []
    assert len(claims("The report said the bridge was safe.", elsewhere=0.25)) == 1
    assert claims("The report said the bridge was safe.", elsewhere=0.15) == []


def test_a_fixed_phrase_is_not_doubted() -> None:
    assert len(claims("According to the mayor, the bridge was safe.", elsewhere=0.0)) == 1


def test_the_tagger_takes_a_claims_place_only_when_very_sure() -> None:
    text = "The mayor said the old bridge by the mill [s|the engineers] [q|called] [c|unsafe] was safe for every lorry in town."
    assert claims(text, sure=0.7, elsewhere=0.7)[0][0].startswith("the old bridge")


def test_attitudes_are_a_class_of_their_own() -> None:
    text = "[s|The mayor] [a|longs] [c|to open the bridge before the winter]."
    assert claims(text) == []
    ((_, claim),) = claims(text, attitudes=True)
    assert claim.attitude


def test_without_the_tagger_the_rules_speak_alone() -> None:
    text = "The mayor said the bridge was safe."
    article = Article("", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "f")
    (claim,) = detect(article, LEXICON).items
    assert (claim.found_by, claim.confidence) == ("rule", 1.0)


def test_a_content_is_not_cut_where_no_clause_can_end() -> None:
    ((content, _),) = claims("[s|The mayor] [q|said] [c|that the old bridge by the mill had] stirred the town.")
    assert content == "that the old bridge by the mill had stirred the town"


def test_a_figure_that_nobody_gives_is_no_claim_of_the_taggers() -> None:
    assert claims("The show was sold out. [q|Estimated] attendance over [c|two days at the stadium: 45,000 people].") == []


def test_a_colon_before_plain_words_is_doubted() -> None:
    assert claims("Harbour Notes: three bridges to walk over on a sunny day", elsewhere=0.0) == []
    assert len(claims("Harbour mayor: “The bridge is safe and it is ours”", elsewhere=0.0)) == 1


def test_two_findings_of_the_rules_do_not_say_the_same_words_twice() -> None:
    found = claims("[s|The mayor], who was quoted by a friend who said she [q|said] [c|that the old bridge was safe].", elsewhere=0.9)
    assert len(found) == len({content for content, _ in found})


def test_a_clause_before_its_cue_is_not_doubted() -> None:
    before, aside = (
        "The bridge by the mill has been closed for years, the Gazette has learned.",
        "As the Gazette reported last year, the bridge had been closed twice.",
    )
    assert len(claims(before, elsewhere=0.1)) == len(claims(aside, elsewhere=0.1)) == 1
    assert claims(before, elsewhere=0.01) == claims(aside, elsewhere=0.01) == []  # nothing at all is too little


def test_whom_the_source_cites_does_not_take_its_place() -> None:
    ((_, claim),) = claims("Kust Radio, citing [s|two sailors], [q|said] [c|the old bridge by the mill was safe].")
    assert claim.source.name == "Kust Radio"
    ((_, claim),) = claims("Kust Radio quoted [s|a sailor], Ida Falk, as [q|saying] [c|the old bridge by the mill was safe].")
    assert claim.source.name == "Kust Radio"
    ((_, claim),) = claims("Kust Radio and [s|the Gazette] [q|said] [c|the old bridge by the mill was safe].")
    assert "Kust Radio" in claim.source.spans[0].of("Kust Radio and the Gazette said the old bridge by the mill was safe.")


def test_what_stands_in_an_earlier_sentence_without_quotation_marks_is_not_said() -> None:
    ((content, _),) = claims("There is a law [c|that gold goes to the poor]. [s|Roth] [q|said] [c|some of the gold could mend the bridge].")
    assert content == "some of the gold could mend the bridge"


def test_the_occasion_at_the_end_is_not_said() -> None:
    ((content, _),) = claims("[s|The mayor] [q|said] [c|the old bridge was safe, in an interview with Kust Radio on Monday].")
    assert content == "the old bridge was safe"


def test_all_clauses_before_the_cue_are_said() -> None:
    ((content, _),) = claims("The bridge was safe, however [c|the mill was about to fall], [s|the mayor] [q|claimed].")
    assert content == "The bridge was safe, however the mill was about to fall"


def test_a_content_ends_with_no_article() -> None:
    ((content, _),) = claims("[s|The company] flatly [q|denied] [c|the allegations in a] statement shared to its website.")
    assert content == "the allegations"


def test_a_fragment_inside_the_clauses_of_a_speaker_is_no_claim_of_its_own() -> None:
    ((content, claim),) = claims(
        "[s|Two videos] [q|reveal] [c|a pattern of spills by harbour] crews, which have drained the docks, said Harbour Watch on Tuesday."
    )
    assert claim.source.name == "Harbour Watch"
    assert content.startswith("Two videos") and content.endswith("the docks")


@pytest.mark.parametrize(
    "text",
    [
        "[s|Lund] [q|showed] [c|Falk the door] that night.",
        "[s|The spill] [q|highlights] [c|the narrow plank he will have to walk] in May.",
        "[s|The spill] [q|shows] [c|the strength of the bond between Falk and the mayor].",
        "[s|Lady Lund attended Oster Week] [q|show] [c|in a dress lent to her by the tailor].",
    ],
)
def test_a_thing_that_is_shown_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_what_a_document_shows_and_a_clause_are_claims() -> None:
    assert [content for content, _ in claims("[s|Port records] [q|show] [c|a steady rise in spills].")] == ["a steady rise in spills"]
    assert [content for content, _ in claims("[s|One of the pictures] [q|shows] [c|a hole in the wall].")] == ["a hole in the wall"]
    assert [content for content, _ in claims("[s|The spill] [q|shows] [c|the wall is weak].")] == ["the wall is weak"]


def test_whom_it_was_told_is_no_content() -> None:
    ((content, _),) = claims("[s|Her mother] [q|told] [c|her enough was enough].")
    assert content == "enough was enough"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("[s|Residents] [q|were told] by the water company, Ostwater, [c|that the pipes were lead].", "Ostwater"),
        ("[s|Jurors] [q|were told] [c|that each buyer had been shown a different piano].", ""),
        ("Jonna Reese, unlike [s|her rival Pavel Stork], [q|said] [c|the orchard should stay open].", "Jonna Reese"),
    ],
)
def test_who_hears_it_and_who_is_compared_never_said_it(text: str, source: str) -> None:
    ((_, claim),) = claims(text)
    assert claim.source.name == source


def test_what_is_contrary_to_a_report_is_not_its_content() -> None:
    assert claims("Contrary to what [s|the Gazette] [q|reported], [c|the organ was not sold].") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("[q|According to] [s|her lawyer], Otto Kreel, [c|the bridge is safe].", "her lawyer, Otto Kreel"),
        ("[q|According to] [s|her lawyer], who left, [c|the bridge is safe].", "her lawyer"),
        ("[q|According to] [s|the mayor], Otto Kreel [c|has sold the bridge by the mill].", "the mayor"),
        (
            "The harbour office (founded in 1911), [s|a branch of the council], [q|said] [c|the bridge is safe].",
            "The harbour office (founded in 1911), a branch of the council",
        ),
        ("After the storm, [s|a friend of the mayor] [q|said] [c|the bridge is safe].", "a friend of the mayor"),
    ],
)
def test_one_side_of_an_apposition_is_not_the_whole_source(text: str, source: str) -> None:
    ((_, claim),) = claims(text)
    plain = re.sub(r"\[[sqc]\|([^\]]*)\]", r"\1", text)
    assert [span.of(plain) for span in claim.source.spans] == [source]


def test_a_content_on_both_sides_of_its_source_is_not_torn() -> None:
    outer, inner = claims("The results, according to [s|Ida Falk], [q|show] [c|that the dam is unsafe].")
    assert outer[0] == "The results … show that the dam is unsafe"
    assert outer[1].source.name == "Ida Falk"
    assert inner[0] == "that the dam is unsafe"
    assert inner[1].source.kind is SourceKind.DOCUMENT


def test_the_tagger_does_not_take_in_what_the_speaker_did() -> None:
    ((content, _),) = claims("[s|Ida Falk] [q|said] [c|the dam was safe and opened the gate].")
    assert content == "the dam was safe"
    ((content, _),) = claims("[s|Ida Falk] [q|said] [c|the miller was drunk and opened the gate].")
    assert content == "the miller was drunk and opened the gate"


def test_a_charge_begins_with_whom_it_is_laid_against() -> None:
    ((content, _),) = claims("[s|Ida Falk] [q|accused] the Larkfield Herald [c|of arguing that rents were too low].")
    assert content == "the Larkfield Herald of arguing that rents were too low"
    ((content, _),) = claims("[s|Ida Falk] [q|accused] [c|Kelpline of hiding the figures], which pleased us.")
    assert content == "Kelpline of hiding the figures"
