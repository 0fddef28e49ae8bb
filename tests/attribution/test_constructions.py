"""What is a claim: marked text in, spans out, for every construction the rules know."""

import pytest

from credibility.model import QuoteKind
from tests.attribution.marked import check, claims, contents

AFTER_THE_CUE = [
    "[source The office (founded in 1911), a part of the council], [cue said] [content the bridge is safe].",
    "[source Ida Falk (Labour), the member for Oldmere], [cue said] [content the bridge is safe].",
    "[source Officials] [cue said] [content the bridge is safe].",
    "[source The mayor] [cue said] [content that the bridge was safe].",
    "[source Mara Quill, a harbour pilot from Oster], [cue said] [content the tide would turn by noon].",
    "[source The ferry company] [cue has repeatedly denied] [content that its boats are old].",
    "On Monday, [source the council] [cue announced] [content that it would close the pool].",
    "[source The pilot’s family] [cue said] [content that the tide would turn by noon].",
    "[source Kust Radio] [cue has learned] [content the ferry was sold in May].",
    "[source She] [cue told] reporters [content the talks had failed].",
    "[source She] [cue told] [outlet “Morning Ferry”] [content that the talks had failed].",
    "[source The owner] [cue likened] [content the ferry to a bathtub].",
    "[source The owner] [cue said] [content the ferry was safe] when asked by [outlet the Gazette].",
    "[source The owner] [cue denied] [content the charges] in a statement posted to her website.",
    "[source He] [cue told] [outlet the Harbour Gazette] [content that the crane was rented].",
    "[source The minister] [cue warned] on Tuesday [content that prices would rise].",
    "[source Mr. Ode] [cue said] in a statement [content that the plant would reopen].",
    "[source Two engineers] [cue argue] [content that the wall must be rebuilt].",
    "[source They] [cue explained] [content how the dam had failed].",
    "[source The engineer] [cue described] [content the wall as “a tired old man”].",
    "[source The union] [cue accused] [content the port of hiding its accounts].",
    "[source The tenant] [cue denied] [content the charge].",
    "[source Dr. Lund] [cue vowed] [content to return the money].",
    "[source The farmer] [cue went on to say] [content that the well was dry].",
    "[source Nadia Brandt] [cue pointed out] [content that nobody had paid].",
    "[source The trainee] [cue was quoted as saying] [content that the lamp was out].",
    "In April 1957 [source the Gazette] [cue reported] [content that the ferry was new].",
    "Twenty years later [source the Gazette] [cue reported] [content that the ferry was old].",
    "A week earlier [source Roth] [cue said] [content that the ferry was old].",
    "[source A survey by the Lund office], taken while the ferry ran, [cue found] [content that only two of those called were aboard].",
    "[source A letter from Roth to his aunt, written in January 1837], [cue shows] [content that he had been “a pilot”].",
]

BEFORE_THE_CUE = [
    "[content “The bridge is safe,”] [cue said] [source the mayor].",
    "[content “The bridge is safe,”] [source the mayor] [cue said].",
    '[content "The bridge is safe,"] [source Ana Roth, the mayor], [cue said].',
    "[content ''The bridge is safe,''] [source Mr. Roth] [cue said].",
    "[content ‘The bridge is safe,’] [source Roth] [cue said].",
    "[content „The bridge is safe,“] [source Roth] [cue said].",
    "[content «The bridge is safe,»] [source Roth] [cue said].",
    "[content “Is the bridge safe?”] [source Roth] [cue asked].",
    "[content The bridge is safe], [source the mayor] [cue said].",
    "[content The bridge is safe], [cue said] [source Ana Roth, a councillor who voted for it].",
    "[content The bridge], [source he] [cue said], [content was never closed].",
    "[content Despite the rain], [source he] [cue said], [content the bridge was never closed].",
    "[content The bridge will hold], [source an engineer close to him] [cue said].",
    "[content “The bridge,”] [source she] [cue said], [content “was never closed.”]",
    "[content “The bridge is safe,”] [source she] [cue said]. [content “It was never closed.”]",
    "[content “The bridge is safe,”] [source Roth] [cue told] [outlet the Harbour Gazette] on Friday. [content “I walked it.”]",
    "[content The toll had “run its course,”] [source Roth] [cue said].",
    "OSTER, May 3 (Kust) — [content The toll is gone], [source the mayor] [cue said] on Friday.",
    "[content The toll was gone], [source the Gazette] [cue quoted] a clerk [cue as saying].",
    "[content “The toll is gone,”] [source a clerk] [cue was quoted as saying] by [outlet the Gazette].",
]

BY_A_PHRASE = [
    "[cue According to] [source her publisher, Otto Kreel], [content the bridge is safe].",
    "[cue According to] [source the mayor], [content Otto Kreel has sold the bridge].",
    "[cue According to] [source the harbour office], [content the ferry was empty].",
    "[content The ferry was empty], [cue according to] [source the harbour office].",
    "[content The ferry], [cue according to] [source police sources], [content was empty].",
    "[cue In] [source a new Harbour Gazette poll], [content the mayor leads by nine points].",
    "As [source the historian Ida Falk] [cue noted], [content the tower was never finished].",
    "[content The tower was never finished], as [source the historian Ida Falk] [cue noted].",
    "[content “The tower is safe with us,”] as [source one visitor to the town] [cue put it].",
    "As [source Roth] [cue put it], [content “the tower is safe.”]",
    "[cue Per] [source the Harbour Gazette], [content the tower was never finished].",
    "[content The tower was never finished], [cue per] [source a report from the Gazette].",
    "The gate was, with some luck, [content “still a gate,”] as [source Roth] [cue put it].",
    "It [cue was reported] at the time [content that the tower had fallen].",
    "It [cue was reported] by [source the Gazette] [content that the tower had fallen].",
    "[content The tower] [cue reportedly] [content fell in the night].",
    "[content The guards had] [cue allegedly] [content slept through the night].",
]

BY_DOCUMENT_AND_NOUN = [
    "[source A report by the river board] [cue found] [content that the gate leaked].",
    "[source Documents leaked in May] [cue showed] [content that the gate leaked].",
    "[source The poll] [cue shows] [content support falling].",
    "[source Figures from the census] [cue show] [content that nine ferries sank].",
    "Nobody believed [source the port’s] [cue claim] [content that the crane was new].",
    "Police searched [source a news site that] published [cue revelations] on [content how the crane was bought].",
    "[content The sale of the crane] [cue was confirmed] by [source the harbour office].",
]


@pytest.mark.parametrize("text", AFTER_THE_CUE)
def test_content_after_its_cue(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", BEFORE_THE_CUE)
def test_content_before_its_cue(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", BY_A_PHRASE)
def test_content_attributed_by_a_phrase(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", BY_DOCUMENT_AND_NOUN)
def test_documents_and_nouns_attribute_too(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council built a so-called “smart bridge” over the river.",
        "The rules were put in dry, matter-of-fact terms: “The bridge could still be used by the town.”",
        "The police may keep suspects from meeting others deemed a threat.",
        "They kept a list of neighbours called a danger.",
        "He wore a badge that read nothing at all and whistled “Over the Hills.”",
        "A spokesman for the port declined to comment.",
        "The harbour office did not say when the ferry would sail.",
        "The ferry, in other words, was empty.",
        "She worked at the Harbour Gazette for nine years.",
        "The march called for a new bridge and went home.",
        "Ten states that border the lake were invited.",
        "The council read reports that were older than the bridge.",
        "The ferryman found the mooring and went home.",
        "It is what the sailors say at night.",
        "Here is what the mayor had to say after the ferry sank:\nThe ferry was built in Oster.",
        "The mayor replied:\nThe council then went to lunch.",
        "They found themselves on the wrong bank.",
        "Needless to say, the tide was out.",
        "He may say that the bridge is safe.",
        "It was reported to the harbour office by noon.",
        "As she laughed, the curtain fell on the stage.",
        "Those called were at home.",
        "They crossed the allegedly safe bridge at noon.",
        "The man who allegedly sold the bridge has moved away.",
        "Who will pay for the bridge?",
        "The toll is two crowns per head of cattle.",
    ],
)
def test_these_are_no_claims(text: str) -> None:
    assert contents(text) == []


def test_a_second_verb_shares_its_subject() -> None:
    assert contents("The minister said the dam was sound and added that the gate had been mended.") == [
        "the dam was sound",
        "that the gate had been mended",
    ]


def test_a_participle_has_the_subject_of_its_clause() -> None:
    assert contents("The minister said the dam was sound, adding that nobody had looked at it.") == [
        "the dam was sound",
        "that nobody had looked at it",
    ]


def test_a_sentence_that_merely_follows_is_not_the_speakers() -> None:
    assert contents("“The dam is sound,” Roth said. The dam was built by prisoners.") == ["“The dam is sound,”"]


def test_a_quotation_after_indirect_speech_goes_on_with_it() -> None:
    assert contents("Roth said that the dam was sound. “I walked it.”") == ["that the dam was sound … “I walked it.”"]


def test_a_quotation_after_a_colon_needs_no_verb_of_saying() -> None:
    check("[source Roth] was blunter[cue :] [content “It will fall.”]")


def test_an_attribution_inside_a_quotation_is_part_of_it() -> None:
    assert contents("“My aunt said it would rain,” Roth said.") == ["“My aunt said it would rain,”"]


def test_a_claim_may_hold_another() -> None:
    assert contents("The inspector said that the owner had claimed the crane was new.") == [
        "that the owner had claimed the crane was new",
        "the crane was new",
    ]


def test_a_clause_in_which_the_speaker_speaks_anew_is_a_claim_of_its_own() -> None:
    assert contents("Roth said that the dam was sound, but after a while she told the board that nobody had looked.") == [
        "that the dam was sound",
        "that nobody had looked",
    ]


def test_what_a_share_of_those_asked_believes_is_what_a_poll_found() -> None:
    assert contents("Forty percent of voters believe that the dam is sound.") == ["that the dam is sound"]
    assert contents("The voters of Oster believe that the dam is sound.") == []


def test_wants_are_found_on_request_only() -> None:
    text = "The mayor hopes that the bridge will hold."
    assert contents(text) == []
    assert check("[source The mayor] [cue hopes] [content that the bridge will hold].", attitudes=True).attitude


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The dam is sound,” Roth said.", QuoteKind.DIRECT),
        ("Roth said the dam was “sound as a bell” after the repair.", QuoteKind.MIXED),
        ("Roth said the dam was sound.", QuoteKind.INDIRECT),
    ],
)
def test_how_much_is_quoted(text: str, kind: QuoteKind) -> None:
    assert [claim.quote for claim in claims(text)] == [kind]


@pytest.mark.parametrize("subject", ["He", "Ida Falk"])
def test_a_second_verb_has_the_subject_of_one_that_nobody_listed(subject: str) -> None:
    check(f"[source {subject}] funds the harbour school and [cue has stated], [content “I am very much against pumps.”]")


def test_a_name_behind_the_last_verb_said_all_before_it() -> None:
    check(
        "[content Two videos reveal a pattern of spills by harbour crews, which have used old pumps to drain the docks], "
        "[cue said] [source Harbour Watch International] on Tuesday."
    )


def test_a_quotation_in_a_relative_clause_ends_before_the_main_verb() -> None:
    check(
        "[source The mayor, who] [cue boasts] [content that he brings a “dirty view of the world to Oster,”] will have to avoid the docks."
    )


def test_what_any_sign_would_suggest_is_no_claim() -> None:
    assert len(claims("Lund rejected any signs that suggest Falk is ahead.")) <= 1


def test_words_that_were_cut_off_are_no_claim() -> None:
    assert claims("While nothing has been decided, he is reportedly… pic.example.com/PbK0B7") == ()


def test_about_so_many_is_a_source() -> None:
    check("[source About 3 in 10 sailors] [cue said] [content that “fond of the sea” describes Falk better].")


@pytest.mark.parametrize(
    "text", ["Image Credits: Ferrypress", "Photo credit: Ida Falk", "If all goes according to plan, the ferry sails in May."]
)
def test_a_credit_and_a_plan_report_nothing(text: str) -> None:
    assert not claims(text)
