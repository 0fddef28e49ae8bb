"""Passives and asides: confirmed by X · told by X that · quoted as saying · as X said."""

from credibility.attribution.constructions.before_cue import content_before, content_start
from credibility.attribution.constructions.cues import VerbCue
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.addressees import addressee_after
from credibility.attribution.phrases.adverbials import skip_adverbials
from credibility.attribution.phrases.clauses import clause_end, content_from, trim_end
from credibility.attribution.phrases.continuations import continuations
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.noun_phrases import subject_before
from credibility.attribution.phrases.phrases_after import source_after
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said
from credibility.model import SourceKind

_AGENT_REACH = 14
_SHORTEST = 3
TOLD_BY = said("told by somebody")
ASIDE = said("aside with “as”")
"""The rule of "the residents were told by X that …": the subject hears it, and never said it."""


def passive_attribution(g: Grammar, cue: VerbCue, sentence: Run) -> Finding | None:
    """The closure was confirmed by X · was told by X that · X was quoted as saying."""
    if cue.negated:
        return None
    subject = subject_before(g, cue.group[0], sentence[0])
    impersonal = subject is not None and g.passage.lower[subject[0] : subject[1]] == ("it",)
    if cue.verb.takes("hearsay") and (impersonal or g.lower(cue.group[0]) in g.lexicon.cues.it_is):
        return _it_was_said(g, cue, sentence)
    return _said_to(g, cue, sentence, subject) or _with_agent(g, cue, sentence, subject)


def _with_agent(g: Grammar, cue: VerbCue, sentence: Run, subject: Run | None) -> Finding | None:
    """X was quoted as saying · was told by X that · the closure was confirmed by X."""
    if g.lower(cue.head + 1) == "as" and g.lower(cue.head + 2) in g.lexicon.forms and g.lower(cue.head + 2).endswith("ing"):
        return _quoted_as(g, cue, sentence, subject)
    source = _agent(g, cue, sentence)
    if source and cue.verb.takes("tells"):
        return _told_by(g, cue, sentence, source, subject)
    if source is None or subject is None or not cue.verb.takes("by") or subject[1] - subject[0] < 2:
        return None
    return Finding(said("passive with “by”"), cue.verb.lemma, cue.group, source, (subject,), sentence)


def _it_was_said(g: Grammar, cue: VerbCue, sentence: Run) -> Finding | None:
    """It was reported that content · it was reported by X that content."""
    by = cue.group[1] if g.lower(cue.group[1]) == "by" else None
    if by is None:
        that = skip_adverbials(g, cue.group[1], sentence[1])
    else:
        that = next((k for k in range(by + 2, min(sentence[1], by + _AGENT_REACH)) if g.lower(k) == "that"), by)
    if by is None and g.word(cue.group[0] - 2) == "," and g.word(that) in (",", "."):
        return _set_in(g, cue, sentence, that)
    content = content_from(g, that, sentence) if g.lower(that) == "that" else None
    if content is None or content[1] - content[0] < 3:
        return None
    source = (by + 1, that) if by is not None else None
    unsourced = None if source else SourceKind.HEARSAY
    return Finding(said("it was said that"), cue.verb.lemma, cue.group, source, (content,), sentence, unsourced=unsourced)


def _set_in(g: Grammar, cue: VerbCue, sentence: Run, behind: int) -> Finding | None:
    """The content, it is said, goes on."""
    before = cue.group[0] - 2
    left = (content_start(g, sentence[0], before), before)
    right = (behind + 1, trim_end(g, behind + 1, clause_end(g, behind + 1, sentence[1])))
    content = (left, right) if g.word(behind) == "," and right[1] > right[0] else (left,)
    if left[1] <= left[0] or not any(g.has_clause(run) for run in content):
        return None
    return Finding(said("it was said, set in commas"), cue.verb.lemma, cue.group, None, content, sentence, unsourced=SourceKind.HEARSAY)


def _said_to(g: Grammar, cue: VerbCue, sentence: Run, subject: Run | None) -> Finding | None:
    """X is said to be so: nobody says who says it. "Was reported to the police" reports nothing."""
    to, words = cue.group[1], g.lexicon.words
    if subject is None or g.lower(cue.head) not in g.lexicon.cues.rumoured or g.lower(to) != "to" or g.is_determiner(to + 1):
        return None
    if not g.word(to + 1).islower() or g.lower(subject[1] - 1) in words.relatives or g.lower(to + 1).endswith("s"):
        return None
    content = (to, trim_end(g, to, clause_end(g, to, sentence[1])))
    if content[1] - content[0] < _SHORTEST or (cue.verb.lemma == "report" and g.lower(to + 1) not in words.be | words.have):
        return None
    return Finding(said("is said to"), cue.verb.lemma, cue.group, None, ((subject[0], content[1]),), sentence, unsourced=SourceKind.HEARSAY)


def _agent(g: Grammar, cue: VerbCue, sentence: Run) -> Run | None:
    """The phrase after "by", no comma away."""
    by = next((k for k in range(cue.head + 1, min(sentence[1], cue.head + _AGENT_REACH)) if g.lower(k) == "by" and not g.quoted(k)), None)
    if by is None or (any(g.word(k) == "," for k in range(cue.head, by)) and g.lower(by - 1) != ","):
        return None
    source = source_after(g, by + 1, sentence[1])
    return None if source is None or g.lower(source[0]).endswith("ing") else source


def _told_by(g: Grammar, cue: VerbCue, sentence: Run, source: Run, subject: Run | None) -> Finding | None:
    """The broadcaster was told by X that content."""
    that = next((k for k in range(source[0], min(sentence[1], source[1] + 2)) if g.lower(k) == "that"), None)
    content = content_from(g, that, sentence) if that is not None else None
    if content is None or that is None:
        return None
    return Finding(TOLD_BY, cue.verb.lemma, cue.group, (source[0], that), (content,), sentence, subject)


def _quoted_as(g: Grammar, cue: VerbCue, sentence: Run, subject: Run | None) -> Finding | None:
    """X was quoted as saying content · content, X was quoted as saying by Y."""
    start = skip_adverbials(g, cue.head + 3, sentence[1])
    start += g.word(start) in (",", ":")
    content = content_from(g, start, sentence) if g.lower(cue.head + 3) != "by" else None
    if subject and content is None and subject[0] > sentence[0]:
        content = content_before(g, cue, subject[0], sentence)
    if subject is None or content is None or content[1] - content[0] < 2:
        return None
    return Finding(said("quoted as saying"), "quote as saying", (cue.group[0], cue.head + 3), subject, (content,), sentence)


def as_said(g: Grammar, cue: VerbCue, sentence: Run, subject: Run) -> Finding | None:
    """As X said, content · content, as X said."""
    told = addressee_after(g, cue, sentence[1])
    edge = skip_adverbials(g, told[1] if told else cue.group[1], sentence[1])
    start = subject[0] - 1
    if g.word(edge) == ":" and edge + 1 >= sentence[1]:
        return Finding(
            said("colon before a quotation"), cue.verb.lemma, cue.group, subject, (), sentence, told, lead_in=True, more=(edge, edge + 1)
        )
    halves = _beside_aside(g, start, edge, sentence)
    if not halves or halves[0][1] - halves[0][0] < 3:
        return None
    if not cue.verb.takes("final") and not any(g.quoted(k) for run in halves for k in (run[0], run[1] - 1)):
        return None  # "as she laughed, the curtain fell"
    return Finding(ASIDE, cue.verb.lemma, cue.group, subject, halves, sentence, told)


def _beside_aside(g: Grammar, start: int, edge: int, sentence: Run) -> tuple[Run, ...]:
    """What "as X said", from `start` to `edge`, is about: the words behind it, around it or before it."""
    if (start - sentence[0] <= 1 and g.word(edge) in (",", ":")) or (g.word(edge) == "," and g.lower(edge + 1) == "that"):
        return _behind_aside(g, edge + 1, sentence)
    if set_in := _around_aside(g, start, edge, sentence):
        return set_in
    return _before_aside(g, start, sentence) if edge >= sentence[1] or g.word(edge) in (",", ".") else ()


def _behind_aside(g: Grammar, start: int, sentence: Run) -> tuple[Run, ...]:
    """As X said, content."""
    content = content_from(g, start, sentence)
    if content is None:
        return ()
    return (content, *continuations(g, sentence)) if g.passage.closes(content[1] - 1) else (content,)


def _around_aside(g: Grammar, start: int, edge: int, sentence: Run) -> tuple[Run, ...]:
    """A subject, as X said, its verb: "The difficulty, as she noted, was that …"; "Cities, as he put it, “are arguments”"."""
    left = (content_start(g, sentence[0], start - 1), start - 1)
    verb = edge + 1 + (g.passage.opens(edge + 1) or g.is_adverb(edge + 1))
    parted = g.word(start - 1) == "," and g.word(edge) == "," and not g.passage.closes(start - 1)
    if not parted or left[1] <= left[0] or g.has_clause(left) or not (g.is_finite(verb) or g.is_past(verb)):
        return ()
    return (left, (edge + 1, trim_end(g, edge + 1, clause_end(g, edge + 1, sentence[1]))))


def _before_aside(g: Grammar, start: int, sentence: Run) -> tuple[Run, ...]:
    """Content, as X said: the quotation or the clause that ends before the "as" at `start`."""
    if g.passage.closes(start - 1):
        return ((g.passage.quotations[g.passage.quoted[start - 1] - 1].start, start),)
    if g.word(start - 1) not in (",", "—", "–"):
        return ()
    first = content_start(g, sentence[0], start - 1)
    return ((first, start - 1),) if start - 1 > first else ()
