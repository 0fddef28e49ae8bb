"""A filter of system calls (Linux seccomp), which applies to all threads of the process and cannot be removed.

The filter is a BPF program that compares the call's number and some arguments. Refused calls fail with EPERM; a call made through
another architecture's interface kills the process. Kernel documentation: userspace-api/seccomp_filter.
"""

import ctypes
import errno
import os
import platform
import struct
import sys

from credibility.floor.language import said
from credibility.sandbox.walls.kernel import call, renounce_privileges
from credibility.sandbox.walls.syscalls import ARCHITECTURES, REFUSED, Architecture

_SET_FILTER, _ALL_THREADS = 1, 1
_ALLOW, _ERROR, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _LANGUAGE, _ARGUMENTS = 0, 4, 16  # offsets in what the filter sees
_FOREIGN_NUMBERS = 0x40000000  # x32 calls have this bit set

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_THREAD = 0x10000
_TERMINAL_INPUT = (0x5412, 0x541C)  # to type on the user's terminal
_OWNER = (0x8901, 0x8902)
_SIGNALS_BY_FILE = (8, 10, 15)  # F_SETOWN, F_SETSIG, F_SETOWN_EX: they make a pipe send signals to any process


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def raise_seccomp() -> tuple[str, ...]:
    """Deny all threads of this process sockets, programs, signals and writing; returns what is in force, empty where unsupported."""
    architecture = ARCHITECTURES.get(platform.machine())
    if architecture is None or sys.maxsize < 1 << 32 or sys.byteorder != "little" or not renounce_privileges():
        return ()
    instructions = b"".join(filter_for(architecture, os.getpid()))
    program = _Program(len(instructions) // 8, instructions)
    held = call(architecture.seccomp, _SET_FILTER, _ALL_THREADS, ctypes.byref(program)) == 0
    return (said("seccomp: no sockets, no programs, no signals to others, no writing"),) if held else ()


def _do(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_so, if_not, value)


_REFUSE = _do(_RETURN, _ERROR | errno.EPERM)
_UNKNOWN = _do(_RETURN, _ERROR | errno.ENOSYS)
_PASS = _do(_RETURN, _ALLOW)


def filter_for(architecture: Architecture, process: int) -> list[bytes]:
    """The filter's instructions, eight bytes each; `process` is this process's id, which may signal and limit itself only."""
    numbers = architecture.numbers
    program = [
        _do(_LOAD, _LANGUAGE),
        _do(_EQUAL, architecture.language, 1, 0),
        _do(_RETURN, _KILL),
        _do(_LOAD, _NUMBER),
        _do(_AT_LEAST, _FOREIGN_NUMBERS, 0, 1),
        _REFUSE,
    ]
    for name in REFUSED:
        if name in numbers:
            program += [_do(_EQUAL, numbers[name], 0, 1), _REFUSE]
    for name in ("clone3", "openat2"):  # a filter cannot read their arguments, which are in memory; the C library falls back
        program += [_do(_EQUAL, numbers[name], 0, 1), _UNKNOWN]
    for name in ("kill", "tgkill"):
        program += _case(numbers[name], 0, [_do(_EQUAL, process, 1, 0), _REFUSE])
    program += _case(numbers["prlimit64"], 0, [_do(_EQUAL, 0, 2, 0), _do(_EQUAL, process, 1, 0), _REFUSE])
    program += _case(numbers["sched_setaffinity"], 0, [_do(_EQUAL, 0, 1, 0), _REFUSE])
    program += _case(numbers["clone"], 0, [_do(_ANY_BIT, _THREAD, 1, 0), _REFUSE])
    program += _case(numbers["openat"], 2, [_do(_ANY_BIT, _WRITING, 0, 1), _REFUSE])
    if "open" in numbers:
        program += _case(numbers["open"], 1, [_do(_ANY_BIT, _WRITING, 0, 1), _REFUSE])
    for name, forbidden in (("ioctl", (*_TERMINAL_INPUT, *_OWNER)), ("fcntl", _SIGNALS_BY_FILE)):
        program += _case(numbers[name], 1, [step for each in forbidden for step in (_do(_EQUAL, each, 0, 1), _REFUSE)])
    return [*program, _PASS]


def _case(number: int, argument: int, steps: list[bytes]) -> list[bytes]:
    """For calls with this number: load the argument's lower half, run the steps, and allow what none of them refused."""
    return [_do(_EQUAL, number, 0, len(steps) + 2), _do(_LOAD, _ARGUMENTS + 8 * argument), *steps, _PASS]
