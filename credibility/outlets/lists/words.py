"""Headings and labels of rating lists folded into plain words, so that "Bias_Score", "biasScore" and "bias score" are one."""

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BETWEEN = re.compile(r"[^\w+]+|_+")


@lru_cache(maxsize=4096)
def heading(text: str) -> str:
    """A column's name in lower case, without accents, its parts separated by spaces."""
    return " ".join(_BETWEEN.sub(" ", folded(_CAMEL.sub(" ", text))).split())


@lru_cache(maxsize=4096)
def label(text: str) -> str:
    """A label in lower case, without accents, with single spaces; signs such as "A+" and "and/or" stay."""
    return " ".join(re.sub(r"[_–—]+|(?<=\w)-(?=\w)", " ", folded(text)).split()).strip(" .:!*")


def folded(text: str) -> str:
    """Lower case without accents; "ı" becomes "i" and "ß" "ss"."""
    parts = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    return "".join(char for char in parts if not unicodedata.combining(char))
