"""The one place where characters are normalised: what white space, invisible and control characters become.

`fold` is applied to every text that reaches an `Article`, so its rules hold for all containers:

- every kind of space (no-break, thin, ideographic, tab) becomes one ordinary space;
- soft hyphens, zero-width spaces, word joiners, byte-order marks and bidirectional controls go: they split words for a reader of
  the text without showing anything (direction is found again from the letters);
- zero-width joiners stay where they shape what is seen: between non-ASCII characters (emoji families, Persian, Indic scripts);
- control characters, lone surrogates and U+FFFC (our own sign for an image) go;
- everything else stays: curly quotes, U+FFFD, and the "?" that an old archive left in place of a lost letter ("Erdo?an").
"""

import re

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc\ufff9-\ufffb\U000e0000-\U000e007f]")
_LONE_JOINER = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
# Any run of white space but a single ordinary space, which is most of them and stays.
_SPACES = re.compile(r" [^\S\x1c-\x1f]+|[^\S\x1c-\x1f ][^\S\x1c-\x1f]*")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INLINE_SPACES = re.compile(r"[^\S\n]")


def _is_plain(text: str) -> bool:
    """Whether nothing in a text is to be dropped, nor any space but ordinary ones to be changed; true of nearly every line."""
    return text.isprintable() and "\ufffc" not in text


def drop_invisible(text: str) -> str:
    """The text without characters that show nothing; white space stays as it is."""
    if _is_plain(text):
        return text
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    return _LONE_JOINER.sub("", text) if "\u200c" in text or "\u200d" in text else text


def fold(text: str) -> str:
    """The text as one line: invisible characters gone, each run of white space one space. Ends are not trimmed."""
    if _is_plain(text) and "  " not in text:
        return text
    return _SPACES.sub(" ", drop_invisible(text))


def fold_line(text: str) -> str:
    """A line whose inner spacing counts, as in preformatted text: each space kind becomes a space, none are merged."""
    return _INLINE_SPACES.sub(" ", drop_invisible(text.expandtabs(4))).replace("\n", " ")


def lines_of(text: str) -> list[str]:
    """The text's lines, whatever ends them."""
    return _LINE_ENDS.sub("\n", text).split("\n")


def squeeze(text: str) -> str:
    """`fold`, trimmed: for titles, names and other one-line values."""
    return fold(text).strip()
