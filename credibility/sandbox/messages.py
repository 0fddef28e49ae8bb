"""The messages between the program and the guarded process: MessagePack of the glossary's types, and nothing else.

Bytes are decoded against the expected types, so whatever the other side sends can only become one of these values:
`answer_in` raises DamagedMessageError for any other shape, and `soundness` checks that the values are consistent.
"""

from dataclasses import replace
from datetime import timedelta, timezone
from functools import cache
from typing import Any, TypeAlias

import msgspec

from credibility.floor.language import current, plain
from credibility.model import Article, BlockChoice, Claims, Found, PageBlock, PagePicture, Part
from credibility.model.lists import ListSheet
from credibility.sandbox.frames import DamagedMessageError
from credibility.sandbox.printing import PackedPrint
from credibility.sandbox.soundness import refuse_unsound
from credibility.sandbox.wording import MOST, Making, Remembered, heard, told_again, words_of

VERSION = 2
"""The protocol's version. The process states it in its first message."""

LARGEST_REQUEST = 128_000_000
LARGEST_ANSWER = 128_000_000
"""Bytes. A printed page drawn at the largest size allowed has 96 million."""

_DAY = 86_400


class Hold(msgspec.Struct, frozen=True, tag=True):
    """Hold a file, sent as the next message, for the requests that follow. There is no answer. `name` is used in error messages."""

    name: str


class Given(msgspec.Struct, frozen=True, tag=True):
    """The images beside the page that the process asked for, by name."""

    files: dict[str, bytes]


class Read(msgspec.Struct, frozen=True, tag=True):
    """Read the file: its "article", the article with the claims "found" in it, the "blocks" of its page, its "parts",
    the "sheets" of a spreadsheet, the "record" attached to an exported PDF, the "timestamp" of that record, or what is known of
    a PDF's "origin" before it is copied.

    `choices` are the reader's corrections to the extent of the file's parts, by `part_key`.
    """

    task: str
    part: int | str | None = None
    password: str | None = None
    choices: dict[str, BlockChoice] = {}


class Look(msgspec.Struct, frozen=True, tag=True):
    """Look at an article a second time, with the tagger."""

    article: Article
    threshold: float | None = None
    attitudes: bool = False


class Locate(msgspec.Struct, frozen=True, tag=True):
    """Find the characters of a text on the pages of a PDF."""

    password: str | None
    text: str


class Draw(msgspec.Struct, frozen=True, tag=True):
    """Draw a page of a PDF."""

    password: str | None
    number: int
    scale: float


class Copy(msgspec.Struct, frozen=True, tag=True):
    """Copy a PDF with the marks of an order, which is encoded by itself."""

    password: str | None
    order: bytes


class Enclose(msgspec.Struct, frozen=True, tag=True):
    """Copy a PDF with an authority's time stamp of its reading enclosed."""

    password: str | None
    timestamp: bytes


Request: TypeAlias = Read | Look | Locate | Draw | Copy | Enclose
Message: TypeAlias = Request | Hold | Given


class Hello(msgspec.Struct, frozen=True):
    """The process's first message; `walls` describes the walls in force around it."""

    version: int = VERSION
    walls: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True, array_like=True):
    """The outcome of a request.

    `kind` is "done" with the value asked for, "wants" with names of images beside the page, "hello", "locked" and "refused" with reason and
    advice, "memory", or "failed" with the error's text. `zone` is the UTC offset, in seconds, of the article's date, which MessagePack
    does not keep. `makings` are what the sentences in the value were made from.
    """

    kind: str
    value: msgspec.Raw
    zone: int | None = None
    makings: tuple[Making, ...] = ()


_READ_ANSWERS: dict[str, Any] = {
    "article": Article,
    "found": Found,
    "blocks": tuple[PageBlock, ...],
    "parts": tuple[Part, ...],
    "sheets": tuple[ListSheet, ...],
    "record": str,
    "origin": str,
    "timestamp": bytes,
}
_ANSWERS: dict[type, Any] = {Look: Claims, Locate: PackedPrint, Draw: PagePicture, Copy: bytes, Enclose: bytes}
_FAILURES: dict[str, Any] = {"locked": tuple[str, str], "refused": tuple[str, str], "failed": str, "memory": None}
_encode = msgspec.msgpack.encode


def message_bytes(message: Message) -> bytes:
    """A message to the process, encoded."""
    return _encode(message, enc_hook=plain)


def message_in(data: bytes) -> Message:
    """A message from the program, decoded. Raises ValueError."""
    return _decoder().decode(data)


@cache
def _decoder() -> "msgspec.msgpack.Decoder[Message]":
    """Made on first use: only the process needs it, and the window should not wait for it."""
    return msgspec.msgpack.Decoder(Message)


def answer_bytes(kind: str, value: object) -> bytes:
    """An answer, encoded. Raises ValueError for a value that is not of the agreed types, or too large."""
    article = _article_in(value)
    published = article.published if article else None
    ahead = published.utcoffset() if published else None
    try:
        remembered = Remembered()
        raw = msgspec.Raw(_encode(value, enc_hook=remembered.plain))
        data = _encode(Answer(kind, raw, None if ahead is None else int(ahead.total_seconds()), remembered.makings))
    except (TypeError, OverflowError) as error:
        raise ValueError(f"what was read cannot be handed over: {error}") from error
    if len(data) > LARGEST_ANSWER:
        raise ValueError("what was read is too long to be handed over")
    return data


def answer_in(data: bytes, request: Request | None) -> tuple[str, Any]:
    """Decode an answer, to a request or unprompted, into kind and value. The process is not trusted. Raises DamagedMessageError."""
    try:
        answer = msgspec.msgpack.decode(data, type=Answer)
        value = msgspec.msgpack.decode(answer.value, type=_expected(answer.kind, request))
        if answer.zone is not None:
            value = _in_zone(value, answer.zone)
        if isinstance(value, PackedPrint):
            value = value.unpacked()
        if request is not None and answer.kind == "done":
            refuse_unsound(value, request.article if isinstance(request, Look) else None)
        if answer.makings and current() != "en":
            words = words_of(answer.makings[:MOST])
            value = Hello(value.version, heard(value.walls, words)) if isinstance(value, Hello) else told_again(value, words)
    except (ValueError, RecursionError, OverflowError, MemoryError) as error:
        raise DamagedMessageError(str(error)) from error
    return answer.kind, value


def _expected(kind: str, request: Request | None) -> Any:
    """The type of an answer's value. Raises DamagedMessageError for an answer that does not fit the request."""
    if kind == "done" and request is not None:
        return _READ_ANSWERS[request.task] if isinstance(request, Read) else _ANSWERS[type(request)]
    if kind == "hello" and request is None:
        return Hello
    if kind == "wants" and isinstance(request, Read):
        return tuple[str, ...]
    if kind in _FAILURES:
        return _FAILURES[kind]
    raise DamagedMessageError(f"“{kind[:20]}” is not an answer to what was asked")


def _article_in(value: object) -> Article | None:
    return value.article if isinstance(value, Found) else value if isinstance(value, Article) else None


def _in_zone(value: Any, ahead: int) -> Any:
    """The value with its article's date in its original time zone."""
    article = _article_in(value)
    if article is None or article.published is None or abs(ahead) >= _DAY:
        raise DamagedMessageError("a clock without an article's date")
    article = replace(article, published=article.published.astimezone(timezone(timedelta(seconds=ahead))))
    return Found(article, value.claims) if isinstance(value, Found) else article
