"""What a speaker did besides speaking: of “She said the dam was safe and opened the gate” the second half is no content."""

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.noun_phrases import subject_before
from credibility.attribution.speakers.kinds import describe_source
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

_OBJECT = 5  # tokens from a verb to the thing that is handled


def without_own_deed(g: Grammar, content: Run) -> Run:
    """An unquoted content that ends before the speaker's own deed; where its own subject may have done it, it stays whole."""
    joints = (k for k in range(content[0] + 2, content[1] - 1) if _begins_deed(g, k) and not _shares_subject(g, content[0], k))
    end = next(joints, content[1])
    return (content[0], end - (g.word(end - 1) == ",") if end < content[1] else end)


def _begins_deed(g: Grammar, joint: int) -> bool:
    """Whether "and" stands at a token before something that people do with hands, face and feet: "and drove off"."""
    if g.lower(joint) != "and" or g.quoted(joint):
        return False
    words, verb = g.lexicon.words, joint + 1
    while g.is_adverb(verb):
        verb += 1
    if g.lower(verb) in words.leaving:
        return g.lower(verb + 1) in words.leaving_particles
    if g.lower(verb) in words.gesturing:
        return not g.is_determiner(verb + 1)
    return g.lower(verb) in words.handling and _handles(g, verb)


def _handles(g: Grammar, verb: int) -> bool:
    """Whether a thing for hands is the object of a verb, and its last word: no "closed the door on the talks"."""
    thing = next((k for k in range(verb + 2, min(g.size, verb + _OBJECT)) if g.lower(k) in g.lexicon.words.handled), None)
    if thing is None or any(g.is_mark(k) or g.quoted(k) for k in range(verb, thing)):
        return False
    return not g.word(thing + 1).isalpha() or g.lower(thing + 1) in g.lexicon.words.coordinators


def _shares_subject(g: Grammar, start: int, joint: int) -> bool:
    """Whether the verb behind "and" may have the subject of the clause before it, which may be somebody.

    Behind "he would call" a past form cannot go on, and neither can nobody, or a thing of which the clause only says how it is.
    """
    verb = _last_verb(g, start, joint)
    if verb is None:
        return True
    if g.lower(verb) in g.lexicon.words.modals:
        return g.lower(verb + 1) in g.lexicon.words.be | g.lexicon.words.have
    if g.lower(verb - 1) in g.lexicon.words.idle_subjects:
        return False
    subject = subject_before(g, verb, start + (g.lower(start) == "that"))
    described = any(g.lower(k) in g.lexicon.words.be for k in (verb, verb + 1))
    return not (described and subject and _is_thing(g, subject)) or g.lower(joint + 1) in g.lexicon.words.leaving


def _last_verb(g: Grammar, start: int, joint: int) -> int | None:
    """The first word of the last verb group before "and": "was" of "was badly hurt"."""
    verb = next((k for k in range(joint - 1, start, -1) if g.is_finite(k) or g.is_past(k)), None)
    while verb is not None and verb - 1 > start and (g.is_auxiliary(verb - 1) or (g.is_adverb(verb - 1) and g.is_auxiliary(verb - 2))):
        verb -= 1
    return verb


def _is_thing(g: Grammar, subject: Run) -> bool:
    """Whether a subject is a common noun of which nobody can be sure that it is somebody: "the dam"."""
    if not g.is_determiner(subject[0]) or any(g.is_name(k) for k in range(subject[0] + 1, subject[1])):
        return False
    source = describe_source(g, subject)
    return source.kind is SourceKind.DOCUMENT or (source.kind is SourceKind.ORGANISATION and source.head not in g.lexicon.kinds)
