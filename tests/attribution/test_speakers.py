"""Who speaks: kinds of source, fullest names, and which earlier claim a witness resumes."""

from time import process_time

import pytest

from credibility.attribution.constructions.every import find_attributions
from credibility.attribution.drafts import join_blocks
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.coreference import identify_speakers
from credibility.attribution.text.passages import read_passage
from credibility.model import SourceKind
from tests.attribution.marked import article, claims, lexicon, read


def test_the_website_of_a_paper_is_not_the_one_spoken_of_before() -> None:
    found = claims("Weekly Harbour News reported that the ferry was empty.\nThe website of the Gazette reported that the crew had left.")
    assert [claim.resumes for claim in found] == [None, None]
    assert [claim.source.name for claim in found] == ["Weekly Harbour News", "Gazette"]


def test_a_survey_is_the_poll_spoken_of_before() -> None:
    poll, share, survey = claims(
        "A poll by the Gazette found that the ferry was empty.\n"
        "Forty percent said that they had left.\n"
        "The survey found that the rest slept."
    )
    assert (share.resumes, survey.resumes) == (poll.id, share.id)


def test_an_engineer_goes_on_as_he() -> None:
    first, second = claims("An engineer told the Gazette that the ferry was empty.\n“They left,” he said.")
    assert second.resumes == first.id


def test_nobody_is_named_where_it_was_reported() -> None:
    told, adverb = claims("It was reported that the ferry was empty.\nThe crew reportedly left at noon.")
    assert (told.source.kind, told.source.spans) == (SourceKind.HEARSAY, ())
    assert adverb.source.kind is SourceKind.NONE


def test_surnames_and_pronouns_get_the_fullest_name() -> None:
    found = claims("Ida Falk said the ferry was empty.\nFalk said the crew had left.\n“It is a shame,” she said.")
    assert [claim.source.name for claim in found] == ["Ida Falk"] * 3
    assert [claim.resumes for claim in found] == [None, found[0].id, found[1].id]


def test_the_same_official_resumes_the_witness() -> None:
    found = claims(
        "A senior port official told the Harbour Gazette that the ferry was empty.\n"
        "The same official confirmed that the crew had left.\n“It is a shame,” said the official."
    )
    assert [claim.resumes for claim in found] == [None, found[0].id, found[1].id]


def test_a_description_may_vary_its_words() -> None:
    found = claims(
        "A former harbour communications technician told Kust that the mast was rotten.\n"
        "The former harbour communication technician also admitted that he never climbed it."
    )
    assert found[1].resumes == found[0].id


def test_a_new_source_stops_the_carry_over() -> None:
    found = claims(
        "A sailor told the Harbour Gazette that the ferry was empty.\n"
        "According to other sailors on trial in Oster, the crew had left.\n"
        "A prosecutor said that the mast was rotten."
    )
    assert [claim.resumes for claim in found] == [None, None, None]


def test_a_witness_introduced_anew_is_another_one() -> None:
    found = claims(
        "The statement, obtained by the Harbour Gazette, said that the ferry was empty.\n"
        "The company denied the charge in a statement on its own site.\n“We sail daily,” the statement said."
    )
    assert found[-1].resumes is None


def test_the_paper_stands_for_the_outlet_before() -> None:
    found = claims("The liberal daily Kust reported that the ferry was empty.\nThe paper also reported that the crew had left.")
    assert found[1].source.anaphor and found[1].source.kind is SourceKind.OUTLET
    assert found[1].resumes == found[0].id


def test_an_unnamed_outlet_is_an_outlet_without_a_name() -> None:
    (claim,) = claims("Police searched a news outlet that published revelations on how the crane was bought.")
    assert (claim.source.kind, claim.source.name) == (SourceKind.OUTLET, "")


def test_respondents_resume_their_poll() -> None:
    found = claims("A new Kust poll shows that the mayor leads.\nSixty percent of respondents say they will vote for her.")
    assert found[1].resumes == found[0].id


def test_a_report_that_cites_somebody_keeps_both() -> None:
    found, detected = read("The daily Kust reported citing a port source that nine hundred tickets had been forged.")
    (claim,) = detected.items
    assert claim.inner is not None
    assert [span.of(found.text) for span in claim.inner.spans] == ["a port source"]
    assert claim.inner.kind is SourceKind.ANONYMOUS
    assert claim.content[0].of(found.text) == "that nine hundred tickets had been forged"


def test_a_paper_that_quotes_somebody_keeps_both() -> None:
    found, detected = read("The daily Kust quoted a founder of the port, Ola Brink, admitting: “We forged them.”")
    (claim,) = detected.items
    assert claim.source.kind is SourceKind.OUTLET and claim.inner is not None
    assert claim.inner.name == "Ola Brink"
    assert claim.content[0].of(found.text) == "“We forged them.”"


def test_two_councils_are_two_bodies() -> None:
    _, first, second = claims(
        "Oster City Council said that the ferry was empty.\n"
        "The crew had left, the National Harbour Masters' Council (NHMC) said.\n"
        "It also promised a new ferry."
    )
    assert (first.source.name, second.source.name) == ("National Harbour Masters' Council",) * 2


def test_the_company_is_none_that_spoke_before_another_source() -> None:
    found = claims(
        "The Skerry line owns the ferry.\n"
        "“We never signed,” the ferry company said in a statement to the Gazette.\n"
        "Ida Falk accused the Tern works of breaking its word.\n"
        "The company denied the charge in a statement shared to its website."
    )
    assert found[-1].resumes is None


def test_a_name_is_of_one_kind_in_one_article() -> None:
    found = claims("The weather firm Oster Tides said that the ferry was empty.\nOster Tides said that the crew had left.")
    assert [claim.source.kind for claim in found] == [SourceKind.ORGANISATION] * 2


def test_an_event_with_its_maker_is_no_person() -> None:
    _, claim = claims("The ferry was empty, a nurse said.\nThe ferry was empty, said Ida Falk’s Oster Fashion Week.")
    assert claim.source.kind is SourceKind.ORGANISATION


def test_a_town_is_no_person() -> None:
    (claim,) = claims("A storm hit the docks in Oster. The piers in Oster broke. Oster said that the ferry was empty.")
    assert claim.source.kind is SourceKind.ORGANISATION


def test_the_towns_of_an_article_are_read_once() -> None:
    """Speakers are told in time that grows with the article, not with its square: a novel has thousands of one-word speakers."""

    def seconds(count: int) -> float:
        words = ["".join(chr(97 + int(digit)) for digit in f"{number:05}").capitalize() for number in range(count)]
        found = article("\n".join(f"{word} said that the ferry in Oster was empty." for word in words))
        grammars = [Grammar(read_passage(found.text, block, lexicon().words), lexicon()) for block in found.blocks]
        drafts = join_blocks([(g, find_attributions(g, attitudes=False)) for g in grammars])
        assert len(drafts) == count
        times = []
        for _ in range(3):
            start = process_time()
            identify_speakers(drafts, grammars)
            times.append(process_time() - start)
        return min(times)

    assert seconds(1600) < 9 * seconds(400)  # four times as long is four times the work, sixteen times if every claim reads all


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ida Falk said the ferry was empty. Bernd Roth keeps the mooring. “It leaks,” he said.", ["Ida Falk", "Bernd Roth"]),
        ("Ida Falk said the ferry was empty. The ferry was built in Oster. “It leaks,” she said.", ["Ida Falk", "Ida Falk"]),
        ("Ida Falk said the ferry was empty. Her brother, Bernd Roth, runs it. He said the crew had left.", ["Ida Falk", "Bernd Roth"]),
        ("Ida Falk met Anna Roth and Berta Lund at the pier. “It leaks,” she said.", ["Ida Falk"]),
        ("At the pier stood Anna Roth and Berta Lund. “It leaks,” she said.", [""]),
        ("Bernd Roth said the ferry was empty. A man in a red coat came in. “It leaks,” he said.", ["Bernd Roth", ""]),
        ("Bernd Roth said it. Roth’s sister, Anna Roth, runs the pumps. Ms. Roth said the ferry was empty.", ["Anna Roth"]),
        (
            "Bernd Roth said the ferry was empty. His sister, Anna Roth, left. Mr. Roth said the crew had left.",
            ["Bernd Roth", "Bernd Roth"],
        ),
        ("Residents met Mayor Ida Falk on Saturday. “It leaks,” the mayor told them.", ["Ida Falk"]),
        ("Residents met Mayor Ida Falk and Mayor Bernd Roth. “It leaks,” the mayor told them.", [""]),
        ("The Oster Institute opened in May. It said that the ferry was empty.", ["Oster Institute"]),
        ("The Oster coast guard said that it rained. It said that the ferry was empty.", ["", "The Oster coast guard"]),
        ("The review runs to 400 pages. It said that the ferry was empty.", [""]),
        ("In his address, Bernd Roth blamed the crew. He also said that the ferry was empty.", ["Bernd Roth"]),
    ],
)
def test_whom_a_pronoun_or_a_short_name_means(text: str, names: list[str]) -> None:
    assert [claim.source.name for claim in claims(text)][-len(names) :] == names
