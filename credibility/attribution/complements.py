"""What follows a reporting verb: the addressee, the time and place of speaking, and where the content begins and ends."""

from dataclasses import dataclass

from credibility.attribution.cues import VerbCue
from credibility.attribution.grammar import DASHES, Grammar
from credibility.attribution.lexicon import Form
from credibility.attribution.sentences import Run

_ADDRESSEE_REACH = 16
_ADVERBIAL_REACH = 26
_OWN_INFERENCE = frozenset(
    {"suggest", "show", "indicate", "demonstrate", "prove", "illustrate", "imply", "find", "signal", "detail", "document", "read", "put it"}
)


_PLAIN_CUES = frozenset(
    {
        "say",
        "add",
        "tell",
        "warn",
        "deny",
        "call",
        "accuse",
        "urge",
        "insist",
        "note",
        "argue",
        "describe",
        "vow",
        "pledge",
        "promise",
        "blame",
    }
)


@dataclass(frozen=True, slots=True)
class Complement:
    """How a verb goes on: `kind` is the frame, `start` the first token of the content."""

    kind: str
    start: int
    addressee: Run | None = None
    inner: Run | None = None


def complement(g: Grammar, cue: VerbCue, limit: int) -> Complement | None:
    """The construction that the verb opens to its right; None when nothing that could be content follows."""
    at = cue.group[1]
    if cue.verb.lemma in ("quote", "cite"):
        quoted = _quoting(g, at, limit)
        if quoted:
            return quoted
    addressee = None
    if cue.verb.takes("addressee"):
        addressee = _addressee(g, at, limit, required=not cue.verb.takes("np", "to", "object-to") or cue.verb.lemma == "tell")
    start = addressee[1] if addressee else at
    start = skip_adverbials(g, start, limit)
    if start >= limit:
        return None
    kind = _marked_kind(g, cue, start, limit)
    if kind:
        return Complement(kind[0], kind[1], addressee, cited(g, at, kind[1]))
    return _unmarked(g, cue, start, limit, addressee)


def _quoting(g: Grammar, at: int, limit: int) -> Complement | None:
    """Quoted X as saying · quoted X, a founder, admitting: “…”: the source's source is X."""
    for k in range(at + 1, min(limit, at + _ADVERBIAL_REACH)):
        if g.quoted(k):
            return None
        if any(form is Form.GERUND and not verb.attitude for verb, form in g.lexicon.forms.get(g.lower(k), ())):
            start = k + 1
            while g.word(start) in (",", ":"):
                start += 1
            end = k - 1 if g.lower(k - 1) == "as" or g.word(k - 1) == "," else k
            if start < limit and end > at:
                return Complement("quote" if g.passage.opens(start) else "bare", start, None, (at, end))
    return None


def cited(g: Grammar, start: int, end: int) -> Run | None:
    """Whom a report cites: the phrase after "citing" between two tokens."""
    for k in range(start, end - 1):
        if g.lower(k) in ("citing", "quoting") and not g.quoted(k):
            stop = next(
                (j for j in range(k + 1, end) if g.lower(j) in ("that", "as") or g.is_mark(j) and g.word(j) != "(" and g.word(j) != ")"),
                end,
            )
            return (k + 1, stop) if stop > k + 1 else None
    return None


def _marked_kind(g: Grammar, cue: VerbCue, start: int, limit: int) -> tuple[str, int] | None:
    """Complements that announce themselves: a colon, a quotation, "that", a question word."""
    word = g.lower(start)
    if g.word(start) == ":":
        return ("colon", start + 1)
    if g.passage.opens(start):
        return ("quote", start) if cue.verb.takes("quote", "that") or len(g.passage.quotations[g.passage.quoted[start] - 1]) > 6 else None
    if g.word(start) == "," or g.word(start) in DASHES:
        return _after_comma(g, start, limit)
    if word == "that" and cue.verb.takes("that") and g.word(start + 1) not in (".", ",", ""):
        return ("that", start)
    if (
        word in g.lexicon.words.wh
        and cue.verb.takes("wh")
        and (word not in ("when", "where", "if", "who", "which") or cue.verb.lemma in ("ask", "wonder", "explain"))
    ):
        return ("wh", start)
    return None


def _after_comma(g: Grammar, comma: int, limit: int) -> tuple[str, int] | None:
    """A quotation or "that" after the comma, or after a phrase set in commas."""
    if g.passage.opens(comma + 1):
        return ("quote", comma + 1)
    for k in range(comma + 1, min(limit, comma + _ADVERBIAL_REACH)):
        if g.word(k) in (",", ":") and (g.passage.opens(k + 1) or (g.lower(k + 1) == "that" and g.word(k) == ",")):
            inserted = g.lower(comma + 1)
            if (
                inserted in g.lexicon.words.prepositions
                or inserted.endswith("ing")
                or g.is_adverb(comma + 1)
                or inserted in ("who", "when", "while", "a", "the", "as")
            ):
                return ("quote" if g.passage.opens(k + 1) else "that", k + 1)
            return None
        if g.quoted(k):
            return None
    return None


def _unmarked(g: Grammar, cue: VerbCue, start: int, limit: int, addressee: Run | None) -> Complement | None:
    """Bare clauses, infinitives and objects."""
    verb = cue.verb
    end = clause_end(g, start, limit, cue)
    if end <= start or g.is_mark(start):
        return None
    for frame, test in _TESTS:
        if verb.takes(frame) and test(g, cue, (start, end)) and not (frame in ("np", "object") and _starts_clause(g, start)):
            return Complement(frame, start, addressee)
    return None


def _bare(g: Grammar, cue: VerbCue, run: Run) -> bool:
    word = g.lower(run[0])
    words = g.lexicon.words
    if (
        cue.passive
        or word in words.subordinators
        and word not in ("that", "what", "once", "since", "if", "while", "when", "although", "as", "because")
        or word in words.object_pronouns
        and word not in ("it", "you", "her")
    ):
        return False
    if cue.verb.lemma == "say" and word in ("little", "nothing", "much", "goodbye", "hello", "otherwise"):
        return False
    if cue.verb.lemma == "say" and (word in words.subject_pronouns or word in words.contracted or word in words.be or word in words.have):
        return True
    if word in ("when", "as", "while", "because", "if", "since", "after", "before", "to", "of", "about", "with", "and", "but") and not (
        word in ("if", "after", "since", "with") and "," in g.passage.words[run[0] : run[1]] and cue.verb.lemma == "say"
    ):
        return False
    if g.has_clause((run[0] + 1, run[1])):
        return True
    if g.word(run[0])[0].isdigit() and cue.verb.lemma in ("find", "show", "suggest", "indicate", "estimate"):
        return True
    return (
        cue.verb.lemma in ("say", "tell")
        and run[1] - run[0] >= 3
        and word not in words.prepositions
        and not g.is_adverb(run[0])
        and g.lower(run[0] + 1) != "same"
    )


def _infinitive(g: Grammar, _: VerbCue, run: Run) -> bool:
    return run[1] - run[0] > 2 and g.lower(run[0]) == "to" and g.word(run[0] + 1).islower()


def _as(g: Grammar, cue: VerbCue, run: Run) -> bool:
    return not cue.passive and "as" in g.passage.lower[run[0] + 1 : run[0] + 16] and not g.is_adverb(run[0])


def _of(g: Grammar, cue: VerbCue, run: Run) -> bool:
    preposition = "for" if cue.verb.lemma not in ("accuse", "warn", "suspect") else "of"
    if cue.verb.lemma == "warn":
        return g.lower(run[0]) == "of"
    return not cue.passive and preposition in g.passage.lower[run[0] + 1 : run[0] + 16]


def _object(g: Grammar, cue: VerbCue, run: Run) -> bool:
    word = g.lower(run[0])
    if cue.passive or word in g.lexicon.words.prepositions or g.is_adverb(run[0]) or word in g.lexicon.words.subordinators:
        return False
    return run[1] - run[0] >= 3


def _object_infinitive(g: Grammar, cue: VerbCue, run: Run) -> bool:
    if cue.passive or g.lower(run[0]) in g.lexicon.words.prepositions:
        return False
    return any(
        g.lower(k) == "to" and g.word(k + 1).islower() and not g.is_determiner(k + 1) for k in range(run[0] + 1, min(run[1], run[0] + 12))
    )


def _noun_object(g: Grammar, cue: VerbCue, run: Run) -> bool:
    word = g.lower(run[0])
    if (
        cue.passive
        or cue.form is Form.BASE
        and cue.group[0] != cue.head
        or word in g.lexicon.words.prepositions
        or g.is_adverb(run[0])
        or word in g.lexicon.words.subordinators
        or g.is_finite(run[0])
    ):
        return False
    return run[1] - run[0] >= (1 if cue.verb.lemma in ("deny", "admit", "reject", "dispute") else 3)


_TESTS = (
    ("bare", _bare),
    ("to", _infinitive),
    ("as", _as),
    ("of", _of),
    ("object-to", _object_infinitive),
    ("object", _object),
    ("np", _noun_object),
)


def addressee_after(g: Grammar, cue: VerbCue, limit: int) -> Run | None:
    """Who was told, for verbs that always name somebody."""
    return _addressee(g, cue.group[1], limit, required=True) if cue.verb.lemma in ("tell", "inform", "assure", "remind", "notify") else None


def _addressee(g: Grammar, start: int, limit: int, required: bool) -> Run | None:
    """Who is told; without a marked content behind it only for verbs that require one."""
    words = g.lexicon.words
    if (
        start >= limit
        or g.is_mark(start)
        or g.quoted(start)
        or g.lower(start) in ("that", "to", "of", "about", "in", "on", "at")
        or g.lower(start) in words.wh
    ):
        return None
    if g.lower(start) in words.object_pronouns and g.lower(start) != "her":
        end = start + 1
    else:
        end = _addressee_end(g, start, limit)
    if required:
        return (start, end) if end > start else None
    follows = skip_adverbials(g, end, limit)
    marked = follows < limit and (g.lower(follows) == "that" or g.passage.opens(follows) or g.lower(follows) in words.wh)
    return (start, end) if marked and end > start else None


def _starts_clause(g: Grammar, start: int) -> bool:
    """Whether a pronoun subject begins there, so that no noun phrase does."""
    return g.lower(start) in g.lexicon.words.subject_pronouns and g.lower(start) not in g.lexicon.words.object_pronouns


def _addressee_end(g: Grammar, start: int, limit: int) -> int:
    words = g.lexicon.words
    i = start
    while i < min(limit, start + _ADDRESSEE_REACH):
        word = g.lower(i)
        if g.quoted(i):
            quotation = g.passage.quotations[g.passage.quoted[i] - 1]
            if quotation.full or not g.is_name(i + 1) or i == start:
                break
            i = quotation.end
            continue
        if g.word(i) == "." and (g.lower(i - 1) in words.abbreviations or len(g.word(i - 1)) == 1):
            i += 1
            continue
        if g.is_mark(i) or word == "that" or word in words.wh or (i > start and _opens_content(g, i)):
            break
        i += 1
    return i


def _opens_content(g: Grammar, i: int) -> bool:
    """Whether token i starts something that is no part of the addressee."""
    word, previous = g.lower(i), g.lower(i - 1)
    words = g.lexicon.words
    if word in words.subject_pronouns or word in words.possessives and previous not in words.prepositions and previous != "and":
        return True
    if word in words.determiners and previous not in words.prepositions and previous not in ("and", "all", "of"):
        return True
    if word in (
        "to",
        "in",
        "on",
        "at",
        "during",
        "by",
        "about",
        "via",
        "after",
        "before",
        "as",
        "while",
        "because",
        "last",
        "earlier",
        "through",
        "outside",
        "over",
    ):
        return True
    if word == "and" and (g.lower(i + 1) in g.lexicon.forms or g.is_adverb(i + 1)):
        return True
    return g.is_time(i) or (g.is_adverb(i) and not g.is_name(i)) or (g.is_finite(i) and not g.is_name(i))


def skip_adverbials(g: Grammar, start: int, limit: int) -> int:
    """Step over when, where and how it was said: "Monday", "on CNN", "in a statement", "of the plan" before a marked content."""
    i = start
    while i < limit:
        after = _one_adverbial(g, i, limit)
        if after == i:
            return i
        i = after
        while i < limit and (
            g.word(i) == "."
            and g.lower(i - 1) in g.lexicon.words.abbreviations
            or g.word(i).isdigit()
            and (g.is_time(i - 1) or g.word(i - 1) == ".")
        ):
            i += 1
    return i


def _one_adverbial(g: Grammar, i: int, limit: int) -> int:
    word = g.lower(i)
    if (
        g.quoted(i)
        or g.is_mark(i)
        or (
            word in ("about", "over", "under", "around")
            and (g.word(i + 1)[:1].isdigit() or g.lower(i + 1) in ("half", "a", "one", "two", "three", "$"))
        )
    ):
        return i
    if (
        g.is_adverb(i)
        and not (word in ("now", "there", "only", "both", "all", "even", "just") or g.is_name(i))
        or g.is_time(i)
        and not g.lower(i + 1).startswith(("'", "’"))
    ):
        return i + 1
    if (
        word in g.lexicon.words.time_modifiers
        and word not in ("that", "the", "this", "in", "on", "same", "following")
        and any(g.is_time(k) for k in range(i + 1, min(limit, i + 3)))
    ):
        return next(k for k in range(i + 1, limit) if g.is_time(k)) + 1
    if word in ("this", "on", "in", "the") and g.is_time(i + 1) and g.lower(i + 2) not in ("of",):
        return i + 2
    if word in (
        "in",
        "on",
        "at",
        "during",
        "to",
        "of",
        "after",
        "before",
        "about",
        "through",
        "via",
        "from",
        "by",
        "for",
        "with",
        "when",
        "as",
        "while",
        "outside",
        "under",
        "over",
        "aboard",
        "citing",
        "quoting",
    ):
        return _prepositional(g, i, limit)
    return i


def _prepositional(g: Grammar, start: int, limit: int) -> int:
    """One past a phrase such as "in an interview with CNN", when the content is marked after it or the venue is plain."""
    venue = None
    for k in range(start + 1, min(limit, start + _ADVERBIAL_REACH)):
        if g.passage.opens(k):
            quotation = g.passage.quotations[g.passage.quoted[k] - 1]
            if (
                not quotation.full
                and g.word(k - 1) not in (",", ":")
                and quotation.end < limit
                and len(quotation) < 8
                and g.lower(start) != "of"
            ):
                continue
            return k - 1 if g.word(k - 1) == "," and k - 1 > start else k
        if g.quoted(k):
            continue
        word = g.lower(k)
        if (
            g.word(k) in (":", ";")
            or g.word(k) in DASHES
            or g.word(k) in (".", "?", "!")
            and g.lower(k - 1) not in g.lexicon.words.abbreviations
            and k >= limit - 1
        ):
            return k
        if word == "that" and g.lower(k - 1) not in g.lexicon.words.prepositions and k > start + 1:
            return k
        if g.word(k) == ",":
            return k
        if word in g.lexicon.venue_nouns and venue is None:
            venue = k + 1
        if venue is not None and k > venue - 1 and _content_after_venue(g, k, venue):
            return k
        if k > start + 1 and (word in g.lexicon.words.subject_pronouns and g.lower(k - 1) not in g.lexicon.words.prepositions):
            return (
                k if venue is not None or g.lower(start) in ("on", "at", "during", "to", "after", "before", "in", "when", "as") else start
            )
    return limit if venue is not None else start


def _content_after_venue(g: Grammar, k: int, venue: int) -> bool:
    """Whether a clause begins at k, after "in a statement": a determiner or a name that no preposition governs."""
    previous = g.lower(k - 1)
    if previous in g.lexicon.words.prepositions or g.is_determiner(k - 1) or previous in ("and", "posted", "released", "issued"):
        return False
    return g.is_determiner(k) or (k == venue and g.is_name(k) and not g.is_time(k))


def clause_end(g: Grammar, start: int, limit: int, cue: VerbCue | None = None) -> int:
    """One past the last token of an unquoted content that starts at `start`: the sentence's end or the next cue's clause."""
    i, depth = start, 0
    while i < limit:
        if g.quoted(i):
            i = g.passage.quotations[g.passage.quoted[i] - 1].end
            if i < limit and i > start and (_quotation_closes(g, i, limit) or g.word(i - 2) == "," and _cue_at(g, i, limit, ",", "")):
                return i
            continue
        if g.word(i) == "(":
            depth += 1
        elif g.word(i) == ")":
            depth -= 1
            if depth < 0:
                return i
        if i > start and _next_cue_begins(g, i, limit):
            return i
        if i > start + 3 and _venue_tail(g, i, limit):
            return i
        i += 1
    return limit


def _quotation_closes(g: Grammar, i: int, limit: int) -> bool:
    """Whether the clause is over because the quotation that ended at i closed with punctuation of its own."""
    inner = g.word(i - 2)
    if inner == "," and g.lower(i) in ("and", "but", "while", "though", "although"):
        return g.lower(i + 1) in g.lexicon.words.subject_pronouns or g.is_name(i + 1) or g.is_determiner(i + 1)
    return inner in (".", "?", "!") and g.word(i) not in (",",) and g.is_name(i)


def _next_cue_begins(g: Grammar, i: int, limit: int) -> bool:
    """Whether at token i (a comma, dash or conjunction) another attribution of the sentence starts."""
    word = g.lower(i)
    if not (g.word(i) in (",", ";") or g.word(i) in DASHES or word in ("and", "but", "while")):
        return False
    after = g.next_unmarked(i, limit)
    if after >= limit:
        return False
    return _cue_at(g, after, limit, g.word(i), g.lower(after - 1))


def _cue_at(g: Grammar, after: int, limit: int, mark: str, joint: str) -> bool:
    """Whether the words from `after` on are a cue of their own; `mark` and `joint` are the first and last token of what parts them."""
    if g.lower(after) == "according" and g.lower(after + 1) == "to":
        return True
    if joint in ("and", "but") and (
        g.lower(after) in ("declined", "refused") or g.lower(after + 1) == "not" and g.lower(after) in ("did", "would", "does", "will")
    ):
        return True
    head = after
    while head < limit and (g.is_adverb(head) or g.lower(head) in ("has", "have", "had")):
        head += 1
    for verb, form in g.lexicon.forms.get(g.lower(head), ()):
        if verb.attitude or verb.particle and not g.passage.matches(head + 1, verb.particle):
            continue
        if form is Form.GERUND and verb.lemma not in _OWN_INFERENCE and mark != "and":
            return mark == "," or mark in ("and", "but", "while")
        if form in (Form.PAST, Form.THIRD) and joint in ("and", "but"):
            nxt = head + 1 + len(verb.particle)
            marked = g.lower(nxt) == "that" or g.passage.opens(nxt) or g.word(nxt) in (":", ",") and g.passage.opens(nxt + 1)
            return marked or verb.lemma in _PLAIN_CUES
    return False


def _venue_tail(g: Grammar, i: int, limit: int) -> bool:
    """Whether "in an interview with …", which tells where it was said, begins at token i and runs to the end."""
    if g.lower(i) not in ("in", "during") or g.lower(i + 1) not in ("a", "an"):
        return False
    venue = next(
        (
            k
            for k in range(i + 2, min(limit, i + 6))
            if g.lower(k) in ("interview", "statement", "email", "e-mail", "tweet", "op-ed", "letter", "memo", "filing", "post")
        ),
        None,
    )
    return venue is not None and limit - i < 24 and not g.has_clause((venue + 1, limit))
