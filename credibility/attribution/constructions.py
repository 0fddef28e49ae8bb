"""The constructions in which a passage attributes words: each turns a cue into a finding, or into nothing."""

from dataclasses import dataclass

from credibility.attribution.complements import addressee_after, cited, clause_end, complement, skip_adverbials
from credibility.attribution.cues import PhraseCue, VerbCue, find_phrase_cues, find_verb_cues
from credibility.attribution.grammar import DASHES, Grammar
from credibility.attribution.lexicon import Form
from credibility.attribution.nounphrases import source_after, subject_before
from credibility.attribution.sentences import Run
from credibility.model import SourceKind

_SECOND_HALF_REACH = 28
_HEADLINE_REACH = 7


@dataclass(frozen=True, slots=True)
class Finding:
    """An attribution in token runs of one passage. `lead_in` says that the content is expected in the next block."""

    rule: str
    lemma: str
    cue: Run
    source: Run | None
    content: tuple[Run, ...]
    sentence: Run
    addressee: Run | None = None
    inner: Run | None = None
    attitude: bool = False
    lead_in: bool = False
    colon: Run | None = None


def find_attributions(g: Grammar, attitudes: bool) -> tuple[Finding, ...]:
    """All attributions whose cue stands in the passage, by position of the cue; contents may nest but are never equal."""
    cues: list[VerbCue | PhraseCue] = [*find_verb_cues(g, attitudes), *find_phrase_cues(g)]
    found: list[Finding] = list(_headline(g))
    for cue in sorted(cues, key=lambda one: one.group[0]):
        sentence = g.passage.sentences[g.sentence_of(cue.group[0])]
        finding = _from_phrase(g, cue, sentence) if isinstance(cue, PhraseCue) else _from_verb(g, cue, sentence, found)
        if finding:
            found.append(finding)
    found.extend(find_noun_cues(g, attitudes))
    found.extend(_in_poll(g))
    return tuple(_distinct(found))


def _in_poll(g: Grammar) -> list[Finding]:
    """In a new OUTLET poll, content."""
    found = []
    for sentence in g.passage.sentences:
        if g.lower(sentence[0]) != "in" or g.quoted(sentence[0]):
            continue
        comma = next((k for k in range(sentence[0], sentence[1]) if g.word(k) == "," and not g.quoted(k)), None)
        noun = next((k for k in range(sentence[0] + 1, comma or sentence[0]) if g.lexicon.kinds.get(g.lower(k)) is SourceKind.POLL), None)
        if comma is None or noun is None:
            continue
        start = comma + 1
        if g.is_past(start):  # "…, conducted in May, …"
            start = next((k + 1 for k in range(start, sentence[1]) if g.word(k) == ","), start)
        content = content_from(g, start, sentence)
        if content and g.has_clause(content) and content[1] - content[0] > 3:
            found.append(Finding("in a poll", "in", (sentence[0], sentence[0] + 1), (sentence[0] + 1, comma), (content,), sentence))
    return found


def _headline(g: Grammar) -> tuple[Finding, ...]:
    """X: content, at the head of an article."""
    if not g.headline or not g.passage.sentences:
        return ()
    end = len(g.passage.words)
    colon = next((k for k in range(1, min(end, _HEADLINE_REACH)) if g.word(k) == ":" and not g.quoted(k)), None)
    if colon is None or any(g.quoted(k) or g.is_finite(k) or g.is_mark(k) and g.word(k) != "." or g.lower(k) in g.lexicon.words.prepositions or g.is_time(k) for k in range(colon)) or not g.is_name(0) or g.lower(0) in g.lexicon.labels or g.lower(colon - 1) in g.lexicon.labels:
        return ()
    content = (colon + 1, _trim_end(g, colon + 1, end))
    if content[1] - content[0] < 4:
        return ()
    return (Finding("words after a colon in a headline", ":", (colon, colon + 1), (0, colon), (content,), (0, end)),)


def _distinct(found: list[Finding]) -> list[Finding]:
    """One finding per content; a quotation belongs to the first that took it."""
    seen: set[tuple[Run, ...]] = set()
    kept: list[Finding] = []
    for finding in found:
        if not finding.content or finding.content not in seen:
            kept.append(finding)
            seen.add(finding.content)
    return kept


# --- verbs ---------------------------------------------------------------------------------------------------------


def _from_verb(g: Grammar, cue: VerbCue, sentence: Run, found: list[Finding]) -> Finding | None:
    if cue.modal:
        return None
    if cue.passive:
        return _passive(g, cue, sentence)
    subject = _subject(g, cue, sentence, found)
    if subject and subject[0] > sentence[0] and g.lower(subject[0] - 1) == "as" and cue.verb.takes("final"):
        return _as_said(g, cue, sentence, subject)
    left = _left(g, cue, sentence, subject)
    if left:
        return left
    if cue.negated and not cue.verb.attitude:
        return None
    return _right(g, cue, sentence, subject)


def _subject(g: Grammar, cue: VerbCue, sentence: Run, found: list[Finding]) -> Run | None:
    """The verb's subject: the phrase before it, or that of the verb it is coordinated with or hangs on."""
    start = cue.group[0]
    before = start - 1
    coordinated = g.lower(before) in ("and", "but", "then") or (g.word(before) == "," and g.lower(before - 1) in ("and", "but"))
    if cue.form is Form.GERUND and not _progressive(g, cue):
        return _participle_subject(g, cue, sentence, found)
    if coordinated or (
        g.word(before) == ","
        and (g.lower(cue.group[1]) == "that" or g.passage.opens(cue.group[1]))
        and subject_before(g, start, sentence[0]) is None
    ):
        return _earlier_subject(g, start, sentence, found)
    subject = subject_before(g, start, sentence[0])
    if (
        subject
        and subject[0] > sentence[0]
        and g.lower(subject[0] - 1) in ("what", "whatever", "which", "than")
        and g.lower(subject[0] - 2) not in g.lexicon.words.prepositions
    ):
        return None
    return subject


def _progressive(g: Grammar, cue: VerbCue) -> bool:
    return any(g.lower(k) in g.lexicon.words.be for k in range(cue.group[0], cue.head))


def _earlier_subject(g: Grammar, at: int, sentence: Run, found: list[Finding]) -> Run | None:
    """The source of the last finding of this sentence, else the sentence's own subject."""
    for finding in reversed(found):
        if finding.sentence != sentence:
            break
        if finding.source and finding.cue[0] < at and not _shut_in(g, finding.cue[0], at):
            return finding.source
    return sentence_subject(g, sentence, at)


def _shut_in(g: Grammar, cue: int, at: int) -> bool:
    """Whether a bracket that holds the earlier cue closes before `at`."""
    closing = next((k for k in range(cue, at) if g.word(k) == ")"), None)
    return closing is not None and not any(g.word(k) == "(" for k in range(cue, closing))


def _participle_subject(g: Grammar, cue: VerbCue, sentence: Run, found: list[Finding]) -> Run | None:
    """Whose saying it is: the noun right before ("a statement saying"), else the subject of the clause it hangs on."""
    before = cue.group[0] - 1
    if before < sentence[0]:
        return None
    if (
        g.word(before) not in (",",)
        and g.word(before) not in DASHES
        and g.lower(before) not in ("and", "but", "by", "while", "after", "before", "in", "when", "without", "for", "of", "from", "on")
        and not g.quoted(before)
    ):
        noun = subject_before(g, cue.group[0], sentence[0])
        if noun and g.lower(noun[1] - 1) in g.lexicon.kinds:
            return noun
    return _earlier_subject(g, cue.group[0], sentence, found)


def sentence_subject(g: Grammar, sentence: Run, limit: int) -> Run | None:
    """The noun phrase before the first finite verb of a sentence."""
    start = sentence[0]
    words = g.lexicon.words
    if (
        g.lower(start) in words.prepositions
        or g.lower(start) in words.subordinators
        or g.lower(start).endswith("ing")
        or g.is_adverb(start)
    ):
        comma = next((k for k in range(start, limit) if g.word(k) == "," and not g.quoted(k)), None)
        start = comma + 1 if comma is not None else start
    for k in range(start, limit):
        if not g.quoted(k) and k > start and (g.is_finite(k) or g.is_past(k)):
            verb = k
            while verb > start and g.is_adverb(verb - 1):
                verb -= 1
            return subject_before(g, verb, start)
    return None


# --- content before the cue ------------------------------------------------------------------------------------------


def _left(g: Grammar, cue: VerbCue, sentence: Run, subject: Run | None) -> Finding | None:
    """“Content,” X said · “Content,” said X · Content, X said."""
    if cue.form is Form.GERUND and not _progressive(g, cue):
        return None
    edge = subject[0] if subject else cue.group[0]
    after = cue.group[1]
    source = subject
    if subject is None or g.quoted(cue.group[0] - 1) or (g.word(cue.group[0] - 1) == "," and edge == cue.group[0]):
        source = source_after(g, after, sentence[1]) if cue.verb.takes("invert") else None
        edge = cue.group[0]
        if source is None:
            return None
        after = source[1]
    told = addressee_after(g, cue, sentence[1]) if source is subject else None
    after = told[1] if told else after
    content = _content_before(g, cue, edge, sentence)
    if content is None or (source is not None and g.lower(source[1] - 1) in g.lexicon.words.relatives):
        return None
    by_quote = g.passage.closes(content[1] - 1) or (g.word(content[1]) == "," and g.passage.closes(content[1] - 1))
    if not by_quote and not _takes_clause_before(g, cue, content, after, sentence):
        return None
    if by_quote and (not cue.verb.takes("after", "invert", "quote", "final") or _is_name_of_show(g, cue, content, sentence)):
        return None
    halves = (content, *_second_half(g, cue, after, sentence, by_quote, source is not subject, not g.has_clause(content)))
    if by_quote or len(halves) > 1 or any(g.quoted(k) for k in range(*content)):
        halves = (*halves, *_continuations(g, sentence, halves))
    return Finding(
        "quotation before the cue" if by_quote else "content before the cue",
        cue.verb.lemma,
        cue.group,
        source,
        halves,
        sentence,
        told,
        cited(g, after, sentence[1]),
        attitude=cue.verb.attitude,
    )


def _is_name_of_show(g: Grammar, cue: VerbCue, content: Run, sentence: Run) -> bool:
    """Whether the quotation before the cue is a title: On “Morning Talk,” he said the bridge is safe."""
    quotation = g.passage.quotations[g.passage.quoted[content[1] - 1] - 1]
    if quotation.start == content[0] or len(quotation) > 9 or not _is_aside(g, content):
        return False
    return complement(g, cue, sentence[1]) is not None


def _content_before(g: Grammar, cue: VerbCue, edge: int, sentence: Run) -> Run | None:
    """The run of tokens that ends before the source (or the inverted verb) with a comma, dash or closing quotation mark."""
    start, end = sentence[0], edge
    if edge == sentence[0]:
        return _whole_quotation_before(g, cue, sentence)
    last = g.word(end - 1)
    if not (g.passage.closes(end - 1) or last in (",", "?", "!") or last in DASHES):
        return None
    if last in (",",) or last in DASHES:
        end -= 1
    start = _content_start(g, start, end)
    if end - start < 2 or cue.verb.attitude and not g.passage.closes(end - 1) and not cue.verb.takes("final"):
        return None
    return (start, end)


def _whole_quotation_before(g: Grammar, cue: VerbCue, sentence: Run) -> Run | None:
    """“Is it?” Smith asked: the sentence before is a quotation that ends with its own mark."""
    if sentence[0] == 0 or not g.passage.closes(sentence[0] - 1):
        return None
    before = g.passage.sentences[g.sentence_of(sentence[0] - 1)]
    inner = g.word(sentence[0] - 2)
    if not g.passage.opens(before[0]) or not (
        inner in ("?", "!", ",", "—", "…", "...") or inner == "." and complement(g, cue, sentence[1]) is None
    ):
        return None
    return before


def _content_start(g: Grammar, start: int, end: int) -> int:
    """Where the content begins inside [start, end): after an opening conjunction, or at the quotation when what is before it is no part of it."""
    if g.lower(start) in ("but", "and", "so", "yet") and not g.quoted(start) and end - start > 3:
        start += 1
        if g.word(start) == ",":
            start += 1
    if g.passage.closes(end - 1):
        quotation = g.passage.quotations[g.passage.quoted[end - 1] - 1]
        if quotation.start > start and (g.word(quotation.start - 1) == ":" or quotation.full and _asked(g, start, quotation.start)):
            return quotation.start
    return start


def _asked(g: Grammar, start: int, end: int) -> bool:
    """Whether the words before a quotation tell the occasion: "Asked about it, “No,” he said"."""
    return (
        g.lower(start) in ("asked", "when", "as", "speaking", "after", "in", "on", "at", "during", "responding", "referring")
        and g.word(end - 1) == ","
    )


def _takes_clause_before(g: Grammar, cue: VerbCue, content: Run, after: int, sentence: Run) -> bool:
    """Whether an unquoted clause before the cue is its content: the verb allows it, a clause it is, and no other content follows."""
    if not cue.verb.takes("final") or cue.negated or g.word(content[1]) not in (",", "—", "–", "--", "?"):
        return False
    edge = skip_adverbials(g, after, sentence[1])
    if g.word(edge) == "," and g.passage.opens(edge + 1) and g.is_name(edge + 2):
        return False
    if _goes_on(g, edge, sentence) and not _is_aside(g, content):
        return True
    if (
        not g.has_clause(content)
        and g.word(edge) == ","
        and edge + 3 < sentence[1]
        and not _new_cue(g, edge + 1)
        and not _is_aside(g, content)
    ):
        return True
    if not g.has_clause(content) and not (g.headline and content[1] - content[0] > 2):
        return False
    if _is_aside(g, content) and not _clause_after_comma(g, content):
        return False
    return edge >= sentence[1] or g.word(edge) in (".", ",", ";", "?", "!", ")") or g.word(edge) in DASHES


def _goes_on(g: Grammar, edge: int, sentence: Run) -> bool:
    """Whether the content goes on behind the cue: "The bridge, he said, was safe"."""
    return g.word(edge) == "," and edge + 3 < sentence[1] and not _new_cue(g, edge + 1) and g.has_clause((edge + 1, sentence[1]))


def _new_cue(g: Grammar, i: int) -> bool:
    word = g.lower(i)
    return (word.endswith("ing") and word in g.lexicon.forms) or word in ("who", "according", "which", "whose", "where") or g.quoted(i)


def _is_aside(g: Grammar, content: Run) -> bool:
    """Whether what stands before the source tells when, where or on what occasion it spoke."""
    first = g.lower(content[0])
    return (
        first in g.lexicon.words.asides
        or first.endswith("ing")
        and g.word(content[0]).istitle()
        and first not in ("nothing", "anything", "something", "everything", "during")
        or g.is_time(content[0])
    )


def _clause_after_comma(g: Grammar, content: Run) -> bool:
    """Whether a main clause follows the aside at the head of the content."""
    comma = next((k for k in range(content[0], content[1]) if g.word(k) == "," and not g.quoted(k)), None)
    if comma is None or g.lower(comma + 1) in g.lexicon.words.asides or g.lower(comma + 1) == "even":
        return False
    return g.has_clause((comma + 1, content[1]))


def _second_half(g: Grammar, cue: VerbCue, after: int, sentence: Run, by_quote: bool, inverted: bool, fragment: bool) -> tuple[Run, ...]:
    """“A,” she said, “B.” and A, she said, B."""
    edge = skip_adverbials(g, after, sentence[1])
    if (
        not by_quote
        and not inverted
        and (_goes_on(g, edge, sentence) or g.word(edge) == "," and fragment and edge + 3 < sentence[1] and not _new_cue(g, edge + 1))
    ):
        end = _trim_end(g, edge + 1, clause_end(g, edge + 1, sentence[1]))
        return ((edge + 1, end),)
    for k in range(after, min(sentence[1], after + _SECOND_HALF_REACH)):
        if g.passage.opens(k):
            quotation = g.passage.quotations[g.passage.quoted[k] - 1]
            parted = g.word(k - 1) in (",", ":", ".") or g.word(k - 1) in DASHES
            return ((k, quotation.end),) if parted or (by_quote and quotation.full and k - 1 <= after) else ()
        if k > after and _another_cue(g, k, cue):
            return ()
    return ()


def _another_cue(g: Grammar, k: int, cue: VerbCue) -> bool:
    return (
        any(
            form in (Form.PAST, Form.GERUND, Form.THIRD) and not verb.particle and not verb.attitude
            for verb, form in g.lexicon.forms.get(g.lower(k), ())
        )
        and k != cue.head
    )


def _continuations(g: Grammar, sentence: Run, halves: tuple[Run, ...]) -> tuple[Run, ...]:
    """Sentences after this one that are quotations and nothing else."""
    found: list[Run] = []
    number = g.sentence_of(sentence[0])
    for run in g.passage.sentences[number + 1 :]:
        if not g.passage.opens(run[0]) or not _is_all_quotation(g, run):
            break
        if _cued_by_next(g, run):
            break
        found.append((run[0], _quotation_end(g, run)))
    return tuple(found)


def _is_all_quotation(g: Grammar, run: Run) -> bool:
    inside = sum(1 for k in range(*run) if g.quoted(k))
    return inside >= run[1] - run[0] - 1


def _quotation_end(g: Grammar, run: Run) -> int:
    end = run[1]
    while end > run[0] and not g.quoted(end - 1):
        end -= 1
    return end


def _cued_by_next(g: Grammar, run: Run) -> bool:
    """Whether the next sentence is the cue of this quotation: “Is it?” Smith asked."""
    if run[1] >= len(g.passage.words) or g.word(run[1] - 2) not in ("?", "!") or g.quoted(run[1]):
        return False
    following = g.passage.sentences[g.sentence_of(run[1])]
    return following[1] - following[0] < 9 and any(g.lower(k) in g.lexicon.forms for k in range(following[0] + 1, following[1]))


# --- content after the cue --------------------------------------------------------------------------------------------


def _right(g: Grammar, cue: VerbCue, sentence: Run, subject: Run | None) -> Finding | None:
    """X said that content · X said: “content” · X told Y content."""
    found = complement(g, cue, sentence[1])
    if found is None or subject is None:
        return None
    if cue.form is Form.GERUND and not _progressive(g, cue):
        before = cue.group[0] - 1
        parted = g.word(before) == "," or g.word(before) in DASHES or g.lower(before) in ("and", "but", "while") or g.lower(before) in g.lexicon.kinds or g.quoted(before)
        if found.kind in ("np", "to", "object-to") or (found.kind == "bare" and not parted):
            return None
    if found.kind == "colon" and found.start >= sentence[1]:
        return Finding(
            "colon before a quotation",
            cue.verb.lemma,
            cue.group,
            subject,
            (),
            sentence,
            found.addressee,
            attitude=cue.verb.attitude,
            lead_in=True,
            colon=(found.start - 1, found.start),
        )
    content = content_from(g, found.start, sentence, cue)
    if content is None:
        return None
    if found.kind in ("np", "object", "of"):
        content = (content[0], _object_end(g, content))
    halves: tuple[Run, ...] = (content,)
    if g.passage.closes(content[1] - 1) and g.passage.opens(content[0]):
        halves = (content, *_continuations(g, sentence, (content,)))
    elif found.kind in ("quote", "colon") and g.passage.closes(content[1] - 1):
        halves = (content, *_continuations(g, sentence, (content,)))
    return Finding(
        _RULES[found.kind],
        cue.verb.lemma,
        cue.group,
        subject,
        halves,
        sentence,
        found.addressee,
        found.inner or cited(g, content[1], sentence[1]),
        attitude=cue.verb.attitude,
        colon=(found.start - 1, found.start) if found.kind == "colon" else None,
    )


def _object_end(g: Grammar, content: Run) -> int:
    """Where an object ends: at a comma before a participle, a conjunction or a new clause."""
    for k in range(content[0] + 2, content[1]):
        if g.word(k) != "," or g.quoted(k):
            continue
        following = g.lower(k + 1)
        if (
            following.endswith("ing")
            or following in g.lexicon.words.asides
            or following in ("but", "compared")
            or following in g.lexicon.words.subject_pronouns
            or g.is_past(k + 1)
        ):
            return k
        if g.is_name(k + 1) and g.has_clause((k + 1, min(content[1], k + 6))):
            return k
    return content[1]


_RULES = {
    "that": "clause with “that” after the cue",
    "quote": "quotation after the cue",
    "colon": "words after a colon",
    "wh": "indirect question after the cue",
    "bare": "clause after the cue",
    "to": "infinitive after the cue",
    "as": "description after the cue",
    "of": "charge after the cue",
    "object": "name given by the cue",
    "object-to": "call on somebody to act",
    "np": "object of the cue",
}


def content_from(g: Grammar, start: int, sentence: Run, cue: VerbCue | None = None) -> Run | None:
    """The content that starts at token `start`: a quotation, or the clause to its end without its full stop."""
    limit = sentence[1]
    if start >= limit:
        return None
    if g.passage.opens(start):
        quotation = g.passage.quotations[g.passage.quoted[start] - 1]
        if quotation.end >= limit or _stands_alone(g, quotation.end, limit):
            return (start, quotation.end)
    end = _trim_end(g, start, clause_end(g, start, limit, cue))
    return (start, end) if end > start and any(g.word(k)[0].isalnum() for k in range(start, end)) else None


def _stands_alone(g: Grammar, end: int, limit: int) -> bool:
    """Whether a quotation that ended is the whole content, by the punctuation around its closing mark."""
    inner, following = g.word(end - 2), g.word(end)
    if following in (".", "!", "?", ";") or following in DASHES:
        return True
    if inner in (",", ".", "?", "!", "…", "...") or following == ",":
        return not (following in ("and", "or") and g.passage.opens(end + 1))
    return (
        following in ("in", "on", "at", "during", "after", "when", "as", "while")
        and limit - end > 1
        and g.passage.quotations[g.passage.quoted[end - 1] - 1].full
    )


def _trim_end(g: Grammar, start: int, end: int) -> int:
    """Leave out the final full stop of an unquoted content and loose punctuation."""
    while end > start and not g.quoted(end - 1) and (g.word(end - 1) in (".", ",", ";", ":", "?", "!", "*") or g.word(end - 1) in DASHES):
        if g.word(end - 1) == "?":
            break
        end -= 1
    return end


# --- passives and phrases ----------------------------------------------------------------------------------------------


def _passive(g: Grammar, cue: VerbCue, sentence: Run) -> Finding | None:
    """The closure was confirmed by X · was told by X that · X was quoted as saying."""
    if cue.negated:
        return None
    subject = subject_before(g, cue.group[0], sentence[0])
    if g.lower(cue.head + 1) == "as" and g.lower(cue.head + 2) in g.lexicon.forms and g.lower(cue.head + 2).endswith("ing"):
        return _quoted_as(g, cue, sentence, subject)
    by = next((k for k in range(cue.head + 1, min(sentence[1], cue.head + 14)) if g.lower(k) == "by" and not g.quoted(k)), None)
    if by is None or (any(g.word(k) == "," for k in range(cue.head, by)) and g.lower(by - 1) != ","):
        return None
    source = source_after(g, by + 1, sentence[1])
    if source is None or g.lower(source[0]).endswith("ing"):
        return None
    if cue.verb.lemma == "tell":
        that = next((k for k in range(source[0], min(sentence[1], source[1] + 2)) if g.lower(k) == "that"), None)
        content = content_from(g, that, sentence) if that is not None else None
        return (
            Finding("told by somebody", cue.verb.lemma, cue.group, (by + 1, that), (content,), sentence, subject)
            if content and that
            else None
        )
    if not cue.verb.takes("by") or subject is None or subject[1] - subject[0] < 2:
        return None
    return Finding("passive with “by”", cue.verb.lemma, cue.group, source, (subject,), sentence)


def _quoted_as(g: Grammar, cue: VerbCue, sentence: Run, subject: Run | None) -> Finding | None:
    """X was quoted as saying content."""
    start = skip_adverbials(g, cue.head + 3, sentence[1])
    start += g.word(start) in (",", ":")
    content = content_from(g, start, sentence)
    if subject is None or content is None or content[1] - content[0] < 2:
        return None
    return Finding("quoted as saying", "quote as saying", (cue.group[0], cue.head + 3), subject, (content,), sentence)


def _as_said(g: Grammar, cue: VerbCue, sentence: Run, subject: Run) -> Finding | None:
    """As X said, content · content, as X said."""
    told = addressee_after(g, cue, sentence[1])
    edge = skip_adverbials(g, told[1] if told else cue.group[1], sentence[1])
    start = subject[0] - 1
    if g.word(edge) == ":" and edge + 1 >= sentence[1]:
        return Finding(
            "colon before a quotation", cue.verb.lemma, cue.group, subject, (), sentence, told, lead_in=True, colon=(edge, edge + 1)
        )
    if start - sentence[0] <= 1 and g.word(edge) in (",", ":"):
        content = content_from(g, edge + 1, sentence)
        halves = (
            (content, *_continuations(g, sentence, (content,)))
            if content and g.passage.closes(content[1] - 1)
            else (content,)
            if content
            else ()
        )
    elif g.word(start - 1) in (",", "—", "–") and (edge >= sentence[1] or g.word(edge) in (",", ".")):
        first = _content_start(g, sentence[0], start - 1)
        halves = ((first, start - 1),) if start - 1 > first else ()
    else:
        return None
    long_enough = halves and halves[0][1] - halves[0][0] > 2
    return Finding("aside with “as”", cue.verb.lemma, cue.group, subject, halves, sentence, told) if long_enough else None


def _from_phrase(g: Grammar, cue: PhraseCue, sentence: Run) -> Finding | None:
    """According to X, content · content, according to X · the content, according to X, goes on."""
    start, end = cue.group
    source = source_after(g, end, sentence[1])
    if source is None:
        return None
    lemma = " ".join(cue.phrase.words)
    initial = start == sentence[0] or (start - sentence[0] <= 2 and g.lower(sentence[0]) in g.lexicon.words.openers)
    if initial and not cue.phrase.after_only:
        return _phrase_first(g, lemma, cue.group, source, sentence)
    left = (_content_start(g, sentence[0], start), start)
    left = (left[0], _trim_end(g, *left))
    if left[1] - left[0] < 2:
        return None
    if g.word(start - 1) == "," and g.word(source[1]) == "," and not g.passage.closes(start - 1) and source[1] + 1 < sentence[1]:
        right = (source[1] + 1, _trim_end(g, source[1] + 1, clause_end(g, source[1] + 1, sentence[1])))
        if right[1] > right[0] and (not g.has_clause(left) or g.lower(right[0]) not in g.lexicon.words.relatives):
            return Finding("phrase inside the content", lemma, cue.group, source, (left, right), sentence)
    left = _after_conjunction(g, left)
    halves = (left, *_continuations(g, sentence, (left,))) if g.passage.closes(left[1] - 1) else (left,)
    return Finding("phrase after the content", lemma, cue.group, source, halves, sentence)


def _after_conjunction(g: Grammar, run: Run) -> Run:
    return run


def _phrase_first(g: Grammar, lemma: str, group: Run, source: Run, sentence: Run) -> Finding | None:
    """According to X, content."""
    source = _shorten_to_clause(g, source, sentence)
    start = source[1]
    if g.word(start) == ",":
        start += 1
    content = content_from(g, start, sentence)
    if content is None or content[1] - content[0] < 2:
        return None
    halves = (content, *_continuations(g, sentence, (content,))) if g.passage.closes(content[1] - 1) else (content,)
    return Finding("phrase before the content", lemma, group, source, halves, sentence)


def _shorten_to_clause(g: Grammar, source: Run, sentence: Run) -> Run:
    """Give back what was taken for an apposition: a name after the first comma, or words the content's clause needs."""
    end = next(
        (
            k
            for k in range(*source)
            if g.word(k) == "," and g.is_name(k + 1) and g.has_clause((k + 1, sentence[1])) and not g.lower(k - 1) in g.lexicon.titled
        ),
        source[1],
    )
    while not g.has_clause((end + 1, sentence[1])) or end >= sentence[1] - 2:
        comma = next((k for k in range(end - 1, source[0], -1) if g.word(k) == "," and not g.quoted(k)), None)
        if comma is None:
            break
        end = comma
    if g.word(end) != "," and not g.is_mark(end):
        end = next(
            (
                k
                for k in range(source[0] + 2, end)
                if g.is_determiner(k) and g.lower(k - 1) not in g.lexicon.words.prepositions and g.lower(k - 1) != "and"
            ),
            end,
        )
    return (source[0], end)


# --- nouns --------------------------------------------------------------------------------------------------------------


def find_noun_cues(g: Grammar, attitudes: bool) -> list[Finding]:
    """X's claim that content · a report by X that content · X published revelations on how content."""
    found: list[Finding] = []
    for i, word in enumerate(g.passage.lower):
        attitude = attitudes and word in g.lexicon.attitude_nouns
        if g.passage.quoted[i] or not (attitude or word in g.lexicon.cue_nouns):
            continue
        sentence = g.passage.sentences[g.sentence_of(i)]
        start = _noun_content(g, i, sentence[1])
        source = _noun_source(g, i, start, sentence) if start is not None else None
        if start is None or source is None:
            continue
        content = content_from(g, start, sentence)
        if content and content[1] - content[0] > 3:
            found.append(Finding("noun with its clause", word, (i, i + 1), source, (content,), sentence, attitude=attitude))
    return found


def _noun_content(g: Grammar, noun: int, limit: int) -> int | None:
    """Where "that …" or "on how …" begins after the noun."""
    for k in range(noun + 1, min(limit, noun + 10)):
        if g.lower(k) == "that" and g.has_clause((k + 2, limit)) and not g.is_finite(k + 1):
            return k if k == noun + 1 or g.lower(noun + 1) in ("by", "from", "in") else None
        if g.lower(k) in ("how", "why", "what", "whether") and g.lower(k - 1) in ("on", "about", "of"):
            return k if k == noun + 2 else None
        if g.is_mark(k) or g.quoted(k) or g.is_finite(k):
            return None
    return None


def _noun_source(g: Grammar, noun: int, content: int, sentence: Run) -> Run | None:
    """Whose claim it is: "by X", "X's", or the subject of the verb that gives it out."""
    if g.lower(noun + 1) in ("by", "from") and content > noun + 2:
        return (noun + 2, content)
    for k in range(noun - 1, max(sentence[0], noun - 5) - 1, -1):
        word = g.lower(k)
        if word.endswith(("’s", "'s", "s’", "s'")) and len(word) > 2 and g.word(k)[0].isalpha() and word not in g.lexicon.words.be:
            owner = subject_before(g, k + 1, sentence[0])
            return owner
        if word in g.lexicon.words.possessives and word != "whose":
            return (k, k + 1)
        if word in g.lexicon.giving:
            start = k
            while start > sentence[0] and (g.lower(start - 1) in g.lexicon.auxiliaries or g.is_adverb(start - 1)):
                start -= 1
            return subject_before(g, start, sentence[0])
        if g.quoted(k) or g.is_mark(k):
            return None
    return None
