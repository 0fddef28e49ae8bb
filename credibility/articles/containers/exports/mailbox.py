"""Mail programs' own files: mbox, which holds many messages, and Apple Mail's emlx, which holds one."""

import email
import re
from email.message import Message
from email.policy import compat32

from credibility.articles.containers.eml import header_of, open_message
from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import MOST_PARTS, FoundPart, PartWish, choose, listed
from credibility.model import PartKind

_SEPARATOR = re.compile(rb"(?:\A|\n)From [^\n]{3,200}\d{4}[^\n]{0,40}\r?\n(?=[A-Za-z][\w-]*:)")
_QUOTED = re.compile(rb"(?m)^>(>*From )")
_COUNT = re.compile(rb"\s*(\d{1,9})\s*\n")


def open_emlx(data: bytes) -> Opened:
    """The message of Apple Mail's file, which begins with its length and ends with Mail's own notes."""
    found = _COUNT.match(data)
    start, length = (found.end(), int(found[1])) if found else (0, len(data))
    return open_message(email.message_from_bytes(data[start : start + length], policy=compat32))


def open_mbox(data: bytes, part: PartWish = None) -> Opened:
    """One message of a mailbox: the one asked for, else the longest."""
    places = [found.span() for found in _SEPARATOR.finditer(data)]
    ends = [start for start, _ in places[1:]] + [len(data)]
    raw = [_QUOTED.sub(rb"\1", data[end:stop]) for (_, end), stop in zip(places, ends, strict=True)] or [data]
    messages = [email.message_from_bytes(each, policy=compat32) for each in raw[:MOST_PARTS]]
    if len(messages) == 1:
        return open_message(messages[0])
    found = [FoundPart(f"{number}", _subject(message, number)) for number, message in enumerate(messages)]
    main = max(found, key=lambda each: len(raw[int(each.name)]))
    offered, parts = listed(found, main, PartKind.MESSAGE)
    place = choose(parts, part)
    return open_message(messages[int(offered[place].name)], parts, place)


def _subject(message: Message, number: int) -> str:
    return header_of(message, "Subject")[:200] or f"Message {number + 1}"
