"""Quotations without a cue: whose they are is told by what stands beside them; what nobody says stays unclaimed."""

import pytest

from tests.attribution.marked import claims, contents, read

SPEAKERS = [
    ("Sunniva Lark has kept the shop since 1998.\n“People come for the cards and stay for the wind.”", "Sunniva Lark"),
    ("Wanda Esk has cut hair for forty years. “I have never once used a mirror.” She sweeps up.", "Wanda Esk"),
    (
        "The biologist Sefa Lund keeps starfish under her kitchen. What do they do all day?\n“They argue, but very slowly.”",
        "The biologist Sefa Lund",
    ),
    ("“The hall roof came down at four.”\nThe caretaker, Lotta Brahm, was in the kitchen.", "The caretaker, Lotta Brahm"),
    ("Noor Attar runs the ferry.\nA boat came in.\n“She cannot row.” Gus Attar laughs and ties it up.", "Gus Attar"),
    (
        "The cellist Runa Eskell spoke to us after the concert.\nWhat happened to the lights?\n“I lit a candle and played on.”",
        "The cellist Runa Eskell",
    ),
    ("This week we talked to the beekeeper Orla Finch.\nDo they sting?\nOnly on Sundays, when I wear black.", "the beekeeper Orla Finch"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_a_quotation_belongs_to_the_person_beside_it(text, speaker):
    (claim,) = claims(text)
    assert [span.of(read(text)[0].text) for span in claim.source.spans] == [speaker]


def test_paragraphs_that_stay_open_belong_to_whom_the_last_one_names():
    text = "“The road was closed in May.\n“Nobody came to tell us.\n“We lost a week,” said the baker, Toma Vell."
    assert [claim.source.name for claim in claims(text)] == ["Toma Vell"] * 3


def test_a_quotation_goes_on_in_the_next_paragraph():
    text = "“We paint at night,” Lisbet Croy explains.\n“He once walked straight through a wet wall.”\nHer ladder is old."
    assert contents(text) == ["“We paint at night,”", "“He once walked straight through a wet wall.”"]
    assert [claim.source.name for claim in claims(text)] == ["Lisbet Croy"] * 2


def test_labels_part_questions_from_answers():
    asked = "This week we talked to the beekeeper Orla Finch.\n"
    text = f"{asked}Q: Why bees?\nA: Because nobody else wanted them.\nQ: Do they sting?\nA: Only on Sundays."
    assert contents(text) == ["Because nobody else wanted them.", "Only on Sundays."]
    assert {claim.source.name for claim in claims(text)} == {"Orla Finch"}


def test_names_before_colons_speak_and_those_who_ask_do_not():
    first = "Ana Roth: When did you see it?\nIdris Maun: Just after two at night.\n"
    text = f"{first}Ana Roth: Has it a name?\nIdris Maun: A number, and a nickname."
    assert contents(text) == ["Just after two at night.", "A number, and a nickname."]


def test_counts_behind_names_are_no_speech():
    assert contents("Roth: 1,769.\nLund: 1,501.\nRoth: 547.\nLund: 46.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Here is how the Gazette tells it:\n> The bank moved its vault by night.\n> The tailors were busy.",
        "The inspector’s report makes three points:\n> The roof is sound.\n> The stairs are not.",
        "An excerpt from the Gazette:\n> The last repairman closed his shop.\n> He kept one machine.",
        "The chief, Dag Morell, told the Gazette:\n> We will not build a robot.\n> Shirts are folded by people.",
    ],
)
def test_a_block_behind_a_colon_is_a_claim_a_paragraph(text):
    assert contents(text) == [line.removeprefix("> ") for line in text.split("\n")[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "My favourite lines, from nobody at all:\n> A kettle is a bell that waits.",
        "The airline sold these from its last trolley:\n> tea, black\n> tea, green",
        "A sticker on the till, “Cash Only Please”, is peeling.",
        "The shop closes in October.\n“People come for the cards and stay for the wind.”\nThe shop is small.",
    ],
)
def test_what_nobody_says_is_no_claim(text):
    assert contents(text) == []


def test_a_lone_quotation_under_a_picture_is_not_whose_words_went_before():
    speaks = "Ida Falk mends boats and rarely sells one."
    quotation = "“The sea is colder than anyone remembers, and it will not warm up.”"
    assert contents(f"{speaks}\n{quotation}") == [quotation]
    assert contents(f"{speaks}\n￼\n{quotation}") == []


def test_a_heading_ends_whose_words_may_follow():
    speaks = "Ida Falk mends boats and rarely sells one."
    quotation = "“The sea is colder than anyone remembers, and it will not warm up.”"
    assert contents(f"{speaks}\n# Mallow Baths: closed\n{quotation}") == []
