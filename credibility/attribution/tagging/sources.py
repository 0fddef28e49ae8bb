"""Whose words a claim is that rules and tagger both see: the rule's source, or the tagger's in its place."""

from credibility.attribution.constructions.noun_cues import NOUN_CLAUSE
from credibility.attribution.constructions.passives import TOLD_BY
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.owners import owner_of
from credibility.attribution.tagging.votes import Vote
from credibility.attribution.text.sentences import Run


def takes_source(g: Grammar, finding: Finding, vote: Vote) -> bool:
    """Whether the tagger's source may take the place of the rule's: it is neither shared, nor cited, nor a part of the rule's."""
    if vote.shared or finding.unsourced or vote.source is None or finding.rule == TOLD_BY or _is_time(g, vote.source):
        return False
    if finding.rule == NOUN_CLAUSE and owner_of(g, finding.cue[0], finding.sentence[0]):
        return False
    start, ours = vote.source[0], finding.source
    if ours is None:
        return True
    if any(left <= start < right for left, right in finding.content):  # "criticized the council when | residents | pointed out …"
        return False
    if _is_only_part(g, vote.source, ours) or _runs_over(g, vote.source, ours) or _is_apart(g, finding, vote.source, ours):
        return False
    return not _is_beside(g, finding, ours, start) and not _is_set_in(g, finding, ours, vote.source)


def _is_beside(g: Grammar, finding: Finding, ours: Run, start: int) -> bool:
    """Whether the tagger's source begins at somebody whom the rule's source cites, names besides, or is compared with."""
    cited = g.lower(start - 1) in g.lexicon.cues.citing or (finding.inner is not None and finding.inner[0] <= start < finding.inner[1])
    joined = ours[0] < start < ours[1] and g.lower(start - 1) in g.lexicon.words.alternatives
    compared = g.lower(start - 1) in g.lexicon.cues.comparing
    inserted = ours[0] < start < ours[1] and any(g.lower(k) in g.lexicon.words.insertions for k in range(ours[0] + 1, start))
    return cited or joined or inserted or compared


def _is_set_in(g: Grammar, finding: Finding, ours: Run, theirs: Run) -> bool:
    """Whether the tagger takes who speaks between commas for the subject: "the minutes, according to | two officials, say"."""
    if not (ours[1] < theirs[0] and theirs[1] < finding.cue[0] and g.word(ours[1]) == "," == g.word(finding.cue[0] - 1)):
        return False
    return any(g.lower(k) in g.lexicon.phrases or g.lower(k) in g.lexicon.forms for k in range(ours[1], finding.cue[0]))


def _is_time(g: Grammar, run: Run) -> bool:
    """Whether words are nothing but a time: "this month"."""
    return any(g.is_time(k) for k in range(*run)) and all(g.is_time(k) or g.is_determiner(k) for k in range(*run))


def _runs_over(g: Grammar, theirs: Run, ours: Run) -> bool:
    """Whether the tagger's source goes on into a time or a clause: "Falk | at the time", "the yard | last year"."""
    if theirs[0] != ours[0] or theirs[1] <= ours[1]:
        return False
    words, end = g.lexicon.words, ours[1]
    timed = g.passage.matches(end, ("at", "the")) and g.lower(end + 2) in words.moments
    timed = timed or all(_tells_when(g, k) for k in range(end + (g.word(end) == ","), theirs[1]))
    return timed or (g.word(end) == "," and g.lower(end + 1) in words.subordinators)


def _tells_when(g: Grammar, k: int) -> bool:
    """Whether token k can be a part of "on Monday", "last year" or "in 2017"."""
    words = g.lexicon.words
    return g.is_time(k) or g.lower(k) in words.before_days or g.lower(k) in words.fronted_times or g.is_year(k)


def _is_apart(g: Grammar, finding: Finding, theirs: Run, ours: Run) -> bool:
    """Whether the tagger takes the object before ", noting that" for who noted it."""
    before = finding.cue[0] - 1
    return g.lower(finding.cue[0]).endswith("ing") and g.word(before) == "," and theirs[1] == before and ours[1] < theirs[0]


def _is_only_part(g: Grammar, theirs: Run, ours: Run) -> bool:
    """Whether the tagger saw only "who" or "the plan" of "a minister who" and "followers of the plan", or stopped inside a name.

    Or it saw one side of an apposition: "her lawyer | , Otto Kreel", "the office (of 1911), | a branch of the council".
    """
    if not (ours[0] <= theirs[0] and theirs[1] <= ours[1]):
        return False
    words = g.lexicon.words
    relative = theirs[1] - theirs[0] == 1 and g.lower(theirs[0]) in words.relatives
    governed = theirs[0] > ours[0] and g.lower(theirs[0] - 1) in words.prepositions and g.word(theirs[0] - 2) not in (",", "(")
    governed = governed or (theirs[0] > ours[0] and g.word(theirs[0] - 1) == ":")  # "author of Falk: | The Last Ferry"
    broken = _breaks_name(g, theirs[1], ours[1]) or _breaks_into_name(g, theirs[0], ours)
    broken = broken or (theirs[1] < ours[1] and g.is_possessive(theirs[1] - 1))  # "Kelpline’ | Tove Brandt"
    return relative or governed or broken or g.word(theirs[1]) == "(" or _is_side_of_apposition(g, theirs, ours)


def _is_side_of_apposition(g: Grammar, theirs: Run, ours: Run) -> bool:
    """Whether the tagger left out the name behind "her lawyer,", or took "a branch of the council" for all of what it explains."""
    named = theirs[0] == ours[0] and g.word(theirs[1]) == "," and not any(g.is_name(k) for k in range(*theirs))
    if named and theirs[1] + 1 < ours[1] and all(g.is_name(k) or g.word(k) == "." for k in range(theirs[1] + 1, ours[1])):
        return True
    return theirs[0] > ours[0] + 1 and theirs[1] == ours[1] and g.word(theirs[0] - 1) == "," and _describes(g, theirs, ours)


def _describes(g: Grammar, theirs: Run, ours: Run) -> bool:
    """Whether what stands behind a name's comma only describes it: "the office, | a branch of it", "Tove Brandt, | the mayor's adviser"."""
    if g.lower(theirs[0]) in g.lexicon.words.indefinite_articles:
        return True
    return any(g.is_possessive(k) for k in range(*theirs)) and all(g.is_name(k) for k in range(ours[0], theirs[0] - 1))


def _breaks_into_name(g: Grammar, start: int, ours: Run) -> bool:
    """Whether a token stands inside a source that is nothing but a name with a number: "NBC 4 | New York"."""
    return start > ours[0] and all(g.is_name(k) or g.word(k).isdigit() for k in range(*ours)) and g.word(start - 1).isdigit()


def _breaks_name(g: Grammar, end: int, limit: int) -> bool:
    """Whether a name goes on at a token: "Oster Health Organization (OHO) | Director Ann Lee"."""
    end += g.word(end) == ")" and g.is_name(end - 1)
    return end < limit and g.is_name(end) and (g.is_name(end - 1) or g.word(end - 1) == ")")


def is_same_source(finding: Finding, vote: Vote) -> bool:
    """Whether the tagger's source is the rule's, or a part of it, or it saw none beside the cue."""
    if vote.source is None:
        return finding.content[-1][1] <= vote.cue[0] < finding.cue[1]
    return finding.source is not None and bool(set(range(*finding.source)) & set(range(*vote.source)))
