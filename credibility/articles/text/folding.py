"""The only place where characters are normalised: white space, invisible characters and control characters.

`fold` is applied to every text that reaches an `Article`, so its rules hold for all containers:

- every kind of space (no-break, thin, ideographic, tab) becomes one ordinary space;
- soft hyphens, zero-width spaces, word joiners, byte-order marks and bidirectional controls are removed: they are invisible and split
  words (the direction follows from the characters);
- zero-width joiners are kept where they affect display: between non-ASCII characters (emoji families, Persian, Indic scripts);
- control characters, lone surrogates and U+FFFC (which stands for an image) are removed;
- everything else is kept: curly quotes, U+FFFD, and the "?" that an old archive left for a lost character ("Erdo?an").
"""

import re

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc\ufff9-\ufffb\U000e0000-\U000e007f]")
_LONE_JOINER = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
# Any run of white space except a single ordinary space, the most frequent case, which needs no change.
_SPACES = re.compile(r" [^\S\x1c-\x1f]+|[^\S\x1c-\x1f ][^\S\x1c-\x1f]*")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INLINE_SPACES = re.compile(r"[^\S\n]")


def _is_plain(text: str) -> bool:
    """Whether a text needs no character removed and has only ordinary spaces; true of nearly every line."""
    return text.isprintable() and "\ufffc" not in text


def drop_invisible(text: str) -> str:
    """The text without invisible characters; white space is unchanged."""
    if _is_plain(text):
        return text
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    return _LONE_JOINER.sub("", text) if "\u200c" in text or "\u200d" in text else text


def fold(text: str) -> str:
    """The text as one line, without invisible characters and with each run of white space as one space. Not trimmed."""
    if _is_plain(text) and "  " not in text:
        return text
    return _SPACES.sub(" ", drop_invisible(text))


def fold_line(text: str) -> str:
    """A line whose spacing matters, as in preformatted text: every kind of space becomes an ordinary one, and none are merged."""
    return _INLINE_SPACES.sub(" ", drop_invisible(text.expandtabs(4))).replace("\n", " ")


def lines_of(text: str) -> list[str]:
    """The text's lines, whatever the line endings."""
    return _LINE_ENDS.sub("\n", text).split("\n")


def squeeze(text: str) -> str:
    """`fold`, trimmed: for titles, names and other one-line values."""
    return fold(text).strip()
