"""Places inside a source where an outlet may be named: the source itself, an owner, an employer, whose poll or report it is."""

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.places.name_runs import is_former, name_run, name_start
from credibility.attribution.speakers.kinds import head_of
from credibility.attribution.speakers.source_names import is_joined
from credibility.attribution.text.sentences import Run
from credibility.model import SlotKind, SourceKind

_POSSESSIVES = ("’s", "'s", "s’", "s'")


def slots_in_source(g: Grammar, source: Run, kind: SourceKind) -> list[tuple[SlotKind, Run]]:
    """Slots inside the source phrase."""
    head = head_of(g, source)
    possessive = _possessive_in(g, head)
    found = _owned(g, source, head, possessive) if possessive is not None else []
    noun = _piece_in(g, head)
    role = _role_in(g, head)
    if noun is not None:
        found += _of_piece(g, source, head, noun)
    elif role is not None:
        if role > head[0] and not is_former(g, head[0], role):
            found.append((SlotKind.AFFILIATION, (head[0], role)))
    elif possessive is None and kind is not SourceKind.NONE:
        found.append((SlotKind.SOURCE, head))
    return [*found, *_of_people(g, source, head if noun is None else None)]


def _possessive_in(g: Grammar, head: Run) -> int | None:
    """The first name in the possessive: "the Herald’s"."""
    return next((k for k in range(*head) if g.word(k).endswith(_POSSESSIVES) and len(g.word(k)) > 2 and g.is_name(k)), None)


def _owned(g: Grammar, source: Run, head: Run, possessive: int) -> list[tuple[SlotKind, Run]]:
    """The owner, and what it owns where that has a name: "Russia’s semi-official TASS"."""
    if is_former(g, source[0], possessive + 1):
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
        paper = g.lower(k) in g.lexicon.places.papers and g.lower(k + 1) in g.lexicon.places.of_piece
        piece = paper or g.lexicon.kinds.get(g.lower(k)) in (SourceKind.POLL, SourceKind.DOCUMENT) or g.lower(k) in g.lexicon.pieces
        if piece and not _is_in_name(g, head, k):
            return k
    return None


def _is_in_name(g: Grammar, head: Run, k: int) -> bool:
    """Whether a noun with a capital ends a name: "Washington Post", or "the Post"."""
    if k == head[0] or not g.is_name(k):
        return False
    return g.is_name(k - 1) or (g.lower(k - 1) == "the" and k + 1 >= head[1])


def _after_link(g: Grammar, start: int, limit: int) -> list[Run]:
    """Names after "in", "by", "from" or "for" directly behind a noun."""
    if g.lower(start) in g.lexicon.places.of_piece and start + 1 < limit:
        run = name_run(g, start + 1, limit)
        return [run] if run else []
    return []


def _of_people(g: Grammar, source: Run, head: Run | None) -> list[tuple[SlotKind, Run]]:
    """Outlets of people: "Ida Falk of X" where the head is a person, and "a reporter for X" or "X reporter" anywhere in the source."""
    found: list[tuple[SlotKind, Run]] = []
    if head and g.lower(head[1]) in g.lexicon.places.of_person and _is_person(g, head):
        found.extend((SlotKind.POSSESSIVE, run) for run in (name_run(g, head[1] + 1, source[1]),) if run)
    for k in range(source[0], source[1]):
        if g.lower(k) in g.lexicon.outlet_people and not is_former(g, max(source[0], k - 4), k):
            run = _employer(g, source, k)
            if run and g.lower(run[1]) not in g.lexicon.places.no_longer and not _is_kins(g, source, k):
                found.append((SlotKind.AFFILIATION, run))
    return found


def _is_kins(g: Grammar, source: Run, role: int) -> bool:
    """Whether somebody of the source's has the role: "Thorn, whose sister is an editor at the Herald"."""
    return any(g.lower(k) == "whose" for k in range(source[0], role))


def _employer(g: Grammar, source: Run, role: int) -> Run | None:
    """The name behind "a reporter for", or right before the role in an apposition: "Falk, a Herald reporter"."""
    if g.lower(role + 1) in g.lexicon.places.of_role and role + 2 < source[1]:
        return name_run(g, role + 2, source[1])
    if role > head_of(g, source)[1] and role - 1 > source[0] and g.is_name(role - 1):
        return (name_start(g, role, source[0]), role)
    return None


def _is_person(g: Grammar, head: Run) -> bool:
    """Whether the head is a person's name, at most with a journalist's role before it: "columnist Ida Falk", but no "Chairman Falk"."""
    people = g.lexicon.outlet_people
    named = [k for k in range(*head) if g.is_name(k) and g.lower(k) not in people]
    plain = all(g.lower(k) in people or (g.is_name(k) and g.lower(k) not in g.lexicon.titled) or g.word(k) == "." for k in range(*head))
    return len(named) > 1 and plain and not g.is_determiner(head[0])
