"""The walls around the guarded process, raised before its first file: it gives up for good everything that reading does not need.

The operating system's walls hold even against native code injected by a file; Python's audit hook is a second line inside them, and
the only one where the system offers none.
"""

import sys

from credibility.floor.language import said
from credibility.sandbox.walls.hook import Hook
from credibility.sandbox.walls.limits import limit_resources
from credibility.sandbox.walls.places import own_places


def raise_walls(memory: int) -> tuple[str, ...]:
    """Raise every wall available, with at most `memory` bytes of address space; returns descriptions of those in force.

    Call it while the process has a single thread: Landlock applies to the calling thread and those it starts later.
    """
    places = own_places()
    walls = (*limit_resources(memory), *_walls_of_the_system(places, memory))
    sys.addaudithook(Hook(places))
    return (*walls, said("audit hook"))


def _walls_of_the_system(places: tuple[str, ...], memory: int) -> tuple[str, ...]:
    # Imported here because each works on one system only.
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
