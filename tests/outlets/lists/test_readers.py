"""Each known list from a few rows of its kind, written for these tests. `shown` gives address, score or kind, and scope per entry."""

import json
from datetime import date

import pytest

from credibility.model import OutletKind, Scope, Tier
from credibility.model.lists import ReadList
from credibility.outlets.lists.formats.newsguard import score_of as newsguard_score
from credibility.outlets.lists.formats.pc1 import score_of
from credibility.outlets.lists.formats.recognise import recognise
from credibility.outlets.lists.formats.rsp import read_qualifier
from credibility.outlets.rating.scopes import write_scope


def read(text: str) -> ReadList:
    known = recognise(text)
    assert known is not None, "the list was not recognised"
    result = known.read(text)
    assert result.rows == len({entry.line for entry in result.entries}) + len(result.passed_over) + len(result.quarantined)
    return result


def shown(text: str) -> list[tuple[str, object]]:
    return [(entry.key, entry.kind.value if entry.score is None and entry.kind else entry.score) for entry in read(text).entries]


def problems(text: str) -> list[tuple[int, str]]:
    return [(row.line, row.problem) for row in read(text).quarantined]


def test_pc1() -> None:
    text = "domain,pc1\na.example,1\nb.example,0.5\nwww.c.example/news,0\n–bad.example,0.5\nd.example,1.2\ne.example,\n"
    assert shown(text) == [("a.example", 100), ("b.example", 47.0), ("c.example/news", 0)]
    assert [line for line, _ in problems(text)] == [5, 6, 7]
    assert not read(text).rates_platforms and read(text).entries[0].confidence == 0.5


@pytest.mark.parametrize(("figure", "score"), [(0, 0), (0.285, 20), (0.435, 40), (0.62, 60), (0.8, 80), (1, 100), (0.36, 30), (0.9, 90)])
def test_pc1_runs_through_its_knots(figure: float, score: float) -> None:
    assert score_of(figure) == score


def test_mbfc() -> None:
    def source(domain: str, reporting: str | None, credibility: str, bias: str = "center") -> dict[str, object]:
        return {
            "domain": domain,
            "name": domain,
            "url": "https://mediabiasfactcheck.com/x/",
            "bias": bias,
            "questionable": ["x"],
            "reporting": reporting,
            "credibility": credibility,
        }

    rows = [
        source("vh.example", "very-high", "high-credibility"),
        source("low.example", "mixed", "low-credibility"),
        source("plot.example", "mostly-factual", "high-credibility", "conspiracy-pseudoscience"),
        source("mid.example", "very-high", "medium-credibility"),
        source("midlow.example", "low", "medium-credibility"),
        source("left.example", "high", "high-credibility", "left"),
        source("joke.example", None, "n/a", "satire"),
        source("none.example", None, "n/a"),
        source("odd.example", "superb", "n/a"),
        source("no domain", "high", "n/a"),
    ]
    text = json.dumps({"version": 5, "biases": [], "sources": rows})
    assert shown(text) == [
        ("vh.example", 95),
        ("low.example", 35),
        ("plot.example", 35),
        ("mid.example", 75),
        ("midlow.example", 45),
        ("left.example", 85),
        ("joke.example", "satire"),
    ]
    assert [line for line, _ in problems(text)] == [9, 10]
    assert "left" not in read(text).entries[5].reason


def test_iffy_with_ragged_rows() -> None:
    text = (
        "Domain,Site Rank,Year online,Name,MBFC Fact,MBFC Bias,MBFC cred,Media Bias/Fact Check,Wiki Fake,Wiki RSP,Wiki DEPS,Wikipedia,"
        "Quality,MisinfoMe,Lang,URL,Score\n"
        "a.example,1,2000,Name A,VL,FN,L,https://mbfc.example/a/,1,,,0.2,-0.9,en,https://a.example/,0.1\n"
        "b.example,1,2000,Name B,M,FN,L,https://mbfc.example/b/,,0.2,0,en,https://b.example/,0.2\n"
        "c.example,1,2000,Name C,L\n"
        "d.example,1,2000,Name D,XX,FN,L,https://mbfc.example/d/,,0.2,0,en,https://d.example/,0.2\n"
        "e.example,1,2000,L,FN,L,,no link,,0.2,0,en,https://e.example/,0.2\n"
        "f.example,1\n"
    )
    assert shown(text) == [("a.example", 5), ("b.example", 35)]
    assert [line for line, _ in problems(text)] == [4, 5, 6, 7]
    assert read(text).entries[0].language == "en"


def test_cred1_gives_only_its_iffy_codes() -> None:
    text = (
        "domain,category,credibility_score,sources,iffy_factual\na.example,mixed,0.1,2,L\nb.example,fake,0.0,1,\nc.example,mixed,0.5,1,H\n"
    )
    assert shown(text) == [("a.example", 20)]
    assert [row.problem for row in read(text).passed_over] == ["the row has no Iffy code", "the code H is not one the index rates by"]


def test_opensources_with_its_typing_errors() -> None:
    text = (
        ",type,2nd type,3rd type,Source Notes (things to know?),\n"
        "a.example,fake ,bias,,,\nb.example,bais,conpiracy,,made up,\nc.example,unrealiable, ,,,\nd.example,satirical,fake,,,\n"
        "e.example,bias,political,clickbait,,\nf.example,wonderful,,,,\nSpaced. example,fake,,,,\n"
    )
    assert shown(text) == [("a.example", 10), ("b.example", 10), ("c.example", 30), ("d.example", "satire"), ("spaced.example", 10)]
    assert [row.raw.split(",")[0] for row in read(text).passed_over] == ["e.example"]
    assert problems(text) == [(7, "“wonderful” is not a type of this list")]


def rsp_line(identity: str, name: str, status: str, uses: str, qualifier: str = "", blacklisted: bool = False) -> str:
    alltext = f"{{{{WP:RSPSTATUS|{status}{'|b=y' if blacklisted else ''}}}}} {{{{WP:RSPUSES|{uses}}}}}"
    record = {
        "alltext": alltext,
        "id": identity,
        "name": name,
        "status": status,
        "rsp_last": "2021",
        "domain": uses.split("|", maxsplit=1)[0],
    }
    return json.dumps(record | ({"content_qualifier": qualifier} if qualifier else {}))


def test_rsp_keeps_qualifiers_as_scopes() -> None:
    text = "\n".join(
        [
            rsp_line("The Paper", "The Paper", "gr", "paper.example|paper.co.uk"),
            rsp_line("The Paper blogs", "The Paper", "nc", "paper.example"),
            rsp_line("Weekly (pre-2013)", "Weekly", "gr", "weekly.example", "(pre-2013)"),
            rsp_line("Weekly (2013–present)", "Weekly", "nc", "weekly.example", "(2013–present)"),
            rsp_line("Bad", "Bad", "d", "bad.example", blacklisted=True),
            rsp_line("Many", "Many", "m", "many.example"),
            rsp_line("None", "None", "gr", ""),
            "not json",
        ]
    )
    assert [(entry.key, entry.score, write_scope(entry.scope), entry.weak) for entry in read(text).entries] == [
        ("paper.example", 85, "", False),
        ("paper.co.uk", 85, "", True),
        ("paper.example", 50, "topic:blogs", False),
        ("weekly.example", 85, "dates:-2012", False),
        ("weekly.example", 50, "dates:2013-", False),
        ("bad.example", 3, "", False),
    ]
    assert [line for line, _ in problems(text)] == [7, 8]
    assert read(text).entries[0].rated_on == date(2021, 1, 1)


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("", Scope()),
        ("(excluding politics)", Scope()),
        ("(news excluding politics and science)", Scope()),
        ("(politics and science)", Scope(topic="politics and science")),
        ("(politics and society, 2011–present)", Scope(topic="politics and society", since=date(2011, 1, 1))),
        ("(2012–2018)", Scope(since=date(2012, 1, 1), until=date(2018, 12, 31))),
        ("(pre–5 August 2010) (print issue)", Scope(until=date(2010, 8, 4))),
        ("(5 August 2010present)", Scope(since=date(2010, 8, 5))),
        ("(October 2020October 2022)", Scope(since=date(2020, 10, 1), until=date(2022, 10, 31))),
        ("contributors", Scope(author="contributors")),
        ("(UK)", Scope()),
    ],
)
def test_rsp_qualifiers(words: str, scope: Scope) -> None:
    assert read_qualifier(words) == scope


def test_citeunseen() -> None:
    text = json.dumps(
        {
            "rspGenerallyReliable": ["a.example"],
            "rspBlacklisted": ["b.example/news"],
            "satire": ["c.example"],
            "social": ["d.example/?v=1"],
            "books": ["e.example"],
        }
    )
    assert shown(text) == [("a.example", 85), ("b.example/news", 3), ("c.example", "satire")]
    assert len(read(text).passed_over) == 1
    assert [line for line, _ in problems(text)] == [4]


def test_newsguard() -> None:
    text = (
        "UUID,Domain,Parent Domain,Country,Language,Rating,Score,Last Updated,Topics,Flags\n"
        "1,a.example,,US,en,T,100,2024-07-01,,\n2,b.example,,GB,en,N,12.5,2024-07-01,Health,hlth\n3,c.example,,US,en,S,,2024-07-01,,\n"
        "4,d.example,,US,en,P,,2024-07-01,,\n1,a.example,,ALL,en,T,100,2024-07-01,,\n5,e.example,,US,en,T,101,2024-07-01,,\n"
    )
    assert shown(text) == [("a.example", 100), ("b.example", 6.2), ("c.example", "satire"), ("d.example", "platform")]
    assert (len(read(text).passed_over), len(problems(text))) == (1, 1)
    assert read(text).entries[3].kind is OutletKind.PLATFORM


def test_perennial_sources_as_json_with_domains() -> None:
    text = json.dumps(
        [
            {"name": "A Paper", "domains": ["a.example", "b.example"], "lastDiscussed": 2023, "status": "deprecated", "blacklisted": False},
            {"name": "C", "domains": ["c.example"], "lastDiscussed": 2019, "status": "Generally reliable"},
            {"name": "D", "domains": ["d.example"], "status": "deprecated", "blacklisted": True},
            {"name": "E", "domains": ["e.example"], "status": "wonderful"},
        ]
    )
    assert shown(text) == [("a.example", 12), ("c.example", 85), ("d.example", 3)]
    assert read(text).rater.slug == "rsp"
    assert (read(text).entries[0].also, read(text).entries[0].rated_on) == (("b.example",), date(2023, 1, 1))
    assert problems(text) == [(4, "“wonderful” is not a status of this list")]


def test_perennial_sources_as_a_table_copied_from_the_page() -> None:
    text = (
        "Source\tStatus\tDiscussions\tLast\tSummary\tUses\n"
        "The Paper (politics) WP:PAPER\tGenerally unreliable\t3\t2021\tSome words.\t1 2\n"
        "The Weekly\tNo consensus\t5\t2024\tMore words.\t3\n"
    )
    entries = read(text).entries
    assert [(entry.key, entry.name, entry.scope.topic, entry.score) for entry in entries] == [
        ("", "The Paper", "politics", 30),
        ("", "The Weekly", None, 50),
    ]


def test_the_extension_of_mbfc_in_its_second_version_and_copies_of_the_pages() -> None:
    page = "https://mediabiasfactcheck.com"
    second = {
        "a.example": {"domain": "a.example", "name": "A", "bias": "left", "reporting": "HIGH", "url": f"{page}/a/"},
        "b.example": {"domain": "b.example", "name": "B", "bias": "conspiracy", "reporting": "MIXED", "url": f"{page}/b/"},
        "c.example": {"domain": "c.example", "name": "C", "bias": "satire", "reporting": "", "url": f"{page}/c/"},
    }
    assert shown(json.dumps(second)) == [("a.example", 85), ("b.example", 35), ("c.example", "satire")]
    table = (
        "Source,MBFC URL,Bias,Factual Reporting,Credibility Rating,Source URL\n"
        f"A,{page}/a/,LEFT,MOSTLY FACTUAL,MEDIUM CREDIBILITY,https://www.a.example/\n"
        f"B,{page}/b/,RIGHT,Very High - Credible,HIGH CREDIBILITY,https://b.example/\n"
    )
    assert shown(table) == [("a.example", 70), ("b.example", 95)]
    assert read(table).entries[0].url == f"{page}/a/"
    assert read(table).rater.slug == "mbfc"


@pytest.mark.parametrize(
    ("points", "tier"),
    [(100, Tier.HIGH), (99.5, Tier.RELIABLE), (75, Tier.RELIABLE), (74, Tier.MIXED), (60, Tier.MIXED), (59, Tier.LOW), (40, Tier.LOW),
     (39.5, Tier.VERY_LOW), (0, Tier.VERY_LOW)],
)  # fmt: skip
def test_the_levels_of_newsguard_are_tiers_by_their_own_words(points: float, tier: Tier) -> None:
    """100 high credibility, from 75 generally credible, from 60 with exceptions, from 40 caution, below maximum caution."""
    assert Tier.of_score(newsguard_score(points)) is tier


def test_an_unknown_list_is_not_recognised() -> None:
    assert recognise("domain,stars\na.example,3\n") is None
    assert recognise("") is None
