"""Content after its cue: X said that content · X said: “content” · X told Y content."""

from credibility.attribution.constructions.complements import Complement, cited, complement
from credibility.attribution.constructions.cues import VerbCue
from credibility.attribution.constructions.subjects import is_progressive
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.clauses import content_from
from credibility.attribution.phrases.continuations import continuations
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.speakers.kinds import describe_source
from credibility.attribution.text.lexicon import Form
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

_EVIDENCE = (SourceKind.DOCUMENT, SourceKind.POLL)


def content_after_cue(g: Grammar, cue: VerbCue, sentence: Run, subject: Run | None) -> Finding | None:
    """X said that content · X said: “content” · X told Y content."""
    found = complement(g, cue, sentence[1])
    if found is None or subject is None or _is_passive_participle(g, cue, found) or _is_supposed(g, subject):
        return None
    if cue.form is Form.GERUND and not is_progressive(g, cue):
        before = cue.group[0] - 1
        parted = (
            g.word(before) == ","
            or g.word(before) in DASHES
            or g.lower(before) in ("and", "but", "while")
            or g.lower(before) in g.lexicon.kinds
            or g.quoted(before)
        )
        if found.kind in ("np", "to", "object-to") or (found.kind == "bare" and not parted):
            return None
    if found.kind == "colon" and found.start >= sentence[1]:
        return Finding(
            "colon before a quotation",
            cue.verb.lemma,
            cue.group,
            subject,
            (),
            sentence,
            found.addressee,
            attitude=cue.verb.attitude,
            lead_in=True,
            more=(found.start - 1, found.start),
            serial=cue.verb.takes("publishes"),
        )
    content = content_from(g, found.start, sentence)
    if content is None or (found.kind == "np" and cue.verb.takes("infers") and describe_source(g, subject).kind not in _EVIDENCE):
        return None
    if found.kind in ("np", "object", "of", "for"):
        content = (content[0], _object_end(g, content))
    halves: tuple[Run, ...] = (content,)
    if (
        found.kind in ("that", "bare")
        or (g.passage.closes(content[1] - 1) and g.passage.opens(content[0]))
        or (found.kind in ("quote", "colon") and g.passage.closes(content[1] - 1))
    ):
        halves = (content, *continuations(g, sentence))
    return Finding(
        _RULES[found.kind],
        cue.verb.lemma,
        cue.group,
        subject,
        halves,
        sentence,
        found.addressee,
        found.inner or cited(g, content[1], sentence[1]),
        attitude=cue.verb.attitude,
        more=(found.start - 1, found.start) if found.kind == "colon" else found.more,
    )


def _is_passive_participle(g: Grammar, cue: VerbCue, found: Complement) -> bool:
    """Whether somebody was asked: "the editors, asked whether they would resign, said no"."""
    return cue.form is Form.PAST and found.kind == "wh" and cue.verb.lemma == "ask" and g.word(cue.group[0] - 1) == ","


def _is_supposed(g: Grammar, subject: Run) -> bool:
    """Whether nothing may have said it: "any signs that suggest rain"."""
    return g.lower(subject[0]) == "any" and g.lower(subject[1] - 1) in g.lexicon.words.relatives


_RULES = {
    "that": "clause with “that” after the cue",
    "quote": "quotation after the cue",
    "colon": "words after a colon",
    "wh": "indirect question after the cue",
    "bare": "clause after the cue",
    "to": "infinitive after the cue",
    "as": "description after the cue",
    "of": "charge after the cue",
    "for": "charge after the cue",
    "object": "name given by the cue",
    "object-to": "call on somebody to act",
    "np": "object of the cue",
}


def _object_end(g: Grammar, content: Run) -> int:
    """Where an object ends: at a comma before a participle, a conjunction or a new clause."""
    for k in range(content[0] + 2, content[1]):
        if g.word(k) != "," or g.quoted(k):
            continue
        following = g.lower(k + 1)
        if (
            following.endswith("ing")
            or following in g.lexicon.words.asides
            or following in ("but", "compared")
            or following in g.lexicon.words.subject_pronouns
            or g.is_past(k + 1)
        ):
            return k
        if g.is_name(k + 1) and g.has_clause((k + 1, min(content[1], k + 6))):
            return k
    return content[1]
