"""What code injected by a hostile file would try. Each probe calls the system through the C library, bypassing Python.

They run inside a guarded process with its real walls; each returns what it got hold of, or raises. Nothing here is Python's own `open` or
`socket`, which the audit hook would refuse first.
"""

import _sqlite3
import ctypes
import errno
import fcntl
import os
import platform
import signal
import threading
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from credibility.sandbox.walls.syscalls import ARCHITECTURES

AT_FDCWD = -100


class RefusedError(Exception):
    """The system refused."""


def libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def checked(result: int) -> int:
    if result < 0:
        raise RefusedError(errno.errorcode.get(ctypes.get_errno(), "?"))
    return result


def call(name: str, *arguments: object) -> int:
    return checked(getattr(libc(), name)(*(a.encode() if isinstance(a, str) else a for a in arguments)))


def system_call(name: str, *arguments: object) -> int:
    number = ARCHITECTURES[platform.machine()].numbers[name]
    return checked(libc().syscall(ctypes.c_long(number), *(a.encode() if isinstance(a, str) else a for a in arguments)))


def read_file(place: str) -> bytes:
    descriptor = call("open", place, os.O_RDONLY)
    return os.read(descriptor, 100)


def edit_with_sqlite(folder: Path) -> object:
    """The C library under Python's `sqlite3` module."""
    found = [*Path("/usr/lib").glob("*/libsqlite3.so.0"), *Path("/usr/lib64").glob("libsqlite3.so.0")]
    where = str(found[0]) if found else _sqlite3.__file__  # Python's own module is bound to the library
    library, database = ctypes.CDLL(where), ctypes.c_void_p()
    if library.sqlite3_open(str(folder / "ratings.db").encode(), ctypes.byref(database)):
        raise RefusedError("cannot open")
    if library.sqlite3_exec(database, b"UPDATE rating SET score = 1", None, None, None):
        raise RefusedError("cannot write")
    return "edited"


def read_with_libxml(folder: Path) -> object:
    try:
        return etree.tostring(etree.parse(str(folder / "foreign.xml")))
    except OSError as error:
        raise RefusedError(str(error)) from None


def write_with_libxml(folder: Path) -> object:
    try:
        etree.ElementTree(etree.fromstring("<a/>")).write(str(folder / "foreign.xml"))
    except OSError as error:
        raise RefusedError(str(error)) from None
    return (folder / "foreign.xml").name


def include_with_libxml(folder: Path) -> object:
    tree = etree.fromstring(f"<a xmlns:x='http://www.w3.org/2001/XInclude'><x:include href='{folder}/foreign.xml'/></a>").getroottree()
    try:
        tree.xinclude()
    except etree.XIncludeError as error:
        raise RefusedError(str(error)) from None
    return etree.tostring(tree)


def start_with_posixsubprocess(_: Path) -> object:
    pid = libc().fork()
    if pid == 0:
        os._exit(0)
    return checked(pid)


def posix_spawn(_: Path) -> object:
    pid, words = ctypes.c_int(), (ctypes.c_char_p * 2)(b"/bin/true", None)
    failed = libc().posix_spawn(ctypes.byref(pid), b"/bin/true", None, None, words, None)
    if failed:
        raise RefusedError(errno.errorcode.get(failed, "?"))
    return pid.value


def run_shell(_: Path) -> object:
    status = libc().system(b"true")
    if status != 0:
        raise RefusedError(str(status))
    return status


def become_another_program(_: Path) -> object:
    return call("execv", "/bin/true", (ctypes.c_char_p * 2)(b"/bin/true", None))


def memory_file_and_exec(_: Path) -> object:
    return system_call("memfd_create", "x", 0)


def write_by_ctypes(folder: Path) -> object:
    return call("open", str(folder / "article.txt"), os.O_WRONLY | os.O_TRUNC)


def create_by_ctypes(folder: Path) -> object:
    return call("creat", str(folder / "new.txt"), 0o600)


def stolen_hook(folder: Path) -> object:
    """Remove the audit hook from Python's memory, where ctypes can find it, to try what happens without it."""
    return read_file(str(folder / "secret.txt"))


def sibling(folder: Path) -> object:
    return read_file(str(folder) + "-private/secret.txt")


def symlink_escape(folder: Path) -> object:
    return read_file(str(folder / "link.txt"))


def own_folder_of_the_article(folder: Path) -> object:
    return read_file(str(folder / "article.txt"))


def listing(folder: Path) -> object:
    return call("open", str(folder), os.O_RDONLY | os.O_DIRECTORY)


def password_file(_: Path) -> object:
    return read_file("/etc/passwd")


def parents_memory(_: Path) -> object:
    return read_file(f"/proc/{os.getppid()}/mem") or "opened"


def parents_environment(_: Path) -> object:
    return read_file(f"/proc/{os.getppid()}/environ")


def resolve_a_name(_: Path) -> object:
    answer = ctypes.c_void_p()
    failed = libc().getaddrinfo(b"example.org", b"80", None, ctypes.byref(answer))
    if failed:
        raise RefusedError(str(failed))
    return "resolved"


def limit_the_parent(_: Path) -> object:
    return system_call("prlimit64", os.getppid(), 7, (ctypes.c_uint64 * 2)(64, 64), None)


def signal_by_pipe(_: Path) -> object:
    """Have the kernel signal the parent whenever this process's pipe is ready."""
    ends = os.pipe()
    return system_call("fcntl", ends[0], fcntl.F_SETOWN, os.getppid())


def in_a_thread(_: Path) -> object:
    """Try from another thread: walls must hold for all threads, including those started later."""
    found: list[object] = []

    def look() -> None:
        try:
            found.append(call("socket", 2, 1, 0))
        except RefusedError as error:
            found.append(error)

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    if isinstance(found[0], RefusedError):
        raise found[0]
    return found[0]


def signal_parent(_: Path) -> object:
    return call("kill", os.getppid(), signal.SIGCONT)


def signal_group(_: Path) -> object:
    return call("kill", 0, signal.SIGCONT)


def remove(folder: Path) -> object:
    return call("unlink", str(folder / "article.txt"))


def rename(folder: Path) -> object:
    return call("rename", str(folder / "article.txt"), str(folder / "other.txt"))


def change_rights(folder: Path) -> object:
    return call("chmod", str(folder / "article.txt"), 0o777)


PROBES: dict[str, Callable[[Path], object]] = {
    "edit the ratings database with SQLite's library": edit_with_sqlite,
    "read a foreign file with libxml2": read_with_libxml,
    "write a foreign file with libxml2": write_with_libxml,
    "include a foreign file with libxml2": include_with_libxml,
    "overwrite the article": write_by_ctypes,
    "create a file": create_by_ctypes,
    "remove the article": remove,
    "rename the article": rename,
    "change the article's rights": change_rights,
    "read a file beside the article": stolen_hook,
    "read the article itself": own_folder_of_the_article,
    "read a sibling folder whose name begins alike": sibling,
    "follow a link out of the folder": symlink_escape,
    "list the article's folder": listing,
    "read the list of users": password_file,
    "read the window's memory": parents_memory,
    "read the window's environment": parents_environment,
    "fork": start_with_posixsubprocess,
    "start a program with posix_spawn": posix_spawn,
    "start a shell": run_shell,
    "become another program": become_another_program,
    "make a file in memory": memory_file_and_exec,
    "signal the window": signal_parent,
    "signal the window's group": signal_group,
    "signal the window through a pipe": signal_by_pipe,
    "limit the window's files": limit_the_parent,
    "trace the window": lambda _: call("ptrace", 0x4206, os.getppid(), None, None),
    "read the window's memory by process_vm_readv": lambda _: call("process_vm_readv", os.getppid(), None, 0, None, 0, 0),
    "open an internet socket": lambda _: call("socket", 2, 1, 0),
    "open an internet socket of version 6": lambda _: call("socket", 10, 2, 0),
    "open a local socket": lambda _: call("socket", 1, 1, 0),
    "open a netlink socket": lambda _: call("socket", 16, 3, 0),
    "open a packet socket": lambda _: call("socket", 17, 3, 0),
    "open a pair of sockets": lambda _: call("socketpair", 1, 1, 0, (ctypes.c_int * 2)()),
    "open a socket in a thread": in_a_thread,
    "ask DNS for a name": resolve_a_name,
    "queue work past the filter with io_uring": lambda _: system_call("io_uring_setup", 8, (ctypes.c_char * 120)()),
    "load a program into the kernel": lambda _: system_call("bpf", 0, (ctypes.c_char * 120)(), 120),
    "mount a file system": lambda folder: call("mount", "none", str(folder), "tmpfs", 0, None),
    "leave the name space": lambda _: call("unshare", 0x10000000),
    "open by the newer call": lambda folder: system_call("openat2", AT_FDCWD, str(folder / "article.txt"), (ctypes.c_uint64 * 3)(), 24),
}


def tried(folder: str, but: tuple[str, ...] = ()) -> dict[str, str]:
    """The outcome of each: "" when it was refused, else what it obtained."""
    outcomes = {}
    for name, probe in PROBES.items():
        if name in but:
            continue
        try:
            outcomes[name] = f"got {probe(Path(folder))!r}"
        except (RefusedError, OSError, RuntimeError):
            outcomes[name] = ""
    return outcomes
