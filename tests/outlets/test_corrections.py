"""The reader's own word on a claim, found again by what it quotes."""

from dataclasses import replace

from credibility.model import (
    Article,
    ClaimDraft,
    Correction,
    CorrectionKind,
    Denier,
    Polarity,
    ResolvedBy,
    Source,
    SourceKind,
    Span,
)
from credibility.outlets.resolving.corrections import Corrected, added_claim, correct, correction_for, moved_edges
from credibility.outlets.resolving.resolve import resolve
from tests.outlets.tables import claims_of, registry

TEXT = "{claim=person|It is safe}, he told {addressee|Reuters}. {claim=person|It is red}, she said.\n{claim=person|It is safe}, they say."

MISSED = "{claim=person|It is safe}, he said. To the harbour office the crane is old. {claim=person|It is red}, she said."
HARBOUR = Source(SourceKind.GOVERNMENT, "the harbour office")


def test_a_rejected_claim_is_set_aside() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    done = correct(resolved, [correction_for(resolved[1].claim, page, CorrectionKind.NOT_A_CLAIM)], page, registry())
    assert [one.claim.id for one in done.kept] == ["1", "3"]
    assert [one.claim.id for one in done.rejected] == ["2"]


def test_another_outlet_and_no_outlet() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    other = correction_for(resolved[0].claim, page, CorrectionKind.OTHER_OUTLET, "newsweek.com")
    none = correction_for(resolved[0].claim, page, CorrectionKind.OTHER_OUTLET)
    for correction, slug in ((other, "newsweek.com"), (none, None)):
        kept = correct(resolved, [correction], page, registry()).kept
        outlet = kept[0].resolution.outlet
        assert (outlet.slug if outlet else None) == slug
        assert kept[0].resolution.by is ResolvedBy.CORRECTED


def test_of_two_claims_with_the_same_words_the_one_at_its_place_is_meant() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    rejected = correct(resolved, [correction_for(resolved[2].claim, page, CorrectionKind.NOT_A_CLAIM)], page, registry()).rejected
    assert [one.claim.id for one in rejected] == ["3"]


def test_a_detector_that_cuts_the_claim_a_little_otherwise_does_not_lose_the_correction() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    correction = correction_for(resolved[1].claim, page, CorrectionKind.NOT_A_CLAIM)
    span = resolved[1].claim.content[0]
    shorter = replace(resolved[1], claim=replace(resolved[1].claim, content=(Span(span.start + 3, span.end),)))
    rejected = correct((resolved[0], shorter, resolved[2]), [correction], page, registry()).rejected
    assert [one.claim.id for one in rejected] == ["2"]


def test_a_correction_of_words_that_are_gone_changes_nothing_and_is_told() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    stray = replace(correction_for(resolved[1].claim, page, CorrectionKind.NOT_A_CLAIM), quote="something else")
    assert correct(resolved, [stray], page, registry()) == Corrected(resolved, (), (stray,))


def test_in_another_copy_of_the_text_the_words_around_tell_which_of_the_same_words_are_meant() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    correction = correction_for(resolved[2].claim, page, CorrectionKind.NOT_A_CLAIM)
    copy, claims = claims_of("{claim=person|It is safe}, they say.\n" + "A harbour is a harbour. " * 9 + "\n" + TEXT)
    rejected = correct(resolve(copy, claims, registry()), [replace(correction, fingerprint="another copy")], copy, registry()).rejected
    assert [one.claim.id for one in rejected] == ["4"]


def own(page: Article, words: str, source: Source = HARBOUR, outlet: str | None = None) -> Correction:
    start = page.text.index(words)
    return added_claim(ClaimDraft((Span(start, start + len(words)),), source, outlet), page)


def test_a_claim_that_was_missed_stands_in_its_place_as_the_readers_own() -> None:
    page, claims = claims_of(MISSED)
    resolved = resolve(page, claims, registry())
    kept = correct(resolved, [own(page, "the crane is old", outlet="reuters.com")], page, registry()).kept
    assert [one.claim.id for one in kept][::2] == ["1", "2"]
    added = kept[1]
    assert added.claim.content[0].of(page.text) == "the crane is old"
    assert (added.claim.found_by, added.claim.source.name, added.claim.source.kind) == (
        "reader",
        "the harbour office",
        SourceKind.GOVERNMENT,
    )
    assert added.claim.source.spans[0].of(page.text) == "the harbour office"
    assert added.resolution.outlet and added.resolution.outlet.slug == "reuters.com"
    assert added.resolution.by is ResolvedBy.CORRECTED


def test_an_own_claim_without_an_outlet_has_none() -> None:
    page, claims = claims_of(MISSED)
    kept = correct(resolve(page, claims, registry()), [own(page, "the crane is old")], page, registry()).kept
    assert (kept[1].resolution.outlet, kept[1].resolution.by) == (None, ResolvedBy.NONE)


def test_an_own_claim_is_corrected_and_rejected_like_any_other() -> None:
    page, claims = claims_of(MISSED)
    resolved = resolve(page, claims, registry())
    mine = own(page, "the crane is old")
    added = correct(resolved, [mine], page, registry()).kept[1]
    not_said = correction_for(added.claim, page, CorrectionKind.NOT_SAID)
    done = correct(resolved, [mine, not_said], page, registry())
    assert done.kept[1].claim.denied_by is Denier.READER
    assert done.kept[1].corrections == (mine, not_said)
    gone = correct(resolved, [mine, correction_for(added.claim, page, CorrectionKind.NOT_A_CLAIM)], page, registry())
    assert [one.claim.id for one in gone.rejected] == [added.claim.id]


def test_what_a_better_detector_finds_of_the_same_words_gives_way_to_the_readers_claim() -> None:
    page, _ = claims_of(MISSED)
    mine = own(page, "the crane is old")
    better, found = claims_of(MISSED.replace("the crane is old", "{claim=person|the crane is old}"))
    assert better.text == page.text
    kept = correct(resolve(better, found, registry()), [mine], better, registry()).kept
    assert [one.claim.found_by == "reader" for one in kept] == [False, True, False]


def test_an_own_claim_follows_its_words_into_another_copy_or_is_told_to_be_gone() -> None:
    page, _ = claims_of(MISSED)
    mine = own(page, "the crane is old")
    copy, claims = claims_of("A menu.\n" + MISSED.replace("the crane is old", "the crane\xa0 is old"))
    kept = correct(resolve(copy, claims, registry()), [mine], copy, registry()).kept
    assert [" ".join(one.claim.content[0].of(copy.text).split()) for one in kept][1] == "the crane is old"
    other, claims = claims_of(MISSED.replace("the crane is old", "the crane was sold"))
    assert correct(resolve(other, claims, registry()), [mine], other, registry()).unplaced == (mine,)


def test_words_that_hold_another_claim_or_lie_in_one_may_be_a_claim_too() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    kept = correct(resolved, [own(page, "safe")], page, registry()).kept
    assert [one.claim.found_by == "reader" for one in kept] == [False, True, False, False]


def test_what_the_reader_says_was_not_said_is_denied_by_the_reader() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    not_said = correction_for(resolved[1].claim, page, CorrectionKind.NOT_SAID)
    other = correction_for(resolved[1].claim, page, CorrectionKind.OTHER_OUTLET, "newsweek.com")
    done = correct(resolved, [other, not_said], page, registry())
    kept, rejected = done.kept, done.rejected
    assert (kept[1].claim.polarity, kept[1].claim.denied_by) == (Polarity.DENIED, Denier.READER)
    assert kept[1].resolution.outlet and kept[1].resolution.outlet.slug == "newsweek.com", "one word does not replace another"
    assert (kept[0], kept[2], rejected) == (resolved[0], resolved[2], ())


def test_what_the_reader_says_was_said_is_asserted_and_the_reason_told() -> None:
    page, claims = claims_of(TEXT)
    found = list(resolve(page, claims, registry()))
    found[1] = replace(found[1], claim=replace(found[1].claim, polarity=Polarity.DENIED, denied_by=Denier.NARRATOR))
    kept = correct(found, [correction_for(found[1].claim, page, CorrectionKind.SAID)], page, registry()).kept
    assert kept[1].claim.asserted
    assert kept[1].claim.denied_by is None
    assert kept[1].claim.reasons[-1] == "you said that this was said"


def test_what_is_found_as_the_reader_says_stays_as_it_was_found() -> None:
    page, claims = claims_of(TEXT)
    found = list(resolve(page, claims, registry()))
    found[1] = replace(found[1], claim=replace(found[1].claim, polarity=Polarity.QUESTIONED))
    kept = correct(found, [correction_for(found[1].claim, page, CorrectionKind.NOT_SAID)], page, registry()).kept
    assert kept[1].claim.polarity is Polarity.QUESTIONED


def test_the_source_that_the_reader_names_takes_the_place_of_the_one_found_and_the_outlet_stays() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    source = Source(SourceKind.GOVERNMENT, "The harbour office")
    kept = correct(resolved, [correction_for(resolved[0].claim, page, CorrectionKind.OTHER_SOURCE, source=source)], page, registry()).kept
    assert kept[0].claim.source == source
    assert kept[0].claim.reasons[-1] == "you said who said this"
    assert kept[0].resolution == resolved[0].resolution
    assert kept[1:] == resolved[1:]


def test_the_words_that_the_reader_gave_a_claim_are_its_content_and_other_corrections_stay() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    shorter = Span(resolved[0].claim.content[0].start + 3, resolved[0].claim.content[0].end)
    edges = moved_edges(resolved[0].claim, (shorter,), page)
    other = correction_for(resolved[0].claim, page, CorrectionKind.OTHER_OUTLET, "newsweek.com")
    first = correct(resolved, [other, edges], page, registry()).kept[0]
    assert [span.of(page.text) for span in first.claim.content] == ["is safe"]
    assert first.found == resolved[0].claim
    assert first.claim.id == resolved[0].claim.id
    assert first.resolution.outlet and first.resolution.outlet.slug == "newsweek.com"


def test_edges_follow_their_words_into_another_copy_or_are_told_to_be_gone() -> None:
    page, claims = claims_of(TEXT)
    edges = moved_edges(claims.items[0], (Span(6, 7 + 4),), page)
    assert edges.content[0][0].exact == "safe,"
    copy, claims = claims_of("A menu.\n" + TEXT)
    first = correct(resolve(copy, claims, registry()), [edges], copy, registry()).kept[0]
    assert [span.of(copy.text) for span in first.claim.content] == ["safe,"]
    other, claims = claims_of(TEXT.replace("safe}, he", "safe}; he"))
    assert correct(resolve(other, claims, registry()), [edges], other, registry()).unplaced == (edges,)
