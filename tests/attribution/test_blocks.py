"""Contents that run over several blocks, quotation blocks, excerpts, reprints and datelines."""

from dataclasses import replace

import pytest

from credibility.attribution.detect import detect
from credibility.model import SlotKind
from tests.attribution.marked import article, contents, lexicon, read


def test_a_colon_takes_the_quotation_in_the_next_paragraph() -> None:
    assert contents("As the historian Ida Falk pointed out:\n“The tower was never finished.”") == ["“The tower was never finished.”"]


def test_a_colon_takes_a_quotation_block_without_marks() -> None:
    assert contents("The harbour office wrote:\n> The ferry was empty. Nobody was hurt.") == ["The ferry was empty. Nobody was hurt."]


def test_inside_a_quoted_piece_a_colon_takes_only_what_is_set_deeper() -> None:
    text = "> As the historian Ida Falk pointed out:\n>> The tower was never finished.\n> The sea came in.\n> It went out, the mayor said."
    assert contents(text) == ["The tower was never finished.", "It went out"]


def test_a_colon_without_a_quotation_behind_it_is_none() -> None:
    assert contents("General Orlo replied:\nThe parade went on until noon.") == []


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“The dam is sound,” Roth said. “I walked it.\n“I will walk it again.”\nThe dam was built by prisoners."
    assert contents(text) == ["“The dam is sound,” … “I walked it. … “I will walk it again.”"]


def test_a_quotation_left_open_goes_on_though_no_mark_opens_it_anew() -> None:
    text = "Roth said: “I walked the dam.\nIt was dry and quiet.\nI will walk it again.”\nThe dam was built by prisoners."
    assert contents(text) == ["“I walked the dam. … It was dry and quiet. … I will walk it again.”"]


def test_what_an_outlet_reported_in_quotation_blocks_is_one_claim_a_block() -> None:
    text = "The Harbour Gazette reported:\n> The ferry was empty, officials said.\n> Nobody was hurt.\nThe gulls were loud."
    assert contents(text) == ["The ferry was empty, officials said.", "Nobody was hurt."]


def test_a_block_quotation_names_its_speaker_in_the_line_that_ends_it() -> None:
    found, detected = read("“We stand by the ferry and its crew.” --Statement by the Harbour Ministry, May 1952")
    claim = detected.items[0]
    assert claim.content[0].of(found.text) == "“We stand by the ferry and its crew.”"
    assert claim.source.spans[0].of(found.text) == "the Harbour Ministry"


def test_an_excerpt_names_where_it_first_appeared() -> None:
    text = (
        "An introduction.\nFrom “The Empty Ferry,” by Ida Falk, originally published in the Harbour Gazette\n"
        "The mayor said the ferry was empty."
    )
    found, detected = read(text)
    (excerpt,) = detected.excerpts
    assert excerpt.slot is not None and excerpt.slot.span.of(found.text) == "the Harbour Gazette"
    assert (excerpt.author, excerpt.title) == ("Ida Falk", "The Empty Ferry")
    assert excerpt.span.of(found.text) == "The mayor said the ferry was empty."
    assert [claim.excerpt for claim in detected.items] == [0]


def test_a_reprint_line_at_the_end_speaks_of_everything_before() -> None:
    text = "The mayor said the ferry was empty.\nThe crew left.\nThe gulls stayed.\nThis article was originally published on Harbour News."
    found, detected = read(text)
    assert [excerpt.span.start for excerpt in detected.excerpts] == [0]
    assert detected.excerpts[0].slot is not None and detected.excerpts[0].slot.span.of(found.text) == "Harbour News"


def test_a_dateline_names_the_agency_of_the_whole_text() -> None:
    found, detected = read("OSTER (Reuters) – The mayor said the ferry was empty.\nThe crew left.")
    assert detected.excerpts[0].slot is not None and detected.excerpts[0].slot.span.of(found.text) == "Reuters"
    assert detected.excerpts[0].span.end == len(found.text)


def test_a_bracket_later_in_the_text_is_no_dateline() -> None:
    assert read("The mayor (Reform) - a tall man - left.")[1].excerpts == ()


def test_a_headline_names_its_source_before_a_colon() -> None:
    assert contents("# Harbour Office: Ferry was empty for nine days") == ["Ferry was empty for nine days"]
    assert contents("# The Latest: Ferry was empty for nine days") == []


def test_a_sentence_whose_figure_is_a_link_elsewhere_is_a_claim() -> None:
    found = article(
        "The port cut {nine hundred jobs|https://gazette.example/2019/05/port-cuts-nine-hundred-jobs-in-may} in May. The crane is old.",
        url="https://blog.example/post",
    )
    (claim,) = detect(found, lexicon()).items
    assert claim.content[0].of(found.text) == "The port cut nine hundred jobs in May"
    assert (claim.slots[0].kind, claim.slots[0].url) == (SlotKind.LINK, found.links[0].url)


@pytest.mark.parametrize(
    "text",
    [
        "Farmers on the far bank {burn their fields|https://gazette.example/2019/05/smoke} after the harvest every year.",
        "The port also set up an {odd-even berth scheme|https://gazette.example/port-to-try-odd-even-scheme-for-berths} this week.",
        "The ferry hardly came up in {the last election|https://gazette.example/why-the-ferry-is-not-an-election-issue} in Oster.",
    ],
    ids=["verb", "hyphens", "shared with the headline"],
)
def test_a_link_on_what_is_asserted_makes_a_claim(text: str) -> None:
    (claim,) = detect(article(text, url="https://blog.example/post"), lexicon()).items
    assert claim.cue.lemma == "link"


def test_links_to_the_same_site_and_to_topics_are_no_claims() -> None:
    own = article("The port cut {nine jobs|https://blog.example/2019/05/port-cuts} in May.", url="https://www.blog.example/post")
    topic = article("The port of {Oster|https://wiki.example/Oster} is old and was closed.", url="https://blog.example/post")
    assert detect(own, lexicon()).items == detect(topic, lexicon()).items == ()


def test_two_papers_below_one_shared_suffix_are_two_sites() -> None:
    words = "The port cut {nine hundred jobs|https://www.gazette.co.uk/2019/05/port-cuts-nine-hundred-jobs-in-may} in May."
    assert len(detect(article(words, url="https://ferry.co.uk/post"), lexicon()).items) == 1
    assert detect(article(words, url="https://sport.gazette.co.uk/post"), lexicon()).items == ()


def test_an_excerpt_ends_with_the_quotation_blocks_behind_its_line() -> None:
    line = "From “The Empty Ferry,” by Dr. Ida B. Falk, originally published in the Harbour Gazette"
    found, detected = read(
        f"The ferry left at noon.\nIt was May.\nIt rained.\n{line}\n> The ferry was empty.\n> It had no crew.\nSo much for that."
    )
    (excerpt,) = detected.excerpts
    assert excerpt.span.of(found.text) == "The ferry was empty.\nIt had no crew."
    assert excerpt.author == "Dr. Ida B. Falk"


def test_an_excerpt_without_quotation_blocks_runs_on() -> None:
    line = "From “The Empty Ferry,” by Ida Falk, originally published in the Harbour Gazette"
    found, detected = read(f"It was May.\n{line}\nThe ferry was empty.\n> It had no crew.\nSo much for that.")
    assert [excerpt.span.of(found.text) for excerpt in detected.excerpts] == ["The ferry was empty.\nIt had no crew.\nSo much for that."]


def test_no_claim_is_read_in_a_line_that_leads_to_another_article() -> None:
    found = article("Read more: The mayor said the ferry is safe.\nThe harbour office said the ferry was empty.")
    first, *others = found.blocks
    pointed = replace(found, blocks=(replace(first, pointer=True), *others))
    (claim,) = detect(pointed, lexicon()).items
    assert claim.content[0].of(found.text) == "the ferry was empty"
    assert len(detect(found, lexicon()).items) == 2


def test_a_quotation_goes_on_across_a_line_that_leads_to_another_article() -> None:
    found = article("“The dam is sound,” Roth said. “I walked it.\nRead more: Another dam\n“I will walk it again.”\nIt rained.")
    pointed = replace(found, blocks=tuple(replace(block, pointer=number == 1) for number, block in enumerate(found.blocks)))
    (claim,) = detect(pointed, lexicon()).items
    assert [span.of(found.text) for span in claim.content] == ["“The dam is sound,”", "“I walked it.", "“I will walk it again.”"]
