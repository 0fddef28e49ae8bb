"""Where a sentence signals that somebody says something: verb groups and fixed phrases."""

from dataclasses import dataclass

from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.text.lexicon import Form, Phrase, Verb
from credibility.attribution.text.sentences import Run

_SUBJECT_REACH = 14
_ASIDE_REACH = 30  # tokens of an aside between a subject and its verb


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A reporting verb met in the text; `group` holds its auxiliaries, adverbs and particle."""

    verb: Verb
    form: Form
    head: int
    group: Run
    passive: bool = False
    negated: bool = False
    modal: bool = False

    @property
    def inverts(self) -> bool:
        """Whether its subject may stand behind it; behind "told" stands who hears it."""
        return self.verb.takes("invert") and not self.verb.takes("tells")


@dataclass(frozen=True, slots=True)
class PhraseCue:
    """A fixed phrase such as "according to"."""

    phrase: Phrase
    group: Run


def find_verb_cues(g: Grammar) -> tuple[VerbCue, ...]:
    """Verbs of saying and of attitude outside quotations, in order."""
    found: list[VerbCue] = []
    for i, word in enumerate(g.passage.lower):
        if word in g.lexicon.forms and not g.passage.quoted[i]:
            cue = _verb_cue(g, i)
            if cue:
                found.append(cue)
    return tuple(found)


def find_phrase_cues(g: Grammar) -> tuple[PhraseCue, ...]:
    """Fixed cue phrases outside quotations, in order."""
    found: list[PhraseCue] = []
    phrases = g.lexicon.phrases
    for i, word in enumerate(g.passage.lower):
        if word not in phrases or g.passage.quoted[i] or i in g.in_idiom:
            continue
        for phrase in phrases[word]:
            if g.passage.matches(i, phrase.words):
                found.append(PhraseCue(phrase, (i, i + len(phrase.words))))
                break
    return tuple(found)


def _verb_cue(g: Grammar, i: int) -> VerbCue | None:
    row = None if i in g.in_idiom else _row(g, i)
    if row is None:
        return None
    verb, form = row
    near = _group_start(g, i)
    start = _raised(g, near) if form is Form.BASE and g.lower(near - 1) == "to" else near
    if start is None:
        return None
    before, words = g.passage.lower[start:i], g.lexicon.words
    auxiliaries = [word for word in g.passage.lower[start:i] if word in g.lexicon.auxiliaries]
    if start == near and not _is_verb_here(g, i, start, form, auxiliaries):
        return None
    return VerbCue(
        verb,
        form,
        i,
        (start, i + 1 + len(verb.particle)),
        passive=not words.be.isdisjoint(auxiliaries[-1:]) and form in (Form.PAST, Form.PARTICIPLE),
        negated=any(word in words.negations for word in before),
        modal=any(word in words.modals - g.lexicon.cues.plain_modals or word in g.lexicon.cues.cannot for word in before),
    )


def _raised(g: Grammar, start: int) -> int | None:
    """Where the verb group of an infinitive begins, "went on to say"; None where "to" opens no report ("in order to say").

    In "if X were to say" and "declined to say" it is a report too, though nothing is asserted; in "were X to say" it begins at "to".
    """
    verb, cues = start - 2, g.lexicon.cues
    if g.lower(verb) in g.lexicon.words.raising:
        return _group_start(g, verb - (g.lower(verb) == "on"))
    if g.lower(verb) in cues.withholding or g.lower(verb) in cues.inverting:
        return _group_start(g, verb)
    opening = g.passage.sentences[g.sentence_of(start)][0]
    plain = not any(g.is_finite(k) or g.is_mark(k) for k in range(opening + 1, start - 1))
    turned = g.lower(opening) in cues.inverting and plain
    return start - 1 if turned else None


def _row(g: Grammar, i: int) -> tuple[Verb, Form] | None:
    """The verb this token is: the longest particle that fits; none where "to say" follows ("went on to say")."""
    for verb, form in g.lexicon.forms[g.passage.lower[i]]:
        if not verb.particle or g.passage.matches(i + 1, verb.particle):
            prelude = verb.takes("prelude") and g.lower(i + 1 + len(verb.particle)) == "to"
            return None if prelude else (verb, form)
    return None


def _group_start(g: Grammar, i: int) -> int:
    """The first auxiliary or adverb of the verb group that ends at token i."""
    start = i
    while (
        start > 0
        and not g.quoted(start - 1)
        and (g.is_auxiliary(start - 1) or g.lower(start - 1) in g.lexicon.cues.nots or g.is_adverb(start - 1))
    ):
        start -= 1
    return start


def _is_verb_here(g: Grammar, i: int, start: int, form: Form, auxiliaries: list[str]) -> bool:
    """Whether the token is a verb and no noun or adjective, told by what stands before and after it."""
    if _follows_article(g, i) or _follows_article(g, start):
        return False
    if auxiliaries:
        return form is not Form.THIRD
    if form in (Form.BASE, Form.THIRD) and _rather_noun(g, i, start):
        return False
    if form is Form.BASE:
        return not _bids(g, start) and (g.lower(i) not in g.lexicon.noun_like or g.lower(i + 1) == "that" or _plural_before(g, start))
    if form is Form.THIRD:
        previous, words = g.lower(i - 1), g.lexicon.words
        noun_before = previous not in words.prepositions and previous not in words.before_nouns
        return noun_before and not (g.is_finite(i + 1) and g.lower(i + 1).isalpha())
    return form is not Form.PARTICIPLE


def _bids(g: Grammar, start: int) -> bool:
    """Whether the verb bids the reader do something: "To see how far it goes, recall that …"."""
    opening = g.passage.sentences[g.sentence_of(start)][0]
    purpose = g.lower(opening) == "to" and not any(g.is_finite(k) or g.quoted(k) for k in range(opening + 1, start))
    return purpose and g.word(start - 1) == ","


def _follows_article(g: Grammar, i: int) -> bool:
    """Whether an article, a possessive or "X's" stands right before: then token i is a noun or an adjective."""
    previous = g.lower(i - 1)
    if previous in g.lexicon.words.articles or previous in g.lexicon.words.possessives:
        return True
    return g.is_possessive(i - 1)


def _rather_noun(g: Grammar, i: int, start: int) -> bool:
    """Whether a form such as "reports" is a noun: no name, pronoun or source noun stands before it, or no content follows."""
    if g.lower(i) not in g.lexicon.noun_like:
        return False
    after = i + 1
    if g.lower(start - 1) in g.lexicon.cues.receiving:
        return True  # "has received reports that …"
    if g.lower(after) == "that" and (g.is_finite(after + 1) or g.is_past(after + 1)):
        return True  # "states that border the lake", "claims that were made"
    if g.word(start - 1) == "," and _name_ends_sentence(g, after):
        return False  # "…, notes the Herald."
    marked = _is_marked(g, after)
    speaker = _speaker_before(g, i, start, marked)
    if g.lower(i) in g.lexicon.cues.rather_nouns:
        return not (marked and speaker)
    return not (speaker or (marked and g.word(start - 1) != ","))


def _name_ends_sentence(g: Grammar, start: int) -> bool:
    """Whether nothing but a name, with or without "the", stands between a token and the end of its sentence."""
    end = g.passage.sentences[g.sentence_of(start - 1)][1]
    start += g.lower(start) == "the"
    last = end - (g.word(end - 1) in (".", "!", "?"))
    return start < last and all(g.is_name(k) for k in range(start, last))


def _is_marked(g: Grammar, after: int) -> bool:
    """Whether "that", a colon or a quotation stands at a token."""
    if g.lower(after) == "that" or g.passage.opens(after) or g.word(after) == ":":
        return True
    return g.word(after) == "," and g.passage.opens(after + 1)


def _speaker_before(g: Grammar, i: int, start: int, marked: bool) -> bool:
    """Whether a name, a pronoun or a source noun stands where the subject of the verb at token i would."""
    before, words = g.lower(start - 1), g.lexicon.words
    if before in words.subject_pronouns or before in words.relatives or _names_source(g, before):
        return True
    if g.is_name(start - 1) and before not in words.numbers:
        return True
    if g.lexicon.forms[g.lower(i)][0][0].takes("counts") and _source_noun_before(g, start):
        return True
    return _source_before_aside(g, i, start, marked)


def _source_before_aside(g: Grammar, i: int, start: int, marked: bool) -> bool:
    """Whether a source noun stands before an aside in commas or dashes that ends right before the verb at token i."""
    dashed, words = g.word(start - 1) in DASHES, g.lexicon.words
    if not (dashed or g.word(start - 1) == ",") or not (marked or (dashed and g.lower(i + 1) in words.wh | words.focusing)):
        return False
    # "a letter to his aunt, written in May, shows that …", "a report on the quay — a wreck — shows how …"
    marks = DASHES if dashed else frozenset({","})
    opening = next((k for k in range(start - 2, max(0, start - _ASIDE_REACH), -1) if g.word(k) in marks and not g.quoted(k)), 0)
    return _source_noun_before(g, opening, _ASIDE_REACH if dashed else _SUBJECT_REACH)


def _names_source(g: Grammar, word: str) -> bool:
    return word in g.lexicon.kinds or word in g.lexicon.officials or word in g.lexicon.anonymous


def _source_noun_before(g: Grammar, start: int, reach: int = _SUBJECT_REACH) -> bool:
    """Whether a document, a poll or people stand somewhere in the phrase before: "figures from the census show"."""
    for k in range(start - 1, start - reach, -1):
        if g.is_mark(k) or g.is_finite(k) or g.quoted(k):
            return False
        if _names_source(g, g.lower(k)):
            return True
    return False


def _plural_before(g: Grammar, start: int) -> bool:
    """Whether the subject before a base form is a plural: by its ending, by "and", or by a plural source noun in the phrase."""
    word = g.lower(start - 1)
    if word in g.lexicon.words.plural_subjects or (word.endswith("s") and not word.endswith("ss") and g.word(start - 1)[0].isalnum()):
        return True
    if word in (",", ")") or "and" in (g.lower(start - 2), g.lower(start - 3)):
        return True
    return any(g.lower(k).endswith("s") and _names_source(g, g.lower(k)) for k in range(start - _SUBJECT_REACH, start))
