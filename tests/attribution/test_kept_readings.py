"""What the rules find in the project's own texts: each claim a line, so that no change of a rule goes unseen."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from credibility.attribution.detect import detect
from credibility.attribution.tagging.paragraph import TaggedParagraph
from credibility.model import Article, Claim, Span
from resources.corpus.notation import MarkedArticle, read_corpus
from tests.attribution.heard import hear
from tests.attribution.marked import lexicon
from tests.bench.attribution import as_article
from tests.bench.corpus import documents
from tests.cases.files import read_set
from tests.readings import check_reading

CORPUS = Path(__file__).resolve().parents[2] / "resources" / "corpus"
IN_WORDS = 4  # every fourth article of the corpus; of the others a digest says that something changed
HEARD_IN_WORDS = 8


@cache
def corpus() -> tuple[MarkedArticle, ...]:
    return tuple(article for path in documents(CORPUS) for article in read_corpus(path.read_text("utf-8"), path.name))


def test_the_reading_of_the_corpus() -> None:
    read = [(name_of(each), list(lines_of(article_of(each)))) for each in corpus()]
    check_reading("corpus", (line for name, lines in read[::IN_WORDS] for line in (name, *lines)))
    check_reading("corpus-digests", digests(pair for number, pair in enumerate(read) if number % IN_WORDS))


def test_the_reading_of_the_corpus_with_a_tagger() -> None:
    read = [(name_of(each), list(lines_of(article_of(each), hear(each.text, each.attributions)))) for each in corpus()]
    check_reading("corpus-heard", (line for name, lines in read[::HEARD_IN_WORDS] for line in (name, *lines)))
    check_reading("corpus-heard-digests", digests(pair for number, pair in enumerate(read) if number % HEARD_IN_WORDS))


def test_the_reading_of_the_cases() -> None:
    check_reading("cases", (line for case in read_set("develop") for line in (case.id, *lines_of(case.article))))


def test_the_reading_of_the_cases_aside() -> None:
    check_reading("cases-aside", digests((case.id, list(lines_of(case.article))) for case in read_set("aside")))


def name_of(marked: MarkedArticle) -> str:
    return f"{marked.document} {marked.id}"


def article_of(marked: MarkedArticle) -> Article:
    return replace(as_article(marked.text), links=marked.links)


def digests(read: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """Each article as its name, how many lines its reading has, and what changes with any of them."""
    return (f"{name} {len(lines)} {hashlib.sha256('|'.join(lines).encode()).hexdigest()[:12]}" for name, lines in read)


def lines_of(article: Article, tagged: Sequence[TaggedParagraph] | None = None) -> Iterator[str]:
    found = detect(article, lexicon(), attitudes=True, tagged=tagged)
    for claim in found.items:
        yield "  " + " | ".join(field for field in fields_of(claim, article.text) if field)
    for excerpt in found.excerpts:
        yield f"  excerpt {excerpt}"
    yield from (f"  note {note}" for note in found.notes)


def fields_of(claim: Claim, text: str) -> Iterator[str]:
    yield words(claim.content, text, 50)
    yield f"cue {claim.cue.lemma}: {words(claim.cue.spans, text)}"
    yield f"{claim.source.kind.value} {claim.source.name!r} {words(claim.source.spans, text)}{' (anaphor)' * claim.source.anaphor}"
    yield f"title {words(claim.source.title, text)}" if claim.source.title else ""
    yield f"because {words(claim.source.justification, text)}" if claim.source.justification else ""
    yield from (f"{slot.kind.value} {words((slot.span,), text)}" for slot in claim.slots)
    yield f"{claim.quote.value} {claim.polarity.value} {claim.denied_by.value if claim.denied_by else ''}".strip()
    yield f"inner {claim.inner.name!r}" if claim.inner else ""
    yield "goes on" if claim.resumes else ""
    yield "attitude" if claim.attitude else ""
    yield f"{claim.confidence:.2f} {claim.found_by}"


def words(spans: tuple[Span, ...], text: str, most: int = 30) -> str:
    """Places, and the words there; the middle of long ones is left out."""
    said = " … ".join(span.of(text) for span in spans)
    short = said if len(said) <= most else f"{said[: most // 2]}…{said[-most // 2 :]}"
    return f"{','.join(f'{span.start}-{span.end}' for span in spans)} {short}".strip()
