"""Where a content ends: at the end of its clause, its quotation or its sentence."""

from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.text.lexicon import Form, Verb
from credibility.attribution.text.sentences import Run

_PRONOUN_REACH = 9
_SUBJECT_REACH = 9
_TAIL_REACH = 24
_ADDRESSEE_REACH = 6
_ACCORDING = ("according", "to")
_MAIN = (Form.PAST, Form.THIRD)


def content_from(g: Grammar, start: int, sentence: Run) -> Run | None:
    """The content that starts at token `start`: a quotation, or the clause to its end without its full stop."""
    limit = sentence[1]
    if start >= limit:
        return None
    if g.passage.opens(start):
        quotation = g.passage.quotations[g.passage.quoted[start] - 1]
        if quotation.end >= limit or _stands_alone(g, quotation.end, limit):
            return (start, quotation.end)
    end = trim_end(g, start, clause_end(g, start, limit))
    return (start, end) if any(g.word(k)[0].isalnum() for k in range(start, end)) else None


def _stands_alone(g: Grammar, end: int, limit: int) -> bool:
    """Whether a quotation that ended is the whole content, by the punctuation around its closing mark."""
    inner, following = g.word(end - 2), g.word(end)
    inner = g.word(end - 3) if inner in ("’", "'") else inner  # “… ‘Whose box do you trust?’”
    if following in (".", "!", "?", ";") or following in DASHES:
        return True
    if inner in (",", ".", "?", "!", "…", "...") or following == ",":
        return not (following in g.lexicon.words.alternatives and g.passage.opens(end + 1))
    return following in g.lexicon.words.after_quotation and limit - end > 1 and g.passage.quotations[g.passage.quoted[end - 1] - 1].full


def trim_end(g: Grammar, start: int, end: int) -> int:
    """Leave out the final full stop of an unquoted content and loose punctuation."""
    while end > start and not g.quoted(end - 1) and (g.word(end - 1) in (".", ",", ";", ":", "?", "!", "*") or g.word(end - 1) in DASHES):
        if g.word(end - 1) == "?":
            break
        end -= 1
    return end


def clause_end(g: Grammar, start: int, limit: int) -> int:
    """One past the last token of an unquoted content that starts at `start`: the sentence's end or the next cue's clause."""
    i, depth = start, 0
    while i < limit and (i := g.joints[i]) < limit:
        if g.quoted(i):
            i = g.passage.quotations[g.passage.quoted[i] - 1].end
            if i < limit and (_quotation_closes(g, i) or _runs_on(g, start, i, limit)):
                return i
            continue
        depth += (g.word(i) == "(") - (g.word(i) == ")")
        if depth < 0 or _clause_is_over(g, start, i, limit):
            return i
        i += 1
    return limit


def _clause_is_over(g: Grammar, start: int, i: int, limit: int) -> bool:
    """Whether another clause, another cue or the occasion of speaking begins at token i."""
    if i > start and (g.word(i) == ";" or _next_cue_begins(g, i, limit)):
        return True
    return i > start + 1 and _occasion_tail(g, i, limit)


def _quotation_closes(g: Grammar, i: int) -> bool:
    """Whether the clause is over because the quotation that ended at i closed with punctuation of its own."""
    inner = g.word(i - 2)
    if inner == "," and g.lower(i) in g.lexicon.words.contrasting:
        return g.lower(i + 1) in g.lexicon.words.subject_pronouns or g.is_name(i + 1) or g.is_determiner(i + 1)
    return inner in (".", "?", "!") and g.word(i) not in (",",) and g.is_name(i)


def _runs_on(g: Grammar, start: int, i: int, limit: int) -> bool:
    """Whether another clause goes on behind a quotation that ended with a comma: the next cue, or the verb of the main clause.

    "The mayor, who says it is “a pity,” will leave": but a comma before the quotation would make an insertion of it.
    """
    if g.word(i - 2) != ",":
        return False
    opening = g.passage.quotations[g.passage.quoted[i - 1] - 1].start
    plain = opening > start and all(g.word(k) != "," or g.quoted(k) for k in range(start, opening))
    return cue_begins(g, i, limit, ",", "") or (plain and g.is_auxiliary(i))


def _next_cue_begins(g: Grammar, i: int, limit: int) -> bool:
    """Whether at token i (a comma, dash or conjunction) another attribution of the sentence starts."""
    word = g.lower(i)
    if not (g.word(i) in (",", ";") or g.word(i) in DASHES or word in g.lexicon.words.joining):
        return False
    after = g.next_unmarked(i, limit)
    if after >= limit:
        return False
    conjunction = i + (g.word(i) == ",")
    parted = g.word(i) == "," or g.passage.closes(i - 1)
    if parted and _others_speak(g, conjunction + (g.lower(conjunction) in g.lexicon.words.contrasting)):
        return True
    if parted and g.lower(conjunction) in g.lexicon.words.contrasting:
        speaks = _speaks_anew(g, conjunction + 1, limit) or _another_speaks(g, conjunction + 1, limit)
        if speaks:
            return True
    joint = g.lower(conjunction) if g.lower(conjunction) in g.lexicon.words.coordinators else g.lower(after - 1)
    return cue_begins(g, after, limit, g.word(i), joint)


def _speaks_anew(g: Grammar, at: int, limit: int) -> bool:
    """Whether a person named before speaks in the clause behind a conjunction: "…, but in the end they pointed out that …"."""
    people = g.lexicon.words.people_pronouns
    pronoun = next((k for k in range(at, min(limit, at + _PRONOUN_REACH)) if g.lower(k) in people), limit)
    if any(g.is_mark(k) or g.quoted(k) or g.is_finite(k) for k in range(at, pronoun)):
        return False
    return _says_soon(g, pronoun + 1, min(limit, pronoun + _PRONOUN_REACH))


def _another_speaks(g: Grammar, at: int, limit: int) -> bool:
    """Whether somebody named speaks in the clause behind a conjunction: "…, and the Courier said that …"."""
    start = at + g.is_determiner(at)
    if not g.is_name(start):
        return False
    return _says_soon(g, start + 1, min(limit, start + _SUBJECT_REACH), first_verb=True)


def _others_speak(g: Grammar, at: int) -> bool:
    """Whether "others say" stands at a token: they are others than who spoke before."""
    if g.lower(at) not in g.lexicon.words.counterparts:
        return False
    verb = at + 1
    while g.is_adverb(verb):
        verb += 1
    return any(not row.attitude and form is not Form.GERUND for row, form in g.lexicon.forms.get(g.lower(verb), ()))


def _says_soon(g: Grammar, start: int, limit: int, *, first_verb: bool = False) -> bool:
    """Whether a verb of saying with its content follows before any mark or quotation, and, if asked, before any other verb."""
    for k in range(start, limit):
        if g.is_mark(k) or g.quoted(k):
            return False
        if _says_marked(g, k) or _says_deed(g, k):
            return True
        if first_verb and g.is_finite(k) and g.lower(k) not in g.lexicon.words.perfect:
            return False
    return False


def _says_marked(g: Grammar, k: int) -> bool:
    """Whether token k is a verb of saying with "that" or a quotation behind it."""
    for verb, form in g.lexicon.forms.get(g.lower(k), ()):
        end = k + 1 + len(verb.particle)
        that = range(end, end + (_ADDRESSEE_REACH if verb.takes("tells") else 1))
        marked = g.passage.opens(end) or any(g.lower(m) == "that" for m in that)
        if marked and not verb.attitude and form is not Form.BASE and g.passage.matches(k + 1, verb.particle):
            return True
    return False


def _says_deed(g: Grammar, k: int) -> bool:
    """Whether token k is a verb of saying with somebody's deed behind it: "admitted (to) meeting …", "condemned the council for …"."""
    behind = k + 1 + (g.lower(k + 1) == "to")
    gerund = g.lower(behind).endswith("ing") and g.word(behind).islower()
    for verb, form in g.lexicon.forms.get(g.lower(k), ()):
        if verb.attitude or verb.particle or form not in (Form.PAST, Form.THIRD, Form.PARTICIPLE):
            continue
        if verb.takes("np") and gerund:
            return True
        if verb.takes("for") and (g.is_determiner(behind) or g.is_name(behind)):
            return True
    return False


def cue_begins(g: Grammar, after: int, limit: int, mark: str, joint: str) -> bool:
    """Whether the words from `after` on are a cue of their own; `mark` and `joint` are the first and last token of what parts them."""
    words = g.lexicon.words
    joined = joint in words.coordinators
    if g.passage.matches(after, _ACCORDING) or (joined and _refuses(g, after)):
        return True
    head = _verb_after(g, after, limit)
    for verb, form in g.lexicon.forms.get(g.lower(head), ()):
        if verb.attitude or not g.passage.matches(head + 1, verb.particle):
            continue
        if form is Form.GERUND and not verb.takes("infers") and mark != "and":
            return mark == "," or mark in words.joining
        if joined and form in _MAIN:
            return _coordinates(g, verb, head)
    return False


def _verb_after(g: Grammar, i: int, limit: int) -> int:
    """The token behind the adverbs and forms of "have" that begin at i."""
    while i < limit and (g.is_adverb(i) or g.lower(i) in g.lexicon.words.perfect):
        i += 1
    return i


def _coordinates(g: Grammar, verb: Verb, head: int) -> bool:
    """Whether a verb behind a conjunction starts an attribution of its own: always, or with "that" or a quotation behind it."""
    return (verb.takes("coordinates") and not _tells_of(g, head)) or _is_marked(g, head + 1 + len(verb.particle))


def _tells_of(g: Grammar, head: int) -> bool:
    """Whether somebody mentioned before is told of something: "and told him of their plan"."""
    return g.lower(head + 1) in g.lexicon.words.object_pronouns and g.lower(head + 2) in g.lexicon.cues.noun_topics


def goes_on_telling(g: Grammar, comma: int, limit: int) -> bool:
    """Whether a comma inside what is said goes on with what the same people told somebody: "…, and also told him of their plan"."""
    if g.lower(comma + 1) not in g.lexicon.words.coordinators:
        return False
    return _tells_of(g, _verb_after(g, comma + 2, limit))


def _refuses(g: Grammar, i: int) -> bool:
    """Whether "declined" or "would not" stands at token i."""
    words = g.lexicon.words
    return g.lower(i) in words.refusals or (g.lower(i + 1) == "not" and g.lower(i) in words.refusing)


def _is_marked(g: Grammar, i: int) -> bool:
    """Whether "that" or a quotation, behind a colon or a comma too, stands at token i."""
    return g.lower(i) == "that" or g.passage.opens(i) or (g.word(i) in (":", ",") and g.passage.opens(i + 1))


def without_tail(g: Grammar, run: Run) -> Run:
    """A run without the words at its end that tell on what occasion it was said; without a comma before them they may be what is said."""
    tails = (i for i in range(run[0] + 4, run[1]) if not g.quoted(i) and (g.word(i - 1) == "," or g.lower(i) == "when"))
    tail = next((i for i in tails if _occasion_tail(g, i, run[1])), None)
    return run if tail is None else (run[0], trim_end(g, run[0], tail))


def _occasion_tail(g: Grammar, i: int, limit: int) -> bool:
    """Whether "in an interview with …" or "when asked by …", which tells when it was said, begins at token i and runs to the end."""
    if g.lower(i) == "when":
        return g.lower(i + 1) in g.lexicon.words.questioned
    if g.lower(i) not in g.lexicon.words.occasion_prepositions or g.lower(i + 1) not in g.lexicon.words.indefinite_articles:
        return False
    venue = next(
        (k for k in range(i + 2, min(limit, i + 6)) if g.lower(k) in g.lexicon.words.statements),
        None,
    )
    if venue is None or limit - i >= _TAIL_REACH:
        return False
    return not g.has_clause((venue + 1 + g.is_participle(venue + 1), limit))  # "in a statement posted to its website"
