"""What the tagger saw, mended: it stops inside a phrase, takes a bracket too many, or goes on into a sentence that is another's.

Each function mends one kind of error and leaves everything else as it is; `mended_content` and `mended_source` say in which order.
"""

from credibility.attribution.phrases.clauses import without_tail
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.own_deeds import without_own_deed
from credibility.attribution.text.lexicon import Form
from credibility.attribution.text.sentences import Run

_LOOSE = frozenset(".,;:)")
_ROLE = 4  # tokens of a second role before its name
_FRAGMENT = 3  # tokens of a part that is no clause


def mended_content(g: Grammar, content: tuple[Run, ...], cue: Run) -> tuple[Run, ...]:
    """A content of at least one run, cut as a sentence can be cut."""
    runs = [without_tail(g, _with_whole_end(g, run)) for run in _joined(_beside_cue(g, content, cue))]
    return _whole_parts(g, tuple(_trimmed(g, _without_deed(g, _without_topic(g, run, cue), cue)) for run in runs))


def mended_source(g: Grammar, source: Run) -> Run:
    """A source without the occasion behind it, and with the whole of the role or name in which it stops."""
    return _with_second_role(g, _without_occasion(g, source))


def _beside_cue(g: Grammar, content: tuple[Run, ...], cue: Run) -> tuple[Run, ...]:
    """The content without unquoted words of an earlier sentence, or out of the middle of a later one, if anything else is left."""
    sentence = g.sentence_of(cue[0])
    near = tuple(run for run in content if g.quoted(run[0]) or g.sentence_of(run[0]) == sentence or _opens_later(g, run, sentence))
    return near or content


def _opens_later(g: Grammar, run: Run, sentence: int) -> bool:
    """Whether a run begins a sentence behind the cue's."""
    number = g.sentence_of(run[0])
    return number > sentence and run[0] == g.passage.sentences[number][0]


def _stops_at_subject(g: Grammar, run: Run) -> bool:
    """Whether a run stops between a pronoun and its verb: "the 2.9% it | had estimated"."""
    last = run[1] - 1
    return last - run[0] > 1 and not g.quoted(last) and g.lower(last) in g.lexicon.words.subject_pronouns and g.is_auxiliary(run[1])


def _joined(content: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs that touch as one: "that it was early, and | that it was cold"."""
    runs = [content[0]]
    for run in content[1:]:
        if run[0] == runs[-1][1]:
            runs[-1] = (runs[-1][0], run[1])
        else:
            runs.append(run)
    return tuple(runs)


def _with_whole_end(g: Grammar, run: Run) -> Run:
    """A run without the opening of a phrase at its end, "the charge in a | statement", or with the clause there: "the 9% | it had set"."""
    end = run[1] - _stops_at_subject(g, run)
    if not g.quoted(end - 1) and g.lower(end) in g.lexicon.words.subject_pronouns and not g.is_mark(end - 1):
        sentence = g.passage.sentences[g.sentence_of(end - 1)]
        stop = next((k for k in range(end, sentence[1]) if g.is_mark(k) or g.quoted(k)), sentence[1])
        return (run[0], stop) if g.is_auxiliary(end + 1) and stop == sentence[1] - 1 else run
    if end - run[0] > 2 and not g.quoted(end - 1) and g.lower(end - 1) in g.lexicon.words.articles:
        end -= 2 if g.lower(end - 2) in g.lexicon.words.prepositions else 1
    return (run[0], end)


def _without_topic(g: Grammar, run: Run, cue: Run) -> Run:
    """What somebody "spoke of", without the preposition."""
    speaks = run[0] == cue[1] and g.lower(cue[1] - 1) in g.lexicon.cues.speaking
    return (run[0] + 1, run[1]) if speaks and g.lower(run[0]) in g.lexicon.cues.noun_topics and run[1] - run[0] > 1 else run


def _without_deed(g: Grammar, run: Run, cue: Run) -> Run:
    """A clause behind a verb of the past without what its speaker did besides: "said the dam was safe | and opened the gate"."""
    past = any(form is Form.PAST for _, form in g.lexicon.forms.get(g.lower(cue[1] - 1), ()))
    return without_own_deed(g, run) if past and run[0] >= cue[1] and not g.quoted(run[0]) else run


def _trimmed(g: Grammar, run: Run) -> Run:
    """A run without a mark at its head and without a bracket at its end that it does not open."""
    start, end = run
    while start < end - 1 and g.word(start) in _LOOSE:
        start += 1
    if end - start > 1 and g.quoted(end - 2) and not g.quoted(end - 1) and g.lower(end - 1) in g.lexicon.words.subordinators:
        end -= 1  # "that “anyone can do this” | while"
    opened = sum((g.word(k) == "(") - (g.word(k) == ")") for k in range(start, end))
    return (start, end - 1) if opened < 0 and g.word(end - 1) == ")" and end - 1 > start else (start, end)


def _whole_parts(g: Grammar, content: tuple[Run, ...]) -> tuple[Run, ...]:
    """The content without parts of a few words behind the first that hold no verb and no quotation: "…, || the F-35"."""
    needless = len(content) > 1 and (g.passage.phrase(content[0]).lower() == "that" or _is_scrap(g, content))
    first, *others = content[1:] if needless else content
    return (first, *(run for run in others if run[1] - run[0] > _FRAGMENT or any(g.quoted(k) or g.is_finite(k) for k in range(*run))))


def _is_scrap(g: Grammar, content: tuple[Run, ...]) -> bool:
    """Whether the first part is a phrase that the clause behind the cue does not need: "Those “smart” || the case is still open"."""
    first, second = content[:2]
    if g.has_clause(first) or all(g.quoted(k) for k in range(*first)):
        return False
    verb = next((k for k in range(*second) if g.is_finite(k) or g.is_past(k)), second[0])
    return verb > second[0] + 1 and not any(g.is_mark(k) for k in range(second[0], verb)) and g.is_determiner(second[0])


def _without_occasion(g: Grammar, source: Run) -> Run:
    """A source without "in an interview with …" behind it, and without loose words at its end."""
    words, (start, end) = g.lexicon.words, source
    for k in range(start + 1, end):
        venue = g.lower(k + 1) in words.indefinite_articles and any(g.lower(m) in words.statements for m in (k + 2, k + 3))
        if venue and g.lower(k) in words.occasion_prepositions:
            end = k
            break
    while end > start + 1 and not g.quoted(end - 1) and (g.lower(end - 1) in words.occasion_prepositions or g.word(end - 1) == ","):
        end -= 1
    return (start, end)


def _with_second_role(g: Grammar, source: Run) -> Run:
    """A source that stops inside a pair of roles with the name behind them, "sociologist and | author Robert Pell", or in a bracket."""
    opening = next((k for k in range(source[1] - 1, source[0], -1) if g.word(k) in ("(", ")")), source[0])
    if g.word(opening) == "(":
        return (source[0], opening)
    if g.lower(source[1] - 1) not in g.lexicon.words.coordinators:
        return source
    start = next((k for k in range(source[1], min(g.size, source[1] + _ROLE)) if g.is_name(k)), None)
    if start is None or any(g.is_mark(k) or g.is_finite(k) for k in range(source[1], start)):
        return (source[0], source[1] - 1) if source[1] - source[0] > 1 else source
    end = next((k for k in range(start, g.size) if not g.is_name(k)), g.size)
    return (source[0], end)
