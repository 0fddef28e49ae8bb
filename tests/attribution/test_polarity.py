"""Whether content is asserted, denied, supposed, asked about or retracted, and who denies it. Every trap has a twin that asserts."""

import pytest

from credibility.model import Denier, Polarity
from tests.attribution.marked import article, claims, contents

SOURCE, NARRATOR = Denier.SOURCE, Denier.NARRATOR

DENIED = [
    ("Kust Radio did not report that the tower had fallen.", NARRATOR),
    ("The Gazette never claimed the tower was empty.", NARRATOR),
    ("The ministry has not confirmed that the ferry sank.", NARRATOR),
    ("The ministry declined to say that the ferry had sunk.", NARRATOR),
    ("No outlet has reported that the tower is closed.", NARRATOR),
    ("Neither Kust Radio nor the Gazette has reported that the tower was moved.", NARRATOR),
    ("Nowhere in its report does the Gazette say that the tower fell.", NARRATOR),
    ("It is false that the Gazette said the race was rigged.", NARRATOR),
    ("It is not true, as the Gazette wrote, that the ice has gone.", NARRATOR),
    ("Ana Roth denied that she had met a buyer.", SOURCE),
    ("Ana Roth disputed that the ladder had moved.", SOURCE),
    ("Ana Roth rejected the suggestion that she had been on the roof.", SOURCE),
    ("Ana Roth rejected the charge of theft.", SOURCE),
]
SUPPOSED = [
    "If the Gazette were to report that the mill was bankrupt, nobody would pay.",
    "Were the Gazette to report that the mill was bankrupt, nobody would pay.",
    "Had the Gazette announced that the sun was for hire, nobody would have paid.",
    "Suppose the Gazette wrote that the moon was hollow.",
    "Unless Kust Radio announces that the game is off, the gates open at six.",
    "Take a coat in case Kust Radio reports that rain is on its way.",
]
ASKED = [
    "Has the Gazette reported that the tower is leaning?",
    "Did the council ever say that the trees were sick?",
    "Why would the Gazette claim that tea is a fruit?",
    "The reporter asked whether they would stay.",
]
TAKEN_BACK = [
    "The Gazette has withdrawn its report that the zoo had lost a tiger.",
    "The Gazette corrected an earlier report that the ferry had sunk.",
    "The Gazette pulled from its site a story which said that the swan had been stolen.",
    "Ana Roth took back her claim that the organ had been stolen.",
]
ASSERTED = [
    "Kust Radio reported that the tower had not fallen.",
    "Ana Roth did not deny that she had met a buyer.",
    "The Gazette not only said that the tower fell.",
    "The Gazette has refused to withdraw its report that the swan was stolen.",
    "Ana Roth stood by her claim that the organ had been stolen.",
    "Ana Roth rejected the Gazette’s claim that the organ had been stolen.",
    "It is true, as the Gazette wrote, that the ice has gone.",
    "If it rains, the Gazette reported, the bridge is to be closed.",
    "Why not? The Gazette claims that tea is a fruit.",
    "“Is it safe?” Ana Roth asked.",
]


@pytest.mark.parametrize(("text", "denier"), DENIED)
def test_what_is_denied_is_found_and_says_who_denies(text, denier):
    (claim,) = claims(text)
    assert (claim.polarity, claim.denied_by) == (Polarity.DENIED, denier)
    assert not claim.asserted


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        *((text, Polarity.HYPOTHETICAL) for text in SUPPOSED),
        *((text, Polarity.QUESTIONED) for text in ASKED),
        *((text, Polarity.RETRACTED) for text in TAKEN_BACK),
        *((text, Polarity.ASSERTED) for text in ASSERTED),
    ],
)
def test_every_content_says_whether_it_is_asserted(text, polarity):
    (claim,) = claims(text)
    assert (claim.polarity, claim.denied_by) == (polarity, None)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Gazette withdrew a story that claimed the duke keeps a crocodile.", "The Gazette"),
        ("The Gazette has since quietly withdrawn its report that the mill burned.", "The Gazette"),
        ("The Gazette has not withdrawn its report that the mill burned.", "The Gazette"),
        ("The Gazette has refused to withdraw its report that the swan was stolen.", "The Gazette"),
        ("Unless Kust Radio announces that the game is off, the gates open at six.", "Kust Radio"),
        ("Has the Gazette reported that the tower is leaning?", "the Gazette"),
    ],
)
def test_the_source_is_who_would_have_said_it(text, source):
    (claim,) = claims(text)
    assert [span.of(article(text).text) for span in claim.source.spans] == [source]


def test_an_object_that_nobody_gave_is_no_claim():
    assert contents("The council did not report the accident to the police.") == []
    assert contents("Nobody could say where it was. He cannot say that he saw it.") == []
