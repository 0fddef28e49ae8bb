"""How often each examination was looked at: `looks.txt`, a line for every look."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

LOOKS = Path(__file__).with_name("looks.txt")
EXAMINATIONS = {"polnear-dev": 0, "gum-news": 0, "cases-aside": 0}
"""Sets that are looked at rarely, and how often they may be: 0 sets no limit. One that is used up becomes material to work with."""


class RefusedError(Exception):
    """A look that was not asked for in so many words, or one too many."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a set: `shown` is "figures", or "details" after which it examines what it showed no more."""

    set: str
    day: date
    shown: str
    figures: str


def allow(name: str, examination: bool, details: bool = False, reveal: bool = False, file: Path = LOOKS) -> None:
    """Raise RefusedError unless this look may be taken. Sets that are no examination may always be looked at."""
    if name not in EXAMINATIONS:
        return
    taken, most = len(looks(name, file)), EXAMINATIONS[name]
    times = f"{taken} of {most} looks" if most else f"{taken} looks"
    if not examination:
        raise RefusedError(f"{name} is an examination ({times} taken so far): ask for it with --examination.")
    if most and taken >= most:
        raise RefusedError(f"{name} was looked at {taken} times, which is all it is good for.")
    if details and not reveal:
        raise RefusedError(f"{name} is an examination: its details are shown only with --reveal, and it examines no more afterwards.")


def note(name: str, figures: str, details: bool = False, day: date | None = None, file: Path = LOOKS) -> None:
    """Write down one look at an examination; looks at other sets are not counted."""
    if name in EXAMINATIONS:
        with file.open("a", encoding="utf-8") as target:
            target.write(f"{name}\t{day or date.today()}\t{'details' if details else 'figures'}\t{figures}\n")


def looks(name: str, file: Path = LOOKS) -> list[Look]:
    """The looks taken at one set so far."""
    if not file.exists():
        return []
    lines = [line.split("\t", 3) for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [Look(one, date.fromisoformat(day), shown, figures) for one, day, shown, figures in lines if one == name]
