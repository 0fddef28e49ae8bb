"""English words that have lost what they were made from, because they were stored or came from a library: found again by their template."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from string import Formatter

from credibility.floor.language.saying import COUNT, Said, said, said_of

Part = Callable[[str, str], str]
"""What a value of a template is, by its name and its words: the words themselves, or words of the program made from them."""


def recognised(words: str, templates: Iterable[Said], part: Part = lambda _name, value: value) -> str:
    """The words as `said` made them, if they fit one of the templates, of which the first counts; else as they are.

    A template is what `said` gives without values, or `said_of` with any number. `part` is asked about each value but the count.
    """
    for template in templates:
        for form in filter(None, (template.template, template.several)):
            if found := _pattern(form).fullmatch(words):
                values = {name: value if name == COUNT else part(name, value) for name, value in found.groupdict().items()}
                return _made(template, values)
    return words


def _made(template: Said, values: dict[str, str]) -> Said:
    if not template.several:
        return said(template.template, **values)
    count = int(values.pop(COUNT).replace(",", ""))
    return said_of(count, template.template, template.several, **values)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """What is written by a template, with a group for each value."""
    pieces = []
    for text, name, _, _ in Formatter().parse(template):
        pieces.append(re.escape(text))
        if name:
            pieces.append(f"(?P<{name}>{'[0-9,]+' if name == COUNT else '.+'})")
    return re.compile("".join(pieces), re.DOTALL)
