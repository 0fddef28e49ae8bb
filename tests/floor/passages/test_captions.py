"""What stands in a picture's place where the saved file does not hold it: a description that its caption repeats is read once."""

from dataclasses import replace

import pytest

from credibility.annotations.exports.markdown import write
from credibility.annotations.pdf.paper import PICTURE
from credibility.floor.passages.captions import captioned_once
from credibility.model import Article, Block, BlockKind, Image, Span
from tests.annotations.readings import reading

CAPTION = "The pier at Larkfield, closed since May. Photo: Ida Falk"


def article(alt: str, *captions: str, data: bytes = b"") -> Article:
    text, blocks = "\ufffc", [Block(BlockKind.IMAGE, Span(0, 1), image=0)]
    for caption in captions:
        start = len(text) + 1
        text = f"{text}\n{caption}"
        blocks.append(Block(BlockKind.CAPTION, Span(start, len(text))))
    return Article("The pier", text, tuple(blocks), "0" * 64, images=(Image("image/png", alt, data),))


@pytest.mark.parametrize(
    ("alt", "captions", "shown"),
    [
        ("The pier at Larkfield, closed since May", (CAPTION,), ""),
        ("the pier at Larkfield – closed since May.", (CAPTION,), ""),
        (f"{CAPTION} / Larkfield Herald", (CAPTION,), ""),
        ("closed since May", ("The pier at Larkfield,", "closed since May"), ""),
        ("A wooden pier in fog", (CAPTION,), "A wooden pier in fog"),
        ("The pier", ("The piers of Larkfield",), "The pier"),
        ("The pier", (), "The pier"),
        ("The pier", ("…",), "The pier"),
        ("", (CAPTION,), ""),
    ],
)
def test_a_description_that_the_caption_repeats_is_not_shown(alt: str, captions: tuple[str, ...], shown: str) -> None:
    assert captioned_once(article(alt, *captions)).images[0].alt == shown


def test_a_picture_that_is_shown_keeps_its_description() -> None:
    held = article("The pier at Larkfield", CAPTION, data=b"png")
    assert captioned_once(held) is held


def test_a_caption_belongs_to_the_picture_above_it() -> None:
    once = article("A gull", CAPTION)
    paragraph = Block(BlockKind.PARAGRAPH, Span(0, 1))
    apart = Article("The pier", once.text, (once.blocks[0], paragraph, once.blocks[1]), "0" * 64, images=(Image("", CAPTION, b""),))
    assert captioned_once(apart).images[0].alt == CAPTION


def test_an_export_says_it_once() -> None:
    read = replace(reading("Nothing."), article=article("The pier at Larkfield, closed since May", CAPTION))
    written = write(read, {}).decode()
    assert f"*[{PICTURE}]*" in written
    assert written.count("closed since May") == 1
