"""What follows a reporting verb: the construction it opens and where its content begins."""

from dataclasses import dataclass

from credibility.attribution.constructions.cues import VerbCue
from credibility.attribution.phrases.addressees import find_addressee
from credibility.attribution.phrases.adverbials import skip_adverbials
from credibility.attribution.phrases.clauses import clause_end
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.phrases.insertions import past_insertion
from credibility.attribution.text.lexicon import Form
from credibility.attribution.text.sentences import Run

_ADVERBIAL_REACH = 26
_CHARGE_REACH = 16


@dataclass(frozen=True, slots=True)
class Complement:
    """How a verb goes on: `kind` is the frame, `start` the first token of the content."""

    kind: str
    start: int
    addressee: Run | None = None
    inner: Run | None = None
    more: Run | None = None


def complement(g: Grammar, cue: VerbCue, limit: int) -> Complement | None:
    """The construction that the verb opens to its right; None when nothing that could be content follows."""
    at = cue.group[1]
    if cue.verb.takes("quotes"):
        quoted = quoting(g, at, limit)
        if quoted:
            return quoted
    addressee = None
    if cue.verb.takes("addressee"):
        addressee = find_addressee(g, at, limit, required=not cue.verb.takes("np", "to", "object-to") or cue.verb.takes("tells"))
    start = addressee[1] if addressee else at
    if not (g.lower(start) == "to" and cue.verb.takes("to")):
        start = skip_adverbials(g, start, limit)
    if g.passage.matches(start, ("the", "following")):
        start += 2  # "states the following: …"
    if start >= limit:
        return None
    kind = _marked_kind(g, cue, start, limit)
    if kind:
        return Complement(kind[0], kind[1], addressee, cited(g, at, kind[1]))
    return _unmarked(g, cue, start, limit, addressee)


def quoting(g: Grammar, at: int, limit: int) -> Complement | None:
    """Quoted X as saying · quoted X, a founder, admitting: “…”: the source's source is X."""
    for k in range(at + 1, min(limit, at + _ADVERBIAL_REACH)):
        if g.quoted(k):
            return None
        if any(form is Form.GERUND and not verb.attitude for verb, form in g.lexicon.forms.get(g.lower(k), ())):
            start = k + 1
            while g.word(start) in (",", ":"):
                start += 1
            end = k - 1 if g.lower(k - 1) == "as" or g.word(k - 1) == "," else k
            if start < limit and end > at:
                return Complement(
                    "quote" if g.passage.opens(start) else "bare", start, None, (at, end), (k - (g.lower(k - 1) == "as"), k + 1)
                )
    return None


def cited(g: Grammar, start: int, end: int) -> Run | None:
    """Whom a report cites: the phrase after "citing" between two tokens."""
    for k in range(start, end - 1):
        if g.lower(k) in g.lexicon.cues.citing and not g.quoted(k):
            stop = next((j for j in range(k + 1, end) if _ends_cited(g, j)), end)
            return (k + 1, stop) if stop > k + 1 else None
    return None


def _ends_cited(g: Grammar, k: int) -> bool:
    """Whether the phrase behind "citing" is over at token k; a bracket belongs to it."""
    return g.lower(k) in g.lexicon.cues.cited_ends or (g.is_mark(k) and g.word(k) not in ("(", ")"))


def _marked_kind(g: Grammar, cue: VerbCue, start: int, limit: int) -> tuple[str, int] | None:
    """Complements that announce themselves: a colon, a quotation, "that", a question word."""
    word = g.lower(start)
    if g.word(start) == ":":
        return ("colon", start + 1)
    if g.passage.opens(start):
        return ("quote", start) if cue.verb.takes("quote", "that") or len(g.passage.quotations[g.passage.quoted[start] - 1]) > 6 else None
    if g.word(start) == "," or g.word(start) in DASHES:
        return _after_comma(g, start, limit) or _after_insertion(g, start, limit)
    if word == "that" and cue.verb.takes("that") and g.word(start + 1) not in (".", ",", ""):
        return ("that", start)
    asks = word in g.lexicon.words.wh and cue.verb.takes("wh") and (word not in g.lexicon.cues.asked_only or cue.verb.takes("asks"))
    return ("wh", start) if asks else None


def _after_comma(g: Grammar, comma: int, limit: int) -> tuple[str, int] | None:
    """A quotation or "that" after the comma, or after a phrase set in commas."""
    if g.passage.opens(comma + 1):
        return ("quote", comma + 1)
    for k in range(comma + 1, min(limit, comma + _ADVERBIAL_REACH)):
        if g.word(k) in (",", ":") and (g.passage.opens(k + 1) or (g.lower(k + 1) == "that" and g.word(k) == ",")):
            if not _is_inserted(g, comma + 1):
                return None
            return ("quote" if g.passage.opens(k + 1) else "that", k + 1)
        if g.quoted(k):
            return None
    return None


def _after_insertion(g: Grammar, dash: int, limit: int) -> tuple[str, int] | None:
    """A quotation or "that" after an aside in dashes: "argues — rightly, I think — that …"."""
    start = past_insertion(g, dash, limit) + 1
    if start <= dash + 1 or start >= limit:
        return None
    if g.passage.opens(start):
        return ("quote", start)
    return ("that", start) if g.lower(start) == "that" else None


def _is_inserted(g: Grammar, k: int) -> bool:
    """Whether a phrase set in commas between a verb and its content begins at token k."""
    word = g.lower(k)
    return word in g.lexicon.words.prepositions or word.endswith("ing") or g.is_adverb(k) or word in g.lexicon.cues.inserted


def _unmarked(g: Grammar, cue: VerbCue, start: int, limit: int, addressee: Run | None) -> Complement | None:
    """Bare clauses, infinitives and objects."""
    verb = cue.verb
    end = clause_end(g, start, limit)
    if end <= start or g.is_mark(start):
        return None
    for frame, test in _TESTS:
        if verb.takes(frame) and test(g, cue, (start, end)) and not (frame in ("np", "object") and _starts_clause(g, start)):
            return Complement(frame, start, addressee)
    return None


def _starts_clause(g: Grammar, start: int) -> bool:
    """Whether a pronoun subject begins there, so that no noun phrase does."""
    return g.lower(start) in g.lexicon.words.subject_pronouns and g.lower(start) not in g.lexicon.words.object_pronouns


def _bare(g: Grammar, cue: VerbCue, run: Run) -> bool:
    word, words = g.lower(run[0]), g.lexicon.words
    says = cue.verb.takes("says")
    if cue.passive or word in words.nothings or _is_no_clause(g, run, says):
        return False
    if says:
        return _opens_clause(g, word) or g.has_clause((run[0] + 1, run[1])) or _is_telegraphic(g, run)
    return _has_own_verb(g, run) or (g.word(run[0])[0].isdigit() and cue.verb.takes("counts"))


def _opens_clause(g: Grammar, word: str) -> bool:
    """Whether a word behind "said" opens a clause by itself: a pronoun or a form of "be" or "have"."""
    words = g.lexicon.words
    return word in words.subject_pronouns or word in words.contracted or word in words.be or word in words.have


def _is_telegraphic(g: Grammar, run: Run) -> bool:
    """Whether words without a verb may be what is said: no phrase of time or place, and not "the same"."""
    plain = g.lower(run[0]) not in g.lexicon.words.prepositions and not g.is_adverb(run[0])
    return plain and g.lower(run[0] + 1) not in g.lexicon.cues.nothing_new and run[1] - run[0] >= 3


def _has_own_verb(g: Grammar, run: Run) -> bool:
    """Whether a verb in the run belongs to its first noun, not to a relative clause or to a coordinated verb of the speaker's."""
    joints = g.lexicon.words.relatives | g.lexicon.cues.clause_joints
    for k in range(run[0] + 1, run[1]):
        if g.has_clause((k - 1, k + 1)) and (g.is_finite(k) or g.is_past(k)):
            before = k - 1
            while before > run[0] and g.is_adverb(before):
                before -= 1
            contact = g.lower(before) in g.lexicon.words.subject_pronouns and before > run[0] and g.word(before - 1).isalpha()
            if g.lower(before) not in joints and not (contact and g.lower(before - 1) not in joints):  # "coins | he later sold"
                return True
    return False


def _is_no_clause(g: Grammar, run: Run, says: bool) -> bool:
    """Whether the first word starts an object, an adverbial or a subordinate clause rather than what is said."""
    word, words = g.lower(run[0]), g.lexicon.words
    if word in words.fronting:  # "said if the rain stops, the bridge will open"
        return not (says and word in g.lexicon.cues.fronted_clauses and "," in g.passage.words[run[0] : run[1]])
    if word in words.object_pronouns:
        return word not in g.lexicon.cues.either_pronouns
    return word in words.subordinators and word not in g.lexicon.cues.content_openers


def _infinitive(g: Grammar, _: VerbCue, run: Run) -> bool:
    return run[1] - run[0] > 2 and g.lower(run[0]) == "to" and g.word(run[0] + 1).islower()


def _as(g: Grammar, cue: VerbCue, run: Run) -> bool:
    return not cue.passive and "as" in g.passage.lower[run[0] + 1 : run[0] + _CHARGE_REACH] and not g.is_adverb(run[0])


def _of(g: Grammar, cue: VerbCue, run: Run) -> bool:
    if cue.verb.takes("warns"):
        return g.lower(run[0]) == "of"
    return not cue.passive and "of" in g.passage.lower[run[0] + 1 : run[0] + _CHARGE_REACH]


def _for(g: Grammar, cue: VerbCue, run: Run) -> bool:
    return not cue.passive and "for" in g.passage.lower[run[0] + 1 : run[0] + _CHARGE_REACH]


_BARE_NAME = 2  # words: an article and a noun


def _object(g: Grammar, cue: VerbCue, run: Run) -> bool:
    word = g.lower(run[0])
    if cue.passive or word in g.lexicon.words.prepositions or g.is_adverb(run[0]) or word in g.lexicon.words.subordinators:
        return False
    if word in g.lexicon.words.indefinite_articles and sum(not g.is_mark(k) for k in range(*run)) == _BARE_NAME:
        return False  # the name alone, without what is called so: "others deemed a threat"
    on_the_phone = any(g.lower(k) == "about" and not g.quoted(k) for k in range(*run)) or any(
        g.lower(k) in g.lexicon.words.fronted_times and g.is_time(k + 1) for k in range(run[0] + 1, run[1] - 1)
    )
    return run[1] - run[0] >= 3 and not g.is_finite(run[0]) and not on_the_phone  # "those called were at home", "called the mayor about it"


def _object_infinitive(g: Grammar, cue: VerbCue, run: Run) -> bool:
    if cue.passive or g.lower(run[0]) in g.lexicon.words.prepositions:
        return False
    return any(
        g.lower(k) == "to" and g.word(k + 1).islower() and not g.is_determiner(k + 1) for k in range(run[0] + 1, min(run[1], run[0] + 12))
    )


def _noun_object(g: Grammar, cue: VerbCue, run: Run) -> bool:
    word, words = g.lower(run[0]), g.lexicon.words
    if cue.passive or (cue.form is Form.BASE and cue.group[0] != cue.head) or g.is_adverb(run[0]) or g.is_finite(run[0]):
        return False
    if word in words.prepositions or word in words.subordinators or word in words.nothings:
        return False
    return run[1] - run[0] >= (1 if cue.verb.takes("terse") else 3)


_TESTS = (
    ("bare", _bare),
    ("to", _infinitive),
    ("as", _as),
    ("of", _of),
    ("for", _for),
    ("object-to", _object_infinitive),
    ("object", _object),
    ("np", _noun_object),
)
