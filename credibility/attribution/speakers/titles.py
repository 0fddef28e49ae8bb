"""The title at a name: right before it, in an apposition behind or before it; and what is a role."""

from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.speakers.source_names import ends_like_body
from credibility.attribution.text.sentences import Run

_TITLE = 12  # tokens of a title before a name
_APPOSITION = 30
_ASIDE = 6
_GOVERNING = 9
_STOPS = frozenset(",;:()?!")
_TRADE = 5  # letters of a noun that ends like a trade


def title_at(g: Grammar, name: Run, start: int, in_capitals: bool) -> tuple[Run, str]:
    """The title at a name with its noun: right before it, or for a name of several words in an apposition behind or before it."""
    title = _title_before(g, name, start, in_capitals)
    if title[1]:
        fuller = _apposed(g, name) if title[1] - title[0] == 1 and g.lower(title[0]) in g.lexicon.bare_titles else ((0, 0), "")
        return fuller if fuller[1] else (title, g.lower(title[1] - 1).rpartition("-")[2])
    if ends_like_body(g, name):
        return (0, 0), ""
    if name[1] - name[0] == 1:
        title, noun = _apposed(g, name)
        if _is_rank(g, title):
            return _without_owned(g, title), noun
        return (title, noun) if _is_office(g, name, title, noun) else ((0, 0), "")
    ways = (_apposed, _fronted, _told_by_be, _governing)
    return next((found for way in ways if (found := way(g, name))[0][1]), ((0, 0), ""))


def _is_rank(g: Grammar, title: Run) -> bool:
    """Whether a title is a rank written like a part of the name: "Berta, | Countess of Larn"."""
    return title[1] - title[0] > 2 and g.is_name(title[0]) and g.lower(title[0]) in g.lexicon.ranks and g.lower(title[0] + 1) == "of"


def _is_office(g: Grammar, name: Run, title: Run, noun: str) -> bool:
    """Whether what stands behind a lone name between commas is somebody's office: "Falk, the Harbour Party leader, said"."""
    if (
        not title[1] or g.lower(title[0]).endswith("ing") or g.is_finite(title[0])
    ):  # "Kelpline, quoting an official", "is, at 70, the chair"
        return False
    if any(g.lower(k) in g.lexicon.words.naming for k in range(*title)):  # "a Democrat, a librarian named Ida Falk"
        return False
    closed = g.word(name[1]) == "," and (g.word(title[1]) in (",", ".", "") or g.lower(title[1]).startswith("who"))
    known = noun in g.lexicon.titled and noun not in g.lexicon.no_titles and noun not in g.lexicon.either
    return closed and known and g.is_name(name[0]) and not g.is_time(name[0]) and not g.word(name[0]).isupper()


def _without_owned(g: Grammar, title: Run) -> Run:
    """A rank without its place where that has something: "Berta, | Duchess | of Larn’s talk with the abbot"."""
    owner = next((k for k in range(*title) if g.is_possessive(k)), None)
    return title if owner is None else (title[0], title[0] + 1)


def without_honorifics(g: Grammar, run: Run) -> tuple[Run, str]:
    """A run without "Mr." and "Dr" before the name, and the gender that they tell."""
    start, gender = run[0], ""
    if g.lower(start) not in g.lexicon.honorifics and g.word(start) != ".":
        return run, ""
    while start < run[1] and (g.word(start) == "." or g.lower(start) in g.lexicon.honorifics):
        gender = gender or gender_of(g, g.lower(start))
        start += 1
    return (start, run[1]), gender or ("?" if start > run[0] else "")


def is_role(g: Grammar, k: int, trades: bool = True) -> bool:
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
    while g.lower(end - 1) in g.lexicon.honorifics or g.word(end - 1) == ".":
        end -= 1
    if not is_role(g, end - 1, trades=False):
        return (0, 0)
    floor = max(g.passage.sentences[g.sentence_of(name[0])][0], end - _TITLE)
    if end <= floor or g.quoted(end - 1) != g.quoted(name[0]):
        return (0, 0)
    begin = _title_start(g, end - 1, floor)
    while begin < end - 1 and _is_verb_before(g, begin):
        begin += 1
    supposed = in_capitals and g.lower(begin - 1) in g.lexicon.words.indefinite_articles  # "a President Falk might …"
    return (0, 0) if supposed else (begin, end)


def _title_start(g: Grammar, begin: int, floor: int) -> int:
    """Where the title begins whose noun stands at a token; a bracket with an abbreviation belongs to it: "Oster Bank (OB) Director"."""
    while begin > floor:
        if _may_be_title(g, begin - 1):
            begin -= 1
        elif g.lower(begin - 1) == "and" and begin - 2 >= floor and is_role(g, begin - 2) and g.word(begin - 2).islower():
            begin -= 2  # "author and psychologist"
        elif g.word(begin - 1) == ")" and g.word(begin - 3) == "(" and g.is_name(begin - 4) and begin - 3 > floor:
            begin -= 3
        else:
            break
    return begin


def _is_verb_before(g: Grammar, k: int) -> bool:
    """Whether a word in small letters before a title is its clause's verb: "to impeach President Falk", "targeting Senator Falk"."""
    if g.is_name(k):
        return False
    before = g.lower(k - 1)
    return (
        (before == "to" and g.lower(k - 2) != "according")
        or g.is_auxiliary(k - 1)
        or (g.lower(k).endswith("ing") and not g.is_determiner(k - 1))
    )


def _may_be_title(g: Grammar, k: int) -> bool:
    """Whether token k may stand inside a title: a name or a noun, no article, preposition, conjunction, verb or mark."""
    word = g.lower(k)
    if word == "of" and g.is_name(k - 1) and g.is_name(k + 1):
        return True  # "Department of Harbours spokesman"
    if not (g.word(k)[0].isalnum() or g.word(k) == "&") or g.is_determiner(k) or g.is_time(k) or _joins(g, k):
        return False
    if g.word(k) != word:
        return True
    if g.is_past(k) and not g.is_determiner(k + 1):
        return _opens_phrase(g, k)
    return not (g.is_finite(k) or g.is_adverb(k) or word in g.lexicon.forms)


def _opens_phrase(g: Grammar, k: int) -> bool:
    """Whether a participle at token k opens a noun phrase and is no verb: "a registered dietitian", "says certified coach"."""
    before = g.lower(k - 1)
    if g.is_determiner(k - 1) or before in g.lexicon.words.prepositions:
        return True
    if g.passage.closes(k - 1):
        return g.lower(k) not in g.lexicon.forms  # "“…,” registered dietitian", but "“…,” countered panelist"
    return before in g.lexicon.forms and not g.is_auxiliary(k - 1) and before not in g.lexicon.words.titles


def _joins(g: Grammar, k: int) -> bool:
    """Whether token k is a conjunction, a preposition or a pronoun."""
    word, words = g.lower(k), g.lexicon.words
    return word in words.openers or word in words.subject_pronouns or word in words.prepositions or word in words.subordinators


def _apposed(g: Grammar, name: Run) -> tuple[Run, str]:
    """The title in an apposition or a bracket behind the name with its noun: "Ida Falk, 61, director of the port,"."""
    start = name[1]
    if g.is_possessive(name[1] - 1) or not (g.word(start) in (",", "(") or g.word(start) in DASHES):
        return (0, 0), ""
    limit = min(g.passage.sentences[g.sentence_of(name[0])][1], start + _APPOSITION)
    begin = _after_asides(g, start, limit) + 1
    if g.lower(begin) == "who" and g.lower(begin + 1) in g.lexicon.words.be:
        begin += 2
    title, noun = _description(g, begin, limit)
    opens_clause = title[1] and g.word(start) == "," and g.is_finite(title[1])  # "in a talk with Ida Falk, the singer | said"
    return ((0, 0), "") if opens_clause else (title, noun)


def _after_asides(g: Grammar, comma: int, limit: int) -> int:
    """The comma behind an age, a degree or "of Leeds" that stand between a name and what describes it."""
    while (following := next((k for k in range(comma + 1, min(limit, comma + _ASIDE)) if g.word(k) == ","), None)) is not None:
        words = [g.lower(k) for k in range(comma + 1, following) if g.word(k) != "."]
        placed = words[:1] and words[0] in ("of", "from", "in") and all(g.is_name(k) for k in range(comma + 2, following))
        if not (placed or (len(words) == 1 and (words[0].isdigit() or words[0].replace(".", "") in g.lexicon.degrees))):
            break
        comma = following
    return comma


def _description(g: Grammar, begin: int, limit: int) -> tuple[Run, str]:
    """The description that begins at a token, without its article, where a role is at its head."""
    while begin < limit and (g.is_determiner(begin) or g.lower(begin) in g.lexicon.aside_adverbs):
        begin += 1
    end = _apposition_end(g, begin, limit)
    while end > begin and g.lower(end - 1) in g.lexicon.words.prepositions:
        end -= 1  # "owner of a store near | where it happened"
    noun = _head_noun(g, (begin, end))
    return ((begin, end), g.lower(noun)) if noun >= 0 else ((0, 0), "")


def _told_by_be(g: Grammar, name: Run) -> tuple[Run, str]:
    """The title that a sentence gives: "Ida Falk is the director of the port."."""
    start = name[1]
    serving = g.lower(start) in g.lexicon.serving and g.lower(start + 1) == "as"
    if not serving and not (g.lower(start) in ("is", "was") and g.is_determiner(start + 1)):
        return (0, 0), ""
    sentence = g.passage.sentences[g.sentence_of(name[0])]
    begin = start + 1 + serving
    return _description(g, begin, min(sentence[1], begin + _APPOSITION)) if not g.quoted(name[0]) else ((0, 0), "")


def _governing(g: Grammar, name: Run) -> tuple[Run, str]:
    """The title whose own phrase stands before the name: "secretary of state Ida Falk", "chief of the Oster Board Ida Falk"."""
    floor = max(g.passage.sentences[g.sentence_of(name[0])][0], name[0] - _GOVERNING)
    if g.lower(name[0]) not in g.lexicon.given or g.quoted(name[0]):
        return (0, 0), ""
    for k in range(name[0] - 2, floor, -1):
        if g.lower(k) in ("of", "for") and is_role(g, k - 1):
            return (_title_start(g, k - 1, floor), name[0]), g.lower(k - 1)
        if g.is_mark(k) or g.is_finite(k) or (g.is_past(k) and not g.is_name(k)):
            break
    return (0, 0), ""


def role_phrase(g: Grammar, run: Run) -> tuple[Run, str]:
    """A description without its article, up to its first mark or clause, with the role at its head ("" for none)."""
    begin = run[0]
    while begin < run[1] and (g.is_determiner(begin) or g.lower(begin) in g.lexicon.words.numbers):
        begin += 1
    end = _apposition_end(g, begin, run[1])
    noun = _head_noun(g, (begin, end))
    return (begin, end), g.lower(noun) if noun >= 0 else ""


def _apposition_end(g: Grammar, start: int, limit: int) -> int:
    """One past the description that begins at `start`: before a mark, a quotation, a relative clause or a verb."""
    for k in range(start, limit):
        word = g.lower(k)
        if g.word(k) in _STOPS or g.word(k) in DASHES or g.quoted(k) != g.quoted(start):
            if _lists_fields(g, start, k):
                continue
            return k
        if (g.word(k) == "." and not g.abbreviates(k)) or word.startswith(("who", "which")):
            return k
        if word in g.lexicon.words.wh or word == "that" or (k > start and g.is_finite(k)):
            return k
    return limit


def _lists_fields(g: Grammar, start: int, comma: int) -> bool:
    """Whether a comma parts what somebody is in charge of: "vice president of fleet |, finances and alliances at Oster Air"."""
    behind = (comma + 1, comma + 3)
    if g.word(comma) != "," or g.lower(comma + 2) not in g.lexicon.words.listing_joints or is_role(g, comma + 1):
        return False
    plain = all(g.word(k).isalpha() and g.word(k).islower() for k in (comma - 1, *behind))
    return plain and any(g.lower(k) in ("of", "for") for k in range(start, comma)) and not any(is_role(g, k) for k in behind)


def _head_noun(g: Grammar, run: Run) -> int:
    """The role at the head of a description, before its first "of", "at" or "for" outside a name; -1 for none."""
    end = next((k for k in range(run[0] + 1, run[1]) if _ends_head(g, k) and not _of_named(g, k, run)), run[1])
    if end - 1 > run[0] and g.lower(end - 1) in g.lexicon.behind_titles:
        end -= 1  # "professor emeritus of law"
    if end <= run[0]:
        return -1
    return end - 1 if is_role(g, end - 1) else -1


def _of_named(g: Grammar, k: int, run: Run) -> bool:
    """Whether an "of" stands inside the name of a body before the role: "a University of Orla | professor"."""
    if g.lower(k) != "of" or not (g.is_name(k - 1) and g.is_name(k + 1)) or is_role(g, k - 1):
        return False
    behind = next((m for m in range(k + 1, run[1]) if not g.is_name(m)), run[1])
    return behind < run[1] and is_role(g, behind)


def _ends_head(g: Grammar, k: int) -> bool:
    """Whether the head of a description ends before token k: "of", or the participle behind a role, "a lawyer representing the yard"."""
    return g.lower(k) in g.lexicon.words.title_heads or ((g.lower(k).endswith("ing") or g.is_past(k)) and is_role(g, k - 1))


def _fronted(g: Grammar, name: Run) -> tuple[Run, str]:
    """The title in a description before the name: "The leader of the party, Ida Falk, said"."""
    comma = name[0] - 1
    floor = g.passage.sentences[g.sentence_of(name[0])][0]
    if g.word(comma) != "," or comma <= floor or g.quoted(comma) or g.is_possessive(name[1] - 1):
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
    return next((k for k in range(start, comma) if g.is_determiner(k) or g.is_possessive(k)), comma)


def gender_of(g: Grammar, noun: str) -> str:
    """The gender that a noun tells, "" for none."""
    return "he" if noun in g.lexicon.he_nouns else "she" if noun in g.lexicon.she_nouns else ""
