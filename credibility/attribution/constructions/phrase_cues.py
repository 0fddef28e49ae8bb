"""Attributions by a phrase: according to X, content · in a new X poll, content · X: content in a headline."""

from credibility.attribution.constructions.before_cue import content_start
from credibility.attribution.constructions.cues import PhraseCue
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.clauses import clause_end, content_from, trim_end
from credibility.attribution.phrases.continuations import continuations
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.phrases_after import source_after
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

_HEADLINE_REACH = 7


def phrase_attribution(g: Grammar, cue: PhraseCue, sentence: Run) -> Finding | None:
    """According to X, content · content, according to X · the content, according to X, goes on."""
    start, end = cue.group
    source = source_after(g, end, sentence[1])
    initial = start == sentence[0] or (start - sentence[0] <= 2 and g.lower(sentence[0]) in g.lexicon.words.openers)
    if source is None or g.is_auxiliary(start - 1) or (cue.phrase.named and not _is_named(g, source, start, initial)):
        return None
    lemma = " ".join(cue.phrase.words)
    if initial:
        return _phrase_first(g, lemma, cue.group, source, sentence)
    left = (content_start(g, sentence[0], start), start)
    left = (left[0], trim_end(g, *left))
    if left[1] <= left[0]:
        return None
    if g.word(start - 1) == "," and g.word(source[1]) == "," and not g.passage.closes(start - 1) and source[1] + 1 < sentence[1]:
        right = (source[1] + 1, trim_end(g, source[1] + 1, clause_end(g, source[1] + 1, sentence[1])))
        if right[1] > right[0] and (not g.has_clause(left) or g.lower(right[0]) not in g.lexicon.words.relatives):
            return Finding("phrase inside the content", lemma, cue.group, source, (left, right), sentence)
    halves = (left, *continuations(g, sentence)) if g.passage.closes(left[1] - 1) else (left,)
    return Finding("phrase after the content", lemma, cue.group, source, halves, sentence)


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
    return Finding("phrase before the content", lemma, group, source, halves, sentence)


def _shorten_to_clause(g: Grammar, source: Run, sentence: Run) -> Run:
    """Give back what was taken for an apposition: a name after the first comma, or words the content's clause needs."""
    end = next(
        (
            k
            for k in range(*source)
            if g.word(k) == "," and g.is_name(k + 1) and g.has_clause((k + 1, sentence[1])) and g.lower(k - 1) not in g.lexicon.titled
        ),
        source[1],
    )
    while not g.has_clause((end + 1, sentence[1])) or end >= sentence[1] - 2:
        comma = next((k for k in range(end - 1, source[0], -1) if g.word(k) == "," and not g.quoted(k)), None)
        if comma is None:
            break
        end = comma
    if g.word(end) != "," and not g.is_mark(end):
        end = next(
            (
                k
                for k in range(source[0] + 2, end)
                if g.is_determiner(k) and g.lower(k - 1) not in g.lexicon.words.prepositions and g.lower(k - 1) != "and"
            ),
            end,
        )
    return (source[0], end)


def poll_attributions(g: Grammar) -> list[Finding]:
    """In a new OUTLET poll, content."""
    found = []
    for sentence in g.passage.sentences:
        if g.lower(sentence[0]) != "in" or g.quoted(sentence[0]):
            continue
        comma = next((k for k in range(sentence[0], sentence[1]) if g.word(k) == "," and not g.quoted(k)), None)
        noun = next((k for k in range(sentence[0] + 1, comma or sentence[0]) if g.lexicon.kinds.get(g.lower(k)) is SourceKind.POLL), None)
        if comma is None or noun is None:
            continue
        start = comma + 1
        if g.is_past(start):  # "…, conducted in May, …"
            start = next((k + 1 for k in range(start, sentence[1]) if g.word(k) == ","), start)
        content = content_from(g, start, sentence)
        if content and g.has_clause(content) and content[1] - content[0] > 3:
            found.append(Finding("in a poll", "in", (sentence[0], sentence[0] + 1), (sentence[0] + 1, comma), (content,), sentence))
    return found


def headline_attribution(g: Grammar) -> tuple[Finding, ...]:
    """X: content, at the head of an article."""
    if not g.headline or not g.passage.sentences:
        return ()
    end = len(g.passage.words)
    colon = next((k for k in range(1, min(end, _HEADLINE_REACH)) if g.word(k) == ":" and not g.quoted(k)), None)
    if (
        colon is None
        or any(
            g.quoted(k)
            or g.is_finite(k)
            or (g.is_mark(k) and g.word(k) != ".")
            or g.lower(k) in g.lexicon.words.prepositions
            or g.is_time(k)
            for k in range(colon)
        )
        or not g.is_name(0)
        or g.lower(0) in g.lexicon.labels
        or g.lower(colon - 1) in g.lexicon.labels
    ):
        return ()
    content = (colon + 1, trim_end(g, colon + 1, end))
    if content[1] - content[0] < 4:
        return ()
    return (Finding("words after a colon in a headline", ":", (colon, colon + 1), (0, colon), (content,), (0, end)),)
