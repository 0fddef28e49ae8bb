"""Labels of lines that lead to another article ("Read also: …"), in the languages of news pages.

Such a line is shown, since it is part of the published text, but its words are another article's headline.
"""

import re

_LABELS = {
    "en": (
        "read more|read also|also read|read next|see also|more on this|more on this story|more on this topic|related"
        "|you may also like|you might also like"
        "|related article|related articles|related story|related stories|related coverage|further reading"
    ),
    "de": (
        "lesen sie auch|lesen sie dazu|lesen sie mehr|lesen sie hier mehr|lesen sie hierzu|lest auch|lies auch"
        "|mehr zum thema|mehr dazu|siehe auch|zum thema|auch lesenswert|auch interessant|auch lesen"
        "|das könnte dich auch interessieren|das könnte sie auch interessieren"
        "|weitere artikel zum thema|lesen sie auch die folgenden beiträge|ähnliche nachrichten|ähnliche artikel"
    ),
    "fr": "à lire aussi|a lire aussi|lire aussi|à lire également|lire également|voir aussi|sur le même sujet|vous aimerez aussi",
    "es": (
        "lea también|lee también|leer también|lea además|lee además|lee más|ver también|te puede interesar"
        "|le puede interesar|vea también|también te puede interesar|para saber más|más información|noticia relacionada"
    ),
    "it": "leggi anche|leggi di più|vedi anche|per approfondire",
    "pt": "leia também|leia mais|leia ainda|veja também|saiba mais",
    "ca": "llegiu també|llegeix també",
    "nl": "lees ook|lees meer|zie ook|lees hier meer",
    "sv": "läs också|läs även|läs mer|läs vidare",
    "no": "les også|les mer|se også",
    "da": "læs også|læs mere",
    "fi": "lue myös|lue lisää",
    "pl": "czytaj też|czytaj także|czytaj również|przeczytaj też|przeczytaj także|zobacz też|zobacz także",
    "cs": "čtěte také|přečtěte si také",
    "ro": "citește și|citiți și",
    "el": "διαβάστε επίσης|διαβάστε ακόμη",
    "tr": "ayrıca okuyun|ilgili haber",
    "id": "baca juga",
    "ru": "читайте также|читайте ещё|читайте еще|смотрите также|материалы по теме",
    "uk": "читайте також|дивіться також",
    "ja": "関連記事|あわせて読みたい",
    "zh": "延伸閱讀|相关阅读|相關新聞",
    "ko": "관련기사|관련 기사",
}
_EACH = sorted("|".join(_LABELS.values()).split("|"), key=len, reverse=True)
_ANY = "|".join(_EACH)
_FIRST_WORD = re.compile(r"\W*(\w+)")
_FIRST_WORDS = frozenset(label.split()[0] for label in _EACH)
_ALONE = re.compile(rf"^\W*(?:{_ANY})\W*$", re.I)
_OPENS = re.compile(rf"^\W*(?:{_ANY})(?!\w)", re.I)
_MARKED = re.compile(rf"^\W*(?:{_ANY})\s*[:：|>»›→▶]\s*\S", re.I)
_LONGEST = 240


def is_label(words: str) -> bool:
    """Whether a line only says that another article follows ("Lesen Sie auch:")."""
    return _may_be(words) and _ALONE.match(words) is not None


def opens_with_label(words: str) -> bool:
    """Whether a line begins with a label; without a mark after the label it may still be a sentence ("Read more books")."""
    return _may_be(words) and _OPENS.match(words) is not None and not is_label(words)


def is_pointer(words: str) -> bool:
    """Whether a line is a label, or a label, a mark and the other article's headline ("Read more: …")."""
    return len(words) <= _LONGEST and _may_be(words) and (is_label(words) or _MARKED.match(words) is not None)


def _may_be(words: str) -> bool:
    """Whether the first word is that of a label: a fast check that few lines pass."""
    first = _FIRST_WORD.match(words)
    return first is not None and first[1].lower() in _FIRST_WORDS
