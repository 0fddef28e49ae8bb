"""Attributions by a noun: X's claim that content · a report by X that content · X published revelations on how content."""

from credibility.attribution.constructions.polarity import governs
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.clauses import content_from
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.noun_phrases import subject_before
from credibility.attribution.phrases.owners import owner_ending
from credibility.attribution.phrases.phrase_starts import is_past_verb
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said

NOUN_CLAUSE = said("noun with its clause")


def find_noun_cues(g: Grammar, attitudes: bool) -> list[Finding]:
    """X's claim that content · a report by X that content · X published revelations on how content."""
    found: list[Finding] = []
    for i, word in enumerate(g.passage.lower):
        attitude = attitudes and word in g.lexicon.attitude_nouns
        if g.passage.quoted[i] or not (attitude or word in g.lexicon.cue_nouns):
            continue
        sentence = g.passage.sentences[g.sentence_of(i)]
        start = _noun_content(g, i, sentence[1])
        source = _noun_source(g, i, start, sentence) if start is not None else None
        if start is None or source is None:
            continue
        content = _quoted_alone(g, start) or _before_main_verb(g, i, content_from(g, start, sentence), sentence)
        if content and content[1] - content[0] > 3:
            found.append(Finding(NOUN_CLAUSE, word, (i, i + 1), source, (content,), sentence, attitude=attitude))
    return found


def _quoted_alone(g: Grammar, that: int) -> Run | None:
    """A clause that is a quotation and nothing else: "his insistence that “anyone can do this,” while true, …"."""
    if g.lower(that) != "that" or not g.passage.opens(that + 1):
        return None
    quotation = g.passage.quotations[g.passage.quoted[that + 1] - 1]
    behind, words = g.lower(quotation.end), g.lexicon.words
    parted = g.is_mark(quotation.end) or behind in words.subordinators or behind in words.asides
    return (that, quotation.end) if parted and g.has_clause((that + 1, quotation.end)) else None


def _before_main_verb(g: Grammar, noun: int, content: Run | None, sentence: Run) -> Run | None:
    """A content without the verb whose subject it is: "the claim that he lied | was false", "news that it paused sales | crushed hopes"."""
    if content is None:
        return content
    relative = _relative_clause(g, sentence[0], noun)
    if relative is None and any(_is_verb(g, k) for k in range(sentence[0], noun)):
        return content
    verb = _verb_over_comma(g, content) if relative is not None and g.word(relative - 1) == "," else _main_verb_in(g, content)
    return (content[0], verb)


def _verb_over_comma(g: Grammar, content: Run) -> int:
    """The comma between a relative clause and the main verb: "a report, which repeats his claim that he won |, was kept back"."""
    commas = (k for k in range(content[0] + 2, content[1]) if g.word(k) == ",")
    return next((k for k in commas if g.is_finite(k + 1 + g.is_adverb(k + 1))), content[1])


def _main_verb_in(g: Grammar, content: Run) -> int:
    """The second verb of a content, which is that of the main clause; the end of the content if there is none."""
    described = (k for k in range(content[0] + 1, content[1]) if g.lower(k) in g.lexicon.words.describing_relatives)
    verbs = [k for k in range(content[0] + 2, next(described, content[1])) if _may_be_main(g, k)]
    own = next((k for k in range(content[0] + 1, content[1]) if g.is_finite(k) or g.is_past(k)), content[1])
    return next((k for k in verbs if k > own + g.is_auxiliary(own)), content[1])


def _relative_clause(g: Grammar, start: int, noun: int) -> int | None:
    """The "who" of "a man who disputed X's claim", when no other verb stands before the noun: the sentence's own is still to come."""
    relative = next((k for k in range(start + 1, noun) if g.lower(k) in g.lexicon.words.subject_relatives), noun)
    verbs = [k for k in range(start, noun) if _is_verb(g, k)]
    groups = [k for k in verbs if k - 1 not in verbs and not (g.is_adverb(k - 1) and k - 2 in verbs)]
    alone = len(groups) < 2 and all(relative < k and not g.quoted(k) for k in groups)
    return relative if alone and relative < noun else None


def _is_verb(g: Grammar, k: int) -> bool:
    """Whether token k is a verb, or quoted words, which may be one."""
    return g.is_finite(k) or g.is_past(k) or g.quoted(k)


def _may_be_main(g: Grammar, k: int) -> bool:
    """Whether token k is a finite verb that no conjunction, pronoun or auxiliary before it binds to the clause."""
    if g.quoted(k) or not (is_past_verb(g, k) or (g.is_finite(k) and g.lower(k) not in g.lexicon.words.modals)):
        return False
    before, words = g.lower(k - 1), g.lexicon.words
    bound = before in words.relatives or before in words.subject_pronouns or before in words.listing_joints or before == ","
    return not (bound or before in words.subordinators or g.is_auxiliary(k - 1) or g.is_adverb(k - 1))


def _noun_content(g: Grammar, noun: int, limit: int) -> int | None:
    """Where "that …" or "on how …" begins after the noun."""
    for k in range(noun + 1, min(limit, noun + 10)):
        if g.lower(k) == "that" and g.has_clause((k + 2, limit)) and not g.is_finite(k + 1):
            return k if k == noun + 1 or g.lower(noun + 1) in g.lexicon.cues.noun_ties else None
        if g.lower(k) in g.lexicon.cues.noun_questions and g.lower(k - 1) in g.lexicon.cues.noun_topics:
            return k if k == noun + 2 else None
        if g.is_mark(k) or g.quoted(k) or g.is_finite(k):
            return None
    return None


def _noun_source(g: Grammar, noun: int, content: int, sentence: Run) -> Run | None:
    """Whose claim it is: "by X", "X's", or the subject of the verb that gives it out."""
    if g.lower(noun + 1) in g.lexicon.cues.noun_makers and content > noun + 2:
        return (noun + 2, content)
    for k in range(noun - 1, max(sentence[0], noun - 5) - 1, -1):
        word = g.lower(k)
        if g.is_possessive(k):
            return owner_ending(g, k, sentence[0])
        if word in g.lexicon.words.possessives and word not in g.lexicon.words.possessive_relatives:
            return (k, k + 1)
        if word in g.lexicon.giving or governs(g, k):
            return subject_before(g, _group_start(g, k, sentence[0]), sentence[0])
        if g.quoted(k) or g.is_mark(k):
            return None
    return None


def _group_start(g: Grammar, k: int, floor: int) -> int:
    """The first auxiliary or adverb before the verb at token k."""
    while k > floor and (g.lower(k - 1) in g.lexicon.auxiliaries or g.is_adverb(k - 1)):
        k -= 1
    return k
