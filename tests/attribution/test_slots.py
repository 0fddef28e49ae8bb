"""The places where an outlet may be named as carrier: marked generously, but not at employers of the past or at topics."""

import pytest

from credibility.attribution.detect import detect
from tests.attribution.marked import article, lexicon, slots


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("The Harbour Gazette reported that the ferry was empty.", ("source", "The Harbour Gazette")),
        ("The liberal daily Kust reported that the ferry was empty.", ("source", "The liberal daily Kust")),
        ("A sailor told the Harbour Gazette that the ferry was empty.", ("addressee", "the Harbour Gazette")),
        ("The ferry was empty, a sailor told the Harbour Gazette.", ("addressee", "the Harbour Gazette")),
        ("The ferry was empty, the sailor claimed to the outlet.", ("addressee", "the outlet")),
        ("In an interview with Kust Radio, the mayor said that the ferry was empty.", ("venue", "Kust Radio")),
        ("The mayor said in an interview with Kust Radio that the ferry was empty.", ("venue", "Kust Radio")),
        ("“The ferry was empty,” the mayor said on Kust’s Morning.", ("venue", "Kust’s Morning")),
        ("In a report in the Harbour Gazette, the mayor said that the ferry was empty.", ("venue", "the Harbour Gazette")),
        ("The letter, obtained by the Harbour Gazette, said that the ferry was empty.", ("report", "the Harbour Gazette")),
        ("Ida Falk, a writer for the Harbour Gazette, said that the ferry was empty.", ("affiliation", "the Harbour Gazette")),
        ("Harbour Gazette reporter Ida Falk said that the ferry was empty.", ("affiliation", "Harbour Gazette")),
        ("Kust’s Ida Falk said that the ferry was empty.", ("possessive", "Kust")),
        ("A new Harbour Gazette poll shows that the mayor leads.", ("poll", "A new Harbour Gazette")),
        ("The Harbour Gazette, which broke the news, said that the ferry was empty.", ("source", "The Harbour Gazette")),
        ("The news was broken by the Gazette, which said that the ferry was empty.", ("source", "the Gazette")),
        ("Kust Radio spoke to a nurse who said that the ferry was empty.", ("venue", "Kust Radio")),
        ("Kust Radio spoke to two nurses. One of them said that the ferry was empty.", ("venue", "Kust Radio")),
        ("A new Gazette poll is out. Of those asked, 40 percent said that the ferry was empty.", ("poll", "Gazette")),
        ("A Gazette poll has lower numbers (40 percent of sailors say that the ferry was empty).", ("poll", "A Gazette")),
        ("Norway’s semi-official Kust agency said that the ferry was empty.", ("source", "Kust agency")),
        ("Ida Falk of the Gazette said that the ferry was empty.", ("possessive", "the Gazette")),
        ("Columnist Ida Falk of the Gazette said that the ferry was empty.", ("possessive", "the Gazette")),
        ("The ferry was empty, according to a study published in the journal Kust.", ("report", "the journal Kust")),
        ("“The ferry was empty,” said the owner when contacted by Kust Radio.", ("report", "Kust Radio")),
        ("# The ferry\nA survey for Oster Today found that the ferry was empty.", ("poll", "Oster Today")),
        ("The ferry was empty, the owner told the Harbour Post.", ("addressee", "the Harbour Post")),
        ("“It was empty,” Ida Falk said on her Kust Radio show.", ("venue", "her Kust Radio")),
        ("Over at the Gazette, Ida Falk argues that the ferry was empty.", ("report", "the Gazette")),
        ("Kust Radio has obtained letters in which the owner says that the ferry was empty.", ("venue", "Kust Radio")),
        ("It’s revealed in the Gazette’s review that the ferry was empty.", ("report", "the Gazette")),
        ("The Harbour Gazette’s report said that the ferry was empty.", ("venue", "The Harbour Gazette")),
    ],
)
def test_a_slot_is_marked(text: str, slot: tuple[str, str]) -> None:
    assert slot in slots(text)


@pytest.mark.parametrize(
    "text",
    [
        "Former Harbour Gazette editor Ida Falk said that the ferry was empty.",
        "Ida Falk, a former editor of the Harbour Gazette, said that the ferry was empty.",
        "The mayor said that the Harbour Gazette was wrong about the ferry.",
        "The company, whose shares fell after a Harbour Gazette report, said that the ferry was empty.",
        "The mayor criticised a Harbour Gazette article and said that the ferry was empty.",
        "The chief executive of the Harbour Gazette said that the ferry was empty.",
        "The owner likened the ferry to the Harbour Gazette.",
    ],
)
def test_no_slot_at_past_employers_and_topics(text: str) -> None:
    assert not any("Gazette" in words for _, words in slots(text))


def test_a_name_that_ends_like_a_piece_is_no_piece() -> None:
    assert ("source", "The Harbour Post") in slots("The Harbour Post said that the ferry was empty.")
    assert ("venue", "Harbour") not in slots("Ida Falk, who owns the Harbour Post, said that the ferry was empty.")


def test_a_link_on_the_cue_is_a_slot() -> None:
    found = article("The mayor {said|https://gazette.example/a} that the ferry was empty.")
    (claim,) = detect(found, lexicon()).items
    assert ("link", "https://gazette.example/a") in {(slot.kind.value, slot.url) for slot in claim.slots}


def test_a_name_with_an_ampersand_is_no_role() -> None:
    assert ("source", "Editor & Baker") in slots("Editor & Baker warned that the ferry was old.")
    assert ("affiliation", "Gazette") in slots("Gazette editor Ida Falk warned that the ferry was old.")


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("The ferry was empty, Ida Falk said, per the Gazette.", ("report", "the Gazette")),
        ("The ferry was empty, Ida Falk said, according to the Harbour Gazette.", ("report", "the Harbour Gazette")),
        ("In a statement emailed to the Harbour Gazette, the owner said that the ferry was empty.", ("venue", "the Harbour Gazette")),
        ("In the speech, first disclosed by the Gazette, the mayor argued that the ferry was empty.", ("report", "the Gazette")),
        ("The ferry was empty, according to a paper in Kust.", ("report", "Kust")),
        ("A sailor told L’Équipe that the ferry was empty.", ("addressee", "L’Équipe")),
    ],
)
def test_a_slot_is_marked_behind_appositions_and_other_cues(text: str, slot: tuple[str, str]) -> None:
    assert slot in slots(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Falk, whose sister is an editor at the Gazette, said that the ferry was empty.",
        "Ida Falk, a reporter at the Gazette until last year, said that the ferry was empty.",
    ],
)
def test_a_relatives_or_a_past_employer_is_no_slot(text: str) -> None:
    assert not [words for kind, words in slots(text) if kind == "affiliation" and "Gazette" in words]
