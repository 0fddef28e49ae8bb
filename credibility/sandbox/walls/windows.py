"""The walls a process can raise around itself on Windows without privileges: a job it cannot leave, and low integrity.

The job forbids child processes and limits memory; at low integrity the process cannot change files, registry keys or anything else
that belongs to ordinary programs. Neither stops it from reading files or using the network: that is left to the audit hook.
"""

import ctypes
import sys

from credibility.floor.language import said

if sys.platform == "win32":
    from ctypes import wintypes

    _EXTENDED_LIMITS, _PROCESSES, _MEMORY = 9, 0x8, 0x100
    _ADJUST_AND_QUERY, _INTEGRITY, _LOW = 0x80 | 0x8, 25, "S-1-16-4096"
    _GROUP_INTEGRITY = 0x20

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("smallest_set", ctypes.c_size_t),
            ("largest_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _Limits(ctypes.Structure):
        _fields_ = (
            ("basic", _BasicLimits),
            ("counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    class _Label(ctypes.Structure):
        _fields_ = (("sid", ctypes.c_void_p), ("attributes", wintypes.DWORD), ("room", ctypes.c_char * 12))

    def raise_windows(memory: int) -> tuple[str, ...]:
        """Raise both walls, with at most `memory` bytes; returns what is in force, in words."""
        return (*_enter_job(memory), *_lower_trust())

    def _enter_job(memory: int) -> tuple[str, ...]:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes, kernel.CreateJobObjectW.restype = (ctypes.c_void_p, wintypes.LPCWSTR), wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limits = _Limits()
        limits.basic.flags, limits.basic.processes, limits.process_memory = _PROCESSES | _MEMORY, 1, memory
        job = kernel.CreateJobObjectW(None, None)
        held = (
            job
            and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
            and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        )
        return (said("job: no programs, at most {size:,.0f} MB of memory", size=memory / 1e6),) if held else ()

    def _lower_trust() -> tuple[str, ...]:
        kernel, rights = ctypes.WinDLL("kernel32", use_last_error=True), ctypes.WinDLL("advapi32", use_last_error=True)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        rights.OpenProcessToken.argtypes = (wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE))
        rights.ConvertStringSidToSidW.argtypes = (wintypes.LPCWSTR, ctypes.POINTER(ctypes.c_void_p))
        rights.SetTokenInformation.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        token, sid = wintypes.HANDLE(), ctypes.c_void_p()
        opened = rights.OpenProcessToken(kernel.GetCurrentProcess(), _ADJUST_AND_QUERY, ctypes.byref(token))
        if not opened or not rights.ConvertStringSidToSidW(_LOW, ctypes.byref(sid)):
            return ()
        label = _Label(sid, _GROUP_INTEGRITY)
        held = rights.SetTokenInformation(token, _INTEGRITY, ctypes.byref(label), ctypes.sizeof(label))
        return (said("low integrity: nothing of the user's can be changed"),) if held else ()
