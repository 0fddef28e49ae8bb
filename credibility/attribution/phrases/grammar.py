"""Small questions about the tokens of a passage that every rule asks; answers come from the lexicon, not from a parser."""

from dataclasses import dataclass, field

from credibility.attribution.text.lexicon import Lexicon
from credibility.attribution.text.passages import Passage
from credibility.attribution.text.sentences import Run

APOSTROPHES = ("’", "'")
_POSSESSIVES = ("’s", "'s", "s’", "s'")
DASHES = frozenset({"—", "–", "--", "---"})
_PARTING = frozenset("(),;") | DASHES
_HARD = frozenset(",;:()[]!?…") | DASHES | {"...", "*", "|", "•", "."}


@dataclass(frozen=True, slots=True)
class Grammar:
    """A passage read with a lexicon."""

    passage: Passage
    lexicon: Lexicon
    headline: bool = False
    size: int = field(init=False, repr=False)
    joints: tuple[int, ...] = field(init=False, repr=False)
    in_idiom: frozenset[int] = field(init=False, repr=False)
    _words: tuple[str, ...] = field(init=False, repr=False)
    _lower: tuple[str, ...] = field(init=False, repr=False)
    _quoted: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Keep the passage's own columns at hand: every rule asks for tokens, again and again."""
        object.__setattr__(self, "_words", self.passage.words)
        object.__setattr__(self, "_lower", self.passage.lower)
        object.__setattr__(self, "_quoted", self.passage.quoted)
        object.__setattr__(self, "size", len(self.passage.words))
        object.__setattr__(self, "joints", self._joints())
        object.__setattr__(self, "in_idiom", self._in_idiom())

    def _joints(self) -> tuple[int, ...]:
        """For each token the next one, itself included, at which a clause may end: a quotation, a mark or a joining word."""
        joining, at = self.lexicon.words.joints, self.size
        found = [at] * (at + 1)
        for i, (word, quoted) in enumerate(zip(reversed(self._lower), reversed(self._quoted), strict=True), 1):
            if quoted or word in joining or word in _PARTING:
                at = self.size - i
            found[self.size - i] = at
        return tuple(found)

    def _in_idiom(self) -> frozenset[int]:
        """The tokens that belong to an idiom, "that is to say", and report nothing."""
        idioms = self.lexicon.idioms
        starts = [(i, words) for i, word in enumerate(self._lower) if word in idioms for words in idioms[word]]
        return frozenset(k for i, words in starts if self.passage.matches(i, words) for k in range(i, i + len(words)))

    def lower(self, i: int) -> str:
        """Token i in lower case, "" outside the passage."""
        return self._lower[i] if 0 <= i < self.size else ""

    def word(self, i: int) -> str:
        """Token i as written, "" outside the passage."""
        return self._words[i] if 0 <= i < self.size else ""

    def quoted(self, i: int) -> bool:
        """Whether token i stands in a quotation or is one of its marks."""
        return 0 <= i < self.size and self._quoted[i] > 0

    def is_mark(self, i: int) -> bool:
        """Whether token i is punctuation that ends a phrase."""
        return self.word(i) in _HARD

    def is_adverb(self, i: int) -> bool:
        """Whether token i is an adverb of the list or one in -ly; the last word of "USA Today" is none."""
        word, words = self.lower(i), self.lexicon.words
        if word in words.adverbs:
            return not (self.is_name(i - 1) and self._capital_inside(i))
        return word.endswith("ly") and len(word) > 4 and word == self.word(i) and word not in words.not_adverbs

    def abbreviates(self, i: int) -> bool:
        """Whether token i is the full stop of an abbreviation or of an initial."""
        return self.word(i) == "." and (self.lower(i - 1) in self.lexicon.words.abbreviations or len(self.word(i - 1)) == 1)

    def is_time(self, i: int) -> bool:
        """Whether token i names a day, a month or a stretch of time."""
        word = self.lower(i).removesuffix("'s").removesuffix("’s")
        if word in self.lexicon.words.may_be_names:
            return self.word(i)[0].isupper() and (self.lower(i - 1) in self.lexicon.words.naming_times or self.word(i + 1)[:1].isdigit())
        return word in self.lexicon.words.times and (word in self.lexicon.words.calendar or not self._capital_inside(i))

    def is_year(self, i: int) -> bool:
        """Whether token i is the number of a year behind "in" or "since": "in 2017"."""
        word = self.word(i)
        return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") and self.lower(i - 1) in self.lexicon.words.before_years

    def _capital_inside(self, i: int) -> bool:
        """Whether token i is written with a capital though it opens no sentence, in a text where that makes it a name."""
        return not self.headline and self.is_name(i) and i > self.passage.sentences[self.sentence_of(i)][0]

    def is_finite(self, i: int) -> bool:
        """Whether token i is a verb form that makes a clause: an auxiliary, a known form, or a past in -ed after a noun."""
        word = self.lower(i)
        if word not in self.lexicon.finite or (word in self.lexicon.words.modals and not self.is_auxiliary(i)):
            return False
        return word in self.lexicon.auxiliaries or self.lower(i - 1) not in self.lexicon.words.determiners

    def is_auxiliary(self, i: int) -> bool:
        """Whether token i is a form of be, have, do or a modal; a capital "May" or "Will" is a name or a month."""
        word = self.lower(i)
        if word not in self.lexicon.auxiliaries or word == self.word(i) or word not in self.lexicon.words.modals:
            return word in self.lexicon.auxiliaries
        return self.headline and self.is_name(i + 1)  # "Ferry May Sink"

    def is_past(self, i: int) -> bool:
        """Whether token i may be a regular past form."""
        return self.lower(i).endswith("ed") and len(self.lower(i)) > 3 and self.word(i) == self.lower(i)

    def is_participle(self, i: int) -> bool:
        """Whether token i may be a past participle."""
        return self.is_past(i) or (self.lower(i) in self.lexicon.words.participles and self.word(i) == self.lower(i))

    def has_clause(self, run: Run) -> bool:
        """Whether a finite verb stands in the run after its first token."""
        return any(
            self.is_finite(i) or (i > run[0] and (self.is_past(i) or self._contracted(i) or self.lower(i) in self.lexicon.clausal))
            for i in range(*run)
        )

    def _contracted(self, i: int) -> bool:
        return (
            self.lower(i).endswith(("’re", "'re", "’ll", "'ll", "’d", "'d", "’ve", "'ve", "n't", "n’t")) and not self.word(i)[0].isupper()
        )

    def is_determiner(self, i: int) -> bool:
        """Whether token i opens a noun phrase."""
        word = self.lower(i)
        return word in self.lexicon.words.determiners or word in self.lexicon.words.possessives

    def is_possessive(self, i: int) -> bool:
        """Whether a possessive ends with token i, "X's" or the mark of "residents’"; "it's" and "that's" are verbs."""
        word = self.lower(i)
        if word in APOSTROPHES:
            return self.lower(i - 1).endswith("s") and not self.quoted(i)
        return word.endswith(_POSSESSIVES) and len(word) > 2 and word[0].isalpha() and word not in self.lexicon.words.be

    def is_name(self, i: int) -> bool:
        """Whether token i is written like a name."""
        word = self.word(i)
        return bool(word) and word[0].isupper()

    def next_unmarked(self, i: int, limit: int) -> int:
        """The first token from i on that is no comma, conjunction or adverb."""
        while i < limit and (self.word(i) in (",", ";") or self.word(i) in DASHES or self.lower(i) in self.lexicon.words.links_of_cues):
            i += 1
        return i

    def sentence_of(self, i: int) -> int:
        """Index of the sentence that holds token i."""
        return self.passage.sentence_at[i]
