"""Read files in a separate process: a file that crashes, hangs or fills the memory takes down that process, never the window.

A program that opens many articles keeps one `ArticleWorker`: its process starts once (about half a second) and stays warm.
For a single file, `credibility.sandbox.once` is enough.
"""

import subprocess
from contextlib import suppress
from dataclasses import dataclass, replace
from os import fstat
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, TypeVar

from credibility.articles.pictures.beside_page import files_beside
from credibility.articles.saved_file import open_saved
from credibility.floor.language import said
from credibility.model import Article, ArticleError, Claims, Found, PageBlock, PagePicture, Part, PasswordError, Print
from credibility.model.lists import ListSheet
from credibility.sandbox.channel import Channel
from credibility.sandbox.frames import DamagedMessageError
from credibility.sandbox.launch import MEMORY, launch
from credibility.sandbox.messages import (
    LARGEST_ANSWER,
    LARGEST_REQUEST,
    VERSION,
    Copy,
    Draw,
    Enclose,
    Given,
    Hello,
    Hold,
    Locate,
    Look,
    Read,
    Request,
    answer_in,
    message_bytes,
)
from credibility.sandbox.reach import LONGEST, told, within_reach

DEFAULT_SECONDS = 30.0
_START_SECONDS = 60.0
_AGAIN = said("It may be damaged; save the page again, or as text.")
_SHORTER = said("It is very long or damaged: save the page again, or a part of it as text.")
_LARGE = 300_000  # characters, of which the process keeps some 60 MB
_LETTERS_PER_SECOND = 2000
"""Characters the tagger reads per second on a machine five times slower than the one it was developed on."""

_Value = TypeVar("_Value")


class ArticleWorker:
    """One reading process, started on first use and again after it had to be killed. Use it from one thread at a time."""

    def __init__(
        self,
        *,
        seconds: float = DEFAULT_SECONDS,
        memory: int = MEMORY,
        plain: bool = False,
        process: subprocess.Popen[bytes] | None = None,
    ) -> None:
        """`seconds` is the time limit per file; `memory` and `plain` are as in `launch`; `process` is one launched in advance."""
        self.seconds = seconds
        self._memory = memory
        self._plain = plain
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: Channel | None = None
        self._hello: Hello | None = None
        self._ahead: _Question | None = None
        self._held: tuple[object, ...] | None = None
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
        """Start the process before the first file; does nothing if it is running. Returns immediately."""
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._listen_to(launch(memory=self._memory, plain=self._plain))

    def _listen_to(self, process: subprocess.Popen[bytes]) -> None:
        self._process, self._channel = process, Channel(process, LARGEST_ANSWER)
        self._hello = self._ahead = self._held = None

    def walls(self) -> tuple[str, ...]:
        """Descriptions of the walls in force around the process. Raises ArticleError when it cannot be started."""
        self.start()
        return self._greeting("the reading process").walls

    def ask_ahead(self, path: Path, **wishes: Any) -> None:
        """Start finding the article and its claims, for a later call of `found` with the same arguments. Returns immediately."""
        self.start()
        question = _Question(Read("found", **wishes), path)
        if self._ahead is None:
            with suppress(ArticleError):  # `found` will report it
                self._say(question)
                self._ahead = question

    def article(self, path: Path, **wishes: Any) -> Article:
        """The article in a file; `wishes` are the fields of `Read`: `part`, `password` and `choices`. Raises ArticleError."""
        return self._answer(Article, path.name, _Question(Read("article", **wishes), path))

    def found(self, path: Path, **wishes: Any) -> Found:
        """The article in a file with the claims that the rules find; arguments as for `article`. Raises ArticleError.

        A large file may take longer than `seconds`, up to three times as long: a long text full of claims is slow to search, not harmful.
        """
        return self._answer(Found, path.name, _Question(Read("found", **wishes), path), self.seconds * _share_of_longest(path) * 2)

    def claims(self, article: Article, threshold: float | None, attitudes: bool) -> Claims:
        """The claims of an article by rules and tagger, as `second_look` returns them. Raises ArticleError."""
        near = replace(within_reach(article), images=(), comments=())
        question = _Question(Look(near, threshold, attitudes))
        claims = told(self._answer(Claims, article.title, question, len(near.text) / _LETTERS_PER_SECOND), article)
        if len(near.text) > _LARGE:  # what the process took for it, it would keep: a fresh one starts in the background
            self.close()
            self.start()
        return claims

    def blocks(self, path: Path, **wishes: Any) -> tuple[PageBlock, ...]:
        """All blocks of a saved page, as `extract.blocks_on` returns them. Raises ArticleError."""
        return self._answer(tuple, path.name, _Question(Read("blocks", **wishes), path))

    def parts(self, path: Path) -> tuple[Part, ...]:
        """The parts of a file; empty for a file that can hold only one article. Raises ArticleError."""
        return self._answer(tuple, path.name, _Question(Read("parts"), path))

    def sheets(self, path: Path) -> tuple[ListSheet, ...]:
        """The sheets of a spreadsheet that have rows. Raises ArticleError."""
        return self._answer(tuple, path.name, _Question(Read("sheets"), path))

    def record(self, path: Path, password: str | None = None) -> str:
        """The reading attached to an exported PDF, as JSON that is not trusted; "" when there is none. Raises ArticleError."""
        return self._answer(str, path.name, _Question(Read("record", password=password), path))

    def print(self, path: Path, password: str | None, text: str) -> Print:
        """The pages of a PDF with the positions of an article's characters, as `pages.printed` returns them. Raises ArticleError."""
        return self._answer(Print, path.name, _Question(Locate(password, text), path))

    def picture(self, path: Path, password: str | None, number: int, scale: float) -> PagePicture:
        """A page of a PDF drawn at `scale` pixels per point. Raises ArticleError."""
        return self._answer(PagePicture, path.name, _Question(Draw(password, number, scale), path))

    def origin(self, path: Path, password: str | None) -> str:
        """What is known of a PDF before it is copied, as `copying.origin_of` returns it. Raises ArticleError."""
        return self._answer(str, path.name, _Question(Read("origin", password=password), path))

    def copy(self, path: Path, password: str | None, order: bytes) -> bytes:
        """A PDF copied with the marks of an encoded order. Raises ArticleError."""
        return self._answer(bytes, path.name, _Question(Copy(password, order), path), self.seconds * _share_of_longest(path) * 2)

    def timestamp(self, path: Path) -> bytes:
        """The time stamp of the reading attached to a PDF, which is not trusted; b"" when there is none. Raises ArticleError."""
        return self._answer(bytes, path.name, _Question(Read("timestamp"), path))

    def with_timestamp(self, path: Path, answer: bytes) -> bytes:
        """A PDF with an authority's time stamp of its reading enclosed. Raises ArticleError."""
        return self._answer(bytes, path.name, _Question(Enclose(None, answer), path))

    def _answer(self, wanted: type[_Value], name: str, question: "_Question", more_seconds: float = 0) -> _Value:
        """The value the process answers with. Raises ArticleError for any other kind of answer."""
        kind, value = self._ask(question, name, self.seconds + more_seconds)
        if kind == "done" and isinstance(value, wanted):
            return value
        if kind == "locked":
            raise PasswordError(*value)
        if kind == "refused":
            raise ArticleError(*value)
        if kind == "memory":
            self.close()
            raise ArticleError(said("“{name}” needs more memory than an article may.", name=name), _AGAIN)
        raise ArticleError(said("“{name}” could not be read ({value}).", name=name, value=value), _AGAIN)

    def kill(self) -> None:
        """Kill the process while another thread waits for it: that call raises ArticleError, the next one starts a new process."""
        process = self._process
        if process is not None:
            process.kill()
            process.wait()

    def close(self) -> None:
        """End the process."""
        process, channel = self._process, self._channel
        self._process = self._channel = self._hello = self._ahead = self._held = None
        if process is not None and channel is not None:
            process.kill()
            process.wait()
            channel.close()

    def _ask(self, question: "_Question", name: str, seconds: float) -> tuple[str, Any]:
        self.start()
        ahead, self._ahead = self._ahead, None
        if ahead is None:
            self._say(question)
        self._greeting(name)
        if ahead is not None and ahead != question:
            self._next(seconds, name, replace(ahead, path=None))  # the answer to the advance request, which is not wanted after all
            self._say(question)
        return self._next(seconds, name, question)

    def _say(self, question: "_Question") -> None:
        """Send a request and, unless the process already holds it, its file. Raises ArticleError when there is no such file."""
        assert self._channel is not None
        data = message_bytes(question.request)
        if len(data) > LARGEST_REQUEST:
            raise ArticleError(said("This article is too long."), _SHORTER)
        if question.path is not None:
            file = open_saved(question.path)
            found = fstat(file.fileno())
            held = (question.path, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)
            if held == self._held:
                file.close()
            else:
                name = question.path.name.encode(errors="replace").decode()
                self._channel.say(message_bytes(Hold(name)), file)
                self._held = held
        self._channel.say(data)

    def _greeting(self, name: str) -> Hello:
        """The process's first message, awaited once."""
        if self._hello is None:
            _, hello = self._next(_START_SECONDS, name, None)
            if not isinstance(hello, Hello) or hello.version != VERSION:
                self.close()
                raise ArticleError(
                    said("SourceTint was replaced by another version while it was running."), said("Close it and start it again.")
                )
            self._hello = hello
        return self._hello

    def _next(self, seconds: float, name: str, question: "_Question | None") -> tuple[str, Any]:
        """The next answer, after sending images beside the page if asked for. Raises ArticleError when none comes in time."""
        until = monotonic() + seconds
        try:
            kind, value = self._answer_before(until, question)
            if kind == "wants" and self._channel is not None and question is not None:
                self._channel.say(message_bytes(Given(files_beside(question.path, value) if question.path is not None else {})))
                kind, value = self._answer_before(until, question)
            if kind not in ("wants", "gone"):
                return kind, value
        except TimeoutError:
            self.close()
            raise ArticleError(
                said("Reading “{name}” took longer than {seconds:.0f} seconds and was stopped.", name=name, seconds=seconds), _SHORTER
            ) from None
        except DamagedMessageError:
            pass  # treated like a process that has ended
        self.close()
        raise ArticleError(said("Reading “{name}” failed: the file is damaged or built to do harm.", name=name), _AGAIN)

    def _answer_before(self, until: float, question: "_Question | None") -> tuple[str, Any]:
        data = self._channel.next(max(0.0, until - monotonic())) if self._channel is not None else None
        return ("gone", None) if data is None else answer_in(data, question.request if question is not None else None)


def _share_of_longest(path: Path) -> float:
    """How much of the longest text that is searched a file could hold: 0 to 1."""
    try:
        return min(path.stat().st_size / LONGEST, 1.0)
    except (OSError, ValueError):
        return 0.0  # `_say` reports it


@dataclass(frozen=True, slots=True)
class _Question:
    """A request and the file it refers to."""

    request: Request
    path: Path | None = None
