"""Content before its cue: “Content,” X said · “Content,” said X · content, X said · the content, X said, goes on."""

from credibility.attribution.constructions.complements import cited, complement, quoting
from credibility.attribution.constructions.cues import VerbCue
from credibility.attribution.constructions.subjects import is_progressive
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.addressees import addressee_after
from credibility.attribution.phrases.adverbials import skip_adverbials
from credibility.attribution.phrases.clauses import clause_end, trim_end
from credibility.attribution.phrases.continuations import continuations
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.phrases.insertions import past_insertion
from credibility.attribution.phrases.phrases_after import source_after
from credibility.attribution.text.lexicon import Form
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said

_SECOND_HALF_REACH = 28
_DATELINE = 14
_ASIDE = 24  # tokens between two dashes
_PARTING = DASHES | {",", "?"}
_ENDING = DASHES | frozenset(".,;?!)")


def before_cue(g: Grammar, cue: VerbCue, sentence: Run, subject: Run | None) -> Finding | None:
    """Content, X said · content, X quoted Y as saying."""
    if subject and cue.verb.takes("quotes"):
        return _before_quoted(g, cue, sentence, subject)
    return content_before_cue(g, cue, sentence, subject)


def content_before_cue(g: Grammar, cue: VerbCue, sentence: Run, subject: Run | None) -> Finding | None:
    """“Content,” X said · “Content,” said X · Content, X said."""
    if cue.form is Form.GERUND and not is_progressive(g, cue):
        return None
    inverted = subject is None or g.quoted(cue.group[0] - 1)
    source = _inverted_source(g, cue, sentence) if inverted else subject
    if source is None:
        return None
    told = None if inverted else addressee_after(g, cue, sentence[1])
    after = source[1] if inverted else told[1] if told else cue.group[1]
    content = content_before(g, cue, cue.group[0] if inverted else source[0], sentence)
    if content is None or g.lower(source[1] - 1) in g.lexicon.words.relatives:
        return None
    by_quote = g.passage.closes(content[1] - 1)
    if not (_takes_quotation_before if by_quote else _takes_clause_before)(g, cue, content, after, sentence):
        return None
    rule = said("quotation before the cue") if by_quote else said("content before the cue")
    halves = _halves(g, cue, content, after, sentence, inverted)
    inner, attitude = cited(g, after, sentence[1]), cue.verb.attitude
    return Finding(rule, cue.verb.lemma, cue.group, source, halves, sentence, told, inner, attitude=attitude)


def inverted_in(g: Grammar, cue: VerbCue, sentence: Run) -> Finding | None:
    """A subject, said X, its verb: "The bridge, said Ada Venn, is older than the town"."""
    comma = cue.group[0] - 1
    source = _inverted_name(g, cue, sentence)
    left = (content_start(g, sentence[0], comma), comma)
    if source is None or g.word(source[1]) != "," or left[1] <= left[0] or g.has_clause(left) or is_aside(g, left):
        return None
    if not _is_verb(g, source[1] + 1 + g.is_adverb(source[1] + 1)):
        return None
    right = (source[1] + 1, trim_end(g, source[1] + 1, clause_end(g, source[1] + 1, sentence[1])))
    return Finding(said("content before the cue"), cue.verb.lemma, cue.group, source, (left, right), sentence)


def _inverted_name(g: Grammar, cue: VerbCue, sentence: Run) -> Run | None:
    """Who stands behind a verb that a comma parts from unquoted words, if it is a name or opens with an article."""
    comma, behind = cue.group[0] - 1, cue.group[1]
    parted = g.word(comma) == "," and not g.passage.closes(comma - 1)
    if not (parted and cue.inverts and cue.verb.takes("final")) or cue.negated or cue.form not in (Form.PAST, Form.THIRD):
        return None
    source = source_after(g, behind, sentence[1]) if g.is_name(behind) or g.is_determiner(behind) else None
    return source if source and not g.has_clause((source[0], next((k for k in range(*source) if g.word(k) == ","), source[1]))) else None


def _is_verb(g: Grammar, k: int) -> bool:
    """Whether token k is a finite verb, or has the -s of one and is no small word."""
    third = g.lower(k).endswith("s") and g.word(k).islower() and not g.is_determiner(k) and not _opens_phrase(g, k)
    return third or g.is_finite(k) or g.is_past(k)


def _opens_phrase(g: Grammar, k: int) -> bool:
    """Whether token k is a preposition, a conjunction or a question word."""
    words, word = g.lexicon.words, g.lower(k)
    return word in words.prepositions or word in words.subordinators or word in words.relatives


def _halves(g: Grammar, cue: VerbCue, content: Run, after: int, sentence: Run, inverted: bool) -> tuple[Run, ...]:
    """The content with its second half behind the cue, and with the sentences of quotation that follow."""
    by_quote = g.passage.closes(content[1] - 1)
    halves = (content, *_second_half(g, cue, after, sentence, by_quote, inverted, not g.has_clause(content)))
    if by_quote or len(halves) > 1 or any(g.quoted(k) for k in range(*content)):
        return (*halves, *continuations(g, sentence))
    return halves


def _inverted_source(g: Grammar, cue: VerbCue, sentence: Run) -> Run | None:
    """Who stands behind the verb: “Content,” said X."""
    return source_after(g, cue.group[1], sentence[1]) if cue.inverts else None


def _takes_quotation_before(g: Grammar, cue: VerbCue, content: Run, _after: int, sentence: Run) -> bool:
    """Whether a quotation before the cue is its content: the verb allows it, and it is not where he said something else."""
    return cue.verb.takes("after", "invert", "quote", "final") and not _is_name_of_show(g, cue, content, sentence)


def _before_quoted(g: Grammar, cue: VerbCue, sentence: Run, subject: Run) -> Finding | None:
    """Content, X quoted Y as saying."""
    person = quoting(g, cue.group[1], sentence[1])
    content = content_before(g, cue, subject[0], sentence)
    if person is None or person.more is None or content is None or g.word(person.more[1]) not in (".", ",", ""):
        return None
    return Finding(
        said("content before the cue"), cue.verb.lemma, cue.group, subject, (content,), sentence, inner=person.inner, more=person.more
    )


def _is_name_of_show(g: Grammar, cue: VerbCue, content: Run, sentence: Run) -> bool:
    """Whether the quotation before the cue is a title: On “Morning Talk,” he said the bridge is safe."""
    quotation = g.passage.quotations[g.passage.quoted[content[1] - 1] - 1]
    if quotation.start == content[0] or len(quotation) > 9 or not is_aside(g, content):
        return False
    return complement(g, cue, sentence[1]) is not None


def content_before(g: Grammar, cue: VerbCue, edge: int, sentence: Run) -> Run | None:
    """The run of tokens that ends before the source (or the inverted verb) with a comma, dash or closing quotation mark."""
    start, end = sentence[0], edge
    if edge == sentence[0]:
        return _whole_quotation_before(g, cue, sentence)
    last = g.word(end - 1)
    if not (g.passage.closes(end - 1) or last in (",", "?", "!") or last in DASHES):
        return None
    if last in (",",) or last in DASHES:
        end -= 1
    start = content_start(g, start, end)
    alone = end - start < 2 and not g.passage.closes(end - 1) and g.word(cue.group[1]) != ","  # "Proceeds, she said, will go …"
    if end <= start or alone or (cue.verb.attitude and not g.passage.closes(end - 1) and not cue.verb.takes("final")):
        return None
    return (start, end)


def _whole_quotation_before(g: Grammar, cue: VerbCue, sentence: Run) -> Run | None:
    """“Is it?” Smith asked: the sentence before is a quotation that ends with its own mark."""
    if sentence[0] == 0 or not g.passage.closes(sentence[0] - 1):
        return None
    before = g.passage.sentences[g.sentence_of(sentence[0] - 1)]
    inner = g.word(sentence[0] - 2)
    if not g.passage.opens(before[0]) or not (
        inner in ("?", "!", ",", "—", "…", "...") or (inner == "." and complement(g, cue, sentence[1]) is None)
    ):
        return None
    return before


def content_start(g: Grammar, start: int, end: int) -> int:
    """Where the content begins inside [start, end): after a dateline or a conjunction, or at the quotation it consists of."""
    start = _after_dateline(g, start, end)
    if g.lower(start) in g.lexicon.cues.clause_openers and not g.quoted(start) and end - start > 3:
        start += 1
        if g.word(start) == ",":
            start += 1
    if g.passage.closes(end - 1):
        quotation = g.passage.quotations[g.passage.quoted[end - 1] - 1]
        if quotation.start > start and (g.word(quotation.start - 1) == ":" or (quotation.full and _asked(g, start, quotation.start))):
            return quotation.start
    return start


def _after_dateline(g: Grammar, start: int, end: int) -> int:
    """One past the dash of "OSTER, May 3 (Kust) —" at the head of a paragraph, else `start`."""
    if start > 0 or not (g.word(0).isupper() and len(g.word(0)) > 1):
        return start
    dash = next((k for k in range(1, min(end, _DATELINE)) if g.word(k) in DASHES or g.word(k) == "-"), None)
    if dash is None or any(g.word(k).islower() or g.quoted(k) for k in range(dash)):
        return start
    return dash + 1


def _asked(g: Grammar, start: int, end: int) -> bool:
    """Whether the words before a quotation tell the occasion: "Asked about it, “No,” he said"."""
    return g.lower(start) in g.lexicon.words.asides and g.word(end - 1) == ","


def _takes_clause_before(g: Grammar, cue: VerbCue, content: Run, after: int, sentence: Run) -> bool:
    """Whether an unquoted clause before the cue is its content: the verb allows it, a clause it is, and no other content follows."""
    edge = past_insertion(g, skip_adverbials(g, after, sentence[1]), sentence[1])
    quotation_follows = g.word(edge) == "," and g.passage.opens(edge + 1) and g.is_name(edge + 2)
    if not cue.verb.takes("final") or cue.negated or quotation_follows or g.word(content[1]) not in _PARTING:
        return False
    aside, clause = is_aside(g, content), g.has_clause(content)
    if aside and g.is_participle(edge + 1):  # "Fearing the worst, they agreed to a call, followed by a visit"
        return False
    if _goes_on(g, edge, sentence) or (not aside and not clause and _may_go_on(g, edge, sentence)):
        return True
    over = edge >= sentence[1] or g.word(edge) in _ENDING
    return over and _is_said(g, content, aside, clause)


def _is_said(g: Grammar, content: Run, aside: bool, clause: bool) -> bool:
    """Whether words before a cue are a clause, behind the aside at their head if there is one; a headline needs no verb."""
    whole = clause or (g.headline and content[1] - content[0] > 2)
    return whole and (not aside or _clause_after_comma(g, content))


def _goes_on(g: Grammar, edge: int, sentence: Run) -> bool:
    """Whether a clause goes on behind the cue: "The bridge, he said, was safe"."""
    return _may_go_on(g, edge, sentence) and g.has_clause((edge + 1, sentence[1]))


def _may_go_on(g: Grammar, edge: int, sentence: Run) -> bool:
    """Whether words of the content may follow the comma behind the cue."""
    closes = g.word(edge) in DASHES and any(g.word(k) in DASHES for k in range(max(sentence[0], edge - _ASIDE), edge - 1))
    return (g.word(edge) == "," or closes) and edge + 3 < sentence[1] and not _new_cue(g, edge + 1)


def _new_cue(g: Grammar, i: int) -> bool:
    word = g.lower(i)
    return (word.endswith("ing") and word in g.lexicon.forms) or word in g.lexicon.cues.behind_cues or g.quoted(i)


def is_aside(g: Grammar, content: Run) -> bool:
    """Whether what stands before the source tells when, where or on what occasion it spoke."""
    first = g.lower(content[0])
    return (
        first in g.lexicon.words.asides
        or (first.endswith("ing") and g.word(content[0]).istitle() and first not in g.lexicon.words.not_gerunds)
        or g.is_time(content[0])
    )


def _clause_after_comma(g: Grammar, content: Run) -> bool:
    """Whether a main clause follows the aside at the head of the content."""
    comma = next((k for k in range(content[0], content[1]) if g.word(k) == "," and not g.quoted(k)), None)
    if comma is None or g.lower(comma + 1) in g.lexicon.words.asides or g.lower(comma + 1) in g.lexicon.cues.conceding:
        return False
    return g.has_clause((comma + 1, content[1]))


def _second_half(g: Grammar, cue: VerbCue, after: int, sentence: Run, by_quote: bool, inverted: bool, fragment: bool) -> tuple[Run, ...]:
    """“A,” she said, “B.” and A, she said, B."""
    edge = past_insertion(g, skip_adverbials(g, after, sentence[1]), sentence[1])
    if not by_quote and not inverted and (_goes_on(g, edge, sentence) or (fragment and _may_go_on(g, edge, sentence))):
        end = trim_end(g, edge + 1, clause_end(g, edge + 1, sentence[1]))
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
