"""The proper name in a source phrase, at the end of its head or in an apposition, and whether it is written like a person's."""

import re

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

_CAMEL = re.compile(r"[a-z]{2}[A-Z]")
_WEB_NAME = re.compile(r"[a-z0-9]\.[a-z]{2,}$")
_CHANNEL = 2  # digits of a number inside the name of a station
_PLACE = 3  # tokens of a comma and a country's or a state's name
BODIES = (SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.OUTLET, SourceKind.DOCUMENT, SourceKind.POLL)
INSTITUTIONS = (SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.OUTLET)


def name_in(g: Grammar, run: Run, head: Run) -> str:
    """The proper name in the phrase: at the end of its head, else in an apposition; a title alone ("the Prime Minister") is none."""
    name = _first_name_in(g, run, head)
    words = name.lower().split()
    holder = bool(words) and words[-1] in g.lexicon.holders and g.lower(run[0]) in g.lexicon.words.definite
    return "" if holder or all(word in g.lexicon.words.titles for word in words) else name


def _first_name_in(g: Grammar, run: Run, head: Run) -> str:
    comma = next((k for k in range(head[1], run[1]) if g.word(k) == ","), run[1])
    told = next((k for k in range(comma, run[1] - 1) if g.lower(k) in g.lexicon.words.naming and g.is_name(k + 1)), None)
    if told is not None:
        return g.passage.phrase((told + 1, _name_end(g, told + 1, run[1], run[0])))  # "the Democrat, a librarian named Joyce Apple"
    best = _best_name(g, head, run, last=True)
    if best and (best[1] == head[1] or g.lower(best[1]) in ("'s", "’s")):
        return _with_body(g, _without_title(g, best), head, run)
    if g.lexicon.kinds.get(g.lower(head[1] - 1)) is SourceKind.OUTLET and (of := _of_name(g, head[1], run)):
        return g.passage.phrase(of)
    best = None if _goes_on_with_place(g, comma, run) else _best_name(g, (comma, run[1]), run, last=False)
    return g.passage.phrase(_without_title(g, best)) if best else ""


def _goes_on_with_place(g: Grammar, comma: int, run: Run) -> bool:
    """Whether the name behind a comma tells where the place before it lies: "officials in Oster County, Kent"."""
    start = comma
    while start - 1 > run[0] and g.is_name(start - 1):
        start -= 1
    placed = start < comma and g.lower(start - 1) in g.lexicon.words.before_places | {"of", "from", "at"}
    end = next((k for k in range(comma + 1, run[1]) if not g.is_name(k)), run[1])
    alone = end == run[1] or g.is_mark(end)
    return placed and end > comma + 1 and alone and g.lower(comma + 1) not in g.lexicon.given and end - comma <= _PLACE


def _best_name(g: Grammar, part: Run, run: Run, last: bool) -> Run | None:
    """The last name in a part of the source, or the first one of an apposition ("a source, Jane Doe" gives Jane Doe)."""
    k = part[0]
    best: Run | None = None
    while k < part[1]:
        if is_proper(g, k, run[0]) and (last or not g.is_time(k)):
            end = _name_end(g, k, part[1], run[0])
            best = (k, end) if best is None or last or g.lower(k - 1) in g.lexicon.anonymous else best
            k = end
        k += 1
    return best


def _name_end(g: Grammar, k: int, limit: int, start: int) -> int:
    """One past the name that begins at token k, small words inside it included."""
    end = k + 1
    while end < limit and (is_proper(g, end, start) or (_joins_names(g, end, limit) and end + 1 < limit and is_proper(g, end + 1, start))):
        end += 1
    return end


def _without_title(g: Grammar, name: Run) -> Run:
    """A name without the titles before it, of which one at least is left; a body's begins with what would be one: "Premier League"."""
    start = name[0]
    if any(g.lexicon.kinds.get(g.lower(k)) in INSTITUTIONS for k in range(start + 1, name[1])):
        return name
    while start < name[1] - 1 and (g.lower(start) in g.lexicon.words.titles or g.lower(start) in ("the", ".")):
        start += 1
    return (start, name[1])


def _with_body(g: Grammar, name: Run, head: Run, run: Run) -> str:
    """A name at the end of a head, with what "of" adds to an institution's: "the University of Oxford"."""
    if name[1] == head[1] and g.lexicon.kinds.get(g.lower(name[1] - 1)) in INSTITUTIONS and (of := _of_name(g, head[1], run)):
        return g.passage.phrase((name[0], of[1]))
    return g.passage.phrase(name)


def _joins_names(g: Grammar, k: int, end: int) -> bool:
    """Whether token k is a small word or a station's number inside a name, or the mark of a body's: "the Harbour Masters’ Council"."""
    if g.word(k).isdigit() and len(g.word(k)) <= _CHANNEL:
        return not g.is_time(k - 1)  # "NBC 4 New York", but "on July 4 New York"
    plural = g.word(k) in ("’", "'") and g.word(k - 1).endswith("s")
    return g.lower(k) in g.lexicon.words.name_joints or (plural and g.lexicon.kinds.get(g.lower(end - 1)) in INSTITUTIONS)


def _of_name(g: Grammar, of: int, run: Run) -> Run | None:
    """The proper name after "of" or "of the" at the end of a head: "the University of Oxford", "the website of the Herald"."""
    start = of + 1 + (g.lower(of + 1) == "the")
    end = start
    of_state = g.lexicon.kinds.get(g.lower(of - 1)) is SourceKind.GOVERNMENT  # "the Department of Tides and Harbour Services"
    while end < run[1] and (is_proper(g, end, run[0]) or (of_state and end > start and _joins_field(g, end, run))):
        end += 1
    if g.lower(of) != "of" or end == start:
        return None
    return None if g.is_possessive(end - 1) else (start, end)


def _joins_field(g: Grammar, k: int, run: Run) -> bool:
    """Whether token k is an "and" before another field of a body's; an abbreviation behind it is another body."""
    return g.lower(k) in ("and", "&") and k + 1 < run[1] and is_proper(g, k + 1, run[0]) and not g.word(k + 1).isupper()


def is_joined(g: Grammar, k: int) -> bool:
    """Whether token k is a part of a name with "&": "Editor & Publisher" is neither an editor nor a publisher."""
    return g.word(k)[:1].isupper() and "&" in (g.word(k - 1), g.word(k + 1))


def is_proper(g: Grammar, k: int, start: int) -> bool:
    """Whether token k is a part of a proper name in the source that begins at `start`."""
    word, lexicon = g.word(k), g.lexicon
    if not word[0].isupper() or word.lower() in lexicon.words.determiners or (k == start and word.lower() in lexicon.words.possessives):
        return False
    if len(word) > 1 and word.isupper() and lexicon.kinds.get(word.lower()) is SourceKind.PERSON:
        return False  # "MP" and "CEO" stand before a name or for one
    inside = k > g.passage.sentences[g.sentence_of(k)][0] or is_joined(g, k)
    behind_word = k == start and k > 0 and g.word(k - 1) not in (".", "”", '"', "?", "!")
    return inside or behind_word or _may_open_name(g, k)


def _may_open_name(g: Grammar, k: int) -> bool:
    """Whether the capital at the head of a sentence may be a name's: "Weekly World News", but "Police Chief Ann Lee"."""
    lexicon, lower = g.lexicon, g.lower(k)
    if lower in lexicon.officials or lower in lexicon.anonymous or lexicon.kinds.get(lower) is SourceKind.PERSON:
        return False
    goes_on = g.is_name(k + 1) and g.lower(k + 1) not in lexicon.titled
    return lower not in lexicon.kinds or goes_on


def looks_personal(g: Grammar, run: Run, name: str) -> bool:
    """A name of two or three plain words without an article, or one word that is no acronym; or two such full names with "and"."""
    both = name.split(" and ")
    pair = len(both) == 2 and all(" " in one for one in both)
    return all(_is_personal(g, run, one) for one in both) if pair else _is_personal(g, run, name)


def _is_personal(g: Grammar, run: Run, name: str) -> bool:
    words = name.replace(".", "").split()
    if g.lower(run[0]) in g.lexicon.words.determiners or any(word == "&" or (word.isupper() and len(word) > 1) for word in words):
        return False
    if words[-1].lower() in g.lexicon.body_endings or any(word.endswith(("’s", "'s")) for word in words[:-1]):
        return False
    if _is_brand(name):
        return False
    return len(words) <= 4 and all(_is_capital(word[0]) or word in g.lexicon.words.name_particles for word in words)


def _is_brand(name: str) -> bool:
    """Whether a name is written like a brand's: "Kelp.com", "AquaPress"; an inner capital tells it, outside surnames."""
    return is_web_name(name) or (" " not in name and bool(_CAMEL.search(name)) and not name.startswith(("Mc", "Mac")))


def is_web_name(name: str) -> bool:
    """Whether a name is written like an address of the web: "Kelp.com"."""
    return bool(_WEB_NAME.search(name))


def _is_capital(letter: str) -> bool:
    """Whether a name may begin with the letter: a capital, or one of a script without capitals."""
    return letter.isupper() or (letter.isalpha() and letter.lower() == letter.upper())


def is_bodys(g: Grammar, name: Run) -> bool:
    """Whether a name is a body's by its last word, or by one inside it: "League Baseball", but "Ann Church Venn"."""
    inside = any(g.lexicon.kinds.get(g.lower(k)) in INSTITUTIONS for k in range(name[0], name[1] - 1))
    return ends_like_body(g, name) or (inside and g.lower(name[0]) not in g.lexicon.given)


def ends_like_body(g: Grammar, name: Run) -> bool:
    """Whether a name is a state's or ends in a word that only bodies bear."""
    last = g.lower(name[1] - 1)
    if g.passage.phrase(name).lower() in g.lexicon.states:
        return True
    return last in g.lexicon.body_endings or g.lexicon.kinds.get(last) in BODIES
