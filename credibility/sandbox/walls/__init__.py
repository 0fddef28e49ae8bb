"""The walls around the guarded process, raised before its first file: what reading needs no more is given up for good.

The operating system's own hold against code that a file has brought in; Python's audit hook is a second wall inside them, and all there is
where the system offers none.
"""

import sys

from credibility.sandbox.walls.hook import Hook
from credibility.sandbox.walls.limits import limit_resources
from credibility.sandbox.walls.places import own_places


def raise_walls(memory: int) -> tuple[str, ...]:
    """Raise all there are, with at most `memory` bytes of address space; which are in force, in words for people.

    To be called while the process has a single thread: on Linux the wall around files is a thread's own, and its heirs'.
    """
    places = own_places()
    walls = (*limit_resources(memory), *_walls_of_the_system(places, memory))
    sys.addaudithook(Hook(places))
    return (*walls, "audit hook")


def _walls_of_the_system(places: tuple[str, ...], memory: int) -> tuple[str, ...]:
    # Here and not above: each is for one system only.
    walls: tuple[str, ...] = ()
    if sys.platform == "linux":
        from credibility.sandbox.walls.landlock import raise_landlock  # noqa: PLC0415
        from credibility.sandbox.walls.seccomp import raise_seccomp  # noqa: PLC0415

        walls = (*raise_landlock(places), *raise_seccomp())
    elif sys.platform == "darwin":
        from credibility.sandbox.walls.seatbelt import raise_seatbelt  # noqa: PLC0415

        walls = raise_seatbelt(places)
    elif sys.platform == "win32":
        from credibility.sandbox.walls.windows import raise_windows  # noqa: PLC0415

        walls = raise_windows(memory)
    return walls
