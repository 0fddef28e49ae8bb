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
    ],
)
def test_no_slot_at_past_employers_and_topics(text: str) -> None:
    assert not any("Gazette" in words for _, words in slots(text))


def test_a_link_on_the_cue_is_a_slot() -> None:
    found = article("The mayor {said|https://gazette.example/a} that the ferry was empty.")
    (claim,) = detect(found, lexicon()).items
    assert ("link", "https://gazette.example/a") in {(slot.kind.value, slot.url) for slot in claim.slots}


def test_a_name_with_an_ampersand_is_no_role() -> None:
    assert ("source", "Editor & Baker") in slots("Editor & Baker warned that the ferry was old.")
    assert ("affiliation", "Gazette") in slots("Gazette editor Ida Falk warned that the ferry was old.")
