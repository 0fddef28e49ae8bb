"""Names in text. `[slug|name]` is a mention that must be found, `[?|name]` one that must stay undecided; nothing else may be found."""

import re

import pytest

from credibility.model import Outlet, OutletName, Span
from credibility.outlets.names import hits
from credibility.outlets.names.hits import find_names
from credibility.outlets.registry import build_registry
from tests.outlets.tables import outlet, registry

_MARK = re.compile(r"\[(?P<slug>[^|\]]+)\|(?P<name>[^\]]+)\]")


def check(marked: str, publisher: str | None = None) -> None:
    """Compare the mentions found in the text without its marks with the marks."""
    text, wanted, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        wanted.append((len(text), match["name"], match["slug"]))
        text += match["name"]
        last = match.end()
    text += marked[last:]
    mentions = find_names(text, registry(), publisher=outlet(publisher) if publisher else None)
    found = [(mention.span.start, mention.span.of(text), mention.outlet.slug if mention.outlet else "?") for mention in mentions]
    assert found == wanted


@pytest.mark.parametrize(
    "text",
    [
        "He told [cnnturk.com|CNN Türk] and [cnn.com|CNN] the same.",
        "The [mg.co.za|Mail & Guardian] and the [theguardian.com|Guardian] disagree.",
        "Wikileaks, the [nytimes.com|New York Times] and [nytimes.com|NYT] readers",
        "The Guardian Council approved the candidates.",
    ],
)
def test_the_longest_name_wins(text: str) -> None:
    check(text)


def test_two_spellings_that_differ_by_a_hyphen_are_both_names() -> None:
    twice = Outlet("jazeera.example", "Al Jazeera", names=(OutletName("Al Jazeera"), OutletName("Al-Jazeera")))
    text = "He told Al Jazeera, and later Al-Jazeera again."
    assert [mention.span.of(text) for mention in find_names(text, build_registry([twice]))] == ["Al Jazeera", "Al-Jazeera"]


@pytest.mark.parametrize(
    "text",
    [
        "a guardian of the flame, in due time, by its nature",
        "Time will tell, and Nature takes its course.",
        "Guardian angels, @CNN, CNN_live, #CNN and CNNs are no outlets; nor is Al-Reuters.",
        "The Sun-Times of New York Timeses",
    ],
)
def test_ordinary_words_are_no_outlets(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "she told [time.com|Time] on Tuesday",
        "[time.com|Time] reported that the bridge is safe.",
        "[time.com|Time], the weekly news magazine, has moved.",
        "a study in the journal [nature.com|Nature] found",
        "the Turkish daily [taraf.com.tr|Taraf] quoted him",
        "according to [foxnews.com|Fox], the vote is off",
        "the [theguardian.com/observer|Observer] reported",
    ],
)
def test_a_cue_makes_a_common_word_a_name(text: str) -> None:
    check(text)


def test_a_slot_does_not_make_a_name_of_the_first_word_of_a_sentence() -> None:
    text = "It rained. Time of course has healed it. In Time it was told."
    slots = [Span(11, 15), Span(44, 48)]
    assert [mention.span for mention in find_names(text, registry(), cued=slots)] == [Span(44, 48)]


def test_a_capitalised_neighbour_makes_another_name() -> None:
    check("He told Time Warner, and Guardian Time reported it.")
    check("He works for the New York Times Company, Newsweek Books and the Register of Members.")
    check("The Observer of Turkey reported it.")


@pytest.mark.parametrize(
    "name",
    ["[theguardian.com|Guardian]'s", "[theguardian.com|Guardian]’s", "[theguardian.com|Guardian]-owned", "“[theguardian.com|Guardian]”"],
)
def test_possessives_hyphens_and_quotation_marks_are_no_obstacle(name: str) -> None:
    check(f"It was the {name} idea.")


def test_a_hyphen_between_two_names_joins_them() -> None:
    check("a [nytimes.com|New York Times]-[foxnews.com|Fox News] poll, and a Reuters-Ipsos-like one")


def test_offsets_hold_beside_letters_that_grow_in_lower_case() -> None:
    check("İİİ İstanbul’da [hurriyet.com.tr|Hürriyet] ve 😀 [reuters.com|Reuters] yazdı.")


def test_letters_with_their_accents_apart_are_read_too() -> None:
    check("Istanbul, [hurriyet.com.tr|Hu\u0308rriyet] reported.")


def test_hard_spaces_and_curly_apostrophes_are_read_as_plain_ones() -> None:
    check("The [nytimes.com|New\u00a0York\u00a0Times] reported.")


def test_a_short_name_needs_its_fuller_name_before_it() -> None:
    check(
        "The Times reported it. The [nytimes.com|New York Times] confirmed; the [nytimes.com|Times] has seen the letter.".replace(
            "The Times", "The [?|Times]"
        )
    )


def test_after_two_fuller_names_the_short_one_stays_undecided() -> None:
    check("The [nypost.com|New York Post] and the [washingtonpost.com|Washington Post] met. The [?|Post] reported it.")


def test_the_host_may_call_itself_by_its_short_name() -> None:
    check("He told The [nytimes.com|Times] so.", publisher="nytimes.com")


def test_namesakes_are_told_apart_by_the_country_in_the_sentence() -> None:
    check("In Dhaka the [thedailystar.net|Daily Star] reported a strike.")
    check("The British [dailystar.co.uk|Daily Star] reported a strike.")
    check("The [guardian.ng|Guardian] of Lagos reported a strike.")


def test_namesakes_are_told_apart_by_the_country_of_the_publisher() -> None:
    check("The [dailystar.co.uk|Daily Star] reported a strike.", publisher="theguardian.com")


def test_a_tie_stays_undecided_and_names_its_candidates() -> None:
    mention = find_names("The Daily Star reported a strike.", registry())[0]
    assert mention.outlet is None
    assert {candidate.slug for candidate in mention.candidates} == {"dailystar.co.uk", "thedailystar.net"}
    assert "nothing in the article decides" in mention.reason


def test_the_default_of_namesakes_is_meant_where_no_country_is_spoken_of() -> None:
    check("The [theguardian.com|Guardian] reported a strike.")


def test_an_abbreviation_counts_after_its_introduction() -> None:
    check("[aa.com.tr|Anadolu Agency] ([aa.com.tr|AA]) has it. [aa.com.tr|AA] adds that AAA is something else.")
    check("He goes to AA on Mondays.")


def test_an_abbreviation_that_was_introduced_for_something_else_is_no_outlet() -> None:
    check("The Armed Forces of the Philippines (AFP) said so. AFP reported no losses.")
    check("Losses were denied, [afp.com|AFP] reported.")


def test_an_acronym_in_a_shouted_line_is_no_name() -> None:
    check("THE AFP RAID ENDED EARLY\nLosses were denied, [afp.com|AFP] reported.")


def test_an_address_written_out_is_a_name() -> None:
    check(
        "He told [polygraph.info|Polygraph.info] so, and [theguardian.com|theguardian.co.uk] too, "
        "but not mail@theguardian.com or notreuters.com."
    )


def test_a_repeated_name_keeps_all_its_bearers() -> None:
    table = build_registry(
        [
            Outlet("one.example", "Gazette"),
            Outlet("two.example", "Gazette"),
            Outlet("three.example", "Three", names=(OutletName("Gazette"),)),
        ]
    )
    mention = find_names("He told Gazette so.", table)[0]
    assert {candidate.slug for candidate in mention.candidates} == {"one.example", "two.example", "three.example"}


def test_an_abbreviation_of_a_longer_name_is_not_the_shorter_ones() -> None:
    check("The Pacific [who.int|World Health Organization] (PWHO) met. PWHO said so.")
    check("The [who.int|World Health Organization] ([who.int|WOHO]) met. [who.int|WOHO] said so.")


def test_a_name_is_asked_only_about_the_slots_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long article has a slot for every claim: comparing each name with each slot takes time that grows with its square."""
    sentence, repeats = "It may be so, Time after dark; and he said it to Time again. ", 500
    slots = [
        Span(start + sentence.rindex("Time"), start + sentence.rindex("Time") + 4)
        for start in range(0, repeats * len(sentence), len(sentence))
    ]
    asked: list[Span] = []
    heads = hits._heads
    monkeypatch.setattr(hits, "_heads", lambda slot, *rest: asked.append(slot) or heads(slot, *rest))
    mentions = find_names(sentence * repeats, registry(), cued=slots)
    assert [mention.span for mention in mentions] == slots
    assert len(asked) <= 2 * repeats


def test_a_speaker_of_the_same_name_is_no_outlet() -> None:
    text = "Ross Fox spoke. Fox said so, and so did Fox News."
    found = find_names(text, registry(), cued=[Span(16, 19)], people={"Fox"})
    assert [mention.span.of(text) for mention in found] == ["Fox News"]


@pytest.mark.parametrize(
    "text", ["He told Newsweek 5 Oster that it rained.", "Newsweek 10 reported it.", "He told the Reuters affiliate in Oster."]
)
def test_a_station_is_not_its_network(text: str) -> None:
    check(text)


def test_days_ago_make_no_station() -> None:
    check("He told [reuters.com|Reuters] 10 days ago.")


def test_a_place_before_newspaper_words_makes_another_paper() -> None:
    table = build_registry([Outlet("mail.example", "Daily Mail", names=(OutletName("Daily Mail"),))])
    for text, found in (
        ("He told the Southend Daily Mail so.", []),
        ("He told the Daily Mail so.", ["Daily Mail"]),
        ("He told the British Daily Mail so.", ["Daily Mail"]),
        ("He told Britain's Daily Mail so.", ["Daily Mail"]),
        ("Via Daily Mail.", ["Daily Mail"]),
    ):
        assert [mention.span.of(text) for mention in find_names(text, table)] == found


def test_the_cost_of_addresses_grows_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    overlaps = Span.overlaps

    def counting(self: Span, other: Span) -> bool:
        nonlocal compared
        compared += 1
        return overlaps(self, other)

    monkeypatch.setattr(Span, "overlaps", counting)
    lines = 400
    mentions = find_names("The New York Times reported it, and so did cnn.com on Monday.\n" * lines, registry())
    assert len(mentions) == 2 * lines
    assert compared <= 10 * lines, "each address is compared with the names beside it, not with all"
