"""Where an article names somebody: the name, the title before or behind it, and whether it is the subject of its sentence."""

from dataclasses import dataclass

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.source_names import ends_like_body, is_bodys
from credibility.attribution.speakers.titles import gender_of, is_role, title_at, without_honorifics
from credibility.attribution.text.sentences import Run

_NAME = 4
_PLACED = 3
_WITH_VERB = 2  # tokens: a verb and a given name
_APPOSITION = 12  # tokens of "a bearded giant who"
_NAMES_IN_HEADINGS = 3  # tokens that may be somebody's name though they are the whole heading


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in block `number`: its tokens without titles, the tokens of its title ((0, 0) for none), and clues to who it is.

    `gender` is "he" or "she" where a title or a noun tells, else ""; `person` says that a title or noun for people stands at the name,
    `body` that it is written like a body's ("the NAME", "NAME spokesman Jane Doe"), `by_given` that a given name alone tells the gender.
    """

    number: int
    name: Run
    title: Run
    gender: str = ""
    person: bool = False
    body: bool = False
    by_given: bool = False


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
        start = _without_verb(g, _without_openers(g, i, end), end)
        if start < end and not g.is_time(start) and not _is_heading(g, i, end):
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


def _without_verb(g: Grammar, start: int, end: int) -> int:
    """The start of a name without the verb that opens its sentence: "Ask Damien Chazelle", "Meeting Ida Falk"."""
    given = g.lexicon.given
    if (
        end - start < _WITH_VERB
        or g.lower(start) in given
        or g.lower(start + 1) not in given
        or start != g.passage.sentences[g.sentence_of(start)][0]
    ):
        return start
    opens = g.lower(start) in g.lexicon.words.imperatives or g.lower(start).endswith("ing")
    return start + 1 if opens else start


def _is_heading(g: Grammar, start: int, end: int) -> bool:
    """Whether the capitals are a whole heading, of which it is not clear what is a name: "Falk Cancels Joint Events"."""
    return g.headline and start == 0 and end >= g.size - 1 and end - start > _NAMES_IN_HEADINGS


def _read(g: Grammar, number: int, run: Run) -> list[Mention]:
    """The person in a run of capitals, and the body whose title it bears: "Oster Rail spokeswoman Ida Falk"."""
    run = _behind_place(g, run)
    behind, honorific = _behind_honorific(g, run)
    name, in_capitals = _split_title(g, _without_place(g, behind))
    given = _given(g, name) if name[0] < name[1] else ""
    if not _names_somebody(g, name, bool(given or honorific)) or _is_saints_place(g, run):
        return []
    title, noun = title_at(g, name, run[0], in_capitals)
    several, bodily = name[1] - name[0] > 1, is_bodys(g, name)
    person = bool(honorific) or (not bodily and (bool(noun) or (several and _is_somebody(g, name, given))))
    told = honorific.strip("?") or gender_of(g, noun)
    if noun in g.lexicon.no_titles or not person:
        title = (0, 0)
    body = not person and (_written_like_body(g, run, name) or g.lower(run[0] - 1) in g.lexicon.works)
    found = [_mention(number, name, title, (told, given), person, body)]
    bearer = _body_in_title(g, title, name)
    return [*([Mention(number, bearer, (0, 0), body=True)] if bearer else []), *found]


def _behind_place(g: Grammar, run: Run) -> Run:
    """A run of capitals from the "Mr." or "Ms." inside it on, where no title stands before that: "In Oster | Mr. Kirch"."""
    inside = (k for k in range(run[1] - 1, run[0], -1) if g.lower(k) in g.lexicon.honorifics and not is_role(g, k - 1))
    return (next(inside, run[0]), run[1])


def _behind_honorific(g: Grammar, run: Run) -> tuple[Run, str]:
    """What stands behind "Mr." or "Major", and the gender told; all of a body's name, "Major League Baseball", but not of "Judge Mills"."""
    behind, honorific = without_honorifics(g, run)
    return (run, "") if honorific and behind[1] - behind[0] > 1 and is_bodys(g, behind) else (behind, honorific)


def _is_somebody(g: Grammar, name: Run, given: str) -> bool:
    """Whether a given name, or a relative clause behind it, makes a person of a name."""
    return bool(given) or _is_who(g, name)


def _is_who(g: Grammar, name: Run) -> bool:
    """Whether a relative clause makes somebody of a name: "Vadim Orr, who dives", "Vadim Orr, a bearded giant who dives"."""
    comma, end = name[1], g.passage.sentences[g.sentence_of(name[0])][1]
    if g.word(comma) != "," or g.is_possessive(name[1] - 1):
        return False
    if any(g.lower(k) == "and" and _names_another(g, k + 1) for k in range(comma, end)):
        return False
    return g.lower(comma + 1) == "who" or (g.lower(comma + 1) in g.lexicon.words.indefinite_articles and _leads_to_who(g, comma + 2, end))


def _leads_to_who(g: Grammar, start: int, end: int) -> bool:
    """Whether a description in small letters leads from a token to "who"."""
    for k in range(start, min(end, start + _APPOSITION)):
        if g.lower(k) == "who":
            return g.word(k - 1).islower()
        if g.quoted(k) or g.is_finite(k) or g.is_name(k) or (g.is_mark(k) and g.word(k) != ","):
            break
    return False


def _names_another(g: Grammar, k: int) -> bool:
    """Whether two capitals, behind a preposition or not, stand at a token: somebody else may be meant by the next pronoun."""
    k += g.lower(k) in g.lexicon.words.prepositions
    return g.is_name(k) and g.is_name(k + 1)


def _is_saints_place(g: Grammar, run: Run) -> bool:
    """Whether a name goes on behind "St": "Bonaire, St Eustatius and Saba" are islands."""
    return g.lower(run[0]) in g.lexicon.saints or g.lower(run[0] - 1 - (g.word(run[0] - 1) == ".")) in g.lexicon.saints


def _mention(number: int, name: Run, title: Run, genders: tuple[str, str], person: bool, body: bool) -> Mention:
    """A mention with the gender that a title tells, else that of a given name."""
    told, given = genders
    return Mention(number, name, title, told or given, person, body, by_given=bool(given) and not told)


def _without_place(g: Grammar, run: Run) -> Run:
    """A run without the name before a person's that a preposition governs: "mayor of Oster Ida Falk", but "Bank of San Marino"."""
    if g.lower(run[0] - 1) not in ("of", "for", "in", "from", "at") and g.lower(run[0] - 2) not in ("of", "for", "in", "from", "at"):
        return run
    if g.lower(run[0]) in g.lexicon.given or run[1] - run[0] < _PLACED:
        return run
    split = next((k for k in range(run[0] + 1, run[1] - 1) if g.lower(k) in g.lexicon.given), None)
    return (split, run[1]) if split is not None and g.lower(run[1] - 1) not in g.lexicon.body_endings | g.lexicon.kinds.keys() else run


def _names_somebody(g: Grammar, name: Run, told: bool) -> bool:
    """Whether a run of capitals is a name of its own, neither a heading's nor a photographer's nor a noun's before another."""
    if name[0] >= name[1] or name[1] - name[0] > _NAME + 2 or g.word(name[1]) in ("/", "|"):
        return False
    return told or not _modifies(g, name[1])


def _split_title(g: Grammar, name: Run) -> tuple[Run, bool]:
    """The name behind the last role in a run of capitals, and whether there was one; an office alone leaves no name."""
    for k in range(name[1] - 1, name[0] - 1, -1):
        if is_role(g, k, trades=False) and not (k == name[0] and name[1] - k > 1 and g.lower(k) in g.lexicon.given):
            behind, _ = without_honorifics(g, (k + 1, name[1]))
            if behind[0] < behind[1]:
                return (name, False) if ends_like_body(g, behind) else (behind, True)
            return (name, False) if g.lower(name[0]) in g.lexicon.given else ((name[1], name[1]), False)
    return name, False


def _modifies(g: Grammar, k: int) -> bool:
    """Whether a noun in small letters stands at token k, right behind a name, which then belongs to it: "White House press"."""
    word = g.word(k)
    if not word.isalpha() or not word.islower() or word.endswith(("s", "ed", "ly")) or _opens_rest(g, k):
        return False
    return not g.is_finite(k) and word not in g.lexicon.forms and word not in g.lexicon.words.subject_pronouns and not g.is_determiner(k)


def _given(g: Grammar, name: Run) -> str:
    """The gender that a given name at the head of a name tells; "?" is not known here, "" for no given name."""
    first = g.lower(name[0])
    return "he" if first in g.lexicon.male_names else "she" if first in g.lexicon.female_names else ""


def _written_like_body(g: Grammar, run: Run, name: Run) -> bool:
    """Whether "the" stands before the name and no noun behind it, or its own officer behind it: "Oster Rail’s chief"."""
    if g.is_possessive(name[1] - 1):
        end = next((k for k in range(name[1], name[1] + 4) if not g.word(k).isalpha()), name[1] + 4)
        return any(g.lower(k) in g.lexicon.body_officers for k in range(name[1], end))
    return g.lower(name[0] - 1) == "the" and (run[0] >= name[0] - 1) and not _modifies(g, name[1])


def _opens_rest(g: Grammar, k: int) -> bool:
    """Whether a small word that is no noun stands at token k."""
    words = g.lexicon.words
    return g.lower(k) in words.prepositions or g.lower(k) in words.subordinators or g.lower(k) in words.coordinators or g.is_adverb(k)


def _body_in_title(g: Grammar, title: Run, name: Run) -> Run | None:
    """The capitals at the head of a title before a name: the body that somebody speaks for."""
    end = title[0]
    while end < min(title[1], name[0]) and g.is_name(end) and not is_role(g, end):
        end += 1
    return (title[0], end) if title[0] < end < title[1] <= name[0] else None


def is_subject(g: Grammar, name: Run) -> bool:
    """Whether no verb and no preposition stands before the name in its sentence, so that it may be the subject."""
    if g.quoted(name[0]) or g.is_possessive(name[1] - 1):
        return False
    start = _clause_start(g, g.passage.sentences[g.sentence_of(name[0])][0], name[0])
    if any(g.is_finite(k) and not g.quoted(k) for k in range(start, name[0])):
        return False
    before = name[0] - 1
    while before >= start and (g.is_name(before) or g.is_determiner(before) or is_role(g, before) or g.word(before) == "."):
        before -= 1
    return before < start or g.lower(before) not in g.lexicon.words.prepositions


def _clause_start(g: Grammar, start: int, name: int) -> int:
    """Where the clause with a name begins: behind a comma and a conjunction right before it, "the faults were few, but | Falk"."""
    joined = name - 1
    opens = joined > start and g.lower(joined) in g.lexicon.words.contrasting and g.word(joined - 1) == ","
    return name if opens else start
