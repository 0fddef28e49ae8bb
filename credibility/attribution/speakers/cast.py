"""Everybody whom an article names: each person once, with the fullest name, the title and the gender that its words tell."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.kinds import stem
from credibility.attribution.speakers.mentions import Mention, find_mentions, is_subject
from credibility.attribution.speakers.source_names import BODIES
from credibility.attribution.text.sentences import Run
from credibility.model import BlockKind, Span

_STATE = 4  # letters of a state’s name at least, so that its adjective tells it
_PERSON = 3  # words of a name that may be a person’s without a title


@dataclass(frozen=True, slots=True)
class Figure:
    """A person of the article; `gender` is "he", "she" or "" where nothing tells, `title` what the fullest introduction calls them.

    `called` are the stems of the words of all titles, lower case, `words` those of the name.
    """

    name: str
    gender: str
    title: tuple[Span, ...]
    person: bool
    called: frozenset[str]
    words: tuple[str, ...]


_Named = tuple[Grammar, Mention, str]
_Table = dict[str, tuple[Figure, ...]]


@dataclass(frozen=True, slots=True)
class Appearance:
    """A figure at a place: the tokens of the name and of the title said there, in block `number`."""

    number: int
    run: Run
    title: Run
    figure: Figure
    subject: bool
    outside: bool  # of quotations


@dataclass(frozen=True, slots=True)
class Cast:
    """The figures of an article, where they appear by block, and the names that are bodies' for all their looks."""

    by_last: dict[str, tuple[Figure, ...]]
    by_first: dict[str, tuple[Figure, ...]]
    by_inner: dict[str, tuple[Figure, ...]]
    appearances: dict[int, tuple[Appearance, ...]]
    bodies: frozenset[str]
    states: frozenset[str]
    single: frozenset[str]

    def find(self, name: str, gender: str = "") -> Figure | None:
        """The one figure that a name means; None if no one has it, or if several have it and nothing tells them apart."""
        words = _words(name)
        if not words:
            return None
        first = len(words) == 1 and name not in self.bodies and name.lower() not in self.states
        known = self.by_last.get(words[-1], ()) or (self.by_first.get(words[0], ()) or self.by_inner.get(words[0], ()) if first else ())
        fitting = [figure for figure in known if _is_part(words, figure.words) and _agree(gender, figure.gender)]
        sure = [figure for figure in fitting if gender and figure.gender == gender] or fitting
        return sure[0] if len(sure) == 1 else None

    def appearing(self, number: int, run: Run) -> Sequence[Appearance]:
        """Who appears in a stretch of a block, by position."""
        everyone = self.appearances.get(number, ())
        return everyone[bisect_left(everyone, run[0], key=_start) : bisect_left(everyone, run[1], key=_start)]

    def bearers(self, name: str, gender: str = "") -> tuple[Figure, ...]:
        """Everybody whom a surname may mean."""
        return tuple(figure for figure in self.by_last.get(name, ()) if _agree(gender, figure.gender))

    def titled(self, words: frozenset[str], number: int) -> Figure | None:
        """The one person whom a description such as "the former mayor" in block `number` calls by words of a title.

        Of several the only one whom the article has introduced by then; None where there are more.
        """
        fitting = [figure for figures in self.by_last.values() for figure in figures if words and words <= figure.called]
        if len(fitting) > 1:
            named = {one.figure.name for block, ones in self.appearances.items() if block <= number for one in ones}
            fitting = [figure for figure in fitting if figure.name in named]
        return fitting[0] if len(fitting) == 1 else None


def _words(name: str) -> list[str]:
    if name.isalpha():
        return [name]
    return [word for word in name.removesuffix("’s").removesuffix("'s").replace(".", " ").split() if word[0].isalnum()]


def _is_part(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a name may be short for another: its words stand in the other in this order."""
    rest = iter(whole)
    return all(word in rest for word in part)


def _agree(one: str, other: str) -> bool:
    return not {one, other} >= {"he", "she"}


def cast_of(grammars: Sequence[Grammar]) -> Cast:
    """Read the names of all passages but headings, where every word may have a capital."""
    named = [
        (g, mention, _name(g, mention.name))
        for number, g in enumerate(grammars)
        if g.passage.block.kind is not BlockKind.HEADING
        for mention in find_mentions(g, number)
    ]
    figures = _figures(named)
    people = {figure.name for figure in figures if figure.person}
    bodies = frozenset(name for _, mention, name in named if mention.body and not mention.person) - people
    states = grammars[0].lexicon.states if grammars else frozenset()
    single = frozenset(name for _, mention, name in named if not mention.person and name.isalpha() and len(name) > _STATE)
    cast = Cast(*_by_words(figures, [name for *_, name in named]), {}, bodies, states, single)
    return replace(cast, appearances=_appearances(cast, named))


def _by_words(figures: Sequence[Figure], names: Sequence[str]) -> tuple[_Table, _Table, _Table]:
    """The figures by the last word, by the first, and people by each word between; `names` are all names in text order.

    A first word that is a name of its own before the longer one is not short for it: "Kelp" and, later, "Kelp Harbour".
    """
    order: dict[str, int] = {}
    for place, name in enumerate(names):
        order.setdefault(name, place)
    last, first, inner = (defaultdict[str, list[Figure]](list) for _ in range(3))
    for figure in figures:
        last[figure.words[-1]].append(figure)
        if figure.person or order.get(figure.words[0], len(names)) >= order.get(figure.name, 0):
            first[figure.words[0]].append(figure)
        for word in figure.words[1:-1] if figure.person else ():
            inner[word].append(figure)
    return _sealed(last), _sealed(first), _sealed(inner)


def _appearances(cast: Cast, named: Sequence[tuple[Grammar, Mention, str]]) -> dict[int, tuple[Appearance, ...]]:
    """Where people appear, by block: those whom words make persons, and subjects of sentences that look like one."""
    found: dict[int, list[Appearance]] = {}
    known: dict[tuple[str, str], Figure | None] = {}
    for g, mention, name in named:
        if (name, mention.gender) not in known:
            known[name, mention.gender] = cast.find(name, mention.gender)
        figure = known[name, mention.gender]
        if figure is None or not (figure.person or _looks_personal(g, mention, figure, cast.bodies)):
            continue
        subject = is_subject(g, mention.name)
        if not (figure.person or subject):
            continue
        one = Appearance(mention.number, mention.name, mention.title, figure, subject, not g.quoted(mention.name[0]))
        found.setdefault(mention.number, []).append(one)
    return {number: tuple(sorted(appearances, key=_start)) for number, appearances in found.items()}


def _start(appearance: Appearance) -> int:
    return appearance.run[0]


def _sealed(table: Mapping[str, list[Figure]]) -> _Table:
    return {key: tuple(figures) for key, figures in table.items()}


def _name(g: Grammar, run: Run) -> str:
    return g.passage.phrase(run).removesuffix("’s").removesuffix("'s")


def _figures(named: Sequence[tuple[Grammar, Mention, str]]) -> list[Figure]:
    """One figure for the mentions that bear one name or a shorter form of it; a surname alone is a figure's that has it."""
    groups: list[tuple[list[str], list[tuple[Grammar, Mention, str]]]] = []
    by_last: dict[str, list[int]] = {}
    by_first: dict[str, list[int]] = {}
    split = {name: _words(name) for _, _, name in named}
    named = _without_given_surnames(named, split)
    for row in sorted(named, key=lambda row: -len(split[row[2]])):
        words = split[row[2]]
        if not (words and _may_be_person(row[0], row[1])):
            continue
        near = by_last.get(words[-1], []) or by_first.get(words[0] if len(words) == 1 else "", [])
        same = [k for k in near if _is_part(words, groups[k][0]) and _agree(row[1].gender, _told(groups[k][1]))]
        if len(same) == 1:
            groups[same[0]][1].append(row)
        elif not same and (len(words) > 1 or row[1].person):
            by_last.setdefault(words[-1], []).append(len(groups))
            by_first.setdefault(words[0], []).append(len(groups))
            groups.append((words, [row]))
    return [_figure(rows) for _, rows in groups]


def _without_given_surnames(named: Sequence[_Named], split: Mapping[str, Sequence[str]]) -> list[_Named]:
    """The mentions; a surname that is a given name too tells no gender: "Lawrence" after "Natalya Lawrence"."""
    surnames = {words[-1] for words in split.values() if len(words) > 1}
    return [
        (g, replace(one, gender="") if one.by_given and split[name][:1] == split[name] and set(split[name]) <= surnames else one, name)
        for g, one, name in named
    ]


def _may_be_person(g: Grammar, mention: Mention) -> bool:
    """Whether a name may be a person's or a firm's that bears one's: its last word names no kind of body."""
    return mention.person or g.lexicon.kinds.get(g.lower(mention.name[1] - 1)) not in BODIES


def _looks_personal(g: Grammar, mention: Mention, figure: Figure, bodies: frozenset[str]) -> bool:
    """Whether the subject of a sentence may be a person though nothing but its capitals says so."""
    words = figure.words
    plain = all(word[1:].islower() for word in words) and figure.name.lower() not in g.lexicon.states
    return (
        2 <= len(words) <= _PERSON
        and plain
        and not mention.body
        and figure.name not in bodies
        and words[-1].lower() not in g.lexicon.body_endings
    )


def _told(rows: Sequence[tuple[Grammar, Mention, str]]) -> str:
    """The gender that most of the mentions tell."""
    told = [mention.gender for _, mention, _ in rows if mention.gender in ("he", "she")]
    return max(set(told), key=told.count) if told else ""


def _figure(rows: Sequence[tuple[Grammar, Mention, str]]) -> Figure:
    titled = [(g, mention) for g, mention, _ in rows if mention.title[1]]
    g, best = max(titled, key=lambda row: _weight(*row), default=(None, None))
    title = (g.passage.span(_with_full_stop(g, best.title)),) if g and best else ()
    name = max((name for _, _, name in rows), key=lambda name: (len(_words(name)), -len(name)))
    called = frozenset(stem(g.lower(k)) for g, mention in titled for k in range(*mention.title))
    return Figure(name, _told(rows), title, any(mention.person for _, mention, _ in rows), called, tuple(_words(name)))


def _with_full_stop(g: Grammar, title: Run) -> Run:
    """A title with the full stop of the abbreviation that it ends in: "State Sen.", "Sgt."."""
    return (title[0], title[1] + 1) if g.abbreviates(title[1]) and g.is_name(title[1] - 1) else title


def _weight(g: Grammar, mention: Mention) -> tuple[bool, bool, bool, bool, int, int]:
    """How much a title says: an office before what many are, then what holds today, then a whole description, then what comes first."""
    start, end = mention.title
    parts = {part for k in range(start, end) for part in g.lower(k).split("-")}
    plain = not parts.isdisjoint(g.lexicon.everyday)
    former = g.lower(start) in g.lexicon.former or "then" in parts
    office = any(g.lower(k) in g.lexicon.officials or g.lower(k) in g.lexicon.words.titles for k in range(start, end))
    return (not plain, not former, office, end - start > 1, -mention.number, -start)
