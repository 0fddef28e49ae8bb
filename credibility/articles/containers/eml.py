"""E-mail (.eml): the message's HTML or text, with subject, sender and date as its masthead."""

import email
import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import getaddresses, parsedate_to_datetime
from html import escape

from credibility.articles.addresses import web_address
from credibility.articles.containers.mhtml import body_bytes, image_resources, parts_of
from credibility.articles.containers.opened import Opened, head_with
from credibility.articles.containers.parts import letters_in
from credibility.articles.extraction.dom import parse, words_of
from credibility.articles.text.charset import Decoded, decode
from credibility.articles.text.folding import squeeze
from credibility.articles.text.plain import paragraphs_of
from credibility.floor.language import said
from credibility.model import ArticleError, Container, Part

_SENDER_OF = re.compile(r"^(?P<author>.{2,60}?) (?:from|at|von|de) (?P<publisher>.{2,60})$")
_ONLINE = re.compile(
    r"\b(?:view|read|open) (?:it |this )?(?:e-?mail |newsletter |message |post )?(?:online|in (?:your |a )?(?:browser|app)|on the web)\b",
    re.I,
)
_REDIRECT = re.compile(r"/redirect/|/track(?:ing)?/|/click|//(?:click|email|links?|go|t)\.|list-manage|/ls/click|mailchi\.mp/e/", re.I)


def header_of(message: Message, name: str) -> str:
    """A header's words, decoded; "" when there is none."""
    raw = str(message.get(name, ""))
    try:
        return squeeze(str(make_header(decode_header(raw))))
    except (ValueError, LookupError, UnicodeError):
        return squeeze(raw)


def open_eml(data: bytes) -> Opened:
    """The message in a file. Raises ArticleError."""
    return open_message(email.message_from_bytes(data.removeprefix(BOM_UTF8).lstrip(), policy=compat32))


def open_message(message: Message, parts: tuple[Part, ...] = (), part: int = 0) -> Opened:
    """The HTML of a message, or its text set as paragraphs where the HTML says nothing. Raises ArticleError."""
    bodies = [each for each in parts_of(message) if each.get_content_disposition() != "attachment"]
    decoded = _body(bodies)
    subject = header_of(message, "Subject")
    url = _own_address(decoded.text, subject)
    return Opened(
        Container.EML,
        head_with(_masthead(message, subject)) + decoded.text,
        decoded.charset,
        url,
        "newsletter" if url else None,
        resources=tuple(image_resources(bodies, message)),
        parts=parts,
        part=part,
    )


def _body(bodies: Sequence[Message]) -> Decoded:
    """The message's page, or its text as paragraphs."""
    page, text = (next((each for each in bodies if each.get_content_type() == kind), None) for kind in ("text/html", "text/plain"))
    decoded = _decoded(page) if page else None
    if decoded is not None and (text is None or letters_in(decoded.text)):
        return decoded
    if text is None:
        raise ArticleError(said("This message holds no text."), said("Open its attachment instead."))
    plain = _decoded(text)
    return Decoded("".join(f"<p>{escape(words)}</p>" for words in paragraphs_of(plain.text)), plain.charset)


def _decoded(part: Message) -> Decoded:
    return decode(body_bytes(part), part.get_content_charset(), prescan=part.get_content_type() == "text/html")


def _masthead(message: Message, subject: str) -> dict[str, str]:
    """Subject, sender and date; newsletters send as "author from publication"."""
    senders = getaddresses([header_of(message, "From")])
    name = senders[0][0] if senders else ""
    try:
        date = parsedate_to_datetime(str(message["Date"])).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        date = ""
    found = _SENDER_OF.match(name)
    values = {"og:title": subject, "author": name, "article:published_time": date}
    return values | {"author": found["author"], "og:site_name": found["publisher"]} if found else values


def _own_address(markup: str, subject: str) -> str | None:
    """The address of the post that was mailed: where its headline leads, or "view online"; a counting detour is no address."""
    links = [(words_of(link), web_address(link.get("href"))) for link in parse(markup).iter("a")]
    known = [(words, url) for words, url in links if url and not _REDIRECT.search(url)]
    headline = next((url for words, url in known if words and words.casefold() == subject.casefold()), None)
    return headline or next((url for words, url in known if _ONLINE.search(words)), None)
