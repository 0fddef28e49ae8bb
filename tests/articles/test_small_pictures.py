"""Pictures leave the guarded process small, as PNG or JPEG, and few; one whose header states too large a size is not decoded."""

import io
import struct
import time
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Picture

from credibility.articles.pictures import shrink
from credibility.articles.pictures.images import size_of
from credibility.articles.pictures.shrink import LONGEST, TOO_MANY, with_small_pictures
from credibility.model import Article, Image
from credibility.sandbox.frames import DamagedMessageError
from credibility.sandbox.soundness import refuse_unsound
from credibility.sandbox.worker import ArticleWorker
from tests import patience
from tests.articles import lighthouse


def article(*images: Image) -> Article:
    return Article("T", "", (), "f", images=images)


def encoded(kind: str, width: int, height: int, mode: str = "RGB", **wishes: object) -> bytes:
    target = io.BytesIO()
    Picture.radial_gradient("L").resize((width, height)).convert(mode).save(target, kind, **wishes)
    return target.getvalue()


def blank_png(width: int, height: int) -> bytes:
    """A grey PNG whose file is small, whatever its dimensions."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(1)
    row = bytes(width + 1)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("kind", "mode", "becomes"),
    [
        ("PNG", "RGB", "image/jpeg"),
        ("PNG", "RGBA", "image/png"),
        ("PNG", "1", "image/jpeg"),
        ("JPEG", "RGB", "image/jpeg"),
        ("JPEG", "CMYK", "image/jpeg"),
        ("GIF", "P", "image/jpeg"),
        ("BMP", "RGB", "image/jpeg"),
        ("WEBP", "RGB", "image/jpeg"),
    ],
)
def test_each_format_becomes_one_of_two_and_keeps_its_size(kind: str, mode: str, becomes: str) -> None:
    (shown,) = with_small_pictures(article(Image(f"image/{kind.lower()}", "A quay", encoded(kind, 300, 200, mode)))).images
    assert (shown.media_type, shown.alt, size_of(shown.data)) == (becomes, "A quay", (300, 200))
    refuse_unsound(article(shown))


def test_a_large_picture_is_made_no_larger_than_it_is_shown() -> None:
    (shown,) = with_small_pictures(article(Image("image/jpeg", "", encoded("JPEG", 4000, 3000)))).images
    assert size_of(shown.data) == (LONGEST, 1200)


def test_a_picture_taken_upright_stays_upright() -> None:
    exif = Picture.Exif()
    exif[0x0112] = 6
    (shown,) = with_small_pictures(article(Image("image/jpeg", "", encoded("JPEG", 300, 200, exif=exif)))).images
    assert size_of(shown.data) == (200, 300)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("image/png", b"\x89PNG\r\n\x1a\nbroken" * 20),
        ("image/png", encoded("PNG", 300, 200)[:400]),
        ("image/jpeg", b"\xff\xd8\xff\xe0" + b"\xff" * 400),
        ("image/jpeg", encoded("PNG", 30, 20)),
        ("image/svg+xml", b"<svg/>"),
        ("image/gif", b"GIF89a" + b"\xff" * 300),
        ("image/webp", b"RIFF\x00\x00\x00\x00WEBPVP8 " + b"\x00" * 300),
    ],
)
def test_what_cannot_be_decoded_leaves_its_place_and_description(kind: str, data: bytes) -> None:
    small = with_small_pictures(article(Image(kind, "A quay", data)))
    assert small.images == (Image("", "A quay", b""),)


def test_what_the_header_says_is_too_large_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shrink, "_small", lambda image: pytest.fail("decoded"))
    small = with_small_pictures(article(Image("image/png", "A bomb", blank_png(13_000, 13_000))))
    assert small.images == (Image("", "A bomb", b""),)
    assert small.notes == (TOO_MANY,)


def test_the_pictures_of_one_article_have_a_limit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shrink, "LARGEST_TOTAL", 100_000)
    image = Image("image/jpeg", "", encoded("JPEG", 200, 200))
    small = with_small_pictures(article(*[image] * 4))
    assert [bool(shown.data) for shown in small.images] == [True, True, False, False]
    assert small.notes == (TOO_MANY,)


def test_their_bytes_have_a_limit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    image = Image("image/jpeg", "", encoded("JPEG", 200, 200))
    (one,) = with_small_pictures(article(image)).images
    monkeypatch.setattr(shrink, "LARGEST_SUM", len(one.data) * 5 // 2)
    assert [bool(shown.data) for shown in with_small_pictures(article(*[image] * 4)).images] == [True, True, False, False]


def test_forty_one_bombs_cost_little_time(tmp_path: Path) -> None:
    """Such pictures froze the window for 17 seconds when it decoded them itself."""
    (tmp_path / "page_files").mkdir()
    bomb = blank_png(6300, 6300)
    for number in range(41):
        (tmp_path / "page_files" / f"{number}.png").write_bytes(bomb)
    figures = "".join(f"<figure><img src='page_files/{number}.png' alt='Bomb {number}'></figure>" for number in range(41))
    page = tmp_path / "page.html"
    page.write_text(lighthouse.page().replace("<h2>", figures + "<h2>", 1))
    with ArticleWorker(seconds=patience.SECONDS) as worker:
        begun = time.process_time()
        read = worker.article(page)
        ours = time.process_time() - begun
    bombs = [image for image in read.images if image.alt.startswith("Bomb")]
    assert len(bombs) == 41
    assert sum(bool(image.data) for image in bombs) == 3
    assert TOO_MANY in read.notes
    assert ours < 1.0


DECEITS = {
    "a header that says more": Image("image/png", "", blank_png(1601, 2)),
    "no picture": Image("image/png", "", b"words " * 100),
    "another kind": Image("image/png", "", encoded("JPEG", 30, 20)),
    "a format that is not agreed on": Image("image/gif", "", encoded("GIF", 30, 20, "P")),
    "no size": Image("image/png", "", blank_png(0, 0)),
}


@pytest.mark.parametrize("what", DECEITS)
def test_the_window_takes_no_other_picture_from_the_process(what: str) -> None:
    with pytest.raises(DamagedMessageError):
        refuse_unsound(article(DECEITS[what]))


def test_the_window_takes_no_endless_pictures_from_the_process() -> None:
    image = Image("image/png", "", blank_png(2, 2) + bytes(17_000_000))
    refuse_unsound(article(image))
    with pytest.raises(DamagedMessageError):
        refuse_unsound(replace(article(image), images=(image, image)))


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff", b"\xff\xd8\xff\xc0", b"\xff\xd8" + b"\xff" * 50, b"\x89PNG\r\n\x1a\n", b"GIF89a"])
def test_a_header_cut_short_states_no_size(data: bytes) -> None:
    assert size_of(data) is None
