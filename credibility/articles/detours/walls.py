"""Pages that stand before an article: checks for robots, questions about cookies, requests to subscribe, empty pages for scripts."""

import re

from credibility.floor.language import said
from credibility.model import ArticleError

_ROBOTS = re.compile(
    r"verify(?:ing)? (?:that )?you are (?:a )?human|checking (?:if the site connection|your browser)|javascript and cookies to continue"
    r"|unusual (?:traffic|activity) from your|complete the security check|are you a robot|press (?:and|&) hold to|you have been blocked"
    r"|performing security verification|why have i been blocked|attention required!|ddos protection by|cloudflare ray id",
    re.I,
)
_COOKIES = re.compile(
    r"(?:accept|agree to|allow|reject) (?:all )?(?:of our )?cookies"
    r"|we (?:and our (?:\d+ )?partners )?(?:use|store|value your privacy).{0,60}(?:cookies|privacy)"
    r"|before you continue to|manage (?:my |your )?(?:cookie|privacy) (?:preferences|settings)|wir (?:verwenden|nutzen) cookies"
    r"|nous utilisons des cookies|utilizamos cookies|alle akzeptieren|zustimmung|tout accepter|aceptar todo",
    re.I,
)
_SUBSCRIBE = re.compile(
    r"(?:subscribe|sign up|register|log ?in|sign in|join)(?: now| today)? to (?:continue|keep|finish|read|unlock)"
    r"|already (?:a|an) (?:subscriber|member)|to (?:continue|keep) reading"
    r"|(?:this|full) (?:article|story|content) is (?:only )?(?:for|available to|reserved for) (?:\w+ )?(?:subscribers|members)"
    r"|weiterlesen mit|jetzt weiterlesen|réservé aux abonnés|contenido exclusivo para suscriptores|you(?:’|')ve (?:reached|read) your",
    re.I,
)
_SHORT = 120

CUT_OFF = said("The page asks to subscribe or to sign in: its text seems to be cut off.")
_SAVE_BEHIND = said("Open the page in a browser, go past that, and save it when the article is shown.")


def refuse_walls(words: str) -> None:
    """Raise ArticleError when the few words of a page are a check for robots or a question about cookies."""
    if len(words.split()) > _SHORT:
        return
    if _ROBOTS.search(words):
        raise ArticleError(said("This page checks whether a person reads it; it is not the article."), _SAVE_BEHIND)
    if _COOKIES.search(words):
        raise ArticleError(said("This page asks about cookies; it is not the article."), _SAVE_BEHIND)


def is_request(words: str) -> bool:
    """Whether a short line asks to subscribe or sign in before the article goes on."""
    return len(words) <= 200 and _SUBSCRIBE.search(words) is not None


def refuse_drawn(scripts: int, shown: int) -> None:
    """Raise ArticleError for a page without text that scripts were to fill; `shown` counts its letters, `scripts` its scripts."""
    if scripts and shown < 1000:
        raise ArticleError(
            said("This page’s text is drawn by scripts, which are not run."),
            said("Open it in a browser, wait until the article is shown, and save it with SingleFile, as a web archive or as PDF."),
        )
