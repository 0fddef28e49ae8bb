"""Interviews: who is interviewed, and the labels that part questions from answers ("Q:", "A:", a speaker's name and a colon)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.noun_phrases import subject_before
from credibility.attribution.phrases.phrases_after import source_after
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said
from credibility.model import BlockKind

_NAME_REACH = 5
_FEWEST = 2
_ANSWERED = frozenset({("answered", "as", "follows"), ("answered", "our", "questions"), ("answers", "our", "questions")})
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Label:
    """What a block's label says: `answer` are the words of an answer whose speaker it does not name; else it is a question, or a name."""

    answer: Run | None = None
    speaker: Run | None = None
    words: Run | None = None


def read_labels(grammars: Sequence[Grammar]) -> dict[int, Label]:
    """The labels of an interview by block: letters, or names that stand before two blocks at least, beside another name."""
    ends = {number: end for number, g in enumerate(grammars) if (end := _label_end(g)) is not None}
    called = {number: grammars[number].lower(end - 1) for number, end in ends.items()}  # "JAKE TAPPER:", then "TAPPER:"
    counts = Counter(called.values())
    lettered = any(grammars[number].lower(0) in grammars[number].lexicon.cues.answer_labels for number in ends)
    if len(ends) < _FEWEST or (not lettered and len(counts) < _FEWEST):
        return {}
    asking = _interviewers(grammars, called)
    return {
        number: Label() if called[number] in asking else _label(grammars[number], end)
        for number, end in ends.items()
        if lettered or counts[called[number]] >= _FEWEST
    }


def _interviewers(grammars: Sequence[Grammar], called: Mapping[int, str]) -> frozenset[str]:
    """Whoever asks in most of what he says: his other words ("Develop that a bit.") are prompts, and no claims."""
    turns, asked = Counter(called.values()), Counter(name for number, name in called.items() if _holds_question(grammars[number]))
    return frozenset(name for name, count in asked.items() if count >= _FEWEST and 2 * count > turns[name])


def _holds_question(g: Grammar) -> bool:
    """Whether a sentence of the block asks something, outside quotations."""
    return any(g.word(end - 1) == "?" and not g.quoted(end - 1) for _, end in g.passage.sentences)


def _label(g: Grammar, end: int) -> Label:
    words, start = (end + 1, g.size), g.lower(0)
    if g.word(g.size - 1) == "?" or start in g.lexicon.cues.question_labels or not _is_speech(g, words):
        return Label()
    return Label(answer=words) if start in g.lexicon.cues.answer_labels else Label(speaker=(0, end), words=words)


def _is_speech(g: Grammar, words: Run) -> bool:
    """Whether enough words stand behind a label: "Clinton: 2,316." is a count."""
    return sum(1 for k in range(*words) if g.word(k)[0].isalpha()) >= _SHORTEST and g.word(words[0]) != "@"


def _label_end(g: Grammar) -> int | None:
    """The token of the colon or full stop behind a label at the head of a paragraph."""
    if g.quoted(0):
        return None
    letters = g.lexicon.cues.question_labels | g.lexicon.cues.answer_labels
    if g.lower(0) in letters and g.word(0)[:1].isupper():
        return 1 if g.word(1) in (":", ".") else None
    if g.passage.block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return None
    colon = next((k for k in range(1, min(g.size, _NAME_REACH)) if g.word(k) == ":"), None)
    return colon if colon is not None and all(g.is_name(k) or g.word(k) == "." for k in range(colon)) else None


def labelled(g: Grammar, label: Label) -> tuple[Finding, ...]:
    """The findings of a block with a label: what the one it names says; nothing in a question."""
    if label.speaker is None or label.words is None:
        return ()
    colon = label.speaker[1]
    return (Finding(said("words after a speaker’s name"), ":", (colon, colon + 1), label.speaker, (label.words,), (0, g.size)),)


def interviewee(g: Grammar) -> Run | None:
    """Whom a block introduces as interviewed: "we talked to the beekeeper Orla Finch", "Runa Eskell spoke to us"."""
    interviewing = g.lexicon.interviewing
    for i, word in enumerate(g.passage.lower):
        if word not in interviewing:
            continue
        phrase = next((one for one in interviewing[word] if g.passage.matches(i, one)), None)
        if phrase is None or g.quoted(i):
            continue
        sentence, asking = g.passage.sentences[g.sentence_of(i)], g.lexicon.cues.interviewers
        if g.lower(i - 1) in asking and phrase[-1] not in asking:
            return source_after(g, i + len(phrase), sentence[1])
        if phrase in _ANSWERED or phrase[-1] in asking:
            return subject_before(g, i, sentence[0])
    return None
