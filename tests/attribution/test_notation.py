"""The corpus notation reads as its guidelines promise, its checks find what breaks them, and the corpus itself keeps to them."""

from pathlib import Path

import pytest

from credibility.model import Span
from resources.corpus.notation import CorpusError, MarkedArticle, MarkedAttribution, read_corpus
from tests.bench.corpus import findings, read_articles
from tests.bench.corpus_checks import Level, check_article, check_corpus, check_numbers, quotations
from tests.bench.corpus_diversity import figures, from_corpus, from_records, patterns

CORPUS = Path(__file__).resolve().parents[2] / "resources" / "corpus"
HEADER = "=== id: t-1 | register: wire | place: Here\n"


def only(body: str) -> MarkedArticle:
    """The one article with this body."""
    (article,) = read_corpus(HEADER + body)
    return article


def words(article: MarkedArticle, spans: tuple[Span, ...]) -> list[str]:
    return [article.text[span.start : span.end] for span in spans]


def first(article: MarkedArticle) -> MarkedAttribution:
    return article.attributions[0]


def messages(body: str) -> list[str]:
    """The errors the checks report for one article."""
    document = HEADER + body
    found = [f for article in read_corpus(document) for f in check_article(article)] + list(check_numbers(document))
    return [finding.message for finding in found if finding.level is Level.ERROR]


def test_marks_become_spans_and_are_no_text() -> None:
    article = only("{s1|The clerk} {q1|said} {c1|that the hall was full}.")
    assert article.text == "The clerk said that the hall was full."
    one = first(article)
    assert words(article, one.source) == ["The clerk"]
    assert words(article, one.cue) == ["said"]
    assert words(article, one.content) == ["that the hall was full"]
    assert not one.attitude


def test_pieces_of_one_number_are_one_attribution() -> None:
    article = only("{c1|“Rain,”} {s1|she => Ada Byfield} {q1|said}. {c1|“And more of it.”}")
    (one,) = article.attributions
    assert words(article, one.content) == ["“Rain,”", "“And more of it.”"]
    assert one.source_name == "Ada Byfield"


def test_capitals_are_attitudes_with_numbers_of_their_own() -> None:
    article = only("{S1|He} {Q1|hopes} {C1|to win}, {s1|she} {q1|said}, {c1|today}.")
    assert [(one.attitude, words(article, one.content)) for one in article.attributions] == [(True, ["to win"]), (False, ["today"])]


def test_marks_nest_and_outlets_carry_over() -> None:
    article = only("{s1|{o-1|The paper => The Tern Gazette}} {q1|said} {c1|that {s2|he} {q2|had said} {c2|no}}.")
    outer, inner = article.attributions
    assert outer.carrier == "The Tern Gazette" and outer.carried
    assert words(article, outer.content) == ["that he had said no"]
    assert words(article, inner.content) == ["no"]


def test_paragraphs_blocks_and_links() -> None:
    article = only("First, [[https://tern.example/a|a link]].\n\n> {c1|A block.}\n\n--{s1|Signed}")
    assert article.text == "First, a link.\n\nA block.\n\n--Signed"
    assert words(article, article.quoted) == ["A block."]
    assert [(words(article, (link.span,)), link.url) for link in article.links] == [(["a link"], "https://tern.example/a")]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("text before any header", "before the first"),
        (HEADER + "{s1|never closed", "not closed"),
        (HEADER + "closes} nothing", "closes nothing"),
        (HEADER + "a\n" + HEADER + "b", "used twice"),
        ("=== register: wire\na", "a header reads"),
    ],
)
def test_broken_notation_is_refused_with_its_place(document: str, reason: str) -> None:
    with pytest.raises(CorpusError, match=reason):
        list(read_corpus(document, "broken.txt"))


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{s1|He} {q1|spoke}.", "has no content"),
        ("{s1|He} and {c1|the rain}.", "has no cue"),
        ("{c1|{s1|He}} {q1|said}.", "has its source as content"),
        ("“{s1|He} {q1|said} {c1|no} twice,” and left.", "is marked inside a quotation"),
        ("{c1|“Yes,”} {s1|he} {q1|said}. {c2|“No.”}", "attribution 2 has no cue"),
        ("{s1|He} {q1|said} {c1|it was “over} at last”.", "cuts a quotation"),
        ("{s1|He} {q1|said} {c1|it was over.}", "takes the sentence's stop in"),
        ("{s1|He} {q1|said} {c1|it was “over at last}.", "quotation marks do not balance"),
        ("{s1|H}e {q1|said} {c1|no}.", "cuts a word"),
    ],
)
def test_the_checks_find(body: str, message: str) -> None:
    assert any(message in found for found in messages(body)), messages(body)


def test_the_checks_let_good_marking_pass() -> None:
    assert not messages("{c1|“It’s the sailors’ hall,”} {s1|Ms. Orrin} {q1|said}. {c1|“It always was.}\n\n{c1|“It will be.”}")


def test_repeated_articles_and_ids_are_found() -> None:
    body = "The harbour at Tern was shut for nine days while divers looked for the anchor of the ferry.\n"
    articles = list(read_corpus(HEADER + body)) + list(read_corpus(HEADER + body))
    found = [finding.message for finding in check_corpus(articles)]
    assert any("the id stands" in message for message in found)
    assert any("repeats" in message for message in found)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("He said “one” and “two”.", ["“one”", "“two”"]),
        ("''Old wires,'' he said.", ["''Old wires,''"]),
        ("‘It’s fine,’ he said, the dockers’ man.", ["‘It’s fine,’"]),
        ('"Open to the end', ['"Open to the end']),
        ("The dockers' man didn't.", []),
    ],
)
def test_quotations_of_a_paragraph(paragraph: str, expected: list[str]) -> None:
    assert [paragraph[q.span.start : q.span.end] for q in quotations(paragraph)] == expected


def test_figures_count_what_they_say() -> None:
    ours = from_corpus(
        [only("{c1|“Rain,”} {s1|she} {q1|said}. {s2|Ada Byfield} {q2|said} {c2|it was “wet”}. {c3|It dried}, it {q3|emerged}.")]
    )
    row = figures(ours)
    assert row["attributions"] == "3"
    assert (row["quote: direct"], row["quote: mixed"], row["quote: indirect"]) == ("33.3 %",) * 3
    assert (row["source: pronoun"], row["source: name"], row["source: none"]) == ("33.3 %",) * 3
    assert patterns(ours) == {"csq direct": 1, "sqc mixed": 1, "cq indirect": 1}


def test_other_sets_are_read_from_records() -> None:
    (article,) = from_records('{"text": "He said no.", "attributions": [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 10]]}]}\n')
    assert patterns([article]) == {"sqc indirect": 1}


def test_the_whole_corpus_keeps_to_its_guidelines() -> None:
    assert [str(finding) for finding in findings(CORPUS) if finding.level is Level.ERROR] == []


def test_the_corpus_is_large_enough() -> None:
    assert sum(len(article.text.split()) for article in read_articles(CORPUS)) >= 150_000
