"""Where an outlet may be named as the carrier of a claim. Whether an outlet stands there is decided by who knows the outlets."""

from credibility.attribution.drafts import Draft
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.places.earlier_slots import earlier_slots
from credibility.attribution.places.link_slots import link_slots
from credibility.attribution.places.name_runs import is_former, name_run
from credibility.attribution.places.source_slots import slots_in_source
from credibility.attribution.text.sentences import Run
from credibility.floor.passages.links import LinksByPlace
from credibility.model import OutletSlot, SlotKind, SourceKind, Span

_ORDER = {
    kind: rank
    for rank, kind in enumerate(
        (
            SlotKind.ADDRESSEE,
            SlotKind.SOURCE,
            SlotKind.VENUE,
            SlotKind.POLL,
            SlotKind.REPORT,
            SlotKind.POSSESSIVE,
            SlotKind.AFFILIATION,
            SlotKind.LINK,
        )
    )
}


def find_slots(draft: Draft, kind: SourceKind, links: LinksByPlace) -> tuple[OutletSlot, ...]:
    """The slots of a claim, strongest first, each place once."""
    g, finding = draft.grammar, draft.finding
    found: list[tuple[SlotKind, Run]] = []
    if finding.addressee:
        found.append((SlotKind.ADDRESSEE, finding.addressee))
    if finding.source:
        found.extend(slots_in_source(g, finding.source, kind))
    found.extend(earlier_slots(g, finding))
    found.extend(_to_outlet(g, finding))
    found.extend(_venues(g, finding))
    found.extend(_relayed(g, finding))
    slots = [OutletSlot(slot, _slot_span(g, run)) for slot, run in found]
    slots.extend(link_slots(draft, links))
    unique: dict[tuple[Span, str | None], OutletSlot] = {}
    for slot in sorted(slots, key=lambda slot: _ORDER[slot.kind]):
        unique.setdefault((slot.span, slot.url), slot)
    return tuple(unique.values())


def _to_outlet(g: Grammar, finding: Finding) -> list[tuple[SlotKind, Run]]:
    """The addressee of "claimed to the outlet", "said last week to OUTLET", and of "told OUTLET" at the end of a sentence."""
    if told := _told_at_end(g, finding):
        return [(SlotKind.ADDRESSEE, told)]
    for k in range(finding.cue[1], min(finding.sentence[1], finding.cue[1] + 4)):
        if g.quoted(k) or g.is_mark(k) or any(start <= k < end for start, end in finding.content):
            break
        if g.lower(k) == "to" or (g.lower(k) == "with" and _takes(g, finding.cue, "with")):
            run = name_run(g, k + 1, finding.sentence[1])
            return [(SlotKind.ADDRESSEE, run)] if run else []
    return []


def _told_at_end(g: Grammar, finding: Finding) -> Run | None:
    """The outlet right behind a verb of telling, where nothing shows that it is told: "“…,” she told OUTLET"."""
    if finding.addressee is not None or not _takes(g, finding.cue, "addressee"):
        return None
    run = name_run(g, finding.cue[1], finding.sentence[1])
    elsewhere = run is None or _within(run, finding.source) or any(_within(run, part) for part in finding.content)
    return None if elsewhere else run


def _takes(g: Grammar, cue: Run, frame: str) -> bool:
    """Whether the cue's verb opens a construction."""
    return any(verb.takes(frame) for verb, _ in g.lexicon.forms.get(g.lower(cue[1] - 1), ()))


def _within(run: Run, other: Run | None) -> bool:
    return other is not None and other[0] <= run[0] < other[1]


def _relayed(g: Grammar, finding: Finding) -> list[tuple[SlotKind, Run]]:
    """Who passed it on, behind the cue of another: "…, Dunn said, according to OUTLET", "said, per OUTLET", "(via OUTLET)"."""
    found = []
    for i in range(finding.cue[1], finding.sentence[1]):
        if g.quoted(i) or any(_within((i, i + 1), part) for part in finding.content):
            continue
        for phrase in g.lexicon.relaying.get(g.lower(i), ()):
            run = name_run(g, i + len(phrase), finding.sentence[1]) if g.passage.matches(i, phrase) else None
            if run:
                found.append((SlotKind.REPORT, run))
    return found


def _slot_span(g: Grammar, run: Run) -> Span:
    """A run without a closing possessive ending and without an elided article before it ("l’AFP")."""
    span = g.passage.span(run)
    if g.word(run[0])[1:2] in ("’", "'") and g.word(run[0])[0] in "ld":
        span = Span(span.start + 2, span.end)
    if g.is_possessive(run[1] - 1) and len(g.word(run[1] - 1)) > 2:
        return Span(span.start, span.end - 2)
    return span


def _venues(g: Grammar, finding: Finding) -> list[tuple[SlotKind, Run]]:
    """Carriers named around the cue: "in an interview with X", "on X", "first reported by X", "obtained by X"."""
    found: list[tuple[SlotKind, Run]] = []
    for i in range(*finding.sentence):
        word = g.lower(i)
        if word not in g.lexicon.venue_starts or g.quoted(i) or any(start <= i < end for start, end in finding.content):
            continue
        found += _obtained(g, i, finding.sentence[1])
        if word in g.lexicon.carriers and not _is_topic(g, i, finding):
            found += _from_carrier(g, i, finding.sentence[1])
        elif word in ("on", "in") and _near_cue(finding, i):
            found += _on_air_or_in_print(g, finding, i)
    return found


def _obtained(g: Grammar, i: int, end: int) -> list[tuple[SlotKind, Run]]:
    """The name behind "obtained by", "spoke to"."""
    for phrase in g.lexicon.obtained.get(g.lower(i), ()):
        if g.passage.matches(i, phrase):
            run = name_run(g, i + len(phrase), end)
            return [(SlotKind.VENUE if phrase[0] in g.lexicon.spoken else SlotKind.REPORT, run)] if run else []
    return []


def _on_air_or_in_print(g: Grammar, finding: Finding, i: int) -> list[tuple[SlotKind, Run]]:
    """The name behind "on" with any cue, behind "in" with one of writing."""
    on = g.lower(i) == "on"
    if is_former(g, max(finding.sentence[0], i - 3), i) if on else finding.lemma not in g.lexicon.written:
        return []
    run = name_run(g, i + 1, finding.sentence[1])
    return [(SlotKind.VENUE, run)] if run and not (on and g.is_time(run[0])) else []


def _is_topic(g: Grammar, noun: int, finding: Finding) -> bool:
    """Whether the piece is only mentioned and carried nothing: "the Washington Post", "fell after a Herald report"."""
    if g.is_name(noun) and g.is_name(noun - 1):
        return True
    before = noun - 1
    while before > finding.sentence[0] and (g.is_name(before) or g.is_determiner(before) or g.is_time(before)):
        before -= 1
    return g.lower(before) in g.lexicon.topical and not finding.cue[0] <= before < finding.cue[1]  # "according to a report by"


def _near_cue(finding: Finding, i: int) -> bool:
    """Whether token i stands beside the cue and not in the source's description."""
    if finding.source and finding.source[0] <= i < finding.source[1]:
        return False
    return abs(i - finding.cue[0]) < 22


def _from_carrier(g: Grammar, noun: int, end: int) -> list[tuple[SlotKind, Run]]:
    """The name after "interview with", also over a few words ("interview Tuesday on", "article last week in")."""
    found: list[tuple[SlotKind, Run]] = []
    for k in range(noun + 1, min(end, noun + 6)):
        if (g.is_mark(k) and g.word(k) not in DASHES) or g.quoted(k):
            break
        if g.lower(k) in g.lexicon.carrier_links or (g.lower(k) == "of" and g.lower(k - 1) in g.lexicon.numbers_of):
            run = name_run(g, k + 1, end)
            if run:
                found.append((SlotKind.VENUE, run))
                if g.lower(run[1]) not in g.lexicon.places.of_show:
                    break
    before = noun
    while g.is_name(before - 1) and not g.is_time(before - 1):
        before -= 1
    if before < noun:
        found.append((SlotKind.VENUE, (before, noun)))
    return found
