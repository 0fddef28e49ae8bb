"""Reading in a process of its own: a file that crashes, hangs or fills the memory costs that process, never the window.

A program that opens articles again and again keeps one `ArticleWorker`: its process is started once (about half a second) and stays warm.
`read_safely` is all that a caller needs who wants a single article.
"""

import queue
import subprocess
import threading
from contextlib import suppress
from dataclasses import replace
from os import fsencode
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from credibility.model import Article, ArticleError, Claims, Found, PageBlock, PagePicture, Part, PasswordError, Print
from credibility.sandbox.frames import DamagedMessageError, receive, send
from credibility.sandbox.launch import MEMORY, launch
from credibility.sandbox.messages import (
    LARGEST_ANSWER,
    LARGEST_REQUEST,
    VERSION,
    Draw,
    Hello,
    Locate,
    Look,
    Read,
    Request,
    answer_in,
    request_bytes,
)
from credibility.sandbox.reach import told, within_reach

DEFAULT_SECONDS = 30.0
_START_SECONDS = 60.0
_AGAIN = "It may be damaged; save the page again, or as text."
_SHORTER = "It is very long or damaged: save the page again, or a part of it as text."
_MOST_ANSWERS = 4
"""That can wait to be taken: its greeting, one that was asked for ahead, the one that is wanted, and its end."""

_LETTERS_PER_SECOND = 2000
"""What the tagger reads in a second on a machine five times slower than it was made on."""

_Value = TypeVar("_Value")


class ArticleWorker:
    """One reading process, started when it is first needed and again after it had to be ended. Use it from one thread at a time."""

    def __init__(
        self,
        *,
        seconds: float = DEFAULT_SECONDS,
        memory: int = MEMORY,
        plain: bool = False,
        process: subprocess.Popen[bytes] | None = None,
    ) -> None:
        """`seconds` is the time limit of one file, `memory` and `plain` as in `launch`; `process` is one launched ahead."""
        self.seconds = seconds
        self._memory = memory
        self._plain = plain
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes | None] = queue.Queue(_MOST_ANSWERS)
        self._ready = False
        self._ahead: Request | None = None
        if process is not None:
            self._listen_to(process)

    def __enter__(self) -> "ArticleWorker":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The process's id while it runs."""
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Start the process ahead of the first file; does nothing when it runs already. Returns at once."""
        if self._process is None or self._process.poll() is not None:
            self._listen_to(launch(memory=self._memory, plain=self._plain))

    def _listen_to(self, process: subprocess.Popen[bytes]) -> None:
        self._process, self._answers, self._ready, self._ahead = process, queue.Queue(_MOST_ANSWERS), False, None
        threading.Thread(target=_listen, args=(process, self._answers), daemon=True).start()

    def ask_ahead(self, path: Path, **wishes: Any) -> None:
        """Have the article and its claims found now, for a caller who will ask for `found` with the same arguments. Returns at once."""
        self.start()
        request = Read("found", fsencode(path), **wishes)
        if self._ahead is None and self._process is not None and self._process.stdin is not None:
            with suppress(OSError):  # whoever asks for the answer will learn that the process has ended
                send(self._process.stdin, request_bytes(request))
                self._ahead = request

    def article(self, path: Path, **wishes: Any) -> Article:
        """The article in a file; `wishes` are the fields of `Read`: `part`, `password` and `choices`. Raises ArticleError."""
        return self._answer(Article, path.name, Read("article", fsencode(path), **wishes))

    def found(self, path: Path, **wishes: Any) -> Found:
        """The article in a file with the claims that the rules find; arguments as for `article`. Raises ArticleError."""
        return self._answer(Found, path.name, Read("found", fsencode(path), **wishes))

    def claims(self, article: Article, threshold: float | None, attitudes: bool) -> Claims:
        """The claims of an article by rules and tagger, as `second_look` gives them. Raises ArticleError."""
        near = replace(within_reach(article), images=(), comments=())
        return told(self._answer(Claims, article.title, Look(near, threshold, attitudes), len(near.text) / _LETTERS_PER_SECOND), article)

    def blocks(self, path: Path, **wishes: Any) -> tuple[PageBlock, ...]:
        """All blocks of a saved page, as `extract.blocks_on` gives them. Raises ArticleError."""
        return self._answer(tuple, path.name, Read("blocks", fsencode(path), **wishes))

    def parts(self, path: Path) -> tuple[Part, ...]:
        """What a file offers as its parts; empty for a file that can hold one article only. Raises ArticleError."""
        return self._answer(tuple, path.name, Read("parts", fsencode(path)))

    def print(self, path: Path, password: str | None, text: str) -> Print:
        """The pages of a PDF with the places of an article's letters, as `pages.printed` gives them. Raises ArticleError."""
        return self._answer(Print, path.name, Locate(fsencode(path), password, text))

    def picture(self, path: Path, password: str | None, number: int, scale: float) -> PagePicture:
        """A page of a PDF drawn at `scale` pixels per point. Raises ArticleError."""
        return self._answer(PagePicture, path.name, Draw(fsencode(path), password, number, scale))

    def _answer(self, wanted: type[_Value], name: str, request: Request, more_seconds: float = 0) -> _Value:
        """What the process makes of a task. Raises ArticleError for whatever else it answers."""
        kind, value = self._ask(request, name, self.seconds + more_seconds)
        if kind == "done" and isinstance(value, wanted):
            return value
        if kind == "locked":
            raise PasswordError(*value)
        if kind == "refused":
            raise ArticleError(*value)
        if kind == "memory":
            self.close()
            raise ArticleError(f"“{name}” needs more memory than an article may.", _AGAIN)
        raise ArticleError(f"“{name}” could not be read ({value}).", _AGAIN)

    def kill(self) -> None:
        """End the process under whoever waits for it in another thread: that call raises ArticleError, the next one starts anew."""
        process = self._process
        if process is not None:
            process.kill()
            process.wait()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()

    def _ask(self, request: Request, name: str, seconds: float) -> tuple[str, Any]:
        self.start()
        ahead, self._ahead = self._ahead, None
        try:
            if ahead != request:
                self._send(request, name)
            if not self._ready:
                self._greet(name)
            if ahead is not None and ahead != request:
                self._next(seconds, name, ahead)  # what was asked for ahead is not what is wanted now
            return self._next(seconds, name, request)
        except (_GoneError, BrokenPipeError, DamagedMessageError):
            self.close()
            raise ArticleError(f"Reading “{name}” failed: the file is damaged or built to do harm.", _AGAIN) from None

    def _send(self, request: Request, name: str) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        data = request_bytes(request)
        if len(data) > LARGEST_REQUEST:
            raise ArticleError(f"“{name}” is too long to be looked at.", _SHORTER)
        send(self._process.stdin, data)

    def _greet(self, name: str) -> None:
        _, hello = self._next(_START_SECONDS, name, None)
        if not isinstance(hello, Hello) or hello.version != VERSION:
            self.close()
            raise ArticleError("SourceTint was replaced by another version while it was running.", "Close it and start it again.")
        self._ready = True

    def _next(self, seconds: float, name: str, request: Request | None) -> tuple[str, Any]:
        try:
            data = self._answers.get(timeout=seconds)
        except queue.Empty:
            self.close()
            raise ArticleError(f"Reading “{name}” took longer than {seconds:.0f} seconds and was stopped.", _SHORTER) from None
        if data is None:
            raise _GoneError
        return answer_in(data, request)


class _GoneError(Exception):
    """The process has ended."""


def _listen(process: subprocess.Popen[bytes], answers: "queue.Queue[bytes | None]") -> None:
    """Pass the process's answers on; None when it has ended. One that says more than it was asked is ended."""
    stream = process.stdout
    try:
        while stream is not None and (data := receive(stream, LARGEST_ANSWER)) is not None:
            answers.put_nowait(data)
    except (OSError, ValueError, MemoryError, queue.Full):
        process.kill()  # or the stream was closed from our side, and it has ended
    with suppress(queue.Full):
        answers.put_nowait(None)


def read_safely(path: Path, **wishes: Any) -> Article:
    """The article in a file, read where it can do no harm; `wishes` as for `ArticleWorker.article`. Raises ArticleError."""
    with ArticleWorker(plain=_is_text(path)) as worker:
        return worker.article(path, **wishes)


def parts_safely(path: Path) -> tuple[Part, ...]:
    """What a file offers as its parts, found where it can do no harm; empty for a file that holds one article. Raises ArticleError."""
    with ArticleWorker(plain=_is_text(path)) as worker:
        return worker.parts(path)


def _is_text(path: Path) -> bool:
    """Whether the parsers of pages can wait; a wrong guess costs time and nothing else."""
    return path.suffix.lower() in (".txt", ".text")
