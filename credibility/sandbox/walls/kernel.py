"""Linux system calls that Python does not wrap."""

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
    """Make a system call and return its result, negative on error. Integers are passed at register width."""
    wide = (ctypes.c_long(argument) if isinstance(argument, int) else argument for argument in arguments)
    return int(_library().syscall(ctypes.c_long(number), *wide))


def renounce_privileges() -> bool:
    """Set no_new_privs, which the kernel requires before walls are raised; returns whether it worked."""
    none = ctypes.c_ulong(0)
    return bool(_library().prctl(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), none, none, none) == 0)
