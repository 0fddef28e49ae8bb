"""The headline of a page, without the site's name that pages add to it.

Order: the title for sharing, the JSON-LD's headline, the heading on the page, the window title. Where the wording differs, the title
for sharing is right most often (measured: `tests/bench/extraction.py`), except when it only repeats the window title, which is
written for search engines, while heading and JSON-LD agree on another.
"""

import re
from collections.abc import Sequence

from credibility.articles.extraction.dom import Element, words_of
from credibility.articles.extraction.segments import tokens_of
from credibility.articles.masthead.head import Head
from credibility.articles.text.folding import drop_invisible, squeeze

_TAGS = ("og:title", "twitter:title", "dc.title", "parsely-title")
_SPLIT = re.compile(r"\s+(?:[|·•»›–—:]|-{1,2}|::)\s+|\s*｜\s*")
_SITE_AFTER = re.compile(r"\s*[|·•»›–—:*-]|$")
_SITE_BEFORE = re.compile(r"[|·•»›–—*]\s*$|\s-\s*$|^$")
_QUOTATION_MARK = re.compile(r"""\s*["'“”„»«]""")
_SHORTEST, _FEW = 8, 2
_SPACE = re.compile(r"\s")
_LABEL = re.compile(
    r"^(?:main )?(?:menu|menü|navigation|search|suche|welcome|willkommen|bienvenue|bienvenidos|home|startseite)$|\blogo$", re.I
)


def headline_of(head: Head, root: Element, sites: Sequence[str]) -> str:
    """The headline, "" if the page has none; `sites` are names the site may have in it: publisher and host."""
    heads = _ordered([words for element in root.iter("h1") if (words := squeeze(words_of(element)))], head.title, sites)
    stated = list(head.data.texts("headline"))
    shared = [title for name in _TAGS for title in head.tags.get(name, ())]
    on_page = [*heads, *stated]
    whole = [title for title in shared if not _is_cut(title, [*on_page, head.title])]
    if _is_for_machines(next(iter(shared), ""), head, heads):
        whole = []
    if whole and not stated and not any(_alike(whole[0], words) for words in heads):  # written for sharing: the page shows another
        whole = [words for words in heads[:1] if _likeness(words, f"{whole[0]} {head.title}")] or whole
    title = next(filter(None, (*whole, *stated, *heads, head.title, *shared)), "")
    return _without_site(title, sites, on_page)


def _ordered(heads: Sequence[str], window: str, sites: Sequence[str]) -> list[str]:
    """The headings on the page, the likest to the window's title first; without the site's name, a logo or a menu.

    A heading of a word or two that the window's title does not have is a section's or a menu's.
    """
    heads = [words for words in heads if not (any(_is_site(site, words) for site in sites) or _LABEL.search(words))]
    likest = sorted(heads, key=lambda words: -_likeness(words, window))
    return [words for words in likest if _likeness(words, window) or len(tokens_of(words)) > _FEW or not _SPACE.search(window.strip())]


def _likeness(one: str, other: str) -> float:
    """The share of the words of either that both have; 1 where the one stands in the other."""
    if _alike(one, other) and min(len(one), len(other)) >= _SHORTEST:
        return 1.0
    first, second = set(tokens_of(one)), set(tokens_of(other))
    return len(first & second) / max(1, len(first | second))


def _is_site(site: str, heading: str) -> bool:
    """Whether a heading is the site's name, once or twice, with or without what its host ends with."""
    name, plain = (re.sub(r"\W", "", words).lower() for words in (site.partition(".")[0], heading))
    return bool(name) and plain.replace(name, "") in ("", "logo", "online", "com")


def _is_cut(title: str, others: Sequence[str]) -> bool:
    """Whether a template cut the title off at a quotation mark: another title on the page continues it there."""
    longer = (other[len(title) :] for other in others if other.startswith(title))
    return len(title) >= _SHORTEST and any(_QUOTATION_MARK.match(rest) for rest in longer)


def _is_for_machines(shared: str, head: Head, heads: Sequence[str]) -> bool:
    """Whether the shared title is the window's and differs from the headline that both the page and the JSON-LD show."""
    stated = head.data.text("headline") or ""
    agreed = any(_alike(stated, shown) for shown in heads)
    return agreed and _alike(shared, head.title) and not any(_alike(shared, other) for other in (stated, *heads, *head.data.texts("name")))


def _alike(one: str, other: str) -> bool:
    """Whether two titles have the same words, except that one may have more before or after them."""
    short, long = sorted(("".join(tokens_of(drop_invisible(title))) for title in (one, other)), key=len)
    return bool(short) and short in long


def _without_site(title: str, sites: Sequence[str], on_page: Sequence[str]) -> str:
    """The title without the site's name at its end or start, recognised by the titles on the page or the site's names.

    Words before a colon are not a site's name but a kicker ("After the storm: …").
    """
    for whole in on_page:
        before, found, after = title.partition(whole) if len(whole) >= _SHORTEST and whole != title else (title, "", "")
        if found and _SITE_AFTER.match(after):
            return whole if _SITE_BEFORE.search(before) else before + whole
    parts = _SPLIT.split(title)
    for part in (parts[-1], parts[0]) if len(parts) > 1 else ():
        if any(_is_name_of(site, part) for site in sites):
            at = title.find(part)
            return (title[len(part) :] if at == 0 else title[:at]).strip(" |·•»›–—:-")
    return title


def site_in(title: str, host: str) -> str | None:
    """The site's name in a window's title, in the letters of its host ("… - The Gazette" at thegazette.example), or None."""
    parts = _SPLIT.split(title)
    name = re.sub(r"\W", "", host.rpartition(".")[0]).lower()
    ends = (part for part in (parts[-1], parts[0]) if len(parts) > 1)
    return next((part.strip() for part in ends if re.sub(r"\W", "", part).lower() == name), None)


def _is_name_of(site: str, part: str) -> bool:
    name, plain = (re.sub(r"\W", "", words).lower() for words in (site, part))
    return bool(name and plain) and (plain in name or name in plain)
