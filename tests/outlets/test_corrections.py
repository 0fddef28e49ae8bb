"""The reader's own word on a claim, found again by what it quotes."""

from dataclasses import replace

from credibility.model import CorrectionKind, Denier, Polarity, ResolvedBy, Source, SourceKind, Span
from credibility.outlets.resolving.corrections import correct, correction_for
from credibility.outlets.resolving.resolve import resolve
from tests.outlets.tables import claims_of, registry

TEXT = "{claim=person|It is safe}, he told {addressee|Reuters}. {claim=person|It is red}, she said.\n{claim=person|It is safe}, they say."


def test_a_rejected_claim_is_set_aside() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    kept, rejected = correct(resolved, [correction_for(resolved[1], page, CorrectionKind.NOT_A_CLAIM)], page, registry())
    assert [one.claim.id for one in kept] == ["1", "3"]
    assert [one.claim.id for one in rejected] == ["2"]


def test_another_outlet_and_no_outlet() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    other = correction_for(resolved[0], page, CorrectionKind.OTHER_OUTLET, "newsweek.com")
    none = correction_for(resolved[0], page, CorrectionKind.OTHER_OUTLET)
    for correction, slug in ((other, "newsweek.com"), (none, None)):
        kept, _ = correct(resolved, [correction], page, registry())
        outlet = kept[0].resolution.outlet
        assert (outlet.slug if outlet else None) == slug
        assert kept[0].resolution.by is ResolvedBy.CORRECTED


def test_of_two_claims_with_the_same_words_the_one_at_its_place_is_meant() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    _, rejected = correct(resolved, [correction_for(resolved[2], page, CorrectionKind.NOT_A_CLAIM)], page, registry())
    assert [one.claim.id for one in rejected] == ["3"]


def test_a_detector_that_cuts_the_claim_a_little_otherwise_does_not_lose_the_correction() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    correction = correction_for(resolved[1], page, CorrectionKind.NOT_A_CLAIM)
    span = resolved[1].claim.content[0]
    shorter = replace(resolved[1], claim=replace(resolved[1].claim, content=(Span(span.start + 3, span.end),)))
    _, rejected = correct((resolved[0], shorter, resolved[2]), [correction], page, registry())
    assert [one.claim.id for one in rejected] == ["2"]


def test_a_correction_of_another_article_or_of_words_that_are_gone_changes_nothing() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    correction = correction_for(resolved[1], page, CorrectionKind.NOT_A_CLAIM)
    for stray in (replace(correction, fingerprint="other"), replace(correction, quote="something else")):
        assert correct(resolved, [stray], page, registry()) == (resolved, ())


def test_what_the_reader_says_was_not_said_is_denied_by_the_reader() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    not_said = correction_for(resolved[1], page, CorrectionKind.NOT_SAID)
    other = correction_for(resolved[1], page, CorrectionKind.OTHER_OUTLET, "newsweek.com")
    kept, rejected = correct(resolved, [other, not_said], page, registry())
    assert (kept[1].claim.polarity, kept[1].claim.denied_by) == (Polarity.DENIED, Denier.READER)
    assert kept[1].resolution.outlet and kept[1].resolution.outlet.slug == "newsweek.com", "one word does not replace another"
    assert (kept[0], kept[2], rejected) == (resolved[0], resolved[2], ())


def test_what_the_reader_says_was_said_is_asserted_and_the_reason_told() -> None:
    page, claims = claims_of(TEXT)
    found = list(resolve(page, claims, registry()))
    found[1] = replace(found[1], claim=replace(found[1].claim, polarity=Polarity.DENIED, denied_by=Denier.NARRATOR))
    kept, _ = correct(found, [correction_for(found[1], page, CorrectionKind.SAID)], page, registry())
    assert kept[1].claim.asserted
    assert kept[1].claim.denied_by is None
    assert kept[1].claim.reasons[-1] == "you said that this was said"


def test_what_is_found_as_the_reader_says_stays_as_it_was_found() -> None:
    page, claims = claims_of(TEXT)
    found = list(resolve(page, claims, registry()))
    found[1] = replace(found[1], claim=replace(found[1].claim, polarity=Polarity.QUESTIONED))
    kept, _ = correct(found, [correction_for(found[1], page, CorrectionKind.NOT_SAID)], page, registry())
    assert kept[1].claim.polarity is Polarity.QUESTIONED


def test_the_source_that_the_reader_names_takes_the_place_of_the_one_found_and_the_outlet_stays() -> None:
    page, claims = claims_of(TEXT)
    resolved = resolve(page, claims, registry())
    source = Source(SourceKind.GOVERNMENT, "The harbour office")
    kept, _ = correct(resolved, [correction_for(resolved[0], page, CorrectionKind.OTHER_SOURCE, source=source)], page, registry())
    assert kept[0].claim.source == source
    assert kept[0].claim.reasons[-1] == "you said who said this"
    assert kept[0].resolution == resolved[0].resolution
    assert kept[1:] == resolved[1:]
