"""What must stand around a name before it counts: the article, a reporting cue, no capitalised neighbour, no shouted line.

Every test looks at a short stretch of levelled text (`surfaces.level`) and is cheap enough to ask of each hit.
"""

import re

from credibility.model import NameRule
from credibility.outlets.names.countries import is_country_word
from credibility.outlets.vocabulary import either, row

_REACH = 60  # code points looked at on either side: enough for "a reporter for the British Sunday newspaper"

_MEDIA_NOUN = either("around", "media_nouns")
_PIECE_NOUN = either("around", "piece_nouns")
_REPORTING = either("around", "reporting")
_ADVERBS = rf"(?:(?:{either('around', 'adverbs')}|last \w+|on \w+day|in \d{{4}})\s+)*"
_CUE_BEFORE = re.compile(rf"(?:\b(?:{either('around', 'before')})\s+|\b(?:{_MEDIA_NOUN}),?\s+)(?:[Tt]he\s+)?[\"“']?$")
_CUE_AFTER = re.compile(
    rf"(?:'s?)?[\"”]?(?:\s+(?:{_MEDIA_NOUN}|{_PIECE_NOUN})\b|,?\s+{_ADVERBS}(?:{_REPORTING})\b|,?\s+(?:which|"
    rf"whose)\s+{_ADVERBS}(?:{_REPORTING})\b"
    rf"|,\s+(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}(?:{_MEDIA_NOUN})\b"
    rf"|[/-][A-Z][\w/-]*(?:\s[A-Z]\w+)?\s+(?:poll|survey)\b|:\s)"
)
_THE = re.compile(
    rf"\b[Tt]he\s+(?:(?:[A-Za-z]+-(?:{either('around', 'leaning_ends')})|{either('around', 'leanings')}|"
    r"[A-Z][a-z]+(?:an|ish|ese|ch|i))\s+){0,2}[\"“']?$"
)
_ONE_OF_ITS = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Tt]hat|[Tt]his|[Aa]nother|[Rr]ecent|[Nn]ew)\s+$")
_PIECE_AFTER = re.compile(rf"\s+(?:{_PIECE_NOUN})\b")
_WORD_AFTER = re.compile(r"(?:'s)?\s+([A-Z][\w'.-]*)")
_OF_SOMETHING = re.compile(r"\s+of\s+(?:the\s+)?([A-Z]\w*)")
_INSTITUTION_OF = re.compile(rf"\b(?:{either('around', 'institutions')})\s+(?:of|for)\s+(?:the\s+)?$")
_OTHER_BODY = re.compile(rf"\s+(?:{either('around', 'other_bodies')})\b")
# "Fox 5 Atlanta", "NBC 10 reported" are stations of their own; "CNN 10 days ago" is not.
_STATION = re.compile(
    r"\s?\d{1,2}(?:\s[A-Z]|'s\b|\s(?:that|said|says|reported|reports|in|news|affiliate)\b|[,.;:)]|\s*$)|[A-Z]?[a-z]*\s(?:affiliate)\b"
)
_PAPER_WORDS = frozenset(row("around", "paper_words"))
_WORD_BEFORE = re.compile(r"([A-Z][\w'.-]*)\s+$")
_NEIGHBOURS = frozenset(row("around", "neighbours"))
_LONGEST_TITLE = 5  # code points of an abbreviation that belongs to the name behind it, such as "Capt."
_SENTENCE_ENDS = (". ", "! ", "? ")


def default_rules(name: str) -> tuple[NameRule, ...]:
    """The rules of a name nobody ruled: one word may be an ordinary one, so it must stand beside a word of reporting."""
    bare = re.sub(r"^[Tt]he\s+", "", name)
    if " " in bare or "." in bare:
        return (NameRule.PLAIN,)
    if bare.isupper() and len(bare) >= 2:
        return (NameRule.ACRONYM, NameRule.NEEDS_CUE)
    return (NameRule.NEEDS_THE, NameRule.NEEDS_CUE) if bare != name else (NameRule.NEEDS_CUE,)


def has_the(text: str, start: int, end: int) -> bool:
    """Whether "the" (with adjectives of leaning or country at most) stands directly before the name.

    An indefinite article will do for a piece of the outlet's ("a Post article").
    """
    before = text[max(0, start - _REACH) : start]
    return bool(_THE.search(before) or (_ONE_OF_ITS.search(before) and _PIECE_AFTER.match(text[end : end + _REACH])))


def has_cue(text: str, start: int, end: int) -> bool:
    """Whether words of reporting or publishing stand directly before or after the name."""
    return bool(_CUE_BEFORE.search(text[max(0, start - _REACH) : start]) or _CUE_AFTER.match(text[end : end + _REACH]))


def names_another_body(text: str, end: int) -> bool:
    """Whether the word after a name makes something else of it ("Harvard Business Review Press", "the New York Times Company")."""
    after = text[end : end + _REACH]
    return bool(_OTHER_BODY.match(after) or _STATION.match(after))


def ends_longer_title(text: str, start: int, end: int) -> bool:
    """Whether a place stands before a name of common newspaper words: "the Southend Daily Mail", "Montana Free Press"."""
    if not all(word in _PAPER_WORDS for word in text[start:end].split()):
        return False
    before = word_before(text, start)
    plain = before.rstrip(".'")
    if not before or before.endswith(("'s", "s'", ".")) or plain in _NEIGHBOURS or is_country_word(plain):
        return False
    return not begins_sentence(text, text.rindex(before, 0, start))


def is_part_of_longer_name(text: str, start: int, end: int, is_origin: bool, has_namesakes: bool = False) -> bool:
    """Whether a capitalised word clings to a short name ("Guardian Angels", "Seattle Star") so that it names something else."""
    after = _WORD_AFTER.match(text[end : end + _REACH])
    if after and after[1] not in _NEIGHBOURS and not text.startswith("'s", end):
        return True
    of_what = _OF_SOMETHING.match(text[end : end + _REACH])
    if of_what and not (has_namesakes and is_country_word(of_what[1])):
        return True
    lead = text[max(0, start - _REACH) : start]
    if _INSTITUTION_OF.search(lead):
        return True
    before = _WORD_BEFORE.search(lead)
    if before and before[1].endswith(".") and len(before[1]) > _LONGEST_TITLE:
        return False  # "… the United States. Slate has …"
    return bool(before and before[1].rstrip(".'") not in _NEIGHBOURS and not is_origin)


def word_before(text: str, start: int) -> str:
    """The capitalised word directly before `start`, or ""."""
    before = _WORD_BEFORE.search(text[max(0, start - _REACH) : start])
    return before[1] if before else ""


def is_shouted(text: str, start: int, end: int) -> bool:
    """Whether an acronym stands between capitals on both sides, as in a headline, where any word may look like one."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    around = text[max(line_start, start - _REACH) : start] + text[end : min(line_end if line_end >= 0 else len(text), end + _REACH)]
    letters = [char for char in around if char.isalpha()]
    return len(letters) >= 8 and all(char.isupper() for char in letters)


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence or paragraph begins at `start`."""
    before = text[max(0, start - 4) : start].rstrip(" \"“'(")
    return start == 0 or not before or before[-1] in ".!?:\n"


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that holds the name, by plain punctuation: evidence for the country is looked for here first."""
    left, right = _paragraph(text, start, end)
    for mark in _SENTENCE_ENDS:
        left = max(left, text.rfind(mark, left, start) + 1)
        found = text.find(mark, end, right)
        right = found if found >= 0 else right
    return text[left:right]


def paragraph_around(text: str, start: int, end: int) -> str:
    """The paragraph that holds the name."""
    left, right = _paragraph(text, start, end)
    return text[left:right]


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    right = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, right if right >= 0 else len(text)
