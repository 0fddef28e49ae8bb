"""Findings removed once a passage is read: words of no one who could speak, and the same words read twice."""

from collections.abc import Sequence
from dataclasses import replace

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.main_clauses import up_to_main_clause
from credibility.attribution.speakers.fiction import is_invented
from credibility.attribution.speakers.inferences import is_inference
from credibility.attribution.speakers.kinds import head_of, may_speak
from credibility.attribution.text.sentences import Run
from credibility.model import BlockKind

_FEW = 2
_BEHIND_NOUN = 2  # tokens from the end of "a philosophy that" to its noun
_MANY = 200  # findings of a passage that are looked at: a block as long as a book has thousands


def weeded(g: Grammar, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings without those of "this" and "You’d", and without what lies in another one of the very same source."""
    spoken = [finding for finding in findings if not _is_nothing(g, finding)]
    spoken = [one for one in spoken if not is_inference(g, one.cue, one.source, spoken[:_MANY])]
    spoken = [_up_to_next(g, finding, spoken) for finding in spoken]
    by_source: dict[Run | None, list[Finding]] = {}
    for finding in spoken:
        by_source.setdefault(finding.source, []).append(finding)
    return tuple(one for one in spoken if one.source is None or not any(_holds(other, one) for other in by_source[one.source]))


def _up_to_next(g: Grammar, finding: Finding, spoken: Sequence[Finding]) -> Finding:
    """A finding whose last words end where another one's clause begins: "reported that A, while the Herald said that B"."""
    if not finding.content or finding.content[-1][0] < finding.cue[1]:
        return finding
    main = up_to_main_clause(g, finding)
    finding = finding if main is None else replace(finding, content=(*finding.content[:-1], main))
    start, end = finding.content[-1]
    cut = next((k for one in spoken[:_MANY] if (k := _contrast(g, one)) is not None and start + 1 < k < end), None)
    return finding if cut is None else replace(finding, content=(*finding.content[:-1], (start, cut)))


def _contrast(g: Grammar, finding: Finding) -> int | None:
    """The comma before "while" and the source of a finding that has a "that" of its own, or is named."""
    source = finding.source
    if source is None or source[0] >= finding.cue[0]:
        return None
    if g.lower(finding.cue[1]) != "that" and g.lower(source[0]) in g.lexicon.words.subject_pronouns:
        return None
    contrasted = g.lower(source[0] - 1) in ("while", "whereas", "but") and g.word(source[0] - 2) == ","
    return source[0] - 2 if contrasted and not g.quoted(source[0]) else None


def _holds(outer: Finding, inner: Finding) -> bool:
    """Whether a finding has all words of another one of its source, and more."""
    if outer is inner or outer.polarity is not inner.polarity:
        return False
    inside = inner.content and all(any(a[0] <= b[0] and b[1] <= a[1] for a in outer.content) for b in inner.content)
    return bool(inside) and outer.content != inner.content


def _is_nothing(g: Grammar, finding: Finding) -> bool:
    """Whether nobody says anything: a source that cannot speak, a bare pronoun for content, a question for a heading."""
    source = finding.source
    if source is not None and not _is_somebody(g, finding, source):
        return True
    if _calls(g, finding):
        return True
    words = [g.lower(k) for start, end in finding.content for k in range(start, end) if g.word(k)[0].isalnum()]
    if (
        words
        and len(words) <= _FEW
        and all(word in g.lexicon.words.object_pronouns or word in g.lexicon.words.announcing for word in words)
    ):
        return True
    return g.passage.block.kind is BlockKind.HEADING and g.word(g.size - 1) == "?"


def _is_somebody(g: Grammar, finding: Finding, source: Run) -> bool:
    """Whether a source can have said it: somebody real, and neither a fact nor the writer who speaks to the reader."""
    if not may_speak(g, source) or _is_fact(g, finding, source) or _is_abstract(g, finding, source):
        return False
    return not (is_invented(g, finding, source) or _is_the_writers(g, finding, source) or _is_adjective(g, finding, source))


def _is_adjective(g: Grammar, finding: Finding, source: Run) -> bool:
    """Whether the "verb" is a noun in the plural and the source its adjective: "in matter-of-fact terms: “…”"."""
    alone = source[1] - source[0] == 1 and g.word(source[0]).islower()
    return alone and g.word(source[0]).count("-") > 1 and g.lower(finding.cue[0]).endswith("s")


def _calls(g: Grammar, finding: Finding) -> bool:
    """Whether it is only the writer's own name for something: "what I call “the arc of knowledge”"."""
    if not finding.content:
        return False
    start = finding.content[0][0]
    return (
        g.lower(start) in g.lexicon.words.free_relatives and g.lower(start + 1) in g.lexicon.cues.narrators and g.passage.opens(start + 3)
    )


def _is_the_writers(g: Grammar, finding: Finding, source: Run) -> bool:
    """Whether the writer speaks to the reader: "Let me say this", "your friends told you", "one wonders"."""
    first = g.lower(source[0])
    if first in g.lexicon.words.imperatives and g.lower(source[0] + 1) in g.lexicon.cues.own_words:
        return True
    addressed = any(g.lower(k) == "your" for k in range(*source)) and not any(g.is_name(k) for k in range(source[0] + 1, source[1]))
    if g.passage.lower[source[0] : source[1]] == ("it",) and finding.lemma in g.lexicon.cues.implying:
        return True  # "it means that we start again"
    return addressed or (first == "one" and source[1] - source[0] == 1 and g.lower(finding.cue[1] - 1) in g.lexicon.cues.musing)


def _is_fact(g: Grammar, finding: Finding, source: Run) -> bool:
    """Whether what was told suggests it, and nobody: "the ice was old, which suggests that …", "such cracks suggest that …"."""
    told = g.lower(source[1] - 1) in g.lexicon.words.free_relatives and g.word(source[1] - 2) == ","
    if not told and g.lower(source[0]) not in g.lexicon.cues.pointing:
        return False
    if not any(verb.takes("infers") for verb, _ in g.lexicon.forms.get(finding.lemma, ())):
        return False
    return not any(_can_tell(g, k) for k in range(source[0] + 1, source[1]))


def _can_tell(g: Grammar, k: int) -> bool:
    """Whether a word is a noun for somebody or something that can say: people, bodies, documents, names."""
    word, lexicon = g.lower(k), g.lexicon
    known = word in lexicon.kinds or word in lexicon.evidence or word in lexicon.officials or word in lexicon.anonymous
    return known or word in lexicon.titled or g.is_name(k)


def _is_abstract(g: Grammar, finding: Finding, source: Run) -> bool:
    """Whether a teaching holds something, or a law "seeks to" do it, which no one says; what "the law says" is a claim."""
    quoted = any(g.quoted(k) for start, end in finding.content for k in range(start, end))
    head = head_of(g, source)
    noun = g.lower(head[1] - 1)
    if g.word(source[1] - 1) == "that" and source[1] - source[0] > 1:
        noun = g.lower(source[1] - _BEHIND_NOUN)  # "a philosophy that insists that …"
    if quoted or not finding.content:
        return False
    teaches = noun in g.lexicon.cues.teachings or (noun.endswith("ism") and noun not in g.lexicon.kinds)
    promises = noun in g.lexicon.cues.laws and g.lower(finding.content[0][0]) == "to"
    return teaches or promises
