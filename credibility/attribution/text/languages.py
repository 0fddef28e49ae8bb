"""The language an article is written in, by its function words, compared with what the page states."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

ENGLISH = "en"

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_MOST_WORDS = 2000  # enough to be sure; the time stays bounded
_FAR = 20_000  # code points in which they are looked for
_FEWEST = 5  # function words below which a text tells nothing
_SHARE = 0.12  # of all words that must be function words of the language
_AHEAD = 1.25  # times as many as the next language's: neighbours such as Danish and Norwegian share most of theirs
_LETTERS = 0.1  # share of a script's telling letters


@dataclass(frozen=True, slots=True)
class Language:
    """How one language is told.

    `according` are the words before a name that carries what is said, longest first; `governing` those before a name that says nothing.
    """

    code: str
    name: str
    words: frozenset[str]
    letters: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    governing: frozenset[str] = frozenset()


def read_languages(document: str) -> Mapping[str, Language]:
    """Languages by code, from the TOML text of languages.toml."""
    return MappingProxyType(
        {
            code: Language(
                code,
                row["name"],
                frozenset(row.get("words", ())),
                frozenset(row.get("letters", "")),
                tuple(sorted((tuple(phrase.split()) for phrase in row.get("according", ())), key=lambda words: -len(words))),
                frozenset(row.get("governing", ())),
            )
            for code, row in tomllib.loads(document).items()
        }
    )


def language_of(text: str, stated: str | None, languages: Mapping[str, Language]) -> str:
    """The code of a text's language: what its words tell, else what the page states, else English."""
    told = told_language(text, languages)
    own = re.split(r"[-_]", stated.strip().lower())[0] if stated else ""
    return told or own or ENGLISH


def told_language(text: str, languages: Mapping[str, Language]) -> str | None:
    """The language that the words of a text tell, None where they are too few or two languages come close."""
    counts = Counter(_WORD.findall(text[:_FAR].lower())[:_MOST_WORDS])
    letters = "".join(counts.elements())
    total = counts.total()
    shares = sorted(((_share(language, counts, letters), code) for code, language in languages.items()), reverse=True)
    if not total or not shares or shares[0][0] <= 0:
        return None
    best, code = shares[0]
    runner_up = shares[1][0] if len(shares) > 1 else 0.0
    if languages[code].letters:
        return code if best >= _LETTERS and best >= _AHEAD * runner_up else None
    return code if best >= _SHARE and best * total >= _FEWEST and best >= _AHEAD * runner_up else None


def _share(language: Language, words: Counter[str], letters: str) -> float:
    """The share of a text's words, or letters, that are telling ones of the language."""
    if language.letters:
        return sum(map(letters.count, language.letters)) / max(1, len(letters))
    return sum(words[one] for one in language.words & words.keys()) / max(1, words.total())
