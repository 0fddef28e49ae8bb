"""Bytes out of the codings that web servers and crawlers pack them in, up to a limit: a few bytes can stand for gigabytes."""

import zlib
from io import BytesIO

from credibility.floor.language import said
from credibility.model import ArticleError

ZSTD = b"\x28\xb5\x2f\xfd"
_DICTIONARY = b"\x5d\x2a\x4d\x18"
"""Begins the frame in which a `.warc.zst` file carries the dictionary that its records are packed with."""

_STEP = 1 << 20


class CodingError(ValueError):
    """The bytes are not in the coding that they are said to be in, or it is not known here."""


def uncoded(data: bytes, coding: str, limit: int) -> bytes:
    """What the bytes of an HTTP answer stand for, cut off at `limit`; `coding` is its Content-Encoding. Raises CodingError."""
    for name in reversed([part.strip().lower() for part in coding.split(",")]):
        match name:
            case "" | "identity":
                continue
            case "gzip" | "x-gzip" | "deflate":
                data = _inflated(data, limit)
            case "br":
                data = _from_brotli(data, limit)
            case "zstd":
                data = _from_zstd(data, limit)
            case _:
                raise CodingError(name)
    return data


def _inflated(data: bytes, limit: int) -> bytes:
    """Gzip, zlib or bare deflate: servers send the last two under one name. What was cut short gives what is there."""
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(bits).decompress(data, limit)
        except zlib.error:
            continue
    raise CodingError("gzip")


def _from_brotli(data: bytes, limit: int) -> bytes:
    import brotli  # noqa: PLC0415 - few captures need it

    unpacker, pieces, left, size = brotli.Decompressor(), [], data, 0
    try:
        while size < limit and not unpacker.is_finished():
            piece = unpacker.process(left, output_buffer_limit=_STEP)
            left = b""
            if not piece and unpacker.can_accept_more_data():
                break  # cut short
            pieces.append(piece)
            size += len(piece)
    except brotli.error as error:
        raise CodingError("br") from error
    if not size:
        raise CodingError("br")
    return b"".join(pieces)[:limit]


def _from_zstd(data: bytes, limit: int, dictionary: bytes = b"") -> bytes:
    import zstandard  # noqa: PLC0415 - few files need it

    packed_with = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
    pieces, size = [], 0
    try:
        unpacker = zstandard.ZstdDecompressor(dict_data=packed_with, max_window_size=1 << 27)
        with unpacker.stream_reader(BytesIO(data), read_across_frames=True) as stream:
            while size < limit and (piece := stream.read(min(_STEP, limit - size))):
                pieces.append(piece)
                size += len(piece)
    except zstandard.ZstdError as error:
        if not pieces:
            raise CodingError("zstd") from error
    return b"".join(pieces)


def is_zstd(data: bytes) -> bool:
    """Whether a file is packed with zstandard, or begins with a dictionary for that."""
    return data.startswith((ZSTD, _DICTIONARY))


def unpacked_zstd(data: bytes, limit: int) -> bytes:
    """What a file packed with zstandard holds, up to `limit` bytes and one more. Raises ArticleError."""
    dictionary = b""
    try:
        if data.startswith(_DICTIONARY):
            end = 8 + int.from_bytes(data[4:8], "little")
            dictionary, data = data[8:end], data[end:]
            if dictionary.startswith(ZSTD):
                dictionary = _from_zstd(dictionary, limit)
        return _from_zstd(data, limit + 1, dictionary)
    except CodingError as error:
        raise ArticleError(
            said("This file is packed with zstandard and damaged."), said("Get the file again from where it was saved.")
        ) from error
