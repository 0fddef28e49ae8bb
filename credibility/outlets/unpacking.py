"""A mapping whose values stay packed until they are asked for."""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, Self, TypeVar

import msgspec

Value = TypeVar("Value")
Raw = dict[str, msgspec.Raw]
_UNPACKED = msgspec.Raw(b"\xc0")  # beside a value that is known already


class Unpacking(Mapping[str, Value], Generic[Value]):
    """Values by key, each unpacked once. Nothing changes it but what it unpacked, so threads may share it."""

    def __init__(self, raw: Raw, unpack: Callable[[str, msgspec.Raw], Value], known: Mapping[str, Value] | None = None) -> None:
        self._raw = raw
        self._unpack = unpack
        self._known = dict(known or {})

    def __getitem__(self, key: str) -> Value:
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._unpack(key, self._raw[key])
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def with_changes(self, changed: Mapping[str, Value]) -> Self:
        """The same mapping with some values replaced or added."""
        return type(self)({**self._raw, **dict.fromkeys(changed, _UNPACKED)}, self._unpack, {**self._known, **changed})


def overlaid(values: Mapping[str, Value], changed: Mapping[str, Value]) -> Mapping[str, Value]:
    """A mapping with some values replaced or added; what is packed stays packed."""
    return values.with_changes(changed) if isinstance(values, Unpacking) else {**values, **changed}
