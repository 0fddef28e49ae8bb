"""That what is said of claims, outlets and lists can be said whole in another language: nothing in it is English that is not data."""

from collections.abc import Callable
from datetime import date

import pytest

from credibility.floor.language import Said
from credibility.model import (
    Correction,
    CorrectionKind,
    OutletDraft,
    OutletFacts,
    RatingDraft,
    RatingError,
    RatingStatus,
    Scope,
    Source,
    SourceKind,
    Span,
)
from credibility.model.lists import ColumnMapping, ListEntry, ReadList
from credibility.outlets.checks import check_registry
from credibility.outlets.entries import check_facts, check_outlet, check_rating
from credibility.outlets.lists.formats.recognise import recognise
from credibility.outlets.lists.preview import preview
from credibility.outlets.lists.unknown.known import check_scale
from credibility.outlets.lists.unknown.shapes import table_rows
from credibility.outlets.lists.unknown.table import read_table
from credibility.outlets.rating.rate import rate
from credibility.outlets.resolving.corrections import correct
from credibility.outlets.resolving.resolve import resolve
from tests.another_language import assert_whole
from tests.outlets.tables import FIRST, MINE, OUTLETS, SECOND, claims_of, outlet, rating, registry

NAMES = " ".join(f"{slug} {outlet(slug).name}" for slug in OUTLETS) + " First Rater Second Rater"
KINDS = "GB BD NG"


CASES = [
    "{claim=person|It is safe}, she told {addressee|Newsweek}.",
    "{claim=outlet|It is safe}, {source|Reuters} {cue|reported}. {claim=outlet|It is red}, {anaphor|the agency} said.",
    "{claim=outlet|It is safe}, {source|Reuters} said. {claim=person:Ann Lee|It is red}, {resumes=1|Ann Lee} {cue|added}.",
    "{claim|It is safe}, as {link=https://www.newsweek.com/a|reported}.",
    "{claim|It is safe}, {link=https://bit.ly/x|it was said}.",
    "{claim|It is safe}, {link=https://springfield.example/x|it was said}.",
    "{claim=person|It is safe}, he {link=https://x.com/someone/status/1|wrote}.",
    "{claim=outlet|It is safe}, {source|the Daily Star} said.",
    "{claim=outlet|It is safe}, {source|the Guardian} of Lagos said.",
    "{claim=person|It is safe}, she told {addressee|the Springfield Gazette}.",
    "{claim=document|It was done}, says a report in {report|a local newspaper}.",
    "{claim=outlet|It is safe}, {anaphor|the paper} said.",
    "Newsweek is here. {claim=outlet|It is safe}, {anaphor|the magazine} said.",
    "{claim=outlet:Oster Post|It is safe} was reported.",
    "{claim=outlet|It is safe} was reported.",
    "{excerpt=Newsweek|Newsweek reported:}\n{claim=person|“It is safe,”} he said.",
    "{claim=person|It is safe}, according to {is|Twitter}.",
    "{claim=outlet|It is safe}, {source|The Daily Onion} said.",
    "{claim=outlet|It is safe}, {source|The Observer} said.",
    "{claim=outlet|It is safe}, {is|The Guardian} {cue-link=https://theguardian.com/observer/a|said}.",
    "The European Stars (ES) met. World Health Organization (WHO). {claim=outlet|It is safe}, {source|WHO} said.",
    *(f"{{claim={kind}|It is safe}} {{cue|was said}}." for kind in ("poll", "government", "hearsay", "anonymous-official", "none")),
]
RATINGS = [
    rating("newsweek.com", FIRST, 85, original="B+", rated_on=date(2024, 5, 1)),
    rating("newsweek.com", SECOND, 20, original="bad"),
    rating("reuters.com", MINE, 90),
    rating("theguardian.com", FIRST, 70, Scope(since=date(2013, 1, 1), author="Ida Falk")),
    rating("theguardian.com", FIRST, 70),
    rating("theguardian.com/observer", SECOND, None),
]


@pytest.mark.parametrize("case", CASES)
def test_every_step_of_why_a_claim_has_its_colour(case: str) -> None:
    page, claims = claims_of(case, published="2024-03-02", publisher="Newsweek")
    table = registry(RATINGS)
    for one in rate(page, resolve(page, claims, table), (), table):
        assert all(isinstance(link.name, Said) or link.name.removeprefix("the ") in f"{page.text} {NAMES} Oster Post" for link in one.chain)
        for step in one.why:
            assert_whole(step.text, f"{page.text} {NAMES} {KINDS} B+ bad site Oster Post x.com bit.ly springfield.example")


def test_what_the_reader_corrected() -> None:
    page, claims = claims_of("{claim=person|It is safe}, she told {addressee|Newsweek}. {claim=person|It is red}, she said.")
    first = page.text.index("It is red")
    made = [
        Correction(CorrectionKind.OTHER_OUTLET, page.fingerprint, "It is safe", Span(0, 10), "reuters.com"),
        Correction(CorrectionKind.NOT_SAID, page.fingerprint, "It is red", Span(first, first + 9)),
        Correction(
            CorrectionKind.OTHER_SOURCE, page.fingerprint, "It is red", Span(first, first + 9), source=Source(SourceKind.PERSON, "Ida")
        ),
    ]
    corrected = correct(resolve(page, claims, registry()), made, page, registry()).kept
    assert [len(one.claim.reasons) for one in corrected] == [0, 1]
    for one in rate(page, corrected, (), registry()):
        for step in one.why:
            assert_whole(step.text, f"{page.text} {NAMES}")
        if one.resolution.outlet is not None:
            assert_whole(one.resolution.reason, NAMES)


@pytest.mark.parametrize(
    "refused",
    [
        lambda: check_rating(RatingDraft("newsweek.com", 101, "x")),
        lambda: check_rating(RatingDraft("newsweek.com", 50, " ")),
        lambda: check_rating(RatingDraft("newsweek.com", 50, "x", "odd")),
        lambda: check_outlet(OutletDraft("odd.example", "")),
        lambda: check_outlet(OutletDraft("odd.example", "Odd", country="odd")),
        lambda: check_outlet(OutletDraft("odd", "Odd")),
        lambda: check_outlet(OutletDraft("bit.ly", "Odd")),
        lambda: check_facts(OutletFacts("odd"), "odd.example"),
        lambda: check_facts(OutletFacts("none", "odd.example"), "odd.example"),
        lambda: check_facts(OutletFacts("none", None, inherits=True), "odd.example"),
        lambda: check_facts(OutletFacts("none", None, False, "2016", "2015"), "odd.example"),
        lambda: check_facts(OutletFacts("none", None, False, "odd"), "odd.example"),
        lambda: read_table("", (), ColumnMapping(""), FIRST),
    ],
)
def test_why_an_edit_is_refused(refused: Callable[[], object]) -> None:
    with pytest.raises(RatingError) as error:
        refused()
    for words in (error.value.reason, error.value.advice):
        assert_whole(words, "odd odd.example bit.ly 2015 none influenced public controlled state")


def test_what_an_import_would_do_and_what_it_cannot_read() -> None:
    table = registry([*RATINGS, rating("nytimes.com", MINE, 20), rating("time.com", MINE, 20)])
    entries = (
        ListEntry(1, "nytimes.com", 90.0, "90"),
        ListEntry(2, "nytimes.com", 80.0, "80"),
        ListEntry(3, "twitter.com", 80.0, "80"),
        ListEntry(4, "", 80.0, "80", "Nobody's Post"),
        ListEntry(5, "", 80.0, "80", "Daily Star"),
        ListEntry(6, "reuters.net", 80.0, "80", "Reuters"),
        ListEntry(7, "reuters.com", 80.0, "80", also=("reuters.org",)),
        ListEntry(8, "time.com", 80.0, "80", rater=MINE),
        ListEntry(9, "slate.com", 80.0, "80", rater=MINE),
    )
    notes = [row.note for row in preview(ReadList(FIRST, 9, entries, rates_platforms=False), table).rows if row.note]
    assert len(notes) >= 8
    for note in notes:
        assert_whole(note, f"{NAMES} Nobody's Post reuters.net reuters.org")


@pytest.mark.parametrize(
    "text",
    [
        "domain,pc1\nodd,0.5\nodd.example,x\nodd.example,2\n,1\n",
        ",type,2nd type,3rd type,notes\nodd.example,odd,,\nodd.example,blog,,\n",
        "domain,category,iffy_factual\nodd.example,odd,\nodd.example,odd,MF\nodd.example,odd,odd\n",
        '{"rspGenerallyReliable": ["odd?x"], "other": ["odd.example"]}',
    ],
)
def test_why_a_row_is_set_aside(text: str) -> None:
    known = recognise(text)
    assert known is not None
    read = known.read(text)
    assert read.quarantined
    for row in (*read.quarantined, *read.passed_over):
        assert_whole(row.problem, "odd.example odd x 2 MF blog other")


def test_what_speaks_against_a_scale() -> None:
    table = registry([rating(slug, FIRST, score) for slug, score in (("newsweek.com", 90), ("nytimes.com", 80), ("slate.com", 10))])
    rows = table_rows("address,score,rank\nnewsweek.com,5,1\nnytimes.com,10,2\nslate.com,95,3\n")
    warning = check_scale(rows, rows, ColumnMapping("address", "score"), table).warning
    assert_whole(warning, NAMES)
    assert_whole(check_scale(rows, rows, ColumnMapping("address", "rank", 1, 3), table).warning, "rank")


def test_what_is_odd_in_the_table() -> None:
    table = registry(
        [rating("newsweek.com", MINE, 90, status=RatingStatus.MINE), rating("newsweek.com", FIRST, 10), rating("gone.example", FIRST, 10)]
    )
    found = check_registry(table, date(2026, 1, 1))
    assert len(found) >= 5
    for concern in found:
        assert_whole(concern.words, f"{NAMES}")
