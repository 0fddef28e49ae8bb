"""Quotations that no verb of saying introduces: whose they are is told by the block or the sentence beside them.

A paragraph or a sentence that is a quotation and nothing else belongs to the person mentioned right before; one of several paragraphs whose
marks stay open to whom the last of them names; an answer to the one who is interviewed. Where nobody fits, nothing is claimed.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from credibility.attribution.constructions.subjects import sentence_subject
from credibility.attribution.drafts import Draft, Found
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.kinds import describe_source
from credibility.attribution.text.sentences import Run
from credibility.attribution.uncued.interviews import Label, interviewee
from credibility.attribution.uncued.name_lines import speakers_on_lines
from credibility.floor.language import said
from credibility.model import BlockKind, SourceKind, Span

UNCUED = said("quotation without a cue, beside its speaker")
ANSWER = said("answer in an interview")

_SHORTEST = 4  # tokens of a quotation, marks apart
_NAME_REACH = 9  # tokens in which the subject of a sentence is named whose verb nobody listed
_LONGEST_NAME = 4
_PICTURE = "\ufffc"  # what stands for one in the text
_ENDING = frozenset(".?!…")
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.ANONYMOUS, SourceKind.ANONYMOUS_OFFICIAL})

Speaker = tuple[Grammar, Run]


def find_uncued(readings: Sequence[Found], drafts: Sequence[Draft], labels: Mapping[int, Label]) -> list[Draft]:
    """Drafts for the quotations and answers that none of `drafts` covers; their grammar is that of the block which names the speaker."""
    named = speakers_on_lines([g for g, _ in readings])
    walk = _Walk(readings, sorted(span for draft in drafts for span in draft.content), _sources(drafts), named)
    for number, (g, _) in enumerate(readings):
        if g.passage.words:
            walk.take(number, g, labels.get(number))
    return walk.found


def _sources(drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """The drafts with a source by the block in which their content begins, in text order."""
    by_block: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=_beginning):
        if draft.finding.source:
            by_block.setdefault(draft.number, []).append(draft)
    return by_block


def _beginning(draft: Draft) -> int:
    return draft.content[0].start


@dataclass(slots=True)
class _Walk:
    """Block after block: who would be speaking now, and what was found. `asked` is the one who is interviewed, `awaiting` the answer.

    Who was mentioned is worked out only where a quotation needs it: `known` is whom the words before told, `passed` the sentences since.
    """

    readings: Sequence[Found]
    covered: list[Span]
    drafts: dict[int, list[Draft]]
    named: Mapping[int, int]
    found: list[Draft] = field(default_factory=list)
    known: Speaker | None = None
    passed: list[tuple[int, Grammar, Run]] = field(default_factory=list)
    asked: Speaker | None = None
    awaiting: bool = False

    def take(self, number: int, g: Grammar, label: Label | None) -> None:
        """Read one block."""
        if number in self.named and self._is_free(g, (0, g.size)):
            line = self.readings[self.named[number]][0]
            self._add(number, g, (0, g.size), (line, (0, line.size)), UNCUED if g.quoted(0) else ANSWER)
            return
        guest = interviewee(g)
        if guest:
            self.asked = (g, guest)
            self._set(self.asked)
        elif label is not None:
            if label.answer is not None and self.asked is not None:
                self._add(number, g, label.answer, self.asked, ANSWER)
        elif _is_question(g):
            self.awaiting = self.asked is not None
            return
        elif g.passage.block.kind is BlockKind.HEADING or _is_pictured(g):
            self._set(None)
        elif self.awaiting and self.asked and self._may_answer(g):
            self._add(number, g, (0, g.size), self.asked, ANSWER)
        else:
            self._read(number, g)
        self.awaiting = False

    def _may_answer(self, g: Grammar) -> bool:
        """Whether a block is long enough for an answer, quotes nobody, and is not yet claimed."""
        return not g.passage.quotations and g.size > _SHORTEST and self._is_free(g, (0, g.size))

    def _read(self, number: int, g: Grammar) -> None:
        sentences = g.passage.sentences
        if all(_is_quotation(g, run) for run in sentences):
            speaker = self._beside(number, g)
            if speaker and self._is_free(g, (0, g.size)):
                self._add(number, g, (0, g.size), speaker, UNCUED)
            self._set(self._speaker_of(number, sentences[-1]) or speaker)
            return
        self._set(self._quoted_before(number))
        for place, run in enumerate(sentences):
            quotation = _is_quotation(g, run)
            if not place and not quotation:
                self._set(None)
            if quotation and self._is_free(g, run):
                speaker = self._current() or _laughing(g, run)
                if speaker:
                    self._add(number, g, run, speaker, UNCUED)
            elif not _asks(g, run):
                self.passed.append((number, g, run))

    def _quoted_before(self, number: int) -> Speaker | None:
        """Whose words end the block before, where it ends with a quotation and its cue: “…,” explains Jane Doe."""
        if not number or not self.readings[number - 1][0].passage.sentences:
            return None
        g = self.readings[number - 1][0]
        last = g.passage.sentences[-1]
        return self._speaker_of(number - 1, last) if g.passage.block.kind is BlockKind.PARAGRAPH and g.passage.opens(last[0]) else None

    def _set(self, speaker: Speaker | None) -> None:
        self.known, self.passed = speaker, []

    def _current(self) -> Speaker | None:
        """Who would be speaking now: whom the nearest sentence that tells is about; a colon at its end leads to somebody else."""
        while self.passed:
            number, g, run = self.passed.pop()
            told = self._speaker_of(number, run) or _person(g, run)
            if told or g.word(run[1] - 1) == ":":
                self._set(told)
        return self.known

    def _beside(self, number: int, g: Grammar) -> Speaker | None:
        """Whose a paragraph of quotation is: theirs who close it further on, who spoke last, or whom the next paragraph is about."""
        later = number + 1
        while later < len(self.readings) and self.readings[later][0].passage.opens(0):
            speaker = self._speaker_of(later, self.readings[later][0].passage.sentences[0])
            if speaker and not g.passage.quotations[-1].closed:
                return speaker
            later += 1
        current = self._current()
        if current or later == len(self.readings) or self.drafts.get(later):
            return current
        following = self.readings[later][0]
        return _person(following, following.passage.sentences[0]) if following.passage.sentences else None

    def _speaker_of(self, number: int, run: Run) -> Speaker | None:
        """The source of the last claim whose content begins in a sentence."""
        span, drafts = self.readings[number][0].passage.span(run), self.drafts.get(number, [])
        at = bisect_left(drafts, span.end, key=_beginning) - 1
        last = drafts[at] if at >= 0 and drafts[at].content[0].overlaps(span) else None
        return (last.grammar, last.finding.source) if last and last.finding.source else None

    def _is_free(self, g: Grammar, run: Run) -> bool:
        """Whether no claim covers any of the words."""
        span = g.passage.span(run)
        at = bisect_left(self.covered, Span(span.end, span.end))
        return not any(one.overlaps(span) for one in self.covered[max(0, at - 6) : at])

    def _add(self, number: int, g: Grammar, run: Run, speaker: Speaker, rule: str) -> None:
        grammar, source = speaker
        sentence = grammar.passage.sentences[grammar.sentence_of(source[0])]
        finding = Finding(rule, "quotation", source, source, (), sentence, uncued=True)
        self.found.append(Draft(grammar, number, finding, (g.passage.span(run),)))


def _is_quotation(g: Grammar, run: Run) -> bool:
    """Whether a sentence is a quotation and nothing else, long or full enough to be speech."""
    if not g.passage.opens(run[0]) or not all(g.quoted(k) for k in range(*run)):
        return False
    quotation = g.passage.quotations[g.passage.quoted[run[0]] - 1]
    whole = quotation.full or (not quotation.closed and g.word(run[1] - 1) in _ENDING)
    return whole and run[1] - run[0] >= _SHORTEST + 1


def _is_pictured(g: Grammar) -> bool:
    """Whether a block is one quotation under a picture and nothing else: a caption, as of a drawing, and not who spoke before."""
    start = g.passage.block.span.start
    lone = len(g.passage.sentences) == 1 and _is_quotation(g, g.passage.sentences[0])
    return lone and g.passage.text[max(0, start - 2) : start].strip() == _PICTURE


def _is_question(g: Grammar) -> bool:
    """Whether a block is one question and nothing else."""
    return len(g.passage.sentences) == 1 and _asks(g, g.passage.sentences[0])


def _asks(g: Grammar, run: Run) -> bool:
    return g.word(run[1] - 1) == "?" and not g.quoted(run[1] - 1)


def _person(g: Grammar, sentence: Run) -> Speaker | None:
    """The person whom a sentence is about, by its subject."""
    if g.quoted(sentence[0]):
        return None
    run = _named_opening(g, sentence) or sentence_subject(g, sentence, sentence[1])
    if run is None or not (g.is_name(run[0]) or g.is_determiner(run[0])):
        return None
    described = describe_source(g, run)
    if described.pronoun:
        return (g, run) if described.pronoun in g.lexicon.cues.one_person else None
    if described.kind in _PEOPLE:
        is_one = not described.plural and (described.name or described.definite)
    else:
        is_one = described.head not in g.lexicon.kinds and 1 < len(described.name.split()) < _LONGEST_NAME
    return (g, run) if is_one else None


def _named_opening(g: Grammar, sentence: Run) -> Run | None:
    """The name at the head of a sentence before a verb in -s: "The biologist Sefa Lund keeps …"."""
    words, limit = g.lexicon.words, min(sentence[1], sentence[0] + _NAME_REACH)
    if g.lower(sentence[0]) in words.prepositions or g.lower(sentence[0]) in words.subordinators or g.is_adverb(sentence[0]):
        return None
    end = next((k for k in _behind_names(g, sentence[0], limit) if g.word(k).islower() and g.lower(k).endswith("s")), None)
    return (sentence[0], end - (g.word(end - 1) == ",")) if end is not None else None


def _behind_names(g: Grammar, start: int, limit: int) -> Iterator[int]:
    """The tokens right behind a run of names, or behind its comma."""
    return (k for k in range(start + 1, limit) if not g.is_name(k) and not g.is_mark(k) and g.is_name(k - 1 - (g.word(k - 1) == ",")))


def _laughing(g: Grammar, run: Run) -> Speaker | None:
    """Who laughs, nods or shrugs in the sentence behind a quotation: “She cannot row.” Gus Attar laughs."""
    if run[0] or run[1] >= g.size:
        return None
    following = g.passage.sentences[g.sentence_of(run[1])]
    verb = next(
        (k for k in range(following[0] + 1, min(following[1], following[0] + _NAME_REACH)) if g.lower(k) in g.lexicon.cues.gestures), None
    )
    if verb is None or not (g.is_name(verb - 1) or g.lower(verb - 1) in g.lexicon.cues.one_person):
        return None
    return (g, (following[0], verb))
