"""The other side of `worker`: a process that reads one hostile file after the other and may die of it.

Started as `python -c "…; serve()"`. It takes requests from standard input and gives answers on standard output, each a length and a
pickle. Before the first request it gives up what reading needs no more: memory above a limit, the network, new processes, writing.
"""

import pickle
import struct
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from os import fsdecode
from pathlib import Path
from typing import IO, Any

from credibility.articles.extract import blocks_on, extract, warm_up
from credibility.articles.load import load_page
from credibility.model import Article, ArticleError, BlockChoice, PageBlock, PagePicture, Part, PasswordError, Print, part_key

_FORBIDDEN = (
    *("socket.", "ftplib.", "smtplib.", "urllib.", "http.", "webbrowser."),
    *("subprocess.", "os.system", "os.exec", "os.fork", "os.spawn", "os.posix_spawn"),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil."),
)
_SYSTEM_FOLDERS = ("/etc/localtime", "/usr/share/zoneinfo", "/proc/self/")
_LENGTH = struct.Struct(">Q")
_WRITING = frozenset("wax+")


class ForbiddenError(RuntimeError):
    """Something in a file made the reader reach for what it must not touch."""


def send(stream: IO[bytes], value: object) -> None:
    """Write one pickled value with its length before it."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message's bytes; None when the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def _limit_memory(limit: int) -> None:
    """Cap the address space, where the system can (Windows cannot; there the caller's time limit is what is left)."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class _Guard:
    """An audit hook that refuses network, processes, writing, and reading outside `folder` and the program's own files."""

    def __init__(self) -> None:
        self.folder = ""
        self._own = tuple(str(Path(entry).resolve()) for entry in (sys.prefix, sys.base_prefix, *sys.path) if entry)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise ForbiddenError(event)
        if event == "open":
            self._check_open(arguments[0], arguments[1])

    def _check_open(self, path: object, mode: object) -> None:
        if isinstance(mode, str) and _WRITING & set(mode):
            raise ForbiddenError(f"writing {path}")
        if isinstance(path, (str, bytes)):
            place = str(Path(fsdecode(path)).resolve())
            if not place.startswith((self.folder or place, *self._own, *_SYSTEM_FOLDERS)):
                raise ForbiddenError(f"reading {place}")


def _article(path: Path, choices: Mapping[str, BlockChoice], **wishes: Any) -> Article:
    page = load_page(path, **wishes)
    return extract(page, choices.get(part_key(page.parts, page.part)))


def _blocks(path: Path, choices: Mapping[str, BlockChoice], **wishes: Any) -> tuple[PageBlock, ...]:
    page = load_page(path, **wishes)
    return blocks_on(page, choices.get(part_key(page.parts, page.part)))


def _parts(path: Path) -> tuple[Part, ...]:
    return load_page(path).parts


def _print(path: Path, password: str | None, text: str) -> Print:
    # Here and below, not above: pdfium loads only for a PDF.
    from credibility.articles.containers.pdf import document_of  # noqa: PLC0415
    from credibility.articles.pages import printed  # noqa: PLC0415

    with closing(document_of(str(path), password)) as document:
        return printed(document, text)


def _picture(path: Path, password: str | None, number: int, scale: float) -> PagePicture:
    from credibility.articles.containers.pdf import document_of  # noqa: PLC0415
    from credibility.articles.pages import draw  # noqa: PLC0415

    with closing(document_of(str(path), password)) as document:
        return draw(document, number, scale)


_TASKS: dict[str, Callable[..., object]] = {
    "article": _article,
    "blocks": _blocks,
    "parts": _parts,
    "print": _print,
    "picture": _picture,
}


def _answer(request: dict[str, Any]) -> tuple[str, Any]:
    try:
        task, path = request.pop("task"), Path(request.pop("path"))
        return task, _TASKS[task](path, **request)
    except PasswordError as error:
        return "locked", (error.reason, error.advice)
    except ArticleError as error:
        return "refused", (error.reason, error.advice)
    except MemoryError:
        return "memory", None
    except Exception as error:  # whatever a hostile file brings about is an answer here, never a crash of the window
        return "failed", f"{type(error).__name__}: {error}"[:300]


def serve(memory: int) -> None:
    """Answer requests until standard input closes."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a library that prints must not break the answers
    warm_up()
    _limit_memory(memory)
    sys.dont_write_bytecode = True  # modules that load later would write theirs, and nothing is written from here on
    guard = _Guard()
    sys.addaudithook(guard)
    send(target, ("ready", None))
    while (data := receive(source)) is not None:
        request = pickle.loads(data)
        guard.folder = str(Path(request["path"]).resolve().parent)
        send(target, _answer(request))
