"""Numbers as a language or a country writes them: "1,200" and "72.5" in English, "1.200" and "72,5" in Turkish."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands between thousands, and before what is less than one."""

    thousands: str = ","
    decimal: str = "."

    def written(self, number: str) -> str:
        """What Python wrote of a number, with these signs."""
        return number.translate({ord(","): self.thousands, ord("."): self.decimal})

    def grouped(self, number: object) -> str:
        """A whole number: "1,200"."""
        return self.written(f"{number:,}")


ENGLISH = Signs()


class WrittenNumber:
    """A number in a sentence: whatever format the sentence gives it, it has these signs."""

    __slots__ = ("_number", "_signs")

    def __init__(self, number: float, signs: Signs) -> None:
        self._number, self._signs = number, signs

    def __format__(self, form: str) -> str:
        return self._signs.written(format(self._number, form))

    def __str__(self) -> str:
        return format(self)
