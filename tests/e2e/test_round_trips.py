"""Whatever a reader does to an article comes back from its PDF on another machine: claims, ratings, corrections and notes."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.workspace import Workspace
from credibility.annotations.record import changes_here
from credibility.floor.progress import silent
from credibility.model import RatedClaim, RatingDraft, Reading, Role, Source, SourceKind, Span
from credibility.model.notes import NoteColour, NoteDraft
from tests.e2e.conftest import EXAMPLE, SHARED, NewTable

ROUNDS = int(os.environ.get("ROUND_TRIPS", "5"))
"""How many readings are sent on their way; each takes about a second."""

SAMPLE = SHARED / "samples" / "articles" / "seed.html"
FILES = [EXAMPLE, *([SAMPLE] if SAMPLE.is_file() else [])]
OUTLETS = ("bbc.co.uk", "theguardian.com", "newsweek.com", None)
NAMES = ("Ida Falk", "Otto Kreel")
PLACES = st.integers(0, 10_000)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=80)


@dataclass(frozen=True)
class Deed:
    """What the reader does, to which claim or word; `what` is the rest of it."""

    kind: str
    place: int
    what: Any


DEEDS = st.one_of(
    st.builds(Deed, st.just("reject"), PLACES, st.none()),
    st.builds(Deed, st.just("said"), PLACES, st.booleans()),
    st.builds(Deed, st.just("outlet"), PLACES, st.sampled_from(OUTLETS)),
    st.builds(Deed, st.just("source"), PLACES, st.builds(Source, st.sampled_from(SourceKind), st.sampled_from(NAMES))),
    st.builds(Deed, st.just("words"), PLACES, st.integers(1, 30)),
    st.builds(Deed, st.just("rate"), PLACES, st.integers(0, 100)),
    st.builds(
        Deed,
        st.just("note"),
        PLACES,
        st.builds(
            NoteDraft, WORDS, st.sampled_from(NoteColour), st.lists(st.sampled_from(["to do", "ask", "später"]), max_size=2).map(tuple)
        ),
    ),
)


def do(workspace: Workspace, deed: Deed) -> None:
    """One deed of the reader on the open article."""
    reading = workspace.reading
    assert reading
    rated = reading.claims[deed.place % len(reading.claims)]
    corrections = workspace.corrections
    if deed.kind == "reject" and len(reading.claims) > 5:
        corrections.reject_claim(rated.id)
    elif deed.kind == "said":
        corrections.set_said(rated.id, deed.what)
    elif deed.kind == "outlet":
        corrections.assign_outlet(rated.id, deed.what)
    elif deed.kind == "source":
        corrections.set_source(rated.id, deed.what)
    elif deed.kind == "words":
        corrections.set_content(rated.id, (shorter(rated.claim.content[0], deed.what), *rated.claim.content[1:]))
    elif deed.kind == "rate" and rated.resolution.outlet:
        workspace.table.set_rating(RatingDraft(rated.resolution.outlet.slug, float(deed.what), "read for a year"))
    elif deed.kind == "note" and (deed.what.words.strip() or deed.what.tags):
        workspace.notes.add(word_at(reading, deed.place), deed.what)


def shorter(span: Span, by: int) -> Span:
    return Span(span.start, max(span.start + 5, span.end - by))


def word_at(reading: Reading, place: int) -> Span:
    """A word of a paragraph, wherever the place falls."""
    text, blocks = reading.article.text, [block.span for block in reading.article.blocks if len(block.span) > 40]
    block = blocks[place % len(blocks)]
    words = list(spans_of_words(text, block))
    return words[place % len(words)]


def spans_of_words(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for word in block.of(text).split(" "):
        if word.strip():
            yield Span(start, start + len(word))
        start += len(word) + 1


def told(rated: RatedClaim) -> tuple[Any, ...]:
    """What a reader sees of a claim, its rating aside: that is the table's."""
    claim, outlet = rated.claim, rated.resolution.outlet
    return (
        rated.id,
        claim.content,
        claim.polarity,
        claim.source,
        outlet.slug if outlet else None,
        sorted(each.kind.value for each in rated.corrections),
    )


def written(workspace: Workspace) -> set[tuple[Any, ...]]:
    """The notes; the same one twice on the same words is taken over once."""
    return {(each.note.draft.words, each.note.draft.colour, each.note.draft.tags, each.span) for each in workspace.notes.here()}


@settings(
    max_examples=ROUNDS,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.reuse, Phase.generate],  # a failing trip is short enough as it is, and shrinking it would take minutes
)
@given(path=st.sampled_from(FILES), deeds=st.lists(DEEDS, min_size=1, max_size=12))
def test_what_the_reader_did_comes_back_from_the_pdf(new_table: NewTable, tmp_path: Path, path: Path, deeds: list[Deed]) -> None:
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    with Workspace.at(new_table(folder / "there")) as workspace:
        workspace.open_article(path)
        for deed in deeds:
            do(workspace, deed)
        there = workspace.reading
        notes = written(workspace)
        pdf = workspace.export(folder / "carried.pdf", silent, notes=True).path
    with Workspace.at(new_table(folder / "here")) as workspace:
        workspace.open_article(pdf)
        carried = workspace.carried()
        assert there
        assert carried
        assert workspace.corrections.import_all(pdf).differing == ()
        if notes:
            workspace.notes.take_over(pdf)
        here = workspace.open_article(pdf)
        assert here.article.text == there.article.text
        assert list(map(told, here.claims)) == list(map(told, there.claims))
        assert {rated.id for rated in here.rejected} == {rated.id for rated in there.rejected}
        assert written(workspace) == notes
    assert [(each.id, each.tier) for each in carried.claims] == [(rated.id, tier_of(rated)) for rated in there.claims]
    differing = [rated for rated, other in zip(there.claims, here.claims, strict=True) if tier_of(rated) != tier_of(other)]
    assert len(changes_here(carried, here.claims)) == len(differing)


def tier_of(rated: RatedClaim) -> str:
    return Role[rated.rating.tier.name].value if rated.rating else ""
