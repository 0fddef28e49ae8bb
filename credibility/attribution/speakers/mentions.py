"""Where an article names somebody: the name, the title before or behind it, and whether it is the subject of its sentence."""

from dataclasses import dataclass

from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

_TITLE = 12  # tokens of a title before a name
_APPOSITION = 30
_NAME = 4
_TRADE = 5  # letters of a noun that ends like a trade
BODIES = (SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.OUTLET, SourceKind.DOCUMENT, SourceKind.POLL)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in block `number`: its tokens without titles, the tokens of its title ((0, 0) for none), and clues to who it is.

    `gender` is "he" or "she" where a title or a noun tells, else ""; `person` says that a title or noun for people stands at the name,
    `body` that it is written like a body's ("the NAME", "NAME spokesman Jane Doe").
    """

    number: int
    name: Run
    title: Run
    gender: str = ""
    person: bool = False
    body: bool = False


def find_mentions(g: Grammar, number: int) -> list[Mention]:
    """The names of a passage, in order."""
    found: list[Mention] = []
    words, i = g.passage.words, 0
    while i < g.size:
        if not words[i][0].isupper():
            i += 1
            continue
        end = i + 1
        while end < g.size and part_of_name(g, end):
            end += 1
        start = _without_openers(g, i, end)
        if start < end and not g.is_time(start):
            found += _read(g, number, (start, end))
        i = end
    return found


def part_of_name(g: Grammar, i: int) -> bool:
    """Whether token i goes on a name that the token before it belongs to."""
    word, before = g.passage.words[i], g.passage.words[i - 1]
    if before.endswith(("’s", "'s")):
        return False
    if word[0].isupper() or (word in g.lexicon.words.particles and g.is_name(i + 1)) or word.startswith(("al-", "el-")):
        return True
    return word == "." and (len(before) == 1 or before.lower() in g.lexicon.words.titles)


def _without_openers(g: Grammar, start: int, end: int) -> int:
    """The first token of a run of capitals that may belong to a name: no article, conjunction, preposition, auxiliary or pronoun."""
    words = g.lexicon.words
    while start < end and (
        g.is_determiner(start)
        or g.word(start) == "."
        or g.lower(start) in words.openers
        or g.lower(start) in words.prepositions
        or g.lower(start) in words.subject_pronouns
        or g.lower(start) in g.lexicon.auxiliaries
        or g.lower(start) in words.wh
    ):
        start += 1
    return start


def _read(g: Grammar, number: int, run: Run) -> list[Mention]:
    """The person in a run of capitals, and the body whose title it bears: "Oster Rail spokeswoman Ida Falk"."""
    behind, honorific = _without_honorifics(g, run)
    name, in_capitals = _split_title(g, behind)
    given = _given(g, name) if name[0] < name[1] else ""
    if not _names_somebody(g, name, bool(given or honorific)):
        return []
    title, noun = _title(g, name, run[0], in_capitals)
    several, bodily = name[1] - name[0] > 1, _ends_like_body(g, name)
    person = bool(honorific) or (not bodily and bool(noun or (several and given)))
    gender = honorific.strip("?") or _gender_of(g, noun) or given
    if noun in g.lexicon.no_titles or not person:
        title = (0, 0)
    body = not person and _written_like_body(g, run, name)
    found = [Mention(number, name, title, gender, person, body)]
    bearer = _body_in_title(g, title, name)
    return [*([Mention(number, bearer, (0, 0), body=True)] if bearer else []), *found]


def _names_somebody(g: Grammar, name: Run, told: bool) -> bool:
    """Whether a run of capitals is a name of its own, neither a heading's nor a photographer's nor a noun's before another."""
    if name[0] >= name[1] or name[1] - name[0] > _NAME + 2 or g.word(name[1]) in ("/", "|"):
        return False
    return told or not _modifies(g, name[1])


def _title(g: Grammar, name: Run, start: int, in_capitals: bool) -> tuple[Run, str]:
    """The title at a name with its noun: right before it, or for a name of several words in an apposition behind or before it."""
    title = _title_before(g, name, start, in_capitals)
    if title[1]:
        return title, g.lower(title[1] - 1).rpartition("-")[2]
    if name[1] - name[0] < 2 or _ends_like_body(g, name):
        return (0, 0), ""
    title, noun = _apposed(g, name)
    return (title, noun) if title[1] else _fronted(g, name)


def _without_honorifics(g: Grammar, run: Run) -> tuple[Run, str]:
    """A run without "Mr." and "Dr" before the name, and the gender that they tell."""
    start, gender = run[0], ""
    if g.lower(start) not in g.lexicon.honorifics and g.word(start) != ".":
        return run, ""
    while start < run[1] and (g.word(start) == "." or g.lower(start) in g.lexicon.honorifics):
        gender = gender or _gender_of(g, g.lower(start))
        start += 1
    return (start, run[1]), gender or ("?" if start > run[0] else "")


def _split_title(g: Grammar, name: Run) -> tuple[Run, bool]:
    """The name behind the last role in a run of capitals, and whether there was one; an office alone leaves no name."""
    for k in range(name[1] - 1, name[0] - 1, -1):
        if _is_role(g, k, trades=False) and not (k == name[0] and name[1] - k > 1 and g.lower(k) in g.lexicon.given):
            behind, _ = _without_honorifics(g, (k + 1, name[1]))
            if behind[0] < behind[1]:
                return (name, False) if _ends_like_body(g, behind) else (behind, True)
            return (name, False) if g.lower(name[0]) in g.lexicon.given else ((name[1], name[1]), False)
    return name, False


def _is_role(g: Grammar, k: int, trades: bool = True) -> bool:
    """Whether token k is a noun for what somebody does: a lexicon's, or with `trades` one in small letters that ends like a trade's."""
    lexicon = g.lexicon
    word = g.lower(k)
    last = word.rpartition("-")[2] if "-" in word else word
    first = word.partition("-")[0] if "-of-" not in word else ""  # "director-general", but "dad-of-two"
    if word in lexicon.roles or last in lexicon.titled or first in lexicon.titled:
        return word[-1:] != "s" or word.endswith("ss")
    if len(word) < _TRADE or g.word(k) != word or word in lexicon.kinds or word in lexicon.no_trades or g.is_time(k):
        return False
    return word.endswith(tuple(lexicon.words.trade_endings)) or (trades and word.endswith(("er", "or")))


def _title_before(g: Grammar, name: Run, start: int, in_capitals: bool) -> Run:
    """The title right before a name, honorifics left out: "former New York mayor", "U.S. President"; (0, 0) for none."""
    end = name[0] if in_capitals else start
    while end > 0 and (g.lower(end - 1) in g.lexicon.honorifics or g.word(end - 1) == "."):
        end -= 1
    if end <= 0 or not _is_role(g, end - 1, trades=False):
        return (0, 0)
    floor = max(g.passage.sentences[g.sentence_of(name[0])][0], end - _TITLE)
    if end <= floor or g.quoted(end - 1) != g.quoted(name[0]):
        return (0, 0)
    begin = end - 1
    while begin > floor and _may_be_title(g, begin - 1):
        begin -= 1
    while begin < end - 1 and _is_verb_before(g, begin):
        begin += 1
    supposed = in_capitals and g.lower(begin - 1) in g.lexicon.words.indefinite_articles  # "a President Falk might …"
    return (0, 0) if supposed else (begin, end)


def _is_verb_before(g: Grammar, k: int) -> bool:
    """Whether a word in small letters before a title is its clause's verb: "to impeach President Falk", "targeting Senator Falk"."""
    if g.is_name(k):
        return False
    before = g.lower(k - 1)
    return before == "to" or g.is_auxiliary(k - 1) or (g.lower(k).endswith("ing") and not g.is_determiner(k - 1))


def _may_be_title(g: Grammar, k: int) -> bool:
    """Whether token k may stand inside a title: a name or a noun, no article, preposition, conjunction, verb or mark."""
    word = g.lower(k)
    if word == "of" and g.is_name(k - 1) and g.is_name(k + 1):
        return True  # "Department of Harbours spokesman"
    if not (g.word(k)[0].isalnum() or g.word(k) == "&") or g.is_determiner(k) or g.is_time(k) or _joins(g, k):
        return False
    if g.word(k) != word:
        return True
    return not (g.is_finite(k) or g.is_adverb(k) or word in g.lexicon.forms) and (not g.is_past(k) or g.is_determiner(k - 1))


def _joins(g: Grammar, k: int) -> bool:
    """Whether token k is a conjunction, a preposition or a pronoun."""
    word, words = g.lower(k), g.lexicon.words
    return word in words.openers or word in words.subject_pronouns or word in words.prepositions or word in words.subordinators


def _modifies(g: Grammar, k: int) -> bool:
    """Whether a noun in small letters stands at token k, right behind a name, which then belongs to it: "White House press"."""
    word = g.word(k)
    if not word.isalpha() or not word.islower() or word.endswith(("s", "ed", "ly")) or _opens_rest(g, k):
        return False
    return not g.is_finite(k) and word not in g.lexicon.forms and word not in g.lexicon.words.subject_pronouns and not g.is_determiner(k)


def _apposed(g: Grammar, name: Run) -> tuple[Run, str]:
    """The title in an apposition behind the name with its noun: "Ida Falk, 61, director of the port,"."""
    start = name[1]
    if g.word(name[1] - 1).endswith(("’s", "'s")) or g.word(start) != ",":
        return (0, 0), ""
    limit = min(g.passage.sentences[g.sentence_of(name[0])][1], start + _APPOSITION)
    if g.word(start + 1).isdigit() and g.word(start + 2) == ",":
        start += 2
    begin = start + 1
    if g.lower(begin) == "who" and g.lower(begin + 1) in g.lexicon.words.be:
        begin += 2
    while begin < limit and g.is_determiner(begin):
        begin += 1
    end = _apposition_end(g, begin, limit)
    noun = _head_noun(g, (begin, end))
    return ((begin, end), g.lower(noun)) if noun >= 0 else ((0, 0), "")


def role_phrase(g: Grammar, run: Run) -> tuple[Run, str]:
    """A description without its article, up to its first mark or clause, with the role at its head ("" for none)."""
    begin = run[0]
    while begin < run[1] and (g.is_determiner(begin) or g.lower(begin) in g.lexicon.words.numbers):
        begin += 1
    end = _apposition_end(g, begin, run[1]) if begin < run[1] else begin
    noun = _head_noun(g, (begin, end))
    return (begin, end), g.lower(noun) if noun >= 0 else ""


def _apposition_end(g: Grammar, start: int, limit: int) -> int:
    """One past the description that begins at `start`: before a mark, a quotation, a relative clause or a verb."""
    for k in range(start, limit):
        word = g.lower(k)
        if g.word(k) in (",", ";", ":", "(", "?", "!") or g.word(k) in DASHES or g.quoted(k) != g.quoted(start):
            return k
        if (g.word(k) == "." and not g.abbreviates(k)) or word.startswith(("who", "which")):
            return k
        if word in g.lexicon.words.wh or word == "that" or (k > start and g.is_finite(k)):
            return k
    return limit


def _head_noun(g: Grammar, run: Run) -> int:
    """The role at the head of a description, before its first "of", "at" or "for"; -1 for none."""
    end = next((k for k in range(run[0] + 1, run[1]) if g.lower(k) in g.lexicon.words.title_heads), run[1])
    if end <= run[0]:
        return -1
    return end - 1 if _is_role(g, end - 1) else -1


def _fronted(g: Grammar, name: Run) -> tuple[Run, str]:
    """The title in a description before the name: "The leader of the party, Ida Falk, said"."""
    comma = name[0] - 1
    floor = g.passage.sentences[g.sentence_of(name[0])][0]
    if g.word(comma) != "," or comma <= floor or g.quoted(comma) or g.word(name[1] - 1).endswith(("’s", "'s")):
        return (0, 0), ""
    begin = _description_start(g, comma, floor)
    while begin < comma and g.is_determiner(begin):
        begin += 1
    noun = _head_noun(g, (begin, comma))
    if noun < 0 or g.lower(noun) in g.lexicon.either or g.is_time(comma - 1):
        return (0, 0), ""
    return (begin, comma), g.lower(noun)


def _description_start(g: Grammar, comma: int, floor: int) -> int:
    """Where a description that a comma ends begins: at its article or possessor, or with a capital at the head of the sentence."""
    start = comma
    while start > floor and comma - start < _TITLE + 6 and not (g.is_mark(start - 1) or g.quoted(start - 1) or g.is_finite(start - 1)):
        start -= 1
    if start == floor and g.is_name(start) and g.lower(start) not in g.lexicon.words.prepositions:
        return start
    return next((k for k in range(start, comma) if g.is_determiner(k) or g.lower(k).endswith(("’s", "'s"))), comma)


def _gender_of(g: Grammar, noun: str) -> str:
    return "he" if noun in g.lexicon.he_nouns else "she" if noun in g.lexicon.she_nouns else ""


def _given(g: Grammar, name: Run) -> str:
    """The gender that a given name at the head of a name tells; "?" is not known here, "" for no given name."""
    first = g.lower(name[0])
    return "he" if first in g.lexicon.male_names else "she" if first in g.lexicon.female_names else ""


def _ends_like_body(g: Grammar, name: Run) -> bool:
    """Whether a name is a state's or ends in a word that only bodies bear."""
    last = g.lower(name[1] - 1)
    if g.passage.phrase(name).lower() in g.lexicon.states:
        return True
    return last in g.lexicon.body_endings or g.lexicon.kinds.get(last) in BODIES


def _written_like_body(g: Grammar, run: Run, name: Run) -> bool:
    """Whether "the" stands before the name and no noun behind it, or its own officer behind it: "Oster Rail’s chief"."""
    if g.word(name[1] - 1).endswith(("’s", "'s")):
        end = next((k for k in range(name[1], min(g.size, name[1] + 4)) if not g.word(k).isalpha()), name[1] + 4)
        return any(g.lower(k) in g.lexicon.body_officers for k in range(name[1], min(end, g.size)))
    return g.lower(name[0] - 1) == "the" and (run[0] >= name[0] - 1) and not _modifies(g, name[1])


def _opens_rest(g: Grammar, k: int) -> bool:
    """Whether a small word that is no noun stands at token k."""
    words = g.lexicon.words
    return g.lower(k) in words.prepositions or g.lower(k) in words.subordinators or g.lower(k) in words.coordinators or g.is_adverb(k)


def _body_in_title(g: Grammar, title: Run, name: Run) -> Run | None:
    """The capitals at the head of a title before a name: the body that somebody speaks for."""
    end = title[0]
    while end < min(title[1], name[0]) and g.is_name(end) and not _is_role(g, end):
        end += 1
    return (title[0], end) if title[0] < end < title[1] <= name[0] else None


def is_subject(g: Grammar, name: Run) -> bool:
    """Whether no verb and no preposition stands before the name in its sentence, so that it may be the subject."""
    if g.quoted(name[0]) or g.word(name[1] - 1).endswith(("’s", "'s")):
        return False
    start = g.passage.sentences[g.sentence_of(name[0])][0]
    if any(g.is_finite(k) and not g.quoted(k) for k in range(start, name[0])):
        return False
    before = name[0] - 1
    while before >= start and (g.is_name(before) or g.is_determiner(before) or _is_role(g, before) or g.word(before) == "."):
        before -= 1
    return before < start or g.lower(before) not in g.lexicon.words.prepositions
