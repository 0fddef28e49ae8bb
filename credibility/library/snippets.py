"""Where the words of a search stand in a text: a short piece around the first place that holds them, each of them marked.

SQLite's own `snippet` takes seconds for the beginning of a word that a text holds hundreds of times.
"""

import re
import unicodedata

from credibility.model.library import Snippet

_BEFORE, _LONGEST = 60, 190  # characters
UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Scripts written without spaces, in which the index holds whole phrases: their words are looked for in the text itself."""


def terms_of(words: str) -> list[str]:
    """The words asked for; phrases in quotation marks stay together."""
    terms = [phrase or word for phrase, word in re.findall(r'["“”]([^"“”]+)["“”]|([^\s"“”]+)', words)]
    return [term for term in terms if re.search(r"\w", term)]


def is_unfinished(words: str) -> bool:
    """Whether the last word may go on: no space and no quotation mark follows it."""
    return not re.search(r'["”]\s*$|\s$', words)


def cut_out(text: str, words: str, where: str) -> Snippet | None:
    """The piece of a text around the first place that holds the words, all together if possible; None where none of them stands."""
    terms = terms_of(words)
    folded = _folded(text)
    end = r"\w*" if is_unfinished(words) else r"\b"
    patterns = [_pattern(term) for term in terms]
    begin = "" if UNSPACED.search(words) else r"\b"
    together = re.compile(begin + r"\W+".join(patterns) + end)
    one = re.compile("|".join(begin + pattern + (end if pattern is patterns[-1] else r"\b" if begin else "") for pattern in patterns))
    first = together.search(folded) or one.search(folded)
    if first is None:
        return None
    start = max(0, first.start() - _BEFORE)
    start = text.find(" ", start, first.start()) + 1 or start if start else 0
    stop = min(len(text), start + _LONGEST)
    whole = stop == len(text) or " " not in text[first.end() : stop]
    stop = max(stop, first.end()) if whole else text.rindex(" ", first.end(), stop)
    return Snippet(tuple(_pieces(text, start, stop, [match.span() for match in one.finditer(folded, start, stop)])), where)


def _pieces(text: str, start: int, stop: int, hits: list[tuple[int, int]]) -> list[tuple[str, bool]]:
    pieces, at = [("… ", False)] if start else [], start
    for begin, end in hits:
        pieces += [(text[at:begin], False), (text[begin:end], True)]
        at = end
    pieces += [(text[at:stop], False), (" …" if stop < len(text) else "", False)]
    return [(re.sub(r"\s+", " ", piece), hit) for piece, hit in pieces if piece]


def _pattern(term: str) -> str:
    return r"\W+".join(re.escape(_folded(word)) for word in re.findall(r"\w+", term))


def _folded(text: str) -> str:
    """Lower case without accents, one character for each, as the index folds words."""
    if text.isascii():
        return text.lower()
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    low = character.lower()
    bare = unicodedata.normalize("NFD", low)[0] if low else low
    return bare if len(bare) == 1 else character
