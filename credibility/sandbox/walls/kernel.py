"""Linux system calls that Python has no name for."""

import ctypes
from functools import cache
from typing import Any

_NO_NEW_PRIVILEGES = 38


@cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    return library


def call(number: int, *arguments: Any) -> int:
    """What the kernel answers; below zero for an error. Numbers are passed as wide as a register."""
    wide = (ctypes.c_long(argument) if isinstance(argument, int) else argument for argument in arguments)
    return int(_library().syscall(ctypes.c_long(number), *wide))


def renounce_privileges() -> bool:
    """Whether no program that this process starts can have more rights than it: the kernel wants that before walls are raised."""
    none = ctypes.c_ulong(0)
    return bool(_library().prctl(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), none, none, none) == 0)
