"""An e-mail to a draft: a newsletter is read as a web page, whose furniture is not the post; any other message is all article."""

import re
from dataclasses import replace

from credibility.articles.draft import ArticleDraft, DraftBlock
from credibility.articles.extraction.dom import parse, words_of
from credibility.articles.extraction.webpage import read_webpage, read_whole
from credibility.model import SavedPage

_UNSUBSCRIBE = re.compile(
    r"\b(?:unsubscribe|opt out|abbestellen|abmelden|se désabonner|désinscrire|darse de baja|annulla l.iscrizione|afmelden|avsluta)\b",
    re.I,
)
_FURNITURE = re.compile(
    r"^(?:forwarded this (?:e-?mail|message|newsletter)|was this (?:e-?mail |newsletter )?forwarded"
    r"|view (?:this )?(?:e-?mail |it )?(?:in|on)"
    r"|read (?:online|in app|this online)|open in (?:app|browser)|you(?:’|'| a)re receiving|you received this|sent to \S+@"
    r"|manage (?:your )?(?:preferences|subscription)|update your preferences|unsubscribe|click here to)(?!\w)",
    re.I,
)
_DAY = re.compile(r"^(?:[^\W\d]{3,9}\.? \d{1,2}|\d{1,2}\.? [^\W\d]{3,9}\.?)(?:,? \d{4})?$")
_LONGEST = 120
_ABOVE = 6


def read_message(page: SavedPage) -> ArticleDraft:
    """The article that was mailed."""
    if not any(_UNSUBSCRIBE.search(words_of(link)) for link in parse(page.markup).iter("a")):
        return read_whole(page)
    draft = read_webpage(page)
    if not any(block.words for block in draft.blocks):
        draft = read_whole(page)
    return replace(draft, blocks=tuple(block for place, block in enumerate(draft.blocks) if not _is_furniture(block, place)))


def _is_furniture(block: DraftBlock, place: int) -> bool:
    """Whether a short line is the mailing's own, or the day above the text."""
    words = block.words
    return len(words) <= _LONGEST and bool(_FURNITURE.match(words) or (place < _ABOVE and _DAY.match(words)))
