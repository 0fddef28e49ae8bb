"""Which outlet carried a claim. The marks are explained in `tables.claims_of`."""

from dataclasses import replace

from credibility.model import Link, OutletSlot, ResolvedBy, SlotKind, SourceKind, Span
from credibility.outlets.resolving.resolve import publisher_outlet, resolve, resolve_excerpts
from tests.outlets.tables import article, claims_of, outlets_of, registry, resolve_marked


def test_the_outlet_a_source_spoke_to() -> None:
    assert outlets_of("{claim=anonymous|The bridge is safe}, an official told {addressee|the Guardian}.") == ["theguardian.com addressee"]


def test_the_outlet_that_is_the_source() -> None:
    assert outlets_of("{claim=outlet|The bridge is safe}, {source|Reuters} reported.") == ["reuters.com named"]


def test_where_it_was_said() -> None:
    assert outlets_of("He said {claim=person|that it was safe} in an interview with {venue|Newsweek}.") == ["newsweek.com named"]


def test_a_reporter_speaks_for_the_outlet_and_a_spokesman_does_not() -> None:
    assert outlets_of("{claim=person|“It was quiet,”} said {source|Reuters reporter Ann Lee}.") == ["reuters.com named"]
    assert outlets_of("{claim=person|“It was quiet,”} said {source|Reuters spokesman Bob Ray}.") == ["-"]
    assert outlets_of("{claim=person|“It was quiet,”} said {affiliation|a former Reuters reporter}.") == ["-"]
    assert outlets_of("{claim=person|“It was quiet,”} said {affiliation|a shareholder of Reuters}.") == ["-"]
    assert outlets_of("{claim=person|“It was quiet,”} said Ann Lee, {affiliation|a writer for Newsweek}.") == ["newsweek.com named"]


def test_the_role_beside_a_slot_tells_who_speaks_for_the_outlet() -> None:
    assert outlets_of("{claim=person|It was quiet}, {affiliation|Reuters} reporter Ann Lee said.") == ["reuters.com named"]
    assert outlets_of("{claim=person|It was quiet}, said the editor of {affiliation|Newsweek}, Ann Lee.") == ["newsweek.com named"]
    assert outlets_of("{claim=person|It was quiet}, {affiliation|Reuters} analyst Ann Lee said.") == ["-"]
    assert outlets_of("{claim=person|It was quiet}, {possessive|Reuters}’s director general said.") == ["-"]
    assert outlets_of("{claim=person|It was quiet}, {possessive|Reuters}’s Ann Lee said.") == ["reuters.com named"]


def test_a_plain_noun_makes_something_else_of_a_name() -> None:
    assert outlets_of("{claim=organisation|It was quiet}, {source|the Guardian lawyers} said.") == ["-"]
    assert outlets_of("{claim=organisation|It was quiet}, {source|the Guardian 500 company} said.") == ["-"]
    assert outlets_of("{claim=person|It was quiet}, critics of {affiliation|the Guardian} said.") == ["-"]
    assert outlets_of("{claim=outlet|It was quiet}, {source|the Guardian newspaper} said.") == ["theguardian.com named"]


def test_our_reporter_is_the_publishers() -> None:
    ours = "{claim=person|It was quiet}, {is|our Ann Lee} reported."
    assert outlets_of(ours, "https://www.newsweek.com/a") == ["newsweek.com anaphora"]
    assert outlets_of(ours) == ["-"]
    assert outlets_of("{claim=person|It was quiet}, {is|our mayor} said.", "https://www.newsweek.com/a") == ["-"]


def test_a_topic_is_no_carrier() -> None:
    assert outlets_of("{claim=document|It was slow}, found {report|a study about Reuters}.") == ["-"]
    assert outlets_of("{claim=poll|Half are tired}, says {poll|a Reuters}/Ipsos poll.") == ["reuters.com named"]


def test_what_is_named_beats_what_is_linked() -> None:
    assert outlets_of("{claim=person|It is safe}, he {link=https://www.newsweek.com/a|told} {addressee|Reuters}.") == [
        "reuters.com addressee"
    ]


def test_a_link_is_evidence_and_the_first_that_leads_to_an_outlet_counts() -> None:
    assert outlets_of("{claim|It is safe}, as {link=https://bit.ly/x|was} {link=https://www.newsweek.com/a|reported}.") == [
        "newsweek.com link"
    ]


def test_links_of_the_host_to_itself_source_nothing() -> None:
    assert outlets_of("{claim|It is safe}, {link=https://reuters.com/b|as reported}.", url="https://www.reuters.com/a") == ["-"]


def test_links_to_a_part_of_the_host_source_nothing() -> None:
    assert outlets_of("{claim|It is safe}, {link=https://theguardian.com/observer/b|as told}.", url="https://www.theguardian.com/a") == [
        "-"
    ]


def test_an_anchor_that_names_an_outlet_speaks_for_it_wherever_it_leads() -> None:
    assert outlets_of("{claim=person|It is safe}, he said, according to {link=https://newsweek.com/reprint|Reuters}.") == [
        "reuters.com named"
    ]


def test_a_page_without_an_address_is_at_home_where_most_of_its_links_lead() -> None:
    page, claims = claims_of("{claim|It is safe}, {link=https://newsweek.com/a|it is said}. More, more, more and more.")
    links = tuple(Link(Span(number, number + 1), f"https://newsweek.com/{number}") for number in range(4))
    (one,) = resolve(replace(page, links=links), claims, registry())
    assert one.resolution.outlet is None


def test_platforms_and_international_bodies_carry_nothing() -> None:
    assert outlets_of("{claim=person|It is safe}, he {link=https://x.com/someone/status/1|wrote} {venue|on Twitter}.") == ["-"]
    assert outlets_of("{claim=organisation|It is safe}, said {source|the World Health Organization}.") == ["-"]


def test_a_hidden_and_an_unknown_link_say_so() -> None:
    (hidden,) = resolve_marked("{claim|It is safe}, {link=https://bit.ly/x|it was said}.")
    assert hidden.resolution.outlet is None and "hidden by bit.ly" in hidden.resolution.reason
    (unknown,) = resolve_marked("{claim|It is safe}, {link=https://springfield.example/x|it was said}.")
    assert unknown.resolution.outlet is None and "springfield.example, which is not in the table" in unknown.resolution.reason


def test_a_description_means_the_last_outlet_of_its_kind_that_carried_something() -> None:
    assert outlets_of(
        "{claim=outlet|It is safe}, {source|the Turkish daily Taraf} wrote. {claim=outlet|It is not}, {source|CNN} said.\n"
        "{claim=outlet|It will be}, {anaphor|the paper} wrote. {claim=outlet|It was}, {anaphor|the network} said."
    ) == [
        "taraf.com.tr named",
        "cnn.com named",
        "taraf.com.tr anaphora",
        "cnn.com anaphora",
    ]


def test_told_the_paper() -> None:
    assert outlets_of(
        "{claim=outlet|It is safe}, {source|the New York Times} wrote. {claim=person|It is not}, he told {addressee|the newspaper}."
    ) == [
        "nytimes.com named",
        "nytimes.com anaphora",
    ]


def test_failing_a_carrier_the_only_outlet_of_its_kind_named_shortly_before_is_meant() -> None:
    assert outlets_of("She met the board of the New York Times.\n{claim=person|It is safe}, she told {addressee|the newspaper}.") == [
        "nytimes.com anaphora"
    ]
    two = "She met the New York Times and the Washington Post.\n{claim=person|It is safe}, she told {addressee|the newspaper}."
    assert outlets_of(two) == ["-"]


def test_a_description_without_an_outlet_before_it_is_an_outlet_without_a_name() -> None:
    (one,) = resolve_marked("{claim=outlet|It is safe}, {anaphor|the paper} wrote.")
    assert one.resolution.outlet is None and one.resolution.unnamed


def test_a_story_and_several_shops_are_no_outlets_without_a_name() -> None:
    for text in (
        "{claim=outlet|It is safe}, {anaphor|the story} goes.",
        "{claim=outlet|It is safe}, {anaphor|the report} says.",
        "{claim=organisation|It is safe}, {source|several retail outlets} say.",
    ):
        (one,) = resolve_marked(text)
        assert one.resolution.outlet is None and "without naming" not in one.resolution.reason


def test_a_pronoun_means_what_the_source_is_called() -> None:
    assert outlets_of("{claim=outlet:Time|It is safe}, {source|they} added.") == ["time.com anaphora"]


def test_the_host_of_a_show_speaks_for_its_channel() -> None:
    assert outlets_of(
        "{claim=person|It is safe}, he told {addressee|Bill Adams of CNN}. {claim=person|It is old}, he told {addressee|Adams}."
    ) == [
        "cnn.com addressee",
        "cnn.com anaphora",
    ]


def test_a_tie_stays_open_and_a_link_may_settle_it() -> None:
    (tie,) = resolve_marked("{claim=outlet|It is safe}, {source|the Daily Star} reported.")
    assert tie.resolution.outlet is None
    assert {candidate.slug for candidate in tie.resolution.candidates} == {"dailystar.co.uk", "thedailystar.net"}
    assert outlets_of("{claim=outlet|It is safe}, {source|the Daily Star} {link=https://www.thedailystar.net/a|reported}.") == [
        "thedailystar.net named"
    ]


def test_an_outlet_that_the_table_lacks_is_unknown_not_absent() -> None:
    (one,) = resolve_marked("{claim=person|It is safe}, she told {addressee|the Springfield Gazette}.")
    assert one.resolution.outlet is None and one.resolution.unnamed and "Springfield Gazette" in one.resolution.reason
    (two,) = resolve_marked("{claim=document|It was done}, says a report in {report|a local newspaper}.")
    assert two.resolution.unnamed and "without naming it" in two.resolution.reason


def test_a_passage_introduced_as_a_report_is_carried_by_its_outlet() -> None:
    assert outlets_of("{excerpt=Newsweek|Newsweek reported:}\n{claim=person|“It is safe,”} he said.") == ["newsweek.com excerpt"]


def test_a_republished_piece_is_a_step_of_the_chain_only() -> None:
    marked = "{excerpt=Newsweek|From a piece originally published in Newsweek}\n{claim=person|“It is safe,”} he said."
    assert outlets_of(marked) == ["-"]
    page, claims = claims_of(marked)
    (excerpt,) = resolve_excerpts(page, claims, registry())
    assert excerpt.outlet is not None and excerpt.outlet.slug == "newsweek.com"


def test_the_host_counts_when_it_names_itself() -> None:
    assert outlets_of("{claim=person|It is safe}, he told {addressee|Polygraph.info}.", url="https://www.polygraph.info/a") == [
        "polygraph.info addressee"
    ]
    assert outlets_of("{claim=person|It is safe}, he told {addressee|me}.", url="https://www.polygraph.info/a") == ["-"]


def test_who_published_the_article() -> None:
    def host(url: str | None = None, publisher: str | None = None) -> str | None:
        found = publisher_outlet(article("Text.", url, publisher=publisher), registry())
        return found.slug if found else None

    assert host("https://web.archive.org/web/2020/https://www.reuters.com/a") == "reuters.com"
    assert host(publisher="The New York Times") == "nytimes.com"
    assert host(publisher="Polygraph.info") == "polygraph.info"
    assert host(publisher="Daily Star") is None
    assert host("https://nowhere.example/a") is None


def test_every_resolution_says_why() -> None:
    for one in resolve_marked("{claim=outlet|It is safe}, {source|Reuters} reported. {claim=outlet|It is red}, {anaphor|the agency} said."):
        assert one.resolution.by is not ResolvedBy.NONE and one.resolution.reason and one.resolution.evidence


def test_words_that_only_a_link_marks_are_a_claim_where_it_leads_to_an_outlet() -> None:
    shop = "{claim|The lamp costs nine crowns} at {cue=link|the shop} {link=https://lamps.example/a-fine-old-lamp|the shop}."
    paper = "{claim|The lamp was stolen} {cue=link|in May} {link=https://www.newsweek.com/a-fine-old-lamp|in May}."
    said = "{claim|The lamp costs nine crowns}, {link=https://lamps.example/a-fine-old-lamp|the shop} {cue|said}."
    assert [outlets_of(shop), outlets_of(paper), outlets_of(said)] == [[], ["newsweek.com link"], ["-"]]


def test_a_platform_that_is_itself_the_source() -> None:
    (one,) = resolve_marked("{claim=person|It was never taken back}, according to {is|Twitter}.")
    assert one.resolution.outlet is None and one.resolution.platform is not None and one.resolution.platform.slug == "twitter.com"
    assert one.claim.source.kind is SourceKind.ORGANISATION
    (user,) = resolve_marked("{claim=anonymous|It was never taken back}, said {is|a Twitter user}.")
    assert user.resolution.platform is None
    (told,) = resolve_marked("{claim=person|It was never taken back}, {is|Twitter} told {addressee|Reuters}.")
    assert told.resolution.platform is None and told.resolution.outlet is not None


def test_a_source_that_is_an_outlets_name_is_no_person() -> None:
    (one,) = resolve_marked("{claim=person|It is safe}, {is|Newsweek} reported.")
    assert one.claim.source.kind is SourceKind.OUTLET
    (two,) = resolve_marked("{claim=person|It is safe}, said {is|Newsweek writer Ann Lee}.")
    assert two.claim.source.kind is SourceKind.PERSON


def test_a_noun_that_begins_a_sentence_is_a_name_where_it_is_the_whole_source() -> None:
    assert outlets_of("{claim=person|It was May.} {is|Slate} has since argued that.") == ["slate.com named"]
    assert outlets_of("{claim=person|He was in the States.} {is|Slate} has since argued that.") == ["slate.com named"]
    assert outlets_of("{claim=person|He was with St.} {is|Slate} who argued that.") == ["-"]
    assert outlets_of("{claim=person|It was May.} {is|Nature} has since argued that.") == ["-"]
    assert outlets_of("{claim=person|It was May.} {is|Slate roofers} have since argued that.") == ["-"]


def test_a_piece_of_an_outlet_that_the_table_lacks_keeps_the_name_as_written() -> None:
    line = "{excerpt=the Oster Journal of Science|From a piece first published in the Oster Journal of Science}"
    page, claims = claims_of(f"{line}\n{{claim=person|“It is safe,”}} he said.")
    (excerpt,) = resolve_excerpts(page, claims, registry())
    assert (excerpt.outlet, excerpt.name) == (None, "Oster Journal of Science")
    page, claims = claims_of("{excerpt=Newsweek|From a piece first published in Newsweek}\n{claim=person|“It is safe,”} he said.")
    assert [one.name for one in resolve_excerpts(page, claims, registry())] == ["Newsweek"]


def test_its_website_is_no_outlet_named_before() -> None:
    told, posted = "{claim=person|“It is safe,”} he told {addressee|Newsweek}.", "{claim|“It is ours,”} a note said on {venue|its website}."
    assert outlets_of(f"{told}\n{posted}") == ["newsweek.com addressee", "-"]


def test_a_link_in_the_content_carries_nothing_else() -> None:
    """A report that backs one assertion is not where the speaker said the next."""
    page, claims = claims_of("{claim=person:Ida Falk|It broke}, she {cue|said}. {claim=person:Ida Falk|It is red}, {resumes=1|she} said.")
    link = OutletSlot(SlotKind.LINK, claims.items[0].content[0], "https://www.reuters.com/a")
    backed = replace(claims, items=(replace(claims.items[0], slots=(link,)), claims.items[1]))
    assert [one.resolution.by for one in resolve(page, backed, registry())] == [ResolvedBy.LINK, ResolvedBy.NONE]
