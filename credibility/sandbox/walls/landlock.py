"""The Linux kernel's wall around files (Landlock): a thread gives up access to all but some paths, for itself and threads it starts.

Kernel documentation: userspace-api/landlock. The numbers below are from its header `linux/landlock.h`.
"""

import ctypes
import os
from collections.abc import Iterable

from credibility.floor.language import said
from credibility.sandbox.walls.kernel import call, renounce_privileges

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446  # the same on all architectures
_ASK_VERSION = 1
_BENEATH = 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}
"""By version of the interface: how many kinds of access to files it knows, as the lowest bits."""
_NETWORK, _NETWORK_SINCE = 0b11, 4
_SCOPES, _SCOPES_SINCE = 0b11, 6


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def raise_landlock(places: Iterable[str]) -> tuple[str, ...]:
    """Allow this thread only to read below `places`, which are absolute paths; returns what is in force, empty where the kernel has no
    Landlock.
    """
    version = call(_CREATE, None, 0, _ASK_VERSION)
    if version < 1 or not renounce_privileges():
        return ()
    rights = (1 << _RIGHTS[max(known for known in _RIGHTS if known <= version)]) - 1
    rules = _Ruleset(rights, _NETWORK if version >= _NETWORK_SINCE else 0, _SCOPES if version >= _SCOPES_SINCE else 0)
    ruleset = call(_CREATE, ctypes.byref(rules), ctypes.sizeof(rules), 0)
    if ruleset < 0:
        return ()
    try:
        for place in places:
            _allow_reading(ruleset, place)
        held = call(_RESTRICT, ruleset, 0) == 0
    finally:
        os.close(ruleset)
    return (said("Landlock {version}: no file but the program's own can be read, none written", version=version),) if held else ()


def _allow_reading(ruleset: int, place: str) -> None:
    try:
        folder = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        for allowed in (_READ_FILE | _READ_FOLDER, _READ_FILE):  # the second is for a place that is a file
            rule = _Beneath(allowed, folder)
            if call(_ADD_RULE, ruleset, _BENEATH, ctypes.byref(rule), 0) == 0:
                return
    finally:
        os.close(folder)
