"""When Python's cyclic garbage collector pauses: while very many objects are made that are all kept.

The collector walks the objects it tracks again and again as new ones are made. Starting the window and loading the table make
many thousands of objects that stay, so these walks take time and free nothing. No other module turns the collector on or off.

Measured on two cores, as CPU time inside `gc.callbacks`: 84–104 ms in some 200 runs during the start, and 1 ms when paused; 62–74 ms in
97 runs while the 3,316 outlets of the starter table are loaded, and 17–20 ms in the one run after a pause. A full collection takes
60 ms of the window's thread if what the start made is tracked, and less than 1 ms if it is frozen.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def pause_for_start() -> None:
    """Turn the collector off until `resume_after_start`, because nearly everything made while the program starts is kept."""
    gc.disable()


def resume_after_start() -> None:
    """Turn the collector on again. What exists now is excluded from collection: the modules and the window are kept until the end."""
    gc.freeze()
    gc.enable()


@contextmanager
def paused() -> Iterator[None]:
    """Turn the collector off, and on again at the end unless it was off before.

    When two threads are inside at once, the first to leave turns it on for both. That costs the other time and nothing else.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
