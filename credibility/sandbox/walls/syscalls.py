"""The Linux system calls that the filter names, with their numbers from the kernel's tables.

A test compares them with the kernel's headers where those are installed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_REFUSED = """
    socket 41 198, socketpair 53 199, connect 42 203, bind 49 200, listen 50 201, accept 43 202, accept4 288 242, sendto 44 206,
    sendmsg 46 211, sendmmsg 307 269,
    execve 59 221, execveat 322 281, fork 57 -, vfork 58 -,
    tkill 200 130, rt_sigqueueinfo 129 138, rt_tgsigqueueinfo 297 240, pidfd_send_signal 424 424, pidfd_open 434 434,
    pidfd_getfd 438 438,
    ptrace 101 117, process_vm_readv 310 270, process_vm_writev 311 271, process_madvise 440 440, process_mrelease 448 448,
    kcmp 312 272, migrate_pages 256 238, move_pages 279 239,
    setpriority 141 140, ioprio_set 251 30, sched_setscheduler 144 119, sched_setparam 142 118, sched_setattr 314 274,
    io_uring_setup 425 425, io_uring_enter 426 426, io_uring_register 427 427, io_setup 206 0, io_submit 209 2,
    bpf 321 280, perf_event_open 298 241, userfaultfd 323 282, add_key 248 217, request_key 249 218, keyctl 250 219,
    syslog 103 116, personality 135 92,
    memfd_create 319 279, memfd_secret 447 447, shmget 29 194, shmat 30 196, msgget 68 186, semget 64 190, mq_open 240 180,
    mq_unlink 241 181,
    creat 85 -, truncate 76 45, ftruncate 77 46, fallocate 285 47, mknod 133 -, mknodat 259 33, mkdir 83 -, mkdirat 258 34,
    rmdir 84 -, unlink 87 -, unlinkat 263 35, rename 82 -, renameat 264 38, renameat2 316 276, link 86 -, linkat 265 37,
    symlink 88 -, symlinkat 266 36,
    chmod 90 -, fchmod 91 52, fchmodat 268 53, fchmodat2 452 452, chown 92 -, fchown 93 55, lchown 94 -, fchownat 260 54,
    utime 132 -, utimes 235 -, utimensat 280 88, futimesat 261 -,
    setxattr 188 5, lsetxattr 189 6, fsetxattr 190 7, setxattrat 463 463, removexattr 197 14, lremovexattr 198 15,
    fremovexattr 199 16, removexattrat 466 466, file_setattr 469 469,
    mount 165 40, umount2 166 39, pivot_root 155 41, chroot 161 51, unshare 272 97, setns 308 268, open_tree 428 428,
    move_mount 429 429, fsopen 430 430, fsconfig 431 431, fsmount 432 432, fspick 433 433, mount_setattr 442 442,
    open_tree_attr 467 467,
    name_to_handle_at 303 264, open_by_handle_at 304 265, fanotify_init 300 262, inotify_init 253 -, inotify_init1 294 26,
    inotify_add_watch 254 27,
    init_module 175 105, finit_module 313 273, delete_module 176 106, kexec_load 246 104, kexec_file_load 320 294, reboot 169 142,
    swapon 167 224, swapoff 168 225, acct 163 89, quotactl 179 60, quotactl_fd 443 443,
    settimeofday 164 170, clock_settime 227 112, adjtimex 159 171, clock_adjtime 305 266, sethostname 170 161,
    setdomainname 171 162, vhangup 153 58, iopl 172 -, ioperm 173 -, modify_ldt 154 -, uselib 134 -,
"""
"""Each with its number on x86_64 and on aarch64, "-" where the architecture lacks it. In order: network; programs; signals; other
processes and their priorities; asynchronous I/O; the kernel itself; shared memory; files, their permissions, dates and attributes;
mounts; files by handle, and watching them; the machine, its clock and names.
"""

_ASKED = """
    clone 56 220, clone3 435 435, open 2 -, openat 257 56, openat2 437 437, kill 62 129, tgkill 234 131, prlimit64 302 261,
    ioctl 16 29, fcntl 72 25, sched_setaffinity 203 122,
"""
"""System calls for which the filter checks the arguments."""


@dataclass(frozen=True, slots=True)
class Architecture:
    """A machine architecture: the kernel's constant for it (`AUDIT_ARCH_…`), and the numbers of `seccomp` and of the filtered calls."""

    language: int
    seccomp: int
    numbers: Mapping[str, int]


def _rows(table: str) -> list[list[str]]:
    return [row.split() for row in table.split(",") if row.strip()]


def _numbers(column: int) -> dict[str, int]:
    return {row[0]: int(row[column]) for row in _rows(_REFUSED + _ASKED) if row[column] != "-"}


REFUSED = tuple(row[0] for row in _rows(_REFUSED))
"""The names of the calls that are refused whatever their arguments."""

ARCHITECTURES = {
    "x86_64": Architecture(0xC000003E, 317, _numbers(1)),
    "aarch64": Architecture(0xC00000B7, 277, _numbers(2)),
}
"""By their names in `platform.machine()`."""
