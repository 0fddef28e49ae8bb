"""Whose words they are: the subject of a verb cue, before it, shared with another verb, or hung on."""

from credibility.attribution.constructions.cues import VerbCue
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.phrases.noun_phrases import subject_before
from credibility.attribution.phrases.phrases_after import source_after
from credibility.attribution.text.lexicon import Form
from credibility.attribution.text.sentences import Run

_HEARD = 6  # tokens of whom one hears


def subject_of(g: Grammar, cue: VerbCue, sentence: Run, found: list[Finding]) -> Run | None:
    """The verb's subject: the phrase before it, or that of the verb it is coordinated with or hangs on."""
    start = cue.group[0]
    before = start - 1
    joints, words = g.lexicon.cues.verb_joints, g.lexicon.words
    coordinated = g.lower(before) in joints or (g.word(before) == "," and g.lower(before - 1) in words.coordinators)
    if cue.form is Form.GERUND and not is_progressive(g, cue):
        return _participle_subject(g, cue, sentence, found)
    if coordinated or (
        g.word(before) == ","
        and (g.lower(cue.group[1]) == "that" or g.passage.opens(cue.group[1]))
        and subject_before(g, start, sentence[0]) is None
    ):
        return _earlier_subject(g, start, sentence, found)
    subject = _without_opening(g, cue, subject_before(g, start, sentence[0]))
    if (
        subject
        and subject[0] > sentence[0]
        and g.lower(subject[0] - 1) in words.free_relatives
        and g.lower(subject[0] - 2) not in words.prepositions
    ):
        return None
    return subject


def _perceived(g: Grammar, cue: VerbCue, subject: Run) -> Run:
    """Whom one hears: "I heard | somebody say"."""
    if cue.form is not Form.BASE:
        return subject
    behind = [k + 1 for k in range(*subject) if g.lower(k) in g.lexicon.cues.perceiving]
    return (behind[-1], subject[1]) if behind and behind[-1] < subject[1] else subject


def _without_opening(g: Grammar, cue: VerbCue, subject: Run | None) -> Run | None:
    """A subject without the words before it that suppose or ask: "in case the Post", "Unless ESPN", "Has CNN"."""
    if subject is None:
        return None
    cues = g.lexicon.cues
    end = subject[1]
    if g.word(end) in DASHES:  # an aside in dashes has its own "whether"
        end = next((k for k in range(end - 1, subject[0], -1) if g.word(k) in DASHES), end)
    for k in range(end - 2, subject[0] - 1, -1):
        if g.lower(k) in cues.before_subjects and (k == subject[0] or g.word(k).islower()):
            return (k + 1, subject[1])
    return _perceived(g, cue, subject)


def in_contact_clause(g: Grammar, subject: Run, sentence: Run) -> bool:
    """Whether a pronoun and its verb describe the noun before them: "something | she had already admitted"."""
    words, before = g.lexicon.words, subject[0] - 1
    bound = before >= sentence[0] and g.lower(subject[0]) in words.subject_pronouns and g.word(before).isalpha()
    joint = g.lower(before)
    return bound and not (joint in words.wh or joint in words.subordinators or joint in words.joining or g.is_adverb(before))


def ends_inverted(g: Grammar, cue: VerbCue, sentence: Run) -> bool:
    """Whether a name behind the cue, and at most a day, ends the sentence: "…, said Jane Doe on Tuesday"."""
    if g.word(cue.group[0] - 1) != "," or cue.form not in (Form.PAST, Form.THIRD) or not cue.inverts:
        return False
    at = cue.group[1] + (g.lower(cue.group[1]) == "the")
    source = source_after(g, cue.group[1], sentence[1]) if g.is_name(at) else None
    if source is None or not g.has_clause((sentence[0], cue.group[0])):
        return False
    return all(_is_day(g, k) for k in range(source[1], sentence[1]))


def _is_day(g: Grammar, k: int) -> bool:
    """Whether token k is a part of a day: "on Tuesday, 3 May"."""
    return g.is_time(k) or g.is_mark(k) or g.word(k).isdigit() or g.lower(k) in g.lexicon.cues.before_day


def is_progressive(g: Grammar, cue: VerbCue) -> bool:
    """Whether the -ing form follows a form of "be": a main verb, no participle."""
    return any(g.lower(k) in g.lexicon.words.be for k in range(cue.group[0], cue.head))


def _earlier_subject(g: Grammar, at: int, sentence: Run, found: list[Finding]) -> Run | None:
    """The source of the last finding of this sentence, else the sentence's own subject."""
    for finding in reversed(found):
        if finding.sentence != sentence:
            break
        if finding.source and finding.cue[0] < at and not _shut_in(g, finding.cue[0], at):
            return finding.source
    return sentence_subject(g, sentence, at)


def _shut_in(g: Grammar, cue: int, at: int) -> bool:
    """Whether a bracket that holds the earlier cue closes before `at`."""
    closing = next((k for k in range(cue, at) if g.word(k) == ")"), None)
    return closing is not None and not any(g.word(k) == "(" for k in range(cue, closing))


def _participle_subject(g: Grammar, cue: VerbCue, sentence: Run, found: list[Finding]) -> Run | None:
    """Whose saying it is: the noun right before ("a statement saying"), else the subject of the clause it hangs on."""
    before = cue.group[0] - 1
    if before < sentence[0]:
        return None
    if heard := perceived_before(g, cue.group[0], sentence[0]):
        return heard
    if (
        g.word(before) not in (",",)
        and g.word(before) not in DASHES
        and g.lower(before) not in g.lexicon.words.no_noun_before
        and not g.quoted(before)
    ):
        noun = _object_alone(g, subject_before(g, cue.group[0], sentence[0]))
        if noun and g.lower(noun[1] - 1) in g.lexicon.kinds:
            return noun
    return _clause_subject(g, before, sentence) or _earlier_subject(g, cue.group[0], sentence, found)


def perceived_before(g: Grammar, verb: int, floor: int) -> Run | None:
    """Whom one hears or sees say it: "it is hard not to hear | Miss Brodie | telling her girls"."""
    for k in range(verb - 2, max(floor, verb - 1 - _HEARD) - 1, -1):
        if g.lower(k) in g.lexicon.cues.hearing and not any(g.is_mark(i) or g.quoted(i) for i in range(k, verb)):
            return (k + 1, verb)
        if g.is_finite(k) or g.is_mark(k):
            return None
    return None


def _object_alone(g: Grammar, noun: Run | None) -> Run | None:
    """The noun phrase at the end of a run without the verbs before its article: "gearing up to file | a lawsuit"."""
    if noun is None:
        return None
    articles = g.lexicon.words.indefinite_articles | g.lexicon.words.definite
    opening = next((k for k in range(noun[1] - 1, noun[0], -1) if g.lower(k) in articles), noun[0])
    return (opening, noun[1]) if opening == noun[0] or g.lower(opening - 1) not in g.lexicon.words.prepositions else noun


def _clause_subject(g: Grammar, comma: int, sentence: Run) -> Run | None:
    """The subject of the short clause right before a participle's comma: "When Lee asked, he declined, saying …"."""
    if g.word(comma) != ",":
        return None
    opening = next((k for k in range(comma - 1, sentence[0] - 1, -1) if g.word(k) in (",", ";") or g.quoted(k)), None)
    if opening is None or g.lower(opening + 1) not in g.lexicon.words.people_pronouns:
        return None
    start = opening + 1
    return (start, start + 1) if g.is_finite(start + 1) or g.is_past(start + 1) else None


def sentence_subject(g: Grammar, sentence: Run, limit: int) -> Run | None:
    """The noun phrase before the first finite verb of a sentence."""
    start = _after_opening(g, sentence[0], limit)
    for k in range(start, limit):
        if not g.quoted(k) and k > start and (g.is_finite(k) or g.is_past(k)):
            verb = k
            while verb > start and g.is_adverb(verb - 1):
                verb -= 1
            return subject_before(g, verb, start)
    return _opening_subject(g, start, limit)


def _after_opening(g: Grammar, start: int, limit: int) -> int:
    """One past the comma behind a phrase or clause of time or place that opens a sentence, else its start."""
    word, words = g.lower(start), g.lexicon.words
    if not (word in words.prepositions or word in words.subordinators or word.endswith("ing") or g.is_adverb(start)):
        return start
    return next((k + 1 for k in range(start, limit) if g.word(k) == "," and not g.quoted(k)), start)


def _opening_subject(g: Grammar, start: int, limit: int) -> Run | None:
    """A pronoun or a name that opens a sentence before a verb nobody listed: "He funds the school and has said …"."""
    if g.lower(start) in g.lexicon.words.subject_pronouns - g.lexicon.words.relatives:
        return (start, start + 1) if start + 1 < limit else None
    end = start
    while end < limit and g.is_name(end) and not g.is_determiner(end):
        end += 1
    third = g.lower(end).endswith("s") and g.word(end).islower() and not g.lower(end).endswith(("'s", "’s", "ss"))
    return (start, end) if start < end < limit and third else None
