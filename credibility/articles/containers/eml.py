"""E-mail (.eml): the message's HTML or text, with subject, sender and date as its masthead."""

import email
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import getaddresses, parsedate_to_datetime
from html import escape

from credibility.articles.containers.mhtml import body_bytes, image_resources, parts_of
from credibility.articles.containers.opened import Opened
from credibility.articles.text.charset import decode
from credibility.articles.text.folding import squeeze
from credibility.model import ArticleError, Container


def _header(message: Message, name: str) -> str:
    raw = str(message.get(name, ""))
    try:
        return squeeze(str(make_header(decode_header(raw))))
    except (ValueError, LookupError, UnicodeError):
        return squeeze(raw)


def _masthead(message: Message) -> str:
    """Subject, sender and date as meta tags."""
    sender = getaddresses([_header(message, "From")])
    name = sender[0][0] if sender else ""
    try:
        date = parsedate_to_datetime(str(message["Date"])).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        date = ""
    values = {"og:title": _header(message, "Subject"), "author": name, "article:published_time": date}
    return "".join(f'<meta name="{key}" content="{escape(value)}">' for key, value in values.items() if value)


def open_eml(data: bytes) -> Opened:
    """The HTML part of a message, or its text as paragraphs."""
    message = email.message_from_bytes(data.lstrip(), policy=compat32)
    parts = [part for part in parts_of(message) if part.get_content_disposition() != "attachment"]
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    text = next((part for part in parts if part.get_content_type() == "text/plain"), None)
    body = page or text
    if body is None:
        raise ArticleError("This message holds no text.", "Open its attachment instead.")
    decoded = decode(body_bytes(body), body.get_content_charset(), prescan=page is not None)
    markup = decoded.text if page else "".join(f"<p>{escape(block)}</p>" for block in decoded.text.replace("\r\n", "\n").split("\n\n"))
    return Opened(
        Container.EML, f"<head>{_masthead(message)}</head>{markup}", decoded.charset, resources=tuple(image_resources(parts, body))
    )
