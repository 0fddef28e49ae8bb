"""What an unknown list is taken for before the reader has said a word: small lists of our own, one for each trap."""

from datetime import date

import pytest

from credibility.outlets.lists.unknown.guessing import question_about
from credibility.outlets.lists.unknown.shapes import table_rows
from tests.outlets.lists.material import guess, rated, read_by_guess, told

POLITICAL = (
    "bias", "Bias_Score", "ideology", "political lean", "leaning", "partisanship", "mediaBias", "slant",
    "Ausrichtung", "Politische Tendenz", "Gesinnung", "Voreingenommenheit", "orientation politique", "biais", "tendance",
    "sesgo", "ideología", "tendencia política", "orientamento politico", "schieramento", "siyasi eğilim", "yanlılık",
)  # fmt: skip
NO_RATINGS = (
    "rank",
    "Tranco Rang",
    "puesto",
    "classement",
    "year",
    "Gründungsjahr",
    "année",
    "año",
    "article count",
    "Anzahl",
    "número de visitas",
)


def list_with(column: str, figures: tuple[str, ...] = ("12", "31", "71", "82", "90")) -> str:
    return f"domain;{column}\n" + "".join(f"site{place}.example;{figure}\n" for place, figure in enumerate(figures))


@pytest.mark.parametrize("column", POLITICAL)
def test_no_political_scale_is_taken_for_credibility(column: str) -> None:
    for figures in (("12", "31", "71", "82", "90"), ("-40", "-9", "0", "12", "25"), ("left", "right", "center", "left", "right")):
        mapping = guess(list_with(column, figures))
        assert (mapping.address, mapping.score, mapping.label, mapping.rates) == ("domain", "", "", False)


def test_political_labels_are_known_by_themselves() -> None:
    assert not guess(list_with("rating", ("left", "right-center", "least biased", "left-center", "far right"))).rates


@pytest.mark.parametrize("column", NO_RATINGS)
def test_ranks_years_and_counts_are_no_ratings(column: str) -> None:
    assert not guess(list_with(column)).rates


@pytest.mark.parametrize(
    "figures",
    [("1998", "2004", "2011", "2015", "2020"), tuple(map(str, range(1, 12))), ("120000", "5", "8", "15000", "700")],
    ids=["years", "ranks", "counts"],
)
def test_figures_that_are_years_ranks_or_counts_are_no_ratings_under_any_name(figures: tuple[str, ...]) -> None:
    assert not guess(list_with("x", figures)).rates


def test_a_quality_beside_political_scales_is_the_score() -> None:
    mapping = guess("domain,ideology,bias_score,quality\na.example,31,-9,86\nb.example,82,17,18\nc.example,49,0,93\n")
    assert (mapping.score, mapping.lowest, mapping.highest) == ("quality", 0, 100)


@pytest.mark.parametrize(
    "column", ["reliability", "Glaubwürdigkeit", "fiabilité", "credibilidad", "affidabilità", "confiabilidade", "güvenilirlik"]
)
def test_credibility_is_known_in_several_languages(column: str) -> None:
    assert guess(list_with(column)).score == column


@pytest.mark.parametrize(("words", "are_labels"), [(("high", "low", "brown", "grey"), True), (("high", "brown", "grey"), False)])
def test_words_are_labels_where_half_of_them_tell_how_good_an_outlet_is(words: tuple[str, ...], are_labels: bool) -> None:
    rows = "".join(f"site{place}.example;{words[place % len(words)]}\n" for place in range(12))
    assert guess(f"domain;look\n{rows}").label == ("look" if are_labels else "")


@pytest.mark.parametrize("column", ["risk", "risk_score", "Risiko", "misinformation index"])
def test_a_risk_alone_is_never_preselected_but_asked_about(column: str) -> None:
    text = f"site,{column}\na.example,6\nb.example,98\n"
    found, question = guess(text), question_about(table_rows(text), guess(text))
    assert (found.score, found.label) == ("", "")
    assert f"“{column}” tells of a risk" in question
    assert "from 100 (worst) to 0 (best)" in question


def test_figures_beside_a_risk_are_not_taken_for_credibility() -> None:
    assert guess("site,risk,strength\na.example,6,3\nb.example,98,2\n").score == ""
    assert question_about(table_rows("site,score\na.example,6\nb.example,98\n"), guess("site,score\na.example,6\nb.example,98\n")) == ""


def test_a_risk_is_read_by_its_labels() -> None:
    scores = rated("site,risk_score,risk_level\na.example,6,low risk\nb.example,44,medium risk\nc.example,98,high risk\n")
    assert scores["a.example"] > scores["b.example"] == 50 > scores["c.example"]


def test_a_signed_scale_keeps_both_its_ends() -> None:
    result = read_by_guess("source,reliability\na.example,1\nb.example,0\nc.example,-1\n")
    assert [entry.score for entry in result.entries] == [100, 50, 0]
    assert not result.quarantined


def test_stars_begin_at_one_and_the_scale_of_ad_fontes_ends_at_64() -> None:
    assert rated("site,stars\na.example,1\nb.example,5\nc.example,3\n") == {"a.example": 0, "b.example": 100, "c.example": 50}
    mapping = guess("source,reliability,lean\nA Paper,61.5,-1\nB Paper,6.5,29\n")
    assert (mapping.address, mapping.name, mapping.score, mapping.highest) == ("", "source", "reliability", 64)


def test_the_address_is_the_column_that_leads_to_most_sites() -> None:
    text = told("""
        name,rating page,website,factual
        A,https://ratings.example/a/,https://www.a.example/,very high
        B,https://ratings.example/b/,https://b.example/news,low
        C,https://ratings.example/c/,c.example,mixed
        D,https://ratings.example/d/,d.example,mostly factual
    """)
    mapping = guess(text)
    assert (mapping.address, mapping.url, mapping.name, mapping.label) == ("website", "rating page", "name", "factual")
    assert rated(text) == {"a.example": 95, "b.example": 25, "c.example": 47, "d.example": 70}


def test_a_year_is_the_date_and_the_words_of_wikipedia_are_the_label() -> None:
    text = '[{"name": "A", "sites": ["a.example", "b.example"], "seen last": 2023, "status": "deprecated"},' + (
        '{"name": "C", "sites": ["c.example"], "seen last": 2019, "status": "generally reliable"}]'
    )
    entries = read_by_guess(text, "list.json").entries
    assert [(entry.key, entry.also, entry.score, entry.rated_on) for entry in entries] == [
        ("a.example", ("b.example",), 12, date(2023, 1, 1)),
        ("c.example", (), 85, date(2019, 1, 1)),
    ]


def test_several_addresses_in_a_cell_are_one_outlet() -> None:
    text = told("""
        wiki,domains,class
        https://w.example/A,"[""a.example"",""b.example""]",generally reliable
        https://w.example/C,c.example; d.example,deprecated
    """)
    entries = read_by_guess(text).entries
    assert [(entry.key, entry.also, entry.url) for entry in entries] == [
        ("a.example", ("b.example",), "https://w.example/A"),
        ("c.example", ("d.example",), "https://w.example/C"),
    ]


def test_nine_criteria_are_evidence_and_can_be_weighted() -> None:
    text = told("""
        Domain,Score,Verdict,Careful sourcing,Owner named,Corrections made,Updated
        a.example,97,T,Yes,Yes,No,01/31/2025
        b.example,9,N,No,No,No,12/31/2024
    """)
    entry = read_by_guess(text).entries[0]
    assert (entry.score, entry.reason, entry.rated_on) == (
        97,
        "met: Careful sourcing, Owner named; not met: Corrections made",
        date(2025, 1, 31),
    )
    assert guess(text).criteria == (("Careful sourcing", 1), ("Owner named", 1), ("Corrections made", 1))
    unscored = read_by_guess("Domain,Careful sourcing,Owner named,Corrections made\na.example,ja,oui,no\n")
    assert unscored.entries[0].score == pytest.approx(66.6667)


@pytest.mark.parametrize(
    "text",
    [
        "# known fakes\n! 2024\na.example\n0.0.0.0 b.example\n||c.example^\n*.d.example\n",
        "a.example\nb.example\nc.example\nd.example\n",
        '["a.example", "b.example", "c.example", "d.example"]',
    ],
    ids=["blocks", "plain", "json"],
)
def test_a_plain_list_asks_what_being_listed_means(text: str) -> None:
    mapping = guess(text, "list.txt")
    assert (mapping.address, mapping.rates, mapping.listed) == ("address", False, None)


def test_countries_and_dates_of_any_order_never_cost_a_row() -> None:
    text = told("""
        domain,score,country,date
        a.example,95,GBR,12/31/2025
        b.example,90,USA,31.12.2025
        c.example,88,Frankreich,2025-12
        d.example,80,Brazil,Dec 31 2025
        e.example,86,Nowhere,n/a
        f.example,70,DE,some day
    """)
    entries = read_by_guess(text).entries
    assert [entry.country for entry in entries] == ["GB", "US", "FR", "BR", None, "DE"]
    assert [entry.rated_on for entry in entries] == [
        date(2025, 12, 31),
        date(2025, 12, 31),
        date(2025, 12, 1),
        date(2025, 12, 31),
        None,
        None,
    ]
    assert entries[5].reason == "rated “some day”"


def test_semicolons_decimal_commas_and_empty_ratings() -> None:
    result = read_by_guess('domain;score;note\na.example;95,5;ok\nb.example;N/A;none\nc.example;;empty\nd.example;"7,5";"=1+1"\n')
    assert [(entry.key, entry.score, entry.reason) for entry in result.entries] == [("a.example", 95.5, "ok"), ("d.example", 7.5, "=1+1")]
    assert [row.problem for row in result.quarantined] == ["the row has no rating: “N/A”", "the row has no rating"]


def test_titles_above_the_header_and_a_missing_header() -> None:
    text = told("""
        Ratings of our class
        made in 2024, for nobody else

        domain,score,note
        a.example,95,x
        b.example,20,y
    """)
    assert rated(text) == {"a.example": 95, "b.example": 20}
    assert [entry.line for entry in read_by_guess(text).entries] == [5, 6]
    assert rated("sep=;\ndomain;score\na.example;95\n") == {"a.example": 95}
    assert guess("a.example,95\nb.example,20\n").address == "column 1"


@pytest.mark.parametrize(
    ("labels", "scores"),
    [
        (("A+", "B", "F"), (98, 70, 8)),
        (("High credibility", "Proceed with caution", "Proceed with maximum caution"), (100, 30, 10)),
        (("sehr zuverlässig", "mittel", "unzuverlässig"), (90, 50, 30)),
        (("très fiable", "mitigé", "peu fiable"), (90, 50, 30)),
        (("muy fiable", "regular", "poco fiable"), (90, 50, 30)),
        (("green", "yellow", "red"), (85, 50, 15)),
    ],
)
def test_labels_of_many_wordings(labels: tuple[str, ...], scores: tuple[float, ...]) -> None:
    assert tuple(rated(list_with("rating", labels)).values()) == scores


def test_satire_is_a_kind_and_no_score() -> None:
    entries = read_by_guess(list_with("rating", ("high", "low", "satire"))).entries
    assert [(entry.score, entry.kind and entry.kind.value) for entry in entries] == [(85, None), (25, None), (None, "satire")]
