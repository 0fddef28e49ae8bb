"""Short names of raters, and what is known of an outlet beside their ratings, for use within a line."""

from credibility.floor.dates import day_in_words
from credibility.floor.language import joined, said
from credibility.model import Rater, Tag

SHORT = {"rsp": "Wikipedia RSP", "pc1": "PC1", "mbfc": "MBFC", "iffy": "Iffy", "citeunseen": "Cite Unseen"}
OWN = said("My own rating")
"""The title that the table gives the reader as a rater."""

LONGEST = 24
_ENDS = (",", ":", ";", " (", " – ", " — ")


_OWN = said("My own rating")


def title_words(rater: Rater) -> str:
    """The rater's title: of the reader's own rater what it is called in a new table, unless the reader has called it something else."""
    return _OWN if rater.title == _OWN else rater.title


def short_name(rater: Rater) -> str:
    """The rater's customary short name; else its title, cut at the first comma, colon or bracket where it is long."""
    if rater.precedence == 0:
        return said("you")
    if rater.slug in SHORT:
        return SHORT[rater.slug]
    if len(rater.title) <= LONGEST:
        return rater.title
    end = min((place for end in _ENDS if (place := rater.title.find(end)) > 0), default=len(rater.title))
    words = rater.title[:end]
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def title_of(rater: Rater) -> str:
    """The rater's whole title; the reader's own is said in the reader's language."""
    return own_title(rater.title)


def own_title(title: str) -> str:
    """As `title_of`, for a title alone."""
    return OWN if title == OWN else title


TAGS = {
    "jti": said("JTI certificate"),
    "ifcn": said("IFCN signatory"),
    "owner": said("Owner"),
}
"""Tags that SourceTint has a name for: the Journalism Trust Initiative's, the International Fact-Checking Network's, and who owns it."""


def tag_words(tag: Tag) -> str:
    """The tag as a line: "JTI certificate, 3 May 2024", "Owner: Harbour Holding". It never says how reliable the outlet is."""
    kind = TAGS.get(tag.kind, tag.kind)
    told = joined((kind, tag.value), ": ")
    return joined((told, day_in_words(tag.dated))) if tag.dated else told
