"""The wall on macOS: a sandbox profile, which a process can apply to itself without privileges and never remove.

`sandbox_init` is deprecated but has no successor for programs outside the App Store; browsers still use it.
"""

import ctypes
import os
from collections.abc import Iterable

from credibility.floor.language import said

_PROFILE = """(version 1)
(allow default)
(deny network*)
(deny process-exec*)
(deny process-fork)
(deny signal (target others))
(deny file-write*)
(deny file-read-data (subpath "/Users") (subpath "/Volumes") (subpath "/private/var/folders") (subpath "/private/tmp") (subpath {home}))
(allow file-read-data {places})
"""


def profile_for(places: Iterable[str], home: str) -> str:
    """The profile's text; paths are absolute, links resolved."""
    return _PROFILE.format(places=" ".join(f"(subpath {_quoted(place)})" for place in places), home=_quoted(home))


def _quoted(path: str) -> str:
    return '"' + path.replace("\\", "\\\\").replace('"', '\\"') + '"'


def raise_seatbelt(places: Iterable[str]) -> tuple[str, ...]:
    """Apply the profile; returns what is in force, empty where the system refuses."""
    library = ctypes.CDLL("/usr/lib/libsandbox.dylib", use_errno=True)
    library.sandbox_init.argtypes = (ctypes.c_char_p, ctypes.c_uint64, ctypes.POINTER(ctypes.c_char_p))
    library.sandbox_init.restype = ctypes.c_int
    home = os.path.realpath(os.path.expanduser("~"))  # noqa: PTH111 - as `places` does, without an error for a user without a home
    error = ctypes.c_char_p()
    held = library.sandbox_init(profile_for(places, home).encode(), 0, ctypes.byref(error)) == 0
    return (said("macOS sandbox: no network, no programs, no writing, no file of a user but the program's own"),) if held else ()
