"""What stands in a picture's place where the saved file does not hold it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from credibility.model import Article, Block, BlockKind, Image

_WORD = re.compile(r"[^\W_]+")


def captioned_once(article: Article) -> Article:
    """The article for showing: an image that cannot be shown has no description if the caption below says the same."""
    if not any(map(_is_described, article.images)):
        return article
    captions = dict(_captions(article))
    return replace(
        article,
        images=tuple(
            replace(image, alt="") if _is_described(image) and _repeats(image.alt, captions.get(number, "")) else image
            for number, image in enumerate(article.images)
        ),
    )


def _is_described(image: Image) -> bool:
    """Whether nothing but the description is there to be shown."""
    return bool(image.alt and not image.data)


def _captions(article: Article) -> Iterator[tuple[int, str]]:
    """The numbers of the images, and the words of the captions behind each."""
    for place, block in enumerate(article.blocks):
        if block.kind is BlockKind.IMAGE and block.image is not None:
            behind: Iterator[Block] = takewhile(lambda other: other.kind is BlockKind.CAPTION, article.blocks[place + 1 :])
            yield block.image, " ".join(other.span.of(article.text) for other in behind)


def _repeats(description: str, caption: str) -> bool:
    """Whether one holds the words of the other, side by side."""
    told, said = (f" {' '.join(_WORD.findall(words.lower()))} " for words in (description, caption))
    return bool(said.strip()) and (told in said or said in told)
