"""The layout of a reading includes pictures as the guarded process returned them, and no others."""

from dataclasses import replace

import pytest

from credibility.annotations.pdf.paper import lay_out
from credibility.model import Block, BlockKind, Image, Span
from tests.annotations.readings import STYLES, reading
from tests.articles import lighthouse


@pytest.mark.parametrize(
    ("image", "files"),
    [
        (Image("image/png", "A tower", lighthouse.png()), (("image-0", lighthouse.png()),)),
        (Image("image/jpeg", "A tower", b"\xff\xd8\xff"), (("image-0", b"\xff\xd8\xff"),)),
        (Image("image/gif", "A tower", b"GIF89a" + b"\0" * 300), ()),
        (Image("image/svg+xml", "A tower", b"<svg/>"), ()),
        (Image("", "A tower", b""), ()),
    ],
)
def test_pictures_are_taken_as_they_are_or_stay_behind(image: Image, files: tuple[tuple[str, bytes], ...]) -> None:
    """Pictures are not decoded here: one of 13,000 pixels a side took 857 MB."""
    plain = reading("\ufffc")
    article = replace(plain.article, blocks=(Block(BlockKind.IMAGE, Span(0, 1), image=0),), images=(image,))
    paper = lay_out(replace(plain, article=article), STYLES)
    assert paper.files == files
    assert "A tower" in paper.data
