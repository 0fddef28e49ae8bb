"""Nouns for people of the press: those who speak for an outlet, and staff who speak for themselves."""

import tomllib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Press:
    """Nouns for people of an outlet, singular and plural, in lower case; every one is in exactly one of the two."""

    for_outlet: frozenset[str]
    for_themselves: frozenset[str]

    @property
    def people(self) -> frozenset[str]:
        """All of them."""
        return self.for_outlet | self.for_themselves


def read_press(document: str) -> Press:
    """The rows of press.toml; ValueError where one speaks for neither."""
    rows = tomllib.loads(document)["speaks_for"]
    odd = sorted(noun for noun, whom in rows.items() if whom not in ("outlet", "self"))
    if odd:
        raise ValueError(f"press.toml: {', '.join(odd)} must speak for “outlet” or “self”")
    return Press(*(frozenset(form for noun, one in rows.items() if one == whom for form in _forms(noun)) for whom in ("outlet", "self")))


def _forms(noun: str) -> tuple[str, str]:
    return noun, f"{noun[:-3]}men" if noun.endswith("man") else f"{noun}s"
