"""Who has spoken so far in an article, and what is known of everybody it names."""

import re
from bisect import insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from credibility.attribution.drafts import Draft
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.antecedents import Scene
from credibility.attribution.speakers.cast import Appearance, Cast, Figure, cast_of
from credibility.attribution.speakers.kinds import Description
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind, Span

PEOPLE = frozenset({SourceKind.PERSON, SourceKind.ANONYMOUS, SourceKind.ANONYMOUS_OFFICIAL})
SINGULAR = frozenset({"he", "she"})
_PAIR = 2
_PLACE_TIMES = 2  # "in Falk" alone may be whom somebody believed in


@dataclass(frozen=True, slots=True)
class Speaker:
    """A draft's source understood: its description, the fullest name, the figure it is, the index of the draft it resumes.

    `title` and `justification` are spans of the article.
    """

    description: Description
    kind: SourceKind
    name: str
    resumes: int | None
    anaphor: bool
    figure: Figure | None = None
    title: tuple[Span, ...] = ()
    justification: tuple[Span, ...] = ()


class Memory:
    """The speakers told so far, by draft, with what later pronouns may mean."""

    def __init__(self, drafts: Sequence[Draft], grammars: Sequence[Grammar]) -> None:
        self.drafts = drafts
        self.grammars = grammars
        self.cast = cast_of(grammars)
        self.places = place_names(grammars[0]) if grammars else frozenset()
        self.states = state_names(grammars[0], self.cast) if grammars else frozenset()
        self.numbers = {id(g): number for number, g in enumerate(grammars)}
        self.speakers: list[Speaker] = []
        self.heard: dict[int, list[tuple[Run, int]]] = {}
        self.known: dict[int, tuple[Figure | None, str, bool]] = {}
        self.genders: dict[str, str] = {}
        self.spoken: set[str] = set()

    def scene(self, draft: Draft, source: Run) -> Scene:
        """What is known where a source stands."""
        number = self.numbers[id(draft.grammar)]
        return Scene(self.grammars, self.cast, self.heard, self.known, self.genders, number, source[0])

    def figure(self, draft: Draft, description: Description) -> Figure | None:
        """The figure that a source names: the person in it whom nothing governs, else whose name it is."""
        source = draft.finding.source
        if source is None:
            return None
        g = draft.grammar
        for one in self.cast.appearing(self.numbers[id(g)], source):
            if one.run[1] <= source[1] and one.figure.person and _is_head(g, one, source):
                return one.figure
        return self._bearer(description.name, _honorific(g, source)) if description.name else None

    def joined(self, draft: Draft) -> tuple[Figure, ...]:
        """The people whom a source names side by side: "Jane Doe and Omar Lind"; empty for fewer than two."""
        source, g = draft.finding.source, draft.grammar
        if source is None or not any(g.lower(k) == "and" for k in range(*source)):
            return ()
        named = [one for one in self.cast.appearing(self.numbers[id(g)], source) if one.run[1] <= source[1]]
        if len(named) < _PAIR or not all(one.figure.person or " " in one.figure.name for one in named):
            return ()
        governed = any(
            g.lower(k) in g.lexicon.words.prepositions for k in range(source[0], named[0].run[0])
        )  # "people of Ha Pitso and Oster"
        return () if governed else _all_side_by_side(g, named)

    def _bearer(self, name: str, gender: str) -> Figure | None:
        """The figure that a name means; of two of a surname the only one who has spoken; "the Gazette’s Falk" is a Falk who is a person."""
        short = name.rpartition("’s ")[2].rpartition("'s ")[2]
        named = self.cast.find(short, gender)
        if named is None:
            spoken = [one for one in self.cast.bearers(short, gender) if one.name in self.spoken]
            named = spoken[0] if len(spoken) == 1 else None
        return named if short == name or (named is not None and named.person) else None

    def add(self, draft: Draft, speaker: Speaker) -> None:
        """Keep the speaker of the next draft."""
        index = len(self.speakers)
        self.speakers.append(speaker)
        if draft.finding.source is None:
            return
        insort(self.heard.setdefault(self.numbers[id(draft.grammar)], []), (draft.finding.source, index))
        if speaker.figure is not None:
            self.spoken.add(speaker.figure.name)
        pronoun = speaker.description.pronoun if speaker.description.pronoun in SINGULAR else ""
        if speaker.figure is not None and pronoun and not speaker.figure.gender:
            self.genders.setdefault(speaker.figure.name, pronoun)
        gender = pronoun or (speaker.figure.gender if speaker.figure else _gender(draft.grammar, speaker.description))
        self.known[index] = (speaker.figure, gender, speaker.kind in PEOPLE and not speaker.description.plural)


def _gender(g: Grammar, description: Description) -> str:
    return "he" if description.head in g.lexicon.he_nouns else "she" if description.head in g.lexicon.she_nouns else ""


def place_names(g: Grammar) -> frozenset[str]:
    """Single words that the whole article uses as places: "in Oster", again and again. Reads its text once."""
    before = "|".join(sorted(g.lexicon.words.before_places))
    times: Counter[str] = Counter()
    for match in re.finditer(rf"\b(?:{before}) (\w+)((?:[’'‑-]\w+)*)\b(?! [A-Z])", g.passage.text):
        times.update({match[1], match[1] + match[2]})
    return frozenset(name for name, count in times.items() if count >= _PLACE_TIMES)


def state_names(g: Grammar, cast: Cast) -> frozenset[str]:
    """Single words that name a state, since the article speaks of its army or government: "Kordavia" beside "the Kordavian army"."""
    powers = "|".join(sorted(g.lexicon.powers))
    people = {match[1] for match in re.finditer(rf"\b([A-Z]\w{{3,}}(?:n|ese|ish)) (?:{powers})\b", g.passage.text)}
    if not people:
        return frozenset()
    return frozenset(name for name in cast.single if any(adjective.startswith(name[:-1]) and adjective != name for adjective in people))


def _is_head(g: Grammar, one: Appearance, source: Run) -> bool:
    """Whether a person in a source is the source: behind a title or an apposition's comma, and no preposition's or possessor's."""
    if g.is_possessive(one.run[1] - 1) or _is_modifier(g, one, source):
        return False
    start = min(one.title[0], one.run[0]) if one.title[1] else one.run[0]
    while start > source[0] and (g.is_determiner(start - 1) or g.lower(start - 1) in g.lexicon.honorifics or g.word(start - 1) == "."):
        start -= 1
    if g.word(start - 1) == "," and one.figure.title:
        return True
    return start <= source[0] or (bool(one.title[1]) and g.lower(start - 1) not in g.lexicon.words.prepositions)


def _all_side_by_side(g: Grammar, named: Sequence[Appearance]) -> tuple[Figure, ...]:
    """The figures of names that stand in one list; empty where anything else stands between two."""
    return tuple(one.figure for one in named) if all(_side_by_side(g, a, b) for a, b in pairwise(named)) else ()


def _side_by_side(g: Grammar, first: Appearance, second: Appearance) -> bool:
    """Whether two names stand in a list, at most a title between them."""
    start = second.title[0] if first.run[1] < second.title[0] < second.run[0] else second.run[0]
    between = [g.lower(k) for k in range(first.run[1], start) if not g.is_determiner(k)]
    return between in (["and"], [","], [",", "and"])


def _is_modifier(g: Grammar, one: Appearance, source: Run) -> bool:
    """Whether a noun follows to which the name belongs: "Falk campaign chairman Jane Doe"."""
    behind = one.run[1]
    if behind >= source[1] or not g.word(behind)[0].isalpha() or g.lower(behind) in g.lexicon.words.head_ends:
        return False
    words = g.lexicon.words
    small = g.lower(behind) in words.listing_joints or g.lower(behind) in words.insertions or g.lower(behind) in words.prepositions
    return not (small or g.is_time(behind) or g.is_adverb(behind) or g.is_finite(behind))


def _honorific(g: Grammar, source: Run | None) -> str:
    """The gender that "Mr." or "Ms." tells in a source."""
    if source is None:
        return ""
    words = {g.lower(k) for k in range(*source)} & g.lexicon.honorifics
    return "he" if words & g.lexicon.he_nouns else "she" if words & g.lexicon.she_nouns else ""
