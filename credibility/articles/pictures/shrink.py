"""Shrink pictures: they are decoded here, in the guarded process, and returned as PNG or JPEG.

Window and PDF show nothing larger than `LONGEST`, so nothing larger is returned. The header is read before anything is decoded.
"""

import io
from dataclasses import replace

from PIL import Image as Picture
from PIL import ImageOps

from credibility.articles.pictures.images import MAX_BYTES, size_of
from credibility.floor.language import said
from credibility.model import Article, Image

LONGEST = 1600
"""Greatest length of a side, in pixels: a column on a high-resolution screen, or A4 at about 200 dots per inch."""

LARGEST_AREA = 40_000_000
"""Greatest number of pixels of a picture that is decoded."""

LARGEST_TOTAL = 150_000_000
"""Greatest number of pixels decoded for one article, which takes about two seconds."""

LARGEST_SUM = 32_000_000
"""Greatest total size of an article's pictures as returned, in bytes."""

TOO_MANY = said("Some of this article's pictures are too large to be shown.")

_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/gif": "GIF", "image/webp": "WEBP", "image/bmp": "BMP"}
_CLEAR = ("RGBA", "LA", "PA", "RGBa", "La")


def with_small_pictures(article: Article) -> Article:
    """The article with its pictures no larger than they are shown.

    Of pictures that are damaged, in another format or beyond the limits, only the description is kept; a note tells of the last.
    """
    shown: list[Image] = []
    area = total = 0
    left_out = False
    for image in article.images:
        pixels = _area_of(image)
        affordable = pixels <= LARGEST_AREA and area + pixels <= LARGEST_TOTAL and total < LARGEST_SUM
        small = _small(image) if pixels and affordable else None
        area += pixels if affordable else 0
        if small is not None and total + len(small.data) > LARGEST_SUM:
            small, affordable = None, False
        left_out = left_out or not affordable
        total += len(small.data) if small is not None else 0
        shown.append(small or Image("", image.alt, b""))
    notes = (*article.notes, TOO_MANY) if left_out else article.notes
    return replace(article, images=tuple(shown), notes=notes) if article.images else article


def _area_of(image: Image) -> int:
    """The number of pixels according to the header; 0 for anything that is not a picture in a format that is shown."""
    if not image.data or len(image.data) > MAX_BYTES or image.media_type not in _FORMATS:
        return 0
    width, height = size_of(image.data) or _size_by_header(image)
    return width * height


def _size_by_header(image: Image) -> tuple[int, int]:
    try:
        with Picture.open(io.BytesIO(image.data), formats=(_FORMATS[image.media_type],)) as picture:
            return picture.size
    except (OSError, ValueError, SyntaxError, Picture.DecompressionBombError):
        return 0, 0


def _small(image: Image) -> Image | None:
    """The picture as PNG if it has transparency, else as JPEG; None when it cannot be decoded."""
    try:
        with Picture.open(io.BytesIO(image.data), formats=(_FORMATS[image.media_type],)) as picture:
            if picture.width * picture.height > LARGEST_AREA:
                return None
            picture.draft("RGB", (LONGEST, LONGEST))  # decodes a JPEG at 1/2, 1/4 or 1/8 of its size where that is enough
            clear = picture.mode in _CLEAR or "transparency" in picture.info
            plain = ImageOps.exif_transpose(picture).convert("RGBA" if clear else "RGB")
            plain.thumbnail((LONGEST, LONGEST), reducing_gap=2.0)
            plain.info.clear()
            target = io.BytesIO()
            if clear:
                plain.save(target, "PNG", compress_level=3)
            else:
                plain.save(target, "JPEG", quality=88)
    except (OSError, ValueError, SyntaxError, MemoryError, ArithmeticError, LookupError, Picture.DecompressionBombError):
        return None
    return Image("image/png" if clear else "image/jpeg", image.alt, target.getvalue())
