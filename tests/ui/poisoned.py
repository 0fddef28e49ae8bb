"""A workspace in whose every name, title and reason stands markup that names a file, as a stranger's list or page could have it."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from credibility.model import Article, Style

KEYS = frozenset({"id", "slug", "fingerprint", "digest", "key", "marker"})  # what things are found by is left as it is


def poisoned(value: Any, markup: str) -> Any:
    """The value with the markup before every text in it, as deep as it goes. The article's own text, in which all offsets count, stays."""
    if is_dataclass(value) and not isinstance(value, Style | type):
        return replace(value, **{field.name: _field(value, field.name, markup) for field in fields(value) if field.init})
    if isinstance(value, tuple):
        return tuple(poisoned(item, markup) for item in value)
    return value


def _field(owner: Any, name: str, markup: str) -> Any:
    value = getattr(owner, name)
    if name in KEYS or (isinstance(owner, Article) and name == "text"):
        return value
    if isinstance(value, tuple) and value and all(isinstance(item, str) for item in value):
        return tuple(f"{markup}{item}" for item in value)
    return f"{markup}{value}" if isinstance(value, str) and not isinstance(value, Enum) else poisoned(value, markup)


class Poisoned:
    """Stands before a port and poisons whatever it answers."""

    def __init__(self, port: Any, markup: str) -> None:
        self._port, self._markup = port, markup

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._port, name)
        if name in ("lists", "raters", "table"):
            return Poisoned(value, self._markup)
        if name in ("settings", "styles"):
            return value
        return self._answering(value) if callable(value) else poisoned(value, self._markup)

    def _answering(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any, **more: Any) -> Any:
            answer = act(*words, **more)
            return f"{self._markup}{answer}" if isinstance(answer, str) else poisoned(answer, self._markup)

        return call
