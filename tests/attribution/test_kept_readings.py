"""What the rules find in the project's own texts: each claim a line, so that no change of a rule goes unseen."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from credibility.attribution.detect import detect
from credibility.model import Article, Claim, Span
from resources.corpus.notation import read_corpus
from tests.attribution.marked import lexicon
from tests.bench.attribution import as_article
from tests.bench.corpus import documents
from tests.cases.files import read_set
from tests.readings import check_reading

CORPUS = Path(__file__).resolve().parents[2] / "resources" / "corpus"
IN_WORDS = 4  # every fourth article of the corpus; of the others a digest says that something changed


def test_the_reading_of_the_corpus() -> None:
    marked = [article for path in documents(CORPUS) for article in read_corpus(path.read_text("utf-8"), path.name)]
    words, digests = [], []
    for number, each in enumerate(marked):
        name, lines = f"{each.document} {each.id}", list(lines_of(replace(as_article(each.text), links=each.links)))
        if number % IN_WORDS == 0:
            words += [name, *lines]
        else:
            digests.append(f"{name} {len(lines)} {hashlib.sha256('|'.join(lines).encode()).hexdigest()[:12]}")
    check_reading("corpus", words)
    check_reading("corpus-digests", digests)


def test_the_reading_of_the_cases() -> None:
    check_reading("cases", (line for case in read_set("develop") for line in (case.id, *lines_of(case.article))))


def lines_of(article: Article) -> Iterator[str]:
    found = detect(article, lexicon(), attitudes=True)
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
