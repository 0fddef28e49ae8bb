"""Attributions of few words: X's line is that content · in X's words, content · to quote X, content · content: survey · X: content."""

from collections.abc import Sequence

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.clauses import clause_end, content_from, trim_end
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.noun_phrases import names_behind_dash, subject_before
from credibility.attribution.phrases.phrases_after import source_after
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said
from credibility.model import BlockKind, SourceKind

WORDS = said("in somebody’s words")
POSITION = said("what somebody’s line is")
CREDIT = said("whose report it is, behind a dash")
BEHIND = said("headline with its source behind a colon")
BEFORE = said("headline with its source before a colon")
BRIEFS = frozenset({WORDS, POSITION, CREDIT, BEHIND, BEFORE})
"""Rules for words so terse that the tagger, which learned from whole sentences, cannot judge them."""

_WITH_OWNER = 2  # tokens: "in" and whose words they are
_ADJECTIVES = 2  # between the owner and the noun: "Farrow's own memorable phrase"
_SMALL_WORD = 3  # letters of the words that titles write small
_LINE = 20  # tokens of a block that is a headline by its shape
_REACH = 8
_SHORTEST = 3
_SPEAKERS = (SourceKind.PERSON, SourceKind.POLL, SourceKind.DOCUMENT, SourceKind.GOVERNMENT)


def find_briefs(g: Grammar, found: Sequence[Finding]) -> list[Finding]:
    """One finding for each such attribution in words that nobody has yet."""
    fresh = [finding for i in range(g.size) if g.lower(i) in g.lexicon.cues.positions and (finding := _position(g, i))]
    fresh += _wordings(g)
    lines = [one for one in (_line(g), _credited(g)) if one]
    taken = [run for one in found for run in one.content]
    return [one for one in (*fresh, *lines) if not any(_overlap(one.content[0], run) for run in taken)]


def _overlap(a: Run, b: Run) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _position(g: Grammar, i: int) -> Finding | None:
    """The company's line is that content · the union's answer: content · word from the monks is that content."""
    sentence = g.passage.sentences[g.sentence_of(i)]
    if g.quoted(i) or g.word(i + 1) == ",":
        return None
    end = next((k for k in range(i + 1, min(sentence[1], i + _REACH)) if g.word(k) == ":" or g.lower(k) in ("is", "was")), None)
    owner = _owner(g, i, end, sentence) if end is not None else None
    if owner is None or end is None:
        return None
    start = end + 1
    if g.word(end) == ":":
        content: Run | None = (start, trim_end(g, start, clause_end(g, start, sentence[1])))
    else:
        content = content_from(g, start, sentence) if g.lower(start) == "that" else None
    if content is None or content[1] - content[0] < _SHORTEST or not (g.has_clause(content) or g.passage.opens(content[0])):
        return None
    return Finding(POSITION, g.lower(i), (i, end + 1), owner, (content,), sentence)


def _wordings(g: Grammar) -> list[Finding]:
    """One finding for each wording that is named as somebody's; the author's own is none."""
    found = [finding for i in range(g.size) if g.lower(i) in g.lexicon.cues.in_words and (finding := _in_words(g, i))]
    found += [finding for i in range(g.size) if g.lower(i) in g.lexicon.cues.sayings and (finding := _saying(g, i))]
    verbs = g.lexicon.cues.quoting | g.lexicon.cues.borrowing
    return found + [finding for i in range(g.size) if g.lower(i) in verbs and (finding := _borrowed(g, i))]


def _in_words(g: Grammar, i: int) -> Finding | None:
    """In X's words, content · content, in X's words."""
    sentence = g.passage.sentences[g.sentence_of(i)]
    start = next((k for k in range(i - 1, max(sentence[0] - 1, i - _REACH), -1) if g.lower(k) == "in"), None)
    if start is None or g.quoted(i) or i - start < _WITH_OWNER or any(g.is_mark(k) and not g.abbreviates(k) for k in range(start, i)):
        return None
    owner = _wording_owner(g, start + 1, i)
    content = _beside_words(g, i, start, sentence) if owner else None
    return Finding(WORDS, g.lower(i), (start, i + 1), owner, (content,), sentence) if content else None


def _saying(g: Grammar, i: int) -> Finding | None:
    """X's line “content” · X's line, “content,”: no title in quotation marks."""
    sentence = g.passage.sentences[g.sentence_of(i)]
    opening = i + 1 + (g.word(i + 1) in (",", ":"))
    if g.quoted(i) or not g.passage.opens(opening) or opening >= sentence[1]:
        return None
    quotation = g.passage.quotations[g.passage.quoted[opening] - 1]
    inside = [k for k in range(opening + 1, quotation.end - 1) if g.word(k)[0].isalnum()]
    if len(inside) < _SHORTEST or all(g.is_name(k) for k in inside if len(g.word(k)) > _SMALL_WORD):
        return None
    start = max(sentence[0], i - _REACH)
    owner = _wording_owner(g, start, i)
    if owner is not None and owner[0] == start and owner[1] - owner[0] > 1:
        owner = subject_before(g, i, sentence[0])
        owner = _trimmed_owner(g, owner, i) if owner else None
    return Finding(WORDS, g.lower(i), (i, i + 1), owner, ((opening, quotation.end),), sentence) if owner else None


def _trimmed_owner(g: Grammar, owner: Run, noun: int) -> Run | None:
    """A possessive phrase before a noun without the verb that governs it: "I remembered | Hanna Orlik's | line"."""
    end = next((k + 1 for k in range(noun - 1, owner[0] - 1, -1) if g.is_possessive(k)), owner[0])
    start = next((k + 1 for k in range(end - 2, owner[0] - 1, -1) if g.is_past(k) or g.is_finite(k)), owner[0])
    return (start, end) if end > start else None


def _wording_owner(g: Grammar, start: int, noun: int) -> Run | None:
    """Whose wording it is, in the tokens before the noun: "Farrow's", "Farrow's own memorable", "her"."""
    end = next((k + 1 for k in range(noun - 1, max(start, noun - 1 - _ADJECTIVES) - 1, -1) if g.is_possessive(k)), None)
    if end is not None:
        return (start, end)
    own = next((k for k in range(start, noun) if g.lower(k) in ("his", "her", "their")), None)
    return (own, own + 1) if own is not None else None


def _beside_words(g: Grammar, i: int, start: int, sentence: Run) -> Run | None:
    """What was said in somebody's words: behind their comma, or the clause or the quotation before them."""
    if start == sentence[0] and g.word(i + 1) in (",", ":"):
        content = content_from(g, i + 2, sentence)
        return content if content and (g.passage.opens(content[0]) or g.has_clause(content)) else None
    if g.passage.opens(i + 1) or (g.word(i + 1) == "," and g.passage.opens(i + 2)):
        return content_from(g, i + 1 + (g.word(i + 1) == ","), sentence)
    if g.passage.closes(start - 1):
        return (g.passage.quotations[g.passage.quoted[start - 1] - 1].start, start)
    if g.word(start - 1) != ",":
        return None
    content = (sentence[0], trim_end(g, sentence[0], start))
    return content if content[1] > content[0] and g.has_clause(content) else None


def _borrowed(g: Grammar, verb: int) -> Finding | None:
    """To quote X, content · the town is, to borrow X's phrase, “content”: behind the comma, a quotation wherever the phrase stands."""
    sentence = g.passage.sentences[g.sentence_of(verb)]
    to = verb - 1
    if g.quoted(verb) or g.lower(to) != "to" or not (to == sentence[0] or g.word(to - 1) == ","):
        return None
    source = source_after(g, verb + 1, sentence[1])
    if source is None or g.word(source[1]) not in (",", ":") or _is_own(g, source):
        return None
    owner, content = _borrowed_from(g, verb, source), content_from(g, source[1] + 1, sentence)
    if owner is None or content is None:
        return None
    if not g.passage.opens(content[0]) and not (to == sentence[0] and g.is_name(owner[0]) and g.has_clause(content)):
        return None
    return Finding(WORDS, g.lower(verb), (to, verb + 1), owner, (content,), sentence)


def _borrowed_from(g: Grammar, verb: int, source: Run) -> Run | None:
    """Who is quoted, or whose phrase is borrowed."""
    if g.lower(source[1] - 1) in g.lexicon.cues.in_words:
        return _wording_owner(g, source[0], source[1] - 1)
    return source if g.lower(verb) in g.lexicon.cues.quoting else None


def _is_own(g: Grammar, source: Run) -> bool:
    """Whether the author quotes himself: "to quote myself", "to borrow my own phrase"."""
    return g.lower(source[0]) in g.lexicon.cues.own_words


def _owner(g: Grammar, i: int, end: int, sentence: Run) -> Run | None:
    """Whose it is: "X's line", "word from X", "verdict of X"."""
    if g.is_possessive(i - 1):
        return subject_before(g, i, sentence[0])
    if g.lower(i + 1) in ("from", "of") and end > i + 2 and not any(g.is_finite(k) for k in range(i + 2, end)):
        stop = next((k for k in range(i + 3, end) if g.lower(k) in ("on", "about", "to")), end)
        return (i + 2, stop)
    return None


def _credited(g: Grammar) -> Finding | None:
    """A block of a digest that ends with whose report it sums up: "Exports fell by half in May. — Reuters’ Ida Falk"."""
    if g.passage.block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or g.passage.quotations:
        return None
    source = names_behind_dash(g, 0, g.size)
    if source is None or not (g.lower(source[0]) == "our" or any(g.is_possessive(k) for k in range(*source))):
        return None
    dash = source[0] - 1
    content = (0, trim_end(g, 0, dash))
    if content[1] - content[0] < _SHORTEST or not g.has_clause(content):
        return None
    return Finding(CREDIT, g.word(dash), (dash, dash + 1), source, (content,), g.passage.sentences[g.sentence_of(dash)])


def _line(g: Grammar) -> Finding | None:
    """A block of one short sentence with a colon: "Larks are back: survey", "Mayor: pier to reopen"."""
    kind = g.passage.block.kind
    if g.size > _LINE or len(g.passage.sentences) != 1 or kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or g.passage.quotations:
        return None
    colons = [k for k in range(g.size) if g.word(k) == ":"]
    if len(colons) != 1:
        return None
    colon, end = colons[0], g.size - (g.word(g.size - 1) in (".", "!"))
    behind, before = (colon + 1, end), (0, colon)
    if _is_speaker(g, behind, small=True) and g.has_clause(before):
        return Finding(BEHIND, ":", (colon, colon + 1), behind, (before,), (0, g.size))
    if (
        _is_speaker(g, before, small=False)
        and (g.has_clause(behind) or "to" in g.passage.lower[colon + 1 : end])
        and end - colon > _SHORTEST
    ):
        return Finding(BEFORE, ":", (colon, colon + 1), before, (behind,), (0, g.size))
    return None


def _is_speaker(g: Grammar, run: Run, small: bool) -> bool:
    """Whether a few words are a source noun with at most two words before it: "survey", "harbour board study"."""
    if not 0 < run[1] - run[0] <= _SHORTEST or any(g.is_mark(k) or g.is_finite(k) for k in range(*run)):
        return False
    last = g.lower(run[1] - 1)
    if last in g.lexicon.labels or g.lower(run[0]) in g.lexicon.labels or g.word(run[1] - 1).islower() != (small or run[1] - run[0] > 1):
        return False
    return g.lexicon.kinds.get(last) in _SPEAKERS or last in g.lexicon.officials
