"""Where an outlet may be named as the carrier of a claim. Whether an outlet stands there is decided by who knows the outlets."""

from collections.abc import Sequence

from credibility.attribution.drafts import Draft
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.places.earlier_slots import earlier_slots
from credibility.attribution.speakers.kinds import head_of, is_joined
from credibility.attribution.text.sentences import Run
from credibility.model import Link, OutletSlot, SlotKind, SourceKind, Span

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

_POSSESSIVES = ("’s", "'s", "s’", "s'")


def find_slots(draft: Draft, kind: SourceKind, links: Sequence[Link]) -> tuple[OutletSlot, ...]:
    """The slots of a claim, strongest first, each place once."""
    g, finding = draft.grammar, draft.finding
    found: list[tuple[SlotKind, Run]] = []
    if finding.addressee:
        found.append((SlotKind.ADDRESSEE, finding.addressee))
    if finding.source:
        found.extend(_in_source(g, finding.source, kind))
    found.extend(earlier_slots(g, finding))
    found.extend(_to_outlet(g, finding))
    found.extend(_venues(g, finding))
    slots = [OutletSlot(slot, _slot_span(g, run)) for slot, run in found]
    slots.extend(_links(draft, links))
    unique: dict[tuple[Span, str | None], OutletSlot] = {}
    for slot in sorted(slots, key=lambda slot: _ORDER[slot.kind]):
        unique.setdefault((slot.span, slot.url), slot)
    return tuple(unique.values())


def _to_outlet(g: Grammar, finding: Finding) -> list[tuple[SlotKind, Run]]:
    """The addressee of "claimed to the outlet", "said last week to OUTLET"."""
    for k in range(finding.cue[1], min(finding.sentence[1], finding.cue[1] + 4)):
        if g.quoted(k) or g.is_mark(k) or any(start <= k < end for start, end in finding.content):
            break
        if g.lower(k) == "to":
            run = _name_run(g, k + 1, finding.sentence[1])
            return [(SlotKind.ADDRESSEE, run)] if run else []
    return []


def _slot_span(g: Grammar, run: Run) -> Span:
    """A run without a closing possessive ending and without an elided article before it ("l’AFP")."""
    span = g.passage.span(run)
    if g.word(run[0])[1:2] in ("’", "'") and g.word(run[0])[0] in "lLdD":
        span = Span(span.start + 2, span.end)
    if g.word(run[1] - 1).endswith(("’s", "'s")) and len(g.word(run[1] - 1)) > 2:
        return Span(span.start, span.end - 2)
    return span


def _in_source(g: Grammar, source: Run, kind: SourceKind) -> list[tuple[SlotKind, Run]]:
    """Slots inside the source phrase."""
    head = head_of(g, source)
    possessive = _possessive_in(g, head)
    found = _owned(g, source, head, possessive) if possessive is not None else []
    noun = _piece_in(g, head)
    role = _role_in(g, head)
    if noun is not None:
        found += _of_piece(g, source, head, noun)
    elif role is not None:
        if role > head[0] and not _former(g, head[0], role):
            found.append((SlotKind.AFFILIATION, (head[0], role)))
    elif possessive is None and kind is not SourceKind.NONE:
        found.append((SlotKind.SOURCE, head))
    return [*found, *_of_people(g, source, head if noun is None else None)]


def _possessive_in(g: Grammar, head: Run) -> int | None:
    """The first name in the possessive: "the Herald’s"."""
    return next((k for k in range(*head) if g.word(k).endswith(_POSSESSIVES) and len(g.word(k)) > 2 and g.is_name(k)), None)


def _owned(g: Grammar, source: Run, head: Run, possessive: int) -> list[tuple[SlotKind, Run]]:
    """The owner, and what it owns where that has a name: "Russia’s semi-official TASS"."""
    if _former(g, source[0], possessive + 1):
        return []
    named = next((k for k in range(possessive + 1, head[1]) if g.is_name(k)), None)
    owner: list[tuple[SlotKind, Run]] = [(SlotKind.POSSESSIVE, (head[0], possessive + 1))]
    return owner if named is None else [*owner, (SlotKind.SOURCE, (named, head[1]))]


def _role_in(g: Grammar, head: Run) -> int | None:
    """The last word of the head that is somebody of an outlet: "reporter", "editor"."""
    return next((k for k in range(head[1] - 1, head[0] - 1, -1) if g.lower(k) in g.lexicon.outlet_people and not is_joined(g, k)), None)


def _of_piece(g: Grammar, source: Run, head: Run, noun: int) -> list[tuple[SlotKind, Run]]:
    """Whose poll or report: the words before the noun, and names behind it."""
    slot = SlotKind.POLL if g.lexicon.kinds.get(g.lower(noun)) is SourceKind.POLL else SlotKind.REPORT
    before = [(slot, (head[0], noun))] if noun > head[0] else []
    return [*before, *((slot, run) for run in _after_link(g, noun + 1, source[1]))]


def _piece_in(g: Grammar, head: Run) -> int | None:
    """The last noun of the head that is a poll, a document or a piece; at the end of a name ("the Washington Post") it is none."""
    for k in range(head[1] - 1, head[0] - 1, -1):
        piece = g.lexicon.kinds.get(g.lower(k)) in (SourceKind.POLL, SourceKind.DOCUMENT) or g.lower(k) in g.lexicon.pieces
        if piece and not (k > head[0] and g.is_name(k) and g.is_name(k - 1)):
            return k
    return None


def _of_people(g: Grammar, source: Run, head: Run | None) -> list[tuple[SlotKind, Run]]:
    """Outlets of people: "Ida Falk of X" where the head is a person, and "a reporter for X" or "X reporter" anywhere in the source."""
    found: list[tuple[SlotKind, Run]] = []
    if head and g.lower(head[1]) in g.lexicon.places.of_person and _is_person(g, head):
        found.extend((SlotKind.POSSESSIVE, run) for run in (_name_run(g, head[1] + 1, source[1]),) if run)
    for k in range(source[0], source[1]):
        if g.lower(k) in g.lexicon.outlet_people and not _former(g, max(source[0], k - 4), k):
            run = _employer(g, source, k)
            found += [(SlotKind.AFFILIATION, run)] if run else []
    return found


def _employer(g: Grammar, source: Run, role: int) -> Run | None:
    """The name behind "a reporter for", or right before the role in an apposition: "Falk, a Herald reporter"."""
    if g.lower(role + 1) in g.lexicon.places.of_role and role + 2 < source[1]:
        return _name_run(g, role + 2, source[1])
    if role > head_of(g, source)[1] and role - 1 > source[0] and g.is_name(role - 1):
        return (_name_start(g, role, source[0]), role)
    return None


def _is_person(g: Grammar, head: Run) -> bool:
    """Whether the head is a person's name, at most with a journalist's role before it: "columnist Ida Falk", but no "Chairman Falk"."""
    people = g.lexicon.outlet_people
    named = [k for k in range(*head) if g.is_name(k) and g.lower(k) not in people]
    plain = all(g.lower(k) in people or (g.is_name(k) and g.lower(k) not in g.lexicon.titled) or g.word(k) == "." for k in range(*head))
    return len(named) > 1 and plain and not g.is_determiner(head[0])


def _former(g: Grammar, start: int, end: int) -> bool:
    return any(g.lower(k) in g.lexicon.former or g.lower(k).startswith("ex-") for k in range(start, end))


def _name_start(g: Grammar, end: int, floor: int) -> int:
    start = end
    while start > floor and (g.is_name(start - 1) or g.lower(start - 1) in g.lexicon.places.inside_name):
        start -= 1
    return start


def _name_run(g: Grammar, start: int, limit: int) -> Run | None:
    """A name that begins at `start`: "the New York Times", "NBC's “Today”", "ABC News and the Post"; or "the paper"."""
    if g.lower(start) == "the" and g.lower(start + 1) in g.lexicon.outlet_anaphors and not (g.is_name(start + 1) or g.is_name(start + 2)):
        return (start, start + 2)
    first = start
    while first < limit and _leads_to_name(g, first):
        first += 1
    end = first
    while end < limit and _continues_name(g, first, end, limit):
        end += 1
    return (start, end) if end > first else None


def _leads_to_name(g: Grammar, i: int) -> bool:
    """Whether token i may stand before a name: an article, a possessive, "daily"."""
    word = g.lower(i)
    if word in g.lexicon.places.before_name or word in g.lexicon.words.possessives:
        return True
    return word in g.lexicon.outlet_modifiers and g.word(i).islower()


def _continues_name(g: Grammar, first: int, i: int, limit: int) -> bool:
    """Whether token i belongs to the name that begins at `first`."""
    if g.is_name(i) and (not g.is_time(i) or g.word(i - 1).endswith(("’s", "'s"))):
        return True
    if g.quoted(i) and _is_title(g, i):
        return True
    if i == first:
        return False
    return g.word(i)[0].isdigit() or (g.lower(i) in g.lexicon.words.name_inner and i + 1 < limit and _goes_on(g, i + 1))


def _goes_on(g: Grammar, i: int) -> bool:
    """Whether a name goes on at token i, behind a small word: "the Mail on Sunday", but not "the Herald on Monday" after a full name."""
    return g.quoted(i) or (g.is_name(i) and not (g.is_time(i) and g.is_name(i - 3)))


def _is_title(g: Grammar, i: int) -> bool:
    quotation = g.passage.quotations[g.passage.quoted[i] - 1]
    return len(quotation) <= 9 and not (quotation.start > 0 and g.word(quotation.start - 1) == ",")


def _after_link(g: Grammar, start: int, limit: int) -> list[Run]:
    """Names after "in", "by", "from" or "for" directly behind a noun."""
    if g.lower(start) in g.lexicon.places.of_piece and start + 1 < limit:
        run = _name_run(g, start + 1, limit)
        return [run] if run else []
    return []


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
            run = _name_run(g, i + len(phrase), end)
            return [(SlotKind.VENUE if phrase[0] in g.lexicon.spoken else SlotKind.REPORT, run)] if run else []
    return []


def _on_air_or_in_print(g: Grammar, finding: Finding, i: int) -> list[tuple[SlotKind, Run]]:
    """The name behind "on" with any cue, behind "in" with one of writing."""
    on = g.lower(i) == "on"
    if _former(g, max(finding.sentence[0], i - 3), i) if on else finding.lemma not in g.lexicon.written:
        return []
    run = _name_run(g, i + 1, finding.sentence[1])
    return [(SlotKind.VENUE, run)] if run and not (on and g.is_time(run[0])) else []


def _is_topic(g: Grammar, noun: int, finding: Finding) -> bool:
    """Whether the piece is spoken of and carried nothing: "the Washington Post", "fell after a Herald report"."""
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
        if g.lower(k) in g.lexicon.carrier_links:
            run = _name_run(g, k + 1, end)
            if run:
                found.append((SlotKind.VENUE, run))
                if g.lower(run[1]) not in g.lexicon.places.of_show:
                    break
    before = noun
    while before > 0 and g.is_name(before - 1) and not g.is_time(before - 1):
        before -= 1
    if before < noun:
        found.append((SlotKind.VENUE, (before, noun)))
    return found


def _links(draft: Draft, links: Sequence[Link]) -> list[OutletSlot]:
    """Hyperlinks on the cue, on the content or on the source."""
    cue = draft.grammar.passage.span(draft.finding.cue)
    sentence = draft.grammar.passage.span(draft.finding.sentence)
    spans = (
        cue,
        Span(cue.end, sentence.end),
        *draft.content,
        *((draft.grammar.passage.span(draft.finding.source),) if draft.finding.source else ()),
    )
    return [OutletSlot(SlotKind.LINK, link.span, link.url) for link in links if any(link.span.overlaps(span) for span in spans)]
