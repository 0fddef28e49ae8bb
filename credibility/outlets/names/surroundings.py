"""What must stand around a name before it counts: the article, a reporting cue, no capitalised neighbour, no shouted line.

Every test looks at a short stretch of levelled text (`surfaces.level`) and is cheap enough to ask of each hit.
"""

import re

from credibility.model import NameRule
from credibility.outlets.names.countries import is_country_word

_REACH = 60  # code points looked at on either side: enough for "a reporter for the British Sunday newspaper"

_MEDIA_NOUN = (
    "magazine|newspaper|daily|weekly|monthly|tabloid|broadsheet|journal|paper|network|channel|broadcaster|station|newswire|news agency|"
    "agency|"
    "wire service|news wire|website|web site|news site|site|outlet|portal|publication|periodical|bulletin|blog|news service|newsletter"
)
_PIECE_NOUN = (
    "report|reports|article|story|piece|investigation|interview|editorial|op-ed|column|poll|survey|reporter|reporters|journalist|"
    "journalists|"
    "correspondent|correspondents|columnist|editor|editors|writer|anchor|host|presenter|photographer|bureau|documentary|analysis|review|"
    "podcast|"
    "exclusive|coverage|dispatch|team"
)
_REPORTING = (
    "reported|reports|reporting|said|says|wrote|writes|revealed|reveals|noted|notes|found|finds|quoted|quotes|quoting|cited|cites|citing|"
    "published|"
    "publishes|claimed|claims|stated|states|described|describes|obtained|learned|learnt|disclosed|broke|ran|carried|uncovered|alleged|"
    "alleges|"
    "suggested|suggests|estimated|estimates|confirmed|confirms|asked|interviewed|calculated|showed|shows|explained|explains|put it|"
    "editorialized|opined|observed|announced|added|adds|called|calls|tells|told|spoke|understands"
)
_BEFORE = (
    r"told|tells|telling|informed|according to|reported (?:by|in|on|to)|reports? (?:by|in|from|on)|published (?:by|in|on|online in|"
    r"online by)|appear(?:ed|s|ing) (?:in|on)|"
    r"printed (?:in|by)|featured in|writing (?:in|for)|writes? (?:in|for)|wrote (?:in|for|on)|written for|interview(?:ed|s)? (?:with|by|"
    r"in|on|for|to)|quoted (?:by|in)|cited (?:by|in)|"
    r"citing|quoting|statements? to|sp(?:oke|oken|eaking) (?:to|with)|said (?:in|on|to)|comment(?:s|ed|ing)? (?:to|in|for)|obtained by|"
    r"seen by|"
    r"reviewed by|revealed (?:by|in|to)|disclosed (?:by|to|in)|confirmed (?:by|to)|leaked to|given to|gave|via|per|in the journal|"
    r"(?:study|studies|paper|research|findings|article|articles|story|stories|piece|column|op-ed|essay|editorial|letter|investigation|"
    r"poll|survey|commentary) (?:in|by|from|for|on)|"
    r"(?:reporter|correspondent|columnist|editor|writer|journalist) (?:for|at|of|with|from)|first reported by|conducted (?:by|for)|"
    r"commissioned by"
)
_ADVERBS = (
    r"(?:(?:also|first|has|had|have|previously|earlier|later|then|recently|separately|reportedly|itself|once|even|"
    r"last \w+|on \w+day|in \d{4})\s+)*"
)
_CUE_BEFORE = re.compile(rf"(?:\b(?:{_BEFORE})\s+|\b(?:{_MEDIA_NOUN}),?\s+)(?:[Tt]he\s+)?[\"“']?$")
_CUE_AFTER = re.compile(
    rf"(?:'s?)?[\"”]?(?:\s+(?:{_MEDIA_NOUN}|{_PIECE_NOUN})\b|,?\s+{_ADVERBS}(?:{_REPORTING})\b|,?\s+(?:which|"
    rf"whose)\s+{_ADVERBS}(?:{_REPORTING})\b"
    rf"|[/-][A-Z][\w/-]*(?:\s[A-Z]\w+)?\s+(?:poll|survey)\b|:\s)"
)
_THE = re.compile(
    r"\b[Tt]he\s+(?:(?:[A-Za-z]+-(?:based|leaning|wing|owned|run|language|language)|liberal|conservative|tabloid|broadsheet|influential|"
    r"respected|[A-Z][a-z]+(?:an|ish|ese|ch|i))\s+){0,2}[\"“']?$"
)
_ONE_OF_ITS = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Tt]hat|[Tt]his|[Aa]nother|[Rr]ecent|[Nn]ew)\s+$")
_PIECE_AFTER = re.compile(rf"\s+(?:{_PIECE_NOUN})\b")
_WORD_AFTER = re.compile(r"(?:'s)?\s+([A-Z][\w'.-]*)")
_OF_SOMETHING = re.compile(r"\s+of\s+(?:the\s+)?([A-Z]\w*)")
# "the Edinburgh Journal of Science" is no journal Science, "the Institute for Nature" no Nature.
_INSTITUTION_OF = re.compile(
    r"\b(?:Journals?|Academy|Institutes?|Institution|Museum|School|College|Faculty|University|Department|Ministry|Minister|Secretary|Office|"
    r"Cent(?:er|re)|Council|Committee|Commission|Society|Association|Union|Federation|League|Foundation|Fund|Library|Archives?|"
    r"Annals|Proceedings|Transactions|Bulletin|Review|Encyclopa?edia|Dictionary|Handbook|History|House|Palace|Hall|Master|Bachelor|"
    r"Doctor|Professor|Chair)\s+(?:of|for)\s+(?:the\s+)?$"
)
# What may be a subject without an article though it names nobody, or is somebody's name: at the head of a sentence it is no outlet.
_BARE_SUBJECT = re.compile(
    r"(?:brain|cell|change|complex|deadline|empire|essence|excelsior|expansion|film|focus|fortune|glamour|liberation|life|marketplace|medium|"
    r"metro|money|nature|neurology|outlook|pediatrics|people|prospect|reason|respekt|science|scroll|sky|stuff|tempo|time|tribune|truth|"
    r"valor|vanguard|variety|vice|vogue"
    r"|ara|aeon|bella|dawn|diena|ebony|elle|fox|harper's|jane|jane's|janes|jezebel|joe|kan|kirkus|lusa|marianne|mercola|mia|ole|petra|puck|"
    r"saba|safa|sina|stern|trud|walla)$",
    re.IGNORECASE,
)
# What makes a company, a building or a prize of any name.
_OTHER_BODY = re.compile(
    r"\s+(?:Press|Books|Publishing|Company|Co\.|Group|Corporation|Corp\.?|Inc\.?|LLC|Ltd\.?|Holdings|Foundation|Philanthropies|Awards?|Prize|Building|"
    r"Tower|Square|Hotel|Museum|Theat(?:er|re)|Arena|Stadium|University|College|School|Records|Studios|Pictures|Enterprises|Partners|Capital|Bank|"
    r"Century|Festival|Fellowship|Scholarship|Guild|Union Hall)\b"
)
_WORD_BEFORE = re.compile(r"([A-Z][\w'.-]*)\s+$")
# Capitalised words that may stand beside a short name without being a part of a longer one.
_NEIGHBOURS = frozenset(
    {
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "By",
        "To",
        "From",
        "For",
        "With",
        "Via",
        "Per",
        "And",
        "But",
        "Or",
        "As",
        "When",
        "While",
        "After",
        "Before",
        "Since",
        "Both",
        "Even",
        "Also",
        "Then",
        "Now",
        "Yet",
        "So",
        "If",
        "That",
        "Citing",
        "According",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Magazine",
        "Newspaper",
        "News",
        "Online",
        "Daily",
        "US",
        "UK",
        "I",
        "He",
        "She",
        "It",
        "They",
        "We",
    }
)
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
    return bool(_OTHER_BODY.match(text[end : end + _REACH]))


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


def may_be_bare_subject(name: str) -> bool:
    """Whether a word at the head of a sentence may be an ordinary subject or a person ("People say", "Dawn said") and no outlet."""
    return bool(_BARE_SUBJECT.match(name))


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
