"""What a screen reader is told: the tree of the running program and its events, over AT-SPI. Run by `tests.bench.screen_reader`.

Needs GObject's bindings, which belong to the system's own Python; so nothing of the project is imported here.
"""

import sys
import time
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]  # it is not in the environment that is checked

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402 - the version has to be asked for before

PATIENCE = 60  # seconds
KEYS = {"Tab": 0xFF09, "F6": 0xFFC3, "F8": 0xFFC5}
SAID = ("object:announcement", "object:state-changed:focused", "object:text-selection-changed")

heard: list[tuple[str, str]] = []


def running(name: str) -> Any:
    """The program on the bus. Ends the run if it does not come."""
    for _ in range(PATIENCE):
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(at)
            if program and name in (program.get_name() or ""):
                return program
        time.sleep(1)
    sys.exit(f"{name} did not come to the accessibility bus")


def showing(part: Any, depth: int = 0) -> Iterator[tuple[int, Any]]:
    """The parts that are on the screen, outermost first, with their depth."""
    yield depth, part
    for at in range(part.get_child_count()):
        child = part.get_child_at_index(at)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from showing(child, depth + 1)


def words_of(part: Any) -> str:
    """The text that a part holds, whole."""
    return Atspi.Text.get_text(part, 0, Atspi.Text.get_character_count(part)) if "Text" in part.get_interfaces() else ""


def hear(event: Any) -> None:
    """Keep what an event says."""
    if event.type.startswith("object:state-changed") and not event.detail1:
        return
    told = event.any_data if isinstance(event.any_data, str) else event.source.get_name()
    heard.append((event.type.removeprefix("object:"), told or ""))


def press(key: str, seconds: float = 1.5) -> list[tuple[str, str]]:
    """Press a key and return what was said because of it."""
    heard.clear()
    Atspi.generate_keyboard_event(KEYS[key], None, Atspi.KeySynthType.SYM)
    loop = GLib.MainLoop()
    GLib.timeout_add(int(seconds * 1000), loop.quit)
    loop.run()
    return list(heard)


def faults(parts: list[tuple[int, Any]]) -> Iterator[str]:
    """What a screen reader's user would stumble over."""
    for _, part in parts:
        if part.get_state_set().contains(Atspi.StateType.FOCUSABLE) and not part.get_name() and part.get_role_name() not in ("scroll bar",):
            yield f"a {part.get_role_name()} that takes the focus has no name"
    articles = [part for _, part in parts if part.get_name() == "Article" and words_of(part)]
    if len(articles) != 1:
        yield f"{len(articles)} articles are on the screen"
        return
    empty = [line for line in words_of(articles[0]).split("\n")[:-1] if not line.strip()]
    if empty:
        yield f"the article has {len(empty)} empty lines, which some readers fill with the line before"


def main() -> int:
    """Print the tree and what is said at each key; 1 if something is missing."""
    Atspi.init()
    program = running("SourceTint")
    time.sleep(float(sys.argv[1]))
    parts = list(showing(program))
    for depth, part in parts:
        print(
            "  " * depth + part.get_role_name(),
            "|",
            (part.get_name() or "").replace("\n", " ")[:100],
            "|",
            (part.get_description() or "")[:80],
        )
    listener = Atspi.EventListener.new(hear)
    for kind in SAID:
        listener.register(kind)
    wrong = list(faults(parts))
    for key in ("F8", "F8", "F6", "F6", "Tab", "Tab"):
        said = press(key)
        print(key, *(f"\n    {kind}: {words[:160]}" for kind, words in said))
        if not said:
            wrong.append(f"nothing is said at {key}")
    print(f"{len(parts)} parts on the screen;", *(wrong or ["nothing is missing"]), sep="\n  ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
