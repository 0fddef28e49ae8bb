"""Content after its cue: X said that content · X said: “content” · X told Y content."""

from credibility.attribution.constructions.complements import Complement, cited, complement
from credibility.attribution.constructions.cues import VerbCue
from credibility.attribution.constructions.subjects import in_contact_clause, is_progressive
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.clauses import content_from
from credibility.attribution.phrases.continuations import continuations
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.phrases.own_deeds import without_own_deed
from credibility.attribution.speakers.kinds import describe_source
from credibility.attribution.text.lexicon import Form
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said
from credibility.model import SourceKind

_EVIDENCE = (SourceKind.DOCUMENT, SourceKind.POLL)
_NAME = 6  # tokens in quotation marks that may be a name and nothing that somebody said
_SMALL_WORD = 3  # letters of the words that titles write small
_CLAUSES = frozenset({"that", "bare", "wh"})
_OBJECTS = frozenset({"np", "object", "of", "for"})


def content_after_cue(g: Grammar, cue: VerbCue, sentence: Run, subject: Run | None) -> Finding | None:
    """X said that content · X said: “content” · X told Y content."""
    found = complement(g, cue, sentence[1])
    if found is None or subject is None or _is_supposed(g, subject) or not _may_open(g, cue, found, subject):
        return None
    if found.kind == "colon" and found.start >= sentence[1]:
        return None if in_contact_clause(g, subject, sentence) else _leading_in(cue, subject, sentence, found)
    content = content_from(g, found.start, sentence)
    if content is None:
        return None
    content = _its_own(g, cue, found, subject, (content[0], _opening_end(g, cue, _within(g, found, subject, content), sentence)))
    halves = (content, *continuations(g, sentence)) if _may_continue(g, content, found.kind) else (content,)
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


def _within(g: Grammar, found: Complement, subject: Run, content: Run) -> Run:
    """A content cut to its object, and to the relative clause in which its cue stands."""
    if found.kind in _OBJECTS:
        content = (content[0], _object_end(g, content))
    return (content[0], _relative_end(g, content)) if g.lower(subject[1] - 1) in g.lexicon.words.relatives else content


def _its_own(g: Grammar, cue: VerbCue, found: Complement, subject: Run, content: Run) -> Run:
    """A clause behind a verb of the past without what the speaker did besides; "who" may have done both."""
    deeds = found.kind in _CLAUSES and cue.form is Form.PAST and g.lower(subject[1] - 1) not in g.lexicon.words.relatives
    return without_own_deed(g, content) if deeds else content


def _leading_in(cue: VerbCue, subject: Run, sentence: Run, found: Complement) -> Finding:
    """A cue whose colon ends the block: what is said stands in the next one."""
    return Finding(
        said("colon before a quotation"),
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


def _may_open(g: Grammar, cue: VerbCue, found: Complement, subject: Run) -> bool:
    """Whether this form of the verb opens the construction that follows it, and its subject can be who says it."""
    if _is_passive_participle(g, cue, found) or _gives_name(g, cue, found, subject):
        return False
    if cue.form is Form.GERUND and not is_progressive(g, cue) and not _participle_takes(g, cue, found.kind):
        return False
    return found.kind != "np" or not cue.verb.takes("infers") or describe_source(g, subject).kind in _EVIDENCE


def _gives_name(g: Grammar, cue: VerbCue, found: Complement, subject: Run) -> bool:
    """Whether words in quotation marks are only the name of the subject: "a seller called “E-Life”", "the step they named “Trim”"."""
    if not cue.verb.takes("object") or not g.passage.opens(found.start):
        return False
    quotation = g.passage.quotations[g.passage.quoted[found.start] - 1]
    goes_on = g.is_finite(quotation.end)
    ends = goes_on or g.is_mark(quotation.end) or g.word(quotation.end - 2) == ","
    if len(quotation) > _NAME + 2 or not ends:
        return False
    long = (g.word(k) for k in range(quotation.start + 1, quotation.end - 1) if len(g.word(k)) > _SMALL_WORD and g.word(k).isalpha())
    return all(word[0].isupper() for word in long) or _is_thing_named(g, subject, goes_on)


def _opening_end(g: Grammar, cue: VerbCue, content: Run, sentence: Run) -> int:
    """Where what is reported in a clause that opens its sentence ends: "When Falk asked if he could swim, | he declined"."""
    words = g.lexicon.words
    opens = g.lower(sentence[0]) in words.subordinators and all(g.word(k) != "," for k in range(sentence[0], cue.head))
    if not opens or content[0] < cue.head:
        return content[1]
    comma = next((k for k in range(content[0] + 1, content[1]) if g.word(k) == "," and not g.quoted(k)), content[1])
    return comma if g.lower(comma + 1) in words.subject_pronouns and g.has_clause((comma + 1, content[1])) else content[1]


def _relative_end(g: Grammar, content: Run) -> int:
    """Where what a relative clause reports ends: before the verb of the main clause, "the study, which says it sinks, | was cheap"."""
    for k in range(content[0] + 1, content[1] - 1):
        verb = k + 1 + g.is_adverb(k + 1)
        parted = (g.word(k) == "," or g.word(k) in DASHES) and not g.quoted(k)
        if parted and (g.is_finite(verb) or g.is_past(verb) or (g.word(k) in DASHES and g.lower(verb) in g.lexicon.forms)):
            return k
    return content[1]


def _is_thing_named(g: Grammar, subject: Run, goes_on: bool) -> bool:
    """Whether a common noun before "called" is an object, or the subject of a verb behind the name: "the tool called “X” works"."""
    last, before, words = subject[1] - 1, subject[0] - 1, g.lexicon.words
    if g.is_name(last) or g.lower(last) in words.subject_pronouns or g.lower(last) in words.relatives:
        return False
    return goes_on or g.lower(before) in words.prepositions or g.is_finite(before) or g.is_past(before)


def _participle_takes(g: Grammar, cue: VerbCue, kind: str) -> bool:
    """Whether an -ing form that is no main verb may open this construction: an object never, a bare clause when it is set apart."""
    before = cue.group[0] - 1
    word = g.lower(before)
    parted = word in g.lexicon.words.joining or word in g.lexicon.kinds or g.quoted(before)
    return kind not in ("np", "to", "object-to") and (kind != "bare" or parted or word == "," or word in DASHES)


def _may_continue(g: Grammar, content: Run, kind: str) -> bool:
    """Whether sentences of nothing but quotation go on with the content: it is a clause, or a quotation itself."""
    if kind in ("that", "bare"):
        return True
    return g.passage.closes(content[1] - 1) and (g.passage.opens(content[0]) or kind in ("quote", "colon"))


def _is_passive_participle(g: Grammar, cue: VerbCue, found: Complement) -> bool:
    """Whether somebody was asked: "the editors, asked whether they would resign, said no"."""
    return cue.form is Form.PAST and found.kind == "wh" and cue.verb.takes("questions") and g.word(cue.group[0] - 1) == ","


def _is_supposed(g: Grammar, subject: Run) -> bool:
    """Whether nothing may have said it: "any signs that suggest rain"."""
    return g.lower(subject[0]) in g.lexicon.cues.supposed and g.lower(subject[1] - 1) in g.lexicon.words.relatives


_RULES = {
    "that": said("clause with “that” after the cue"),
    "quote": said("quotation after the cue"),
    "colon": said("words after a colon"),
    "wh": said("indirect question after the cue"),
    "bare": said("clause after the cue"),
    "to": said("infinitive after the cue"),
    "as": said("description after the cue"),
    "of": said("charge after the cue"),
    "for": said("charge after the cue"),
    "object": said("name given by the cue"),
    "object-to": said("call on somebody to act"),
    "np": said("object of the cue"),
}


def _object_end(g: Grammar, content: Run) -> int:
    """Where an object ends: at a comma before a participle, a conjunction or a new clause."""
    for k in range(content[0] + 2, content[1]):
        if g.word(k) != "," or g.quoted(k):
            continue
        following, words = g.lower(k + 1), g.lexicon.words
        opens = following in words.asides or following in g.lexicon.cues.object_ends or following in words.subject_pronouns
        if opens or following.endswith("ing") or g.is_past(k + 1):
            return k
        if g.is_name(k + 1) and g.has_clause((k + 1, min(content[1], k + 6))):
            return k
    return content[1]
