"""Attributions in a language whose verbs are not read: by quotation marks with a speaker or a colon, and by "according to"."""

import re
from collections.abc import Sequence

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.clauses import trim_end
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.text.languages import Language
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said

_CUE_REACH = 14  # tokens between a quotation and the end of the words that tell who spoke
_SHORTEST = 3  # tokens of a quotation, marks apart
_HEAD = 4  # tokens of a title before the name at the head of a sentence
_ARTICLE = 3  # letters
_SENTENCE = 5  # tokens from which a quotation without an end mark of its own is speech, no title
_INNER = frozenset({"de", "del", "della", "van", "von", "da", "dos", "di", "bin"})
_ELIDED = re.compile(r"[^\W\d_]{1,2}[’']")


def find_foreign(g: Grammar, language: Language) -> tuple[Finding, ...]:
    """Quotations that a colon introduces or whose speaker is named, and what is so according to somebody, by position of the cue."""
    found: list[Finding] = []
    for quotation in g.passage.quotations:
        count = quotation.end - quotation.start - 2
        if count < _SHORTEST:
            continue
        sentence = g.passage.sentences[g.sentence_of(quotation.start)]
        run = (quotation.start, quotation.end)
        finding = _after_colon(g, language, run, sentence)
        if finding is None and (quotation.full or count >= _SENTENCE):
            finding = _with_speaker(g, language, run, sentence)
        if finding:
            found.append(finding)
    found.extend(_according(g, language, found))
    return tuple(sorted(found, key=lambda finding: finding.cue))


def _after_colon(g: Grammar, language: Language, quotation: Run, sentence: Run) -> Finding | None:
    """Anna Schulz sagte der Zeitung: “content”."""
    colon = quotation[0] - 1
    if colon < sentence[0] or g.word(colon) != ":":
        return None
    start = max(sentence[0], next((k + 1 for k in range(colon - 1, sentence[0] - 1, -1) if g.quoted(k)), sentence[0]))
    names = _ungoverned(g, language, names_in(g, (start, colon), sentence))
    clear = len(names) == 1 or (names and names[0][0] - start <= _HEAD)
    return _spoken(said("quotation after a colon"), ":", (colon, colon + 1), names if clear else [], quotation, sentence)


def _with_speaker(g: Grammar, language: Language, quotation: Run, sentence: Run) -> Finding | None:
    """“Content”, dijo Ana Ruiz · Ayşe Yılmaz, “content” dedi."""
    start = quotation[1] + (g.word(quotation[1]) in (",", "-") or g.word(quotation[1]) in DASHES)
    end = next((k for k in range(start, min(sentence[1], start + _CUE_REACH)) if g.is_mark(k) or g.quoted(k)), sentence[1])
    names = _ungoverned(g, language, names_in(g, (start, end), sentence)) if 0 < end - start <= _CUE_REACH else []
    if names:
        return _spoken(said("quotation with a named speaker"), "quotation", (start, start + 1), names, quotation, sentence)
    comma = quotation[0] - 1
    if comma > sentence[0] and g.word(comma) == "," and comma - sentence[0] <= _CUE_REACH:
        names = _ungoverned(g, language, names_in(g, (sentence[0], comma), sentence))
        if names:
            return _spoken(said("quotation with a named speaker"), "quotation", (comma, comma + 1), names, quotation, sentence)
    return None


def _spoken(rule: str, lemma: str, cue: Run, names: Sequence[Run], quotation: Run, sentence: Run) -> Finding:
    """A finding whose source is the first of the names around its cue and whose addressee the second, such as the outlet told."""
    source = names[0] if names else None
    told = names[1] if len(names) > 1 else None
    return Finding(rule, lemma, cue, source, (quotation,), sentence, told)


def _ungoverned(g: Grammar, language: Language, names: Sequence[Run]) -> list[Run]:
    """The names without those that a preposition before the first free one governs: "El director de Centros Penales, Osiris Luna"."""
    free = [k for k, name in enumerate(names) if not _is_governed(g, language, name[0])]
    return list(names[free[0] :]) if free else []


def _is_governed(g: Grammar, language: Language, start: int) -> bool:
    """Whether a preposition stands before a name, an article between them or not."""
    before = start - 1
    if g.lower(before) in language.words and len(g.lower(before)) <= _ARTICLE and g.lower(before) not in language.governing:
        before -= 1
    return g.lower(before) in language.governing


def names_in(g: Grammar, run: Run, sentence: Run) -> list[Run]:
    """Runs of capitalised words. One word at the head of a sentence is none where small ones follow: any word may stand there."""
    names: list[Run] = []
    k = run[0]
    while k < run[1]:
        end = k
        while end < run[1] and (_is_named(g, end) or (end > k and _joins(g, end))):
            end += 1
        if end - k > 1 or (end > k and (k > sentence[0] or end == run[1])):
            names.append((k, end))
        k = max(end, k + 1)
    return names


def _is_named(g: Grammar, k: int) -> bool:
    """Whether a token is written like a name, also after an elided article ("l’AFP")."""
    if g.quoted(k) or not g.word(k):
        return False
    elided = _ELIDED.match(g.word(k))
    return g.is_name(k) or bool(elided and g.word(k)[elided.end() :][:1].isupper())


def _joins(g: Grammar, k: int) -> bool:
    """Whether a small word or the full stop of an initial goes on to more of the name."""
    return g.is_name(k + 1) and (g.lower(k) in _INNER or (g.word(k) == "." and len(g.word(k - 1)) <= 2))


def _according(g: Grammar, language: Language, found: Sequence[Finding]) -> list[Finding]:
    """Laut NAME content · content, selon NAME."""
    fresh: list[Finding] = []
    opening = {phrase[0] for phrase in language.according}
    for i, word in enumerate(g.passage.lower):
        if word not in opening or g.quoted(i):
            continue
        phrase = next((one for one in language.according if one[0] == word and g.passage.matches(i, one)), None)
        sentence = g.passage.sentences[g.sentence_of(i)]
        if phrase is None or any(finding.sentence == sentence for finding in (*found, *fresh)):
            continue
        finding = _by_name(g, i, phrase, sentence)
        if finding:
            fresh.append(finding)
    return fresh


def _by_name(g: Grammar, i: int, phrase: tuple[str, ...], sentence: Run) -> Finding | None:
    """What the sentence says around a phrase at token i with a name behind it."""
    start = i + len(phrase)
    reach = min(sentence[1], start + _CUE_REACH)
    stop = next((k for k in range(start, reach) if g.is_mark(k)), reach)
    name = next(iter(names_in(g, (start, stop), (i, i))), None)
    if name is None or name[0] - start > 2:
        return None
    left = (sentence[0], trim_end(g, sentence[0], i))
    right = (name[1] + (g.word(name[1]) == ","), trim_end(g, name[1], sentence[1]))
    content = tuple(run for run in (left, right) if run[1] - run[0] >= _SHORTEST)
    return Finding(said("according to a name"), " ".join(phrase), (i, start), (start, name[1]), content, sentence) if content else None
