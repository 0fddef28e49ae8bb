"""Where the guarded process may still read: the program's files, the libraries it uses, and what those look up about the machine."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

_OF_THE_SYSTEM = (
    *("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/nix/store", "/gnu/store"),
    *("/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo", "/usr/share/locale", "/usr/lib/locale", "/etc/ssl/openssl.cnf"),
    *("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts"),  # for PDFs without embedded fonts
    *("/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/sys/devices/system/cpu", "/sys/devices/system/node"),
    *("/dev/null", "/dev/urandom", "/dev/random"),
)
_PACKAGES = ("site-packages", "dist-packages")
_OWN_FOLDERS = ("credibility", "resources")


def own_places() -> tuple[str, ...]:
    """Absolute paths of folders and files, links resolved; none of them contains the user's home folder."""
    root = Path(__file__).resolve().parents[3]
    places = [*_OF_THE_SYSTEM, sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix, sys.pycache_prefix or ""]
    for entry in filter(None, sys.path):
        folder = Path(entry).resolve()
        if folder != root or folder.name in _PACKAGES:
            places.append(str(folder))
    places += [str(root / folder) for folder in _OWN_FOLDERS]
    if getattr(sys, "frozen", False):
        places.append(sys.executable)  # the program built for people without Python has its modules in its own file
    home = os.path.normcase(os.path.realpath(Path("~").expanduser()))
    resolved = dict.fromkeys(os.path.normcase(os.path.realpath(place)) for place in places if place)
    return tuple(place for place in resolved if not is_within(home, (place,)) and Path(place).exists())


def is_within(place: str, folders: Iterable[str]) -> bool:
    """Whether an absolute path is one of these or inside one. A sibling folder with the same prefix does not count."""
    return any(place == folder or place.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)
