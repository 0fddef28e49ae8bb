"""The guarded process is not trusted: whatever it sends is a sound value or one named error, is cheap to check, and runs nothing."""

import io
import pickle
import resource
import struct
import sys
import time
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest

from credibility.model import (
    Article,
    Block,
    BlockKind,
    Claim,
    Claims,
    Cue,
    Emphasis,
    EmphasisKind,
    Excerpt,
    Found,
    Link,
    OutletSlot,
    PageBlock,
    PagePicture,
    PageSize,
    Part,
    Print,
    PrintedLine,
    QuoteKind,
    SlotKind,
    Source,
    SourceKind,
    Span,
)
from credibility.sandbox.frames import DamagedMessageError, receive, send
from credibility.sandbox.messages import Draw, Hello, Locate, Look, Read, answer_bytes, answer_in, message_bytes, message_in
from credibility.sandbox.printing import PackedPrint, packed

TEXT = "The mayor said it.\nIt is true."
BLOCKS = (Block(BlockKind.PARAGRAPH, Span(0, 18)), Block(BlockKind.PARAGRAPH, Span(19, 30)))
ARTICLE = Article(
    "The Ferry",
    TEXT,
    BLOCKS,
    "f" * 64,
    published=datetime(2019, 3, 5, 18, 30, tzinfo=timezone(timedelta(hours=-8))),
    links=(Link(Span(4, 9), "https://news.example.org/"),),
    emphases=(Emphasis(Span(0, 3), EmphasisKind.STRONG),),
)
CLAIM = Claim(
    "c1",
    (Span(15, 17),),
    Cue("say", (Span(10, 14),)),
    Source(SourceKind.PERSON, "The mayor", (Span(0, 9),)),
    QuoteKind.INDIRECT,
    (OutletSlot(SlotKind.SOURCE, Span(0, 9)),),
)
CLAIMS = Claims((CLAIM, replace(CLAIM, id="c2", resumes="c1")), (Excerpt(Span(0, 18), Span(10, 14), None),))
PRINT = Print((PageSize(595.0, 842.0),), (PrintedLine(0, 10.0, 20.0, (0, 1, 2), (1.0, 2.0, 3.0), (2.0, 3.0, 4.0)),))
PICTURE = PagePicture(2, 1, bytes(8))
ROWS = (PageBlock(0, "k", BlockKind.PARAGRAPH, "words"),)
PARTS = (Part("One", "1"), Part("Two", "2", main=True))

FOUND_WANTED = Read("found")
ANSWERS = {
    "article": (Read("article"), ARTICLE),
    "found": (FOUND_WANTED, Found(ARTICLE, CLAIMS)),
    "claims": (Look(ARTICLE), CLAIMS),
    "blocks": (Read("blocks"), ROWS),
    "parts": (Read("parts"), PARTS),
    "picture": (Draw(None, 0, 1.0), PICTURE),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_comes_back_as_it_was(name: str) -> None:
    request, value = ANSWERS[name]
    assert answer_in(answer_bytes("done", value), request) == ("done", value)


def test_the_print_of_a_pdf_comes_back_as_it_was() -> None:
    assert answer_in(answer_bytes("done", packed(PRINT)), Locate(None, TEXT)) == ("done", PRINT)


@pytest.mark.parametrize("request_", [FOUND_WANTED, Look(ARTICLE, 0.5, True), Locate("secret", TEXT), Draw(None, 3, 1.5)])
def test_every_request_comes_back_as_it_was(request_: Any) -> None:
    assert message_in(message_bytes(request_)) == request_


def test_a_date_keeps_the_clock_of_its_place_and_one_without_stays_without() -> None:
    for published in (ARTICLE.published, datetime(1835, 8, 25), None):
        article = replace(ARTICLE, published=published)
        _, back = answer_in(answer_bytes("done", article), Read("article"))
        assert (back.published and back.published.isoformat()) == (published and published.isoformat())


def doubled(depth: int) -> bytes:
    """Nested lists: the only nesting MessagePack has, since it cannot refer to a value twice."""
    return b"\x91" * depth + b"\xc0"


def answer(kind: str, value: bytes, zone: bytes = b"\xc0") -> bytes:
    return b"\x93" + msgspec.msgpack.encode(kind) + value + zone


def changed(value: Any, **fields: Any) -> bytes:
    """An answer in which fields of the innermost maps have other values than their type allows."""
    plain = msgspec.msgpack.decode(msgspec.msgpack.encode(value))
    for path, new in fields.items():
        *way, last = path.split("__")
        place = plain
        for step in way:
            place = place[int(step)] if isinstance(place, list) else place[step]
        place[int(last) if isinstance(place, list) else last] = new
    return answer("done", msgspec.msgpack.encode(plain))


HARMFUL = {
    "nothing": b"",
    "noise": b"\xc1" * 40,
    "a pickle": pickle.dumps(("done", ARTICLE)),
    "a list of two thousand million": answer("done", b"\xdd\x7f\xff\xff\xff"),
    "a map of two thousand million": answer("done", b"\xdf\x7f\xff\xff\xff"),
    "words of four thousand million letters": answer("done", b"\xdb\xff\xff\xff\xff"),
    "bytes of four thousand million": answer("done", b"\xc6\xff\xff\xff\xff"),
    "an article with a list without end": answer("done", b"\x81" + msgspec.msgpack.encode("blocks") + b"\xdd\xff\xff\xff\xff"),
    "lists in lists": answer("done", doubled(1_000_000)),
    "lists in lists for a kind": b"\x93" + doubled(1_000_000),
    "lists in lists where nobody looks": answer("done", b"\x81" + msgspec.msgpack.encode("other") + doubled(1_000_000)),
    "an unknown kind": answer("run", b"\xc0"),
    "a greeting in the middle": answer_bytes("hello", Hello()),
    "a refusal of three words": answer("refused", msgspec.msgpack.encode(("a", "b", "c"))),
    "a failure that is a number": answer("failed", b"\x01"),
    "a clock of another world": answer("done", msgspec.msgpack.encode(Found(ARTICLE, CLAIMS)), msgspec.msgpack.encode(1 << 40)),
    "a clock without a date": answer("done", msgspec.msgpack.encode(Found(replace(ARTICLE, published=None), CLAIMS)), b"\x01"),
    "claims where an article is due": answer("done", msgspec.msgpack.encode(CLAIMS)),
    "a name of a program's part": answer("done", msgspec.msgpack.encode("credibility.model.sys")),
} | {
    what: changed(Found(ARTICLE, CLAIMS), **fields)
    for what, fields in {
        "words for a number": {"article__blocks__0__span__start": "0"},
        "a fraction for a number": {"article__blocks__0__span__start": 0.5},
        "truth for a number": {"article__blocks__0__span__start": True},
        "a number within words": {"claims__notes": ["fine", 7]},
        "nothing within a row": {"claims__items__0__content": [None]},
        "a list for an article": {"article": []},
        "an unknown kind of block": {"article__blocks__0__kind": "script"},
        "an unknown kind of source": {"claims__items__0__source__kind": 3},
        "half a pair of letters": {"article__title": b"\xed\xa0\x80"},
        "a block that begins before the text": {"article__blocks__0__span__start": -1},
        "a block that ends behind the text": {"article__blocks__1__span__end": 31},
        "a block that is not the text": {"article__blocks__1__span__start": 20},
        "no blocks at all": {"article__blocks": []},
        "a block of a monstrous depth": {"article__blocks__0__level": 1 << 62},
        "a picture that is not there": {"article__blocks__0__image": 0},
        "a part that is not there": {"article__part": 1},
        "a part before the first": {"article__part": -1},
        "a link to a file": {"article__links__0__url": "file:///etc/passwd"},
        "a link to a script": {"article__links__0__url": "javascript:alert(1)"},
        "a link behind the text": {"article__links__0__span__end": 99},
        "an emphasis turned round": {"article__emphases__0__span": {"start": 3, "end": 0}},
        "a claim behind the text": {"claims__items__0__content__0__end": 1 << 62},
        "a claim of nothing": {"claims__items__0__content": []},
        "a claim in disorder": {"claims__items__0__content": [{"start": 5, "end": 9}, {"start": 0, "end": 3}]},
        "a cue before the text": {"claims__items__0__cue__spans__0__start": -5},
        "a source behind the text": {"claims__items__0__source__spans__0__end": 31},
        "a slot behind the text": {"claims__items__0__slots__0__span__end": 31},
        "two claims of one name": {"claims__items__1__id": "c1"},
        "an excerpt that is not there": {"claims__items__0__excerpt": 1},
        "an excerpt behind the text": {"claims__excerpts__0__span__end": 31},
        "more than certain": {"claims__items__0__confidence": float("inf")},
        "certain of nothing": {"claims__items__0__confidence": float("nan")},
    }.items()
}


@pytest.mark.parametrize("what", HARMFUL)
def test_what_an_article_cannot_be_is_one_named_error_at_once(what: str) -> None:
    begun, before = time.perf_counter(), peak_memory()
    with pytest.raises(DamagedMessageError):
        answer_in(HARMFUL[what], FOUND_WANTED)
    assert time.perf_counter() - begun < 1
    assert peak_memory() - before < 100_000_000


def ragged(sheets: PackedPrint) -> PackedPrint:
    return msgspec.structs.replace(sheets, lines=(msgspec.structs.replace(sheets.lines[0], lefts=b"123"),))


OTHERS = {
    "a picture without its pixels": (Draw(None, 0, 1.0), replace(PICTURE, width=60_000, height=60_000)),
    "a picture of no size": (Draw(None, 0, 1.0), PagePicture(0, 0, b"")),
    "a page of endless size": (Locate(None, TEXT), packed(replace(PRINT, pages=(PageSize(1e300, 1.0),)))),
    "a page of no number": (Locate(None, TEXT), packed(replace(PRINT, pages=(PageSize(float("nan"), 1.0),)))),
    "a line on no page": (Locate(None, TEXT), packed(replace(PRINT, lines=(replace(PRINT.lines[0], page=1),)))),
    "a line of no letters": (Locate(None, TEXT), packed(replace(PRINT, lines=(replace(PRINT.lines[0], offsets=()),)))),
    "a line with half its edges": (Locate(None, TEXT), packed(replace(PRINT, lines=(replace(PRINT.lines[0], rights=(1.0,)),)))),
    "letters in disorder": (Locate(None, TEXT), packed(replace(PRINT, lines=(replace(PRINT.lines[0], offsets=(2, 1, 0)),)))),
    "half a number": (Locate(None, TEXT), ragged(packed(PRINT))),
    "blocks out of order": (Read("blocks"), (replace(ROWS[0], number=5),)),
    "claims of another article": (Look(replace(ARTICLE, text="", blocks=())), CLAIMS),
    "parts where blocks are due": (Read("blocks"), PARTS),
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_other_answers_cannot_be_is_refused_too(what: str) -> None:
    request, value = OTHERS[what]
    with pytest.raises(DamagedMessageError):
        answer_in(answer_bytes("done", value), request)


def peak_memory() -> int:
    """The peak memory of this process, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


@pytest.mark.parametrize("length", [1 << 62, (1 << 64) - 1, 1001])
def test_a_length_above_the_limit_is_refused_before_memory_is_taken(length: int) -> None:
    with pytest.raises(DamagedMessageError):
        receive(io.BytesIO(struct.pack(">Q", length) + b"x" * 2000), 1000)


def test_a_length_within_the_limit_takes_memory_only_for_what_comes() -> None:
    before = peak_memory()
    assert receive(io.BytesIO(struct.pack(">Q", 4_000_000_000) + b"x"), 5_000_000_000) is None
    assert peak_memory() - before < 100_000_000


def test_a_message_cut_short_is_no_message() -> None:
    whole = io.BytesIO()
    send(whole, b"words")
    for length in range(len(whole.getvalue())):
        assert receive(io.BytesIO(whole.getvalue()[:length]), 100) is None
    assert receive(io.BytesIO(whole.getvalue()), 100) == b"words"
