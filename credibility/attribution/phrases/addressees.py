"""Who is told: the phrase between a verb of telling and its content."""

from credibility.attribution.constructions.cues import VerbCue
from credibility.attribution.phrases.adverbials import skip_adverbials
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.text.quotations import Quotation
from credibility.attribution.text.sentences import Run

_ADDRESSEE_REACH = 16
_TITLE = 8


def addressee_after(g: Grammar, cue: VerbCue, limit: int) -> Run | None:
    """Who was told, for verbs that always name somebody."""
    return find_addressee(g, cue.group[1], limit, required=True) if cue.verb.takes("tells") else None


def find_addressee(g: Grammar, start: int, limit: int, required: bool) -> Run | None:
    """Who is told; without a marked content behind it only for verbs that require one."""
    words = g.lexicon.words
    if start >= limit or not _opens_addressee(g, start):
        return None
    alone = g.lower(start) in words.object_pronouns and (g.lower(start) != "her" or g.lower(start + 1) in words.pronouns)
    end = start + 1 if alone else _addressee_end(g, start, limit)
    if required:
        return (start, end)
    follows = skip_adverbials(g, end, limit)
    marked = follows < limit and (g.lower(follows) == "that" or g.passage.opens(follows) or g.lower(follows) in words.wh)
    return (start, end) if marked else None


def _opens_addressee(g: Grammar, start: int) -> bool:
    """Whether somebody who is told may be named from token `start` on; of quotations only the title of a show is."""
    words = g.lexicon.words
    if g.quoted(start) and not (g.passage.opens(start) and _is_show(g, g.passage.quotations[g.passage.quoted[start] - 1])):
        return False
    return not g.is_mark(start) and g.lower(start) not in words.not_addressed and g.lower(start) not in words.wh


def _addressee_end(g: Grammar, start: int, limit: int) -> int:
    i = start
    while i < min(limit, start + _ADDRESSEE_REACH):
        if g.quoted(i):
            quotation = g.passage.quotations[g.passage.quoted[i] - 1]
            if not (_is_show(g, quotation) if i == start else not quotation.full and g.is_name(i + 1)):
                break
            i = quotation.end
        elif not g.abbreviates(i) and (
            g.is_mark(i) or g.lower(i) == "that" or g.lower(i) in g.lexicon.words.wh or (i > start and _opens_content(g, i))
        ):
            break
        else:
            i += 1
    return i


def _is_show(g: Grammar, quotation: Quotation) -> bool:
    """Whether the quotation behind the verb is the title of who was told: "told “Good Morning” that"."""
    return len(quotation) <= _TITLE and g.is_name(quotation.start + 1) and g.lower(quotation.end) == "that"


def _opens_content(g: Grammar, i: int) -> bool:
    """Whether token i starts something that is no part of the addressee."""
    word, words = g.lower(i), g.lexicon.words
    if word in words.subject_pronouns or word in words.addressee_ends or _opens_phrase(g, i):
        return True
    if word == "and" and (g.lower(i + 1) in g.lexicon.forms or g.is_adverb(i + 1)):
        return True
    return g.is_time(i) or (not g.is_name(i) and (g.is_adverb(i) or g.is_finite(i)))


def _opens_phrase(g: Grammar, i: int) -> bool:
    """Whether a noun phrase of its own begins at token i, with a determiner that nothing before it governs."""
    word, previous, words = g.lower(i), g.lower(i - 1), g.lexicon.words
    if previous in words.prepositions:
        return False
    return (word in words.possessives and previous != "and") or (word in words.determiners and previous not in words.addressee_goes_on)
