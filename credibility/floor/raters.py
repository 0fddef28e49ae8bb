"""Short names of raters, for use within a line."""

from credibility.model import Rater

SHORT = {"rsp": "Wikipedia RSP", "pc1": "PC1", "mbfc": "MBFC", "iffy": "Iffy", "citeunseen": "Cite Unseen"}
LONGEST = 24
_ENDS = (",", ":", ";", " (", " – ", " — ")


def short_name(rater: Rater) -> str:
    """The rater's customary short name; else its title, cut at the first comma, colon or bracket where it is long."""
    if rater.precedence == 0:
        return "you"
    if rater.slug in SHORT:
        return SHORT[rater.slug]
    if len(rater.title) <= LONGEST:
        return rater.title
    end = min((place for end in _ENDS if (place := rater.title.find(end)) > 0), default=len(rater.title))
    words = rater.title[:end]
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
