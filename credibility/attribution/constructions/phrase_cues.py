"""Attributions by a phrase: according to X, content · in a new X poll, content · X: content in a headline."""

from credibility.attribution.constructions.before_cue import content_start
from credibility.attribution.constructions.cues import PhraseCue
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.clauses import clause_end, content_from, trim_end
from credibility.attribution.phrases.continuations import continuations
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.insertions import past_insertion
from credibility.attribution.phrases.phrases_after import source_after
from credibility.attribution.speakers.titles import is_role
from credibility.attribution.text.inflect import is_plural
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said
from credibility.model import SourceKind

_HEADLINE_REACH = 7


def phrase_attribution(g: Grammar, cue: PhraseCue, sentence: Run) -> Finding | None:
    """According to X, content · content, according to X · the content, according to X, goes on."""
    start, end = cue.group
    source = source_after(g, end, sentence[1])
    initial = _behind_opening(g, sentence[0], start) == start
    if source is None or g.is_auxiliary(start - 1) or not _is_source(g, cue, source, sentence, initial):
        return None
    lemma = " ".join(cue.phrase.words)
    if initial:
        return _phrase_first(g, lemma, cue.group, source, sentence)
    first = content_start(g, sentence[0], start)
    left = (first, trim_end(g, first, start))
    if left[1] <= left[0]:
        return None
    inner = _confirmed_by(g, source[1], sentence)
    right = _goes_on(g, left, start, inner or source, sentence)
    if right:
        return Finding(said("phrase inside the content"), lemma, cue.group, source, (left, right), sentence, inner=inner)
    halves = (left, *continuations(g, sentence)) if g.passage.closes(left[1] - 1) else (left,)
    return Finding(said("phrase after the content"), lemma, cue.group, source, halves, sentence, inner=inner)


def _is_source(g: Grammar, cue: PhraseCue, source: Run, sentence: Run, initial: bool) -> bool:
    """Whether what follows a phrase can be who says something."""
    start = cue.group[0]
    if cue.phrase.evidence and (initial or g.word(start - 1) != "," or not _is_evidence(g, source, (sentence[0], start))):
        return False
    return not _is_yardstick(g, source) and not (cue.phrase.named and not _is_named(g, source, start, initial))


def _is_evidence(g: Grammar, source: Run, before: Run) -> bool:
    """Whether a document or a poll is the source, and nobody said anything before it."""
    written = any(g.lexicon.kinds.get(g.lower(k)) in (SourceKind.DOCUMENT, SourceKind.POLL) for k in range(*source))
    return written and not any(g.lower(k) in g.lexicon.forms and not g.quoted(k) for k in range(*before))


def _is_yardstick(g: Grammar, source: Run) -> bool:
    """Whether something is only measured: "sorted according to size", but "according to the guidelines"."""
    words = [g.lower(k) for k in range(*source)]
    return not g.is_determiner(source[0]) and words[-1] in g.lexicon.words.yardsticks and not any(g.is_name(k) for k in range(*source))


def _behind_opening(g: Grammar, start: int, cue: int) -> int:
    """One past the connective that opens a sentence before its cue: "But, ", "For example, "; `start` where none does."""
    if cue - start <= 2 and g.lower(start) in g.lexicon.words.openers:
        return cue
    words = next((words for words in g.lexicon.connectives.get(g.lower(start), ()) if g.passage.matches(start, words)), ())
    end = start + len(words)
    return end + (g.word(end) == ",") if words else start


def _confirmed_by(g: Grammar, at: int, sentence: Run) -> Run | None:
    """Who confirmed what another printed: "first reported by OUTLET and confirmed by two officials"."""
    at += g.word(at) == ","
    at += g.lower(at) in g.lexicon.words.coordinators
    while g.is_adverb(at):
        at += 1
    is_cue = g.is_participle(at) and g.lower(at) in g.lexicon.forms and g.lower(at + 1) == "by"
    return source_after(g, at + 2, sentence[1]) if is_cue else None


def _goes_on(g: Grammar, left: Run, start: int, source: Run, sentence: Run) -> Run | None:
    """The rest of a content into which the phrase is set in commas."""
    edge = past_insertion(g, source[1], sentence[1])
    set_in = g.word(start - 1) == "," and (g.word(edge) == "," or edge > source[1]) and not g.passage.closes(start - 1)
    if not set_in or edge + 1 >= sentence[1]:
        return None
    right = (edge + 1, trim_end(g, edge + 1, clause_end(g, edge + 1, sentence[1])))
    whole = right[1] > right[0] and (not g.has_clause(left) or g.lower(right[0]) not in g.lexicon.words.relatives)
    return right if whole else None


def _is_named(g: Grammar, source: Run, cue: int, initial: bool) -> bool:
    """Whether a name stands in the source: at its head, unless a comma parts it from what precedes; "Per Olsson" himself is none."""
    first = source[0] + (g.lower(source[0]) == "the")
    reach = range(*source) if g.word(cue - 1) == "," else (first,)
    return any(g.is_name(k) for k in reach) and (not initial or g.word(source[1]) == ",")


def _phrase_first(g: Grammar, lemma: str, group: Run, source: Run, sentence: Run) -> Finding | None:
    """According to X, content."""
    source = _shorten_to_clause(g, source, sentence)
    start = source[1]
    if g.word(start) == ",":
        start += 1
    content = content_from(g, start, sentence)
    if content is None or content[1] - content[0] < 2:
        return None
    halves = (content, *continuations(g, sentence)) if g.passage.closes(content[1] - 1) else (content,)
    return Finding(said("phrase before the content"), lemma, group, source, halves, sentence)


def _shorten_to_clause(g: Grammar, source: Run, sentence: Run) -> Run:
    """Give back what was taken for an apposition: a name after the first comma, or words the content's clause needs."""
    end = next((k for k in range(*source) if _parts_name(g, k, sentence) or _parts_people(g, k, source)), source[1])
    commas = [k for k in range(source[0] + 1, end) if g.word(k) == "," and not g.quoted(k)]
    while commas and (not g.has_clause((end + 1, sentence[1])) or end >= sentence[1] - 2):
        end = commas.pop()
    if not g.is_mark(end):
        end = next((k for k in range(source[0] + 2, end) if _opens_phrase(g, k)), end)
    return (source[0], end)


def _parts_name(g: Grammar, k: int, sentence: Run) -> bool:
    """Whether a comma at token k parts the source from the name that is the content's subject."""
    if g.word(k) != "," or not g.is_name(k + 1) or not g.has_clause((k + 1, sentence[1])) or g.lower(k - 1) in g.lexicon.titled:
        return False
    end = next((i for i in range(k + 1, sentence[1]) if not (g.is_name(i) or g.word(i) == ".")), sentence[1])
    return not (g.word(end) == "," and (is_role(g, k - 1) or g.lower(k - 1) in g.lexicon.either))  # "her publisher, Otto Kreel, …"


def _parts_people(g: Grammar, comma: int, source: Run) -> bool:
    """Whether the people behind a comma are the subject of what a document says: "according to a study in May, women who swam were"."""
    people = g.lexicon.anonymous | g.lexicon.titled
    found = g.word(comma) == "," and g.word(comma + 1).islower() and g.lower(comma + 1) in people and is_plural(g.lower(comma + 1))
    written = any(g.lexicon.kinds.get(g.lower(k)) in (SourceKind.DOCUMENT, SourceKind.POLL) for k in range(source[0], comma))
    return found and written


def _opens_phrase(g: Grammar, k: int) -> bool:
    """Whether a noun phrase of its own begins at token k."""
    words = g.lexicon.words
    return g.is_determiner(k) and g.lower(k - 1) not in words.prepositions and g.lower(k - 1) not in words.alternatives - {"or"}


def poll_attributions(g: Grammar) -> list[Finding]:
    """In a new OUTLET poll, content."""
    sentences = (run for run in g.passage.sentences if g.lower(run[0]) == "in" and not g.quoted(run[0]))
    return [finding for sentence in sentences if (finding := _in_poll(g, sentence))]


def _in_poll(g: Grammar, sentence: Run) -> Finding | None:
    """What a sentence says that begins with "In a poll, "."""
    comma = next((k for k in range(*sentence) if g.word(k) == "," and not g.quoted(k)), sentence[0])
    if not any(g.lexicon.kinds.get(g.lower(k)) is SourceKind.POLL for k in range(sentence[0] + 1, comma)):
        return None
    start = comma + 1
    if g.is_past(start):  # "…, conducted in May, …"
        start = next((k + 1 for k in range(start, sentence[1]) if g.word(k) == ","), start)
    content = content_from(g, start, sentence)
    if content is None or not g.has_clause(content) or content[1] - content[0] <= 3:
        return None
    return Finding(said("in a poll"), "in", (sentence[0], sentence[0] + 1), (sentence[0] + 1, comma), (content,), sentence)


def headline_attribution(g: Grammar) -> tuple[Finding, ...]:
    """X: content, at the head of an article."""
    if not g.headline or not g.passage.sentences:
        return ()
    end = len(g.passage.words)
    colon = next((k for k in range(1, min(end, _HEADLINE_REACH)) if g.word(k) == ":" and not g.quoted(k)), None)
    if colon is None or not g.is_name(0) or any(_is_no_name(g, k) for k in range(colon)):
        return ()
    if g.lower(0) in g.lexicon.labels or g.lower(colon - 1) in g.lexicon.labels:
        return ()
    content = (colon + 1, trim_end(g, colon + 1, end))
    if content[1] - content[0] < 4:
        return ()
    return (Finding(said("words after a colon in a headline"), ":", (colon, colon + 1), (0, colon), (content,), (0, end)),)


def _is_no_name(g: Grammar, k: int) -> bool:
    """Whether token k shows that the words before a headline's colon are no speaker's name."""
    if g.quoted(k) or g.is_finite(k) or g.is_time(k):
        return True
    return (g.is_mark(k) and g.word(k) != ".") or g.lower(k) in g.lexicon.words.prepositions
