"""Who a pronoun, a short name or "the official" is, and which earlier claim's witness speaks on."""

from collections.abc import Sequence
from dataclasses import replace

from credibility.attribution.drafts import Draft
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.antecedents import Candidate, body_meant, person_meant
from credibility.attribution.speakers.cast import Figure
from credibility.attribution.speakers.documents import document_resumed
from credibility.attribution.speakers.introductions import knowing_alike, with_credentials
from credibility.attribution.speakers.kinds import AGE, Description, describe_source, head_of
from credibility.attribution.speakers.memory import PEOPLE, SINGULAR, Memory, Speaker
from credibility.attribution.speakers.shares import counts_respondents
from credibility.attribution.speakers.source_names import is_web_name
from credibility.attribution.speakers.witnesses import FAR, NEAR, is_same_witness
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

_POLL_REACH = 5
_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.GOVERNMENT})
_WRITTEN = frozenset({SourceKind.DOCUMENT, SourceKind.POLL, SourceKind.HEARSAY})


def identify_speakers(drafts: Sequence[Draft], grammars: Sequence[Grammar]) -> tuple[Speaker, ...]:
    """One speaker per draft, in order of the text; `grammars` are the passages of the article."""
    memory = Memory(drafts, grammars)
    for index, draft in enumerate(drafts):
        memory.add(draft, with_credentials(draft, _speaker(index, draft, memory), memory))
    return knowing_alike(drafts, _of_one_kind(memory.speakers))


def _of_one_kind(speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The speakers, where a name whose kind only its spelling tells is of the kind that a word told elsewhere in the article."""
    told: dict[str, SourceKind] = {}
    for speaker in speakers:
        if speaker.name and speaker.kind in _NAMED and not speaker.description.by_shape:
            told.setdefault(speaker.name, speaker.kind)
    return tuple(
        replace(speaker, kind=told.get(speaker.name, speaker.kind)) if speaker.description.by_shape and not speaker.figure else speaker
        for speaker in speakers
    )


def _speaker(index: int, draft: Draft, memory: Memory) -> Speaker:
    g, source = draft.grammar, draft.finding.source
    description = describe_source(g, source)
    if source is not None and description.pronoun in SINGULAR:
        meant = person_meant(memory.scene(draft, source), description.pronoun)
        meant = None if meant is not None and _is_told_of(index, draft, meant, memory) else meant
        return _pronoun(index, draft, description, meant, memory)
    if source is not None and description.pronoun == "it" and (it := body_meant(memory.scene(draft, source))):
        return _body(index, draft, description, it, memory)
    if source is not None and (figure := _described(draft, source, description, memory)):
        return Speaker(description, SourceKind.PERSON, figure.name, _resumed(index, draft, description, memory), False, figure)
    if source is not None and (firm := _firm(index, draft, description, memory)):
        return firm
    return _named(index, draft, description, memory)


def _is_told_of(index: int, draft: Draft, meant: Candidate, memory: Memory) -> bool:
    """Whether the one near has said nothing yet and stands in what the last speaker told of him: both may go on as "he"."""
    if not index or meant.figure is None or meant.figure.name in memory.spoken:
        return False
    before, teller = memory.drafts[index - 1], memory.speakers[index - 1].figure
    if teller is None or teller == meant.figure or draft.number - before.number > NEAR or before.finding.source == draft.finding.source:
        return False
    text = before.grammar.passage.text
    told = any(meant.figure.name.split()[-1] in text[span.start : span.end] for span in before.content)
    return told and {teller.gender, meant.figure.gender} != {"he", "she"}


def _firm(index: int, draft: Draft, description: Description, memory: Memory) -> Speaker | None:
    """Which firm "the company" is where none has just spoken: the nearest that is the subject of a sentence."""
    source = draft.finding.source
    if source is None or not description.definite or description.name or description.head not in draft.grammar.lexicon.any_body:
        return None
    if description.plural or _resumed(index, draft, description, memory) is not None:
        return None
    it = body_meant(memory.scene(draft, source))
    return _body(index, draft, description, it, memory) if it and it[0].name and it[2] is None else None


def _pronoun(index: int, draft: Draft, description: Description, meant: Candidate | None, memory: Memory) -> Speaker:
    """Who "he" or "she" is; a pronoun that may mean two people, or nobody, is a person without a name."""
    if meant is None:
        return Speaker(description, SourceKind.PERSON, "", _same_subject(index, draft, memory), False)
    earlier = meant.claim if meant.claim is not None else _last_of(meant.figure, index, draft, memory)
    if meant.claim is not None and meant.claim != index - 1 and memory.drafts[meant.claim].finding.source != draft.finding.source:
        earlier = None
    before = memory.speakers[meant.claim] if meant.claim is not None else None
    name = meant.figure.name if meant.figure else before.name if before else ""
    kind = SourceKind.PERSON if meant.figure or before is None else before.kind
    return Speaker(description, kind, name, earlier, False, meant.figure)


def _last_of(figure: Figure | None, index: int, draft: Draft, memory: Memory) -> int | None:
    """The draft right before when the same figure speaks there."""
    if figure is None or not index:
        return None
    near = draft.number - memory.drafts[index - 1].number <= NEAR
    return index - 1 if near and memory.speakers[index - 1].figure == figure else None


def _same_subject(index: int, draft: Draft, memory: Memory) -> int | None:
    """The draft right before when it has the very same words for its source: a second verb."""
    other = memory.drafts[index - 1] if index else None
    same = other is not None and other.finding.source == draft.finding.source and other.grammar is draft.grammar
    return index - 1 if same else None


def _body(index: int, draft: Draft, description: Description, meant: tuple[Description, str, int | None], memory: Memory) -> Speaker:
    """What "it" is: a body or a document."""
    told, words, claim = meant
    if claim is not None:
        before = memory.speakers[claim]
        return Speaker(description, before.kind, before.name or _shown(before.kind, words), claim if claim == index - 1 else None, False)
    kind = SourceKind.ORGANISATION if told.kind is SourceKind.PERSON else told.kind
    earlier = _last_named(told.name, index, draft, memory)
    name = told.name or (memory.speakers[earlier].name if earlier is not None else "") or _shown(kind, words)
    return Speaker(description, kind, name, earlier, False)


def _shown(kind: SourceKind, words: str) -> str:
    """The words that stand for a body without a name; an outlet's are left out, lest they be looked up as one."""
    return "" if kind is SourceKind.OUTLET else words


def _last_named(name: str, index: int, draft: Draft, memory: Memory) -> int | None:
    """The draft right before when a source of this name speaks there."""
    if not name or not index or draft.number - memory.drafts[index - 1].number > NEAR:
        return None
    return index - 1 if memory.speakers[index - 1].name == name else None


def _described(draft: Draft, source: Run, description: Description, memory: Memory) -> Figure | None:
    """The person whom "the councillor", "the former mayor" or "the 37-year-old" means: the only one with that title, or the one near."""
    if not description.definite or description.name or description.pronoun or description.plural:
        return None
    if description.head == AGE:
        meant = person_meant(memory.scene(draft, source), "")
        return meant.figure if meant else None
    lexicon = draft.grammar.lexicon
    if description.kind not in PEOPLE or description.head not in lexicon.titled | lexicon.roles | lexicon.anonymous:
        return None
    return memory.cast.titled(description.words, memory.numbers[id(draft.grammar)])


def _named(index: int, draft: Draft, description: Description, memory: Memory) -> Speaker:
    """A source with a name, a description or none."""
    together = memory.joined(draft)
    if together:
        return Speaker(description, SourceKind.PERSON, " and ".join(one.name for one in together), None, False)
    figure = memory.figure(draft, description)
    if _speaks_of_it(draft, description, figure):
        description = replace(description, kind=SourceKind.ORGANISATION, by_shape=False)
    earlier = document_resumed(index, draft, figure, memory)
    earlier = _resumed(index, draft, description, memory) if earlier is None else earlier
    name, kind = figure.name if figure else description.name, _kind_by_name(description, figure, memory)
    if earlier is not None and (description.pronoun or (description.definite and not description.name)):
        name = name or memory.speakers[earlier].name or _group(description, memory, earlier)
        kind = _resumed_kind(description, memory.speakers[earlier])
    kind = _kind_by_words(draft, kind)
    person = figure if figure is not None and figure.person and kind is SourceKind.PERSON else None
    return Speaker(description, kind, name, earlier, _is_anaphor(draft.grammar, description), person)


def _group(description: Description, memory: Memory, earlier: int) -> str:
    """The words for a group without a name that "they" or "the officials" goes on with: "Oster Rail officials"; "" for others."""
    before, source = memory.speakers[earlier], memory.drafts[earlier].finding.source
    if source is None or not before.description.plural or before.description.pronoun or not before.kind.is_anonymous:
        return ""
    if not (description.plural or description.pronoun == "they"):
        return ""
    words = memory.drafts[earlier].grammar.passage.phrase(head_of(memory.drafts[earlier].grammar, source))
    told = words.lower().removeprefix("the ")
    return words if description.pronoun or told != description.head else ""


def _kind_by_words(draft: Draft, kind: SourceKind) -> SourceKind:
    """The kind that a share of those asked has, and one whose words leave open who said it."""
    if draft.finding.unsourced and draft.finding.source is None:
        return draft.finding.unsourced
    return SourceKind.POLL if counts_respondents(draft.grammar, draft.finding.source) else kind


def _speaks_of_it(draft: Draft, description: Description, figure: Figure | None) -> bool:
    """Whether a name that only looks like a person's is "it" in its own words: "Dunmore Mills said it would close"."""
    g, finding = draft.grammar, draft.finding
    if not description.by_shape or description.kind is not SourceKind.PERSON or not finding.content:
        return False
    if figure is not None and (figure.person or not figure.name.startswith(description.name)):
        return False
    start = finding.content[0][0] + (g.lower(finding.content[0][0]) == "that")
    if start < finding.cue[0] or g.quoted(start) or description.name.split()[0].lower() in g.lexicon.given:
        return False
    return g.lower(start) in ("its", *g.lexicon.cues.it_is) or _does_something(g, start)


def _does_something(g: Grammar, start: int) -> bool:
    """Whether "it" at a token does something: "it would close", but "it was the soup" is about something else."""
    verb, behind = start + 1, start + 2
    if g.lower(start) != "it" or not (g.is_auxiliary(verb) or g.is_finite(verb)):
        return False
    if any(g.lower(k) in g.lexicon.words.weather for k in (verb, behind)):
        return False
    return not (g.lower(verb) in g.lexicon.words.be and (g.lower(behind) == "because" or g.is_determiner(behind)))


def _kind_by_name(description: Description, figure: Figure | None, memory: Memory) -> SourceKind:
    """The kind of a named source: a person's whom the article calls one, a body's where it writes the name like one."""
    kind = description.kind
    if figure is not None and figure.person and (kind not in _WRITTEN or figure.name != description.name):
        return SourceKind.PERSON
    if description.by_shape and kind is SourceKind.PERSON and _is_no_person(description.name, figure, memory):
        return SourceKind.GOVERNMENT if description.name in memory.states else SourceKind.ORGANISATION
    return kind


def _is_no_person(name: str, figure: Figure | None, memory: Memory) -> bool:
    """Whether a name that looks like a person's is a town's or is written like a body's elsewhere."""
    if name in memory.cast.bodies or name in memory.states or (figure is not None and is_web_name(figure.name)):
        return True
    return " " not in name and name in memory.places and (figure is None or figure.name == name)


def _resumed_kind(description: Description, before: Speaker) -> SourceKind:
    """The kind of a pronoun or description that means an earlier speaker."""
    taken = description.pronoun or (description.kind in PEOPLE and before.kind in PEOPLE)
    return before.kind if taken else description.kind


def _is_anaphor(g: Grammar, description: Description) -> bool:
    """Whether the source is "the paper" or "the network"."""
    return description.definite and not description.name and description.head in g.lexicon.outlet_anaphors and not description.plural


def _resumed(index: int, draft: Draft, description: Description, memory: Memory) -> int | None:
    """The draft whose witness speaks on in this one; None at a new source."""
    source, drafts, speakers = draft.finding.source, memory.drafts, memory.speakers
    if source is None:
        return None
    respondents = counts_respondents(draft.grammar, source)
    for k in range(index - 1, max(0, index - FAR) - 1, -1):
        other, distance = drafts[k], draft.number - drafts[k].number
        if other.finding.source == source and other.grammar is draft.grammar:
            return k  # a second verb of the same subject
        if respondents:
            if speakers[k].kind is SourceKind.POLL and distance <= _POLL_REACH:
                return None if _another_poll(other, draft) else k
            continue
        if is_same_witness(draft.grammar, description, speakers[k], distance, k == index - 1):
            return None if _introduced_anew(description, other, draft) else k
        if not description.definite or description.pronoun:
            return None
    return None


def _another_poll(earlier: Draft, draft: Draft) -> bool:
    """Whether another poll is mentioned between two claims."""
    text = draft.grammar.passage.text
    between = text[earlier.content[-1].end : draft.grammar.passage.span(draft.finding.cue).start].lower()
    return any(draft.grammar.lexicon.kinds.get(word) is SourceKind.POLL for word in between.split())


def _introduced_anew(description: Description, earlier: Draft, draft: Draft) -> bool:
    """Whether the sentence before speaks of another one: "in a statement …", then "the statement"."""
    g = draft.grammar
    if not description.definite or description.name or description.pronoun or draft.number == 0:
        return False
    text = g.passage.text[earlier.content[-1].end : g.passage.span(draft.finding.cue).start].lower()
    return any(
        f"{article} {before}{description.head}" in text
        for article in g.lexicon.words.introducing
        for before in ("", *(f"{word} " for word in g.lexicon.words.anew))
    )
