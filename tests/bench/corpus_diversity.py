"""How varied a set of marked articles is, as one column of figures: for our corpus beside other sets. Pure."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resources.corpus.notation import MarkedArticle

Pairs = Sequence[Sequence[int]]

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_QUOTE = '“”"‘'
_PRONOUN = re.compile(r"^(?:he|she|they|it|i|we|you|who|which|one|both|neither|some|others?|another|himself|herself)$", re.I)
_TITLES = re.compile(r"^(?:the|a|an|its|his|her|their|our|my|this|that|these|those|some|many|most|several|one|two|three|four|\d+)\b", re.I)
_SENTENCE = re.compile(r"(?<=[.!?])[”\"’']*\s+(?=[“\"‘'A-Z])")
_SAMPLE = 10_000
_TOP = 20


@dataclass(frozen=True, slots=True)
class Example:
    """One attribution as figures see it: spans as pairs of code points, first to last."""

    source: Pairs
    cue: Pairs
    content: Pairs


@dataclass(frozen=True, slots=True)
class Marked:
    """One article of any set."""

    text: str
    examples: tuple[Example, ...]


def from_corpus(articles: Iterable[MarkedArticle]) -> list[Marked]:
    """Our own articles."""
    return [
        Marked(
            article.text,
            tuple(
                Example(*([(s.start, s.end) for s in spans] for spans in (one.source, one.cue, one.content)))
                for one in article.attributions
            ),
        )
        for article in articles
    ]


def from_records(document: str) -> list[Marked]:
    """The articles of a benchmark file, one JSON record `{text, attributions: [{source, cue, content}]}` a line."""
    return [
        Marked(
            record["text"], tuple(Example(a["source"] or (), a["cue"] or (), a["content"]) for a in record["attributions"] if a["content"])
        )
        for record in map(json.loads, filter(str.strip, document.splitlines()))
    ]


def figures(articles: Sequence[Marked]) -> dict[str, str]:
    """All figures of one set, named, in order of printing."""
    words = [word.lower() for article in articles for word in _WORD.findall(article.text)]
    examples = [(article.text, one) for article in articles for one in article.examples]
    total = max(len(examples), 1)
    cues = Counter(_words(text, one.cue).lower() for text, one in examples if one.cue)
    lengths = [len(_WORD.findall(s)) for a in articles for p in a.text.split("\n") for s in _SENTENCE.split(p) if _WORD.search(s)]
    contents = sorted(len(_WORD.findall(_words(text, one.content))) for text, one in examples)
    rows = {
        "articles": f"{len(articles)}",
        "words": f"{len(words):,}",
        "words per article": f"{len(words) / max(len(articles), 1):.0f}",
        "types per 10,000 words": f"{_types(words):.0f}",
        "words per sentence": f"{sum(lengths) / max(len(lengths), 1):.1f}",
        "sentences over 30 words": _share(sum(n > 30 for n in lengths), len(lengths)),
        "attributions": f"{len(examples):,}",
        "attributions per 100 words": f"{100 * len(examples) / max(len(words), 1):.1f}",
        "words per content (median)": f"{contents[len(contents) // 2] if contents else 0}",
        "different cues": f"{len(cues):,}",
        f"share of the {_TOP} most frequent cues": _share(sum(n for _, n in cues.most_common(_TOP)), sum(cues.values())),
        "cue “said” alone": _share(cues["said"], total),
    }
    for name, kinds in (("quote", _quote), ("cue", _position), ("source", _source)):
        counted = Counter(kinds(text, one) for text, one in examples)
        rows |= {f"{name}: {kind}": _share(n, total) for kind, n in sorted(counted.items())}
    return rows


def top_cues(articles: Sequence[Marked], count: int = _TOP) -> list[tuple[str, float]]:
    """The most frequent cues with their share in percent."""
    cues = Counter(_words(article.text, one.cue).lower() for article in articles for one in article.examples if one.cue)
    return [(cue, 100 * n / max(sum(cues.values()), 1)) for cue, n in cues.most_common(count)]


def patterns(articles: Sequence[Marked]) -> Counter[str]:
    """How often each order of source (s), cue (q) and content (c) occurs, with the kind of quotation."""
    counted: Counter[str] = Counter()
    for article in articles:
        for one in article.examples:
            places = [(p[0], role) for role, pairs in (("s", one.source), ("q", one.cue), ("c", one.content)) for p in pairs]
            order = re.sub(r"(.)\1+", r"\1", "".join(role for _, role in sorted(places)))
            counted[f"{order} {_quote(article.text, one)}"] += 1
    return counted


def _words(text: str, pairs: Pairs) -> str:
    return " … ".join(text[start:end] for start, end in pairs)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f} %"


def _types(words: Sequence[str]) -> float:
    """The mean number of different words in runs of 10,000; of all there are when there are fewer."""
    runs = [words[i : i + _SAMPLE] for i in range(0, len(words) - _SAMPLE + 1, _SAMPLE)] or [words]
    return sum(len(set(run)) for run in runs) / len(runs)


def _quote(text: str, one: Example) -> str:
    content = _words(text, one.content).replace("''", '"')
    marks = sum(content.count(mark) for mark in _QUOTE)
    start, end = one.content[0][0], one.content[-1][1]
    if (content[:1] in "“\"‘'" and content.rstrip(".,")[-1:] in "”\"’'") or (
        text[start - 1 : start] in '“"' and text[end : end + 1] in '”"' and start
    ):
        return "direct"
    return "mixed" if marks else "indirect"


def _position(text: str, one: Example) -> str:
    if not one.cue:
        return "none"
    cue = one.cue[0][0]
    if cue < one.content[0][0]:
        return "before content"
    return "after content" if cue >= one.content[-1][1] else "inside content"


def _source(text: str, one: Example) -> str:
    if not one.source:
        return "none"
    words = _words(text, one.source).strip(" ,")
    if _PRONOUN.match(words):
        return "pronoun"
    head = re.split(r",| who | which |, | at | of | for | in ", words)[0]
    return "name" if re.search(r"[A-Z]\w+", head) and not _TITLES.match(head) else "description"
