"""Reading in a process of its own: a file that crashes, hangs or fills the memory costs that process, never the window.

`read_safely` is all a caller needs. A program that opens articles again and again keeps one `ArticleWorker` and hands it in: its process
is started once (about a third of a second) and stays warm. Plain text is read in the caller's process; nothing in it can do harm.
"""

import io
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from credibility.articles.containers.sniff import SNIFFED, sniff
from credibility.articles.extract import blocks_on, extract
from credibility.articles.load import DEFAULT_LIMIT, load_page
from credibility.articles.worker_child import receive, send
from credibility.model import Article, ArticleError, BlockChoice, Container, PageBlock, PagePicture, Part, PasswordError, Print, SavedPage

Choices = Mapping[str, BlockChoice]
"""What the reader said about the extent of a file's parts, by `part_key`."""

NO_CHOICES: Choices = {}
DEFAULT_SECONDS = 30.0
DEFAULT_MEMORY = 2_000_000_000
_START_SECONDS = 60.0
_LONGEST_AT_HOME = 4_000_000
_SAFE_MODULES = ("credibility.model", "datetime")
_BOOT = "import sys; sys.path[:] = {path!r}; from credibility.articles.worker_child import serve; serve({memory})"


class _ModelUnpickler(pickle.Unpickler):
    """Builds nothing but the glossary's values and dates, whatever the other process sends."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith(_SAFE_MODULES) and "." not in name:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not a part of an article")


class ArticleWorker:
    """One reading process, started when it is first needed and again after it had to be ended. Use it from one thread at a time."""

    def __init__(self, *, seconds: float = DEFAULT_SECONDS, memory: int = DEFAULT_MEMORY) -> None:
        """`seconds` is the time limit of one file, `memory` the process's limit in bytes."""
        self.seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes | None] = queue.Queue()
        self._ready = False

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
        if self._process is not None and self._process.poll() is None:
            return
        boot = _BOOT.format(path=[entry for entry in sys.path if entry] + [str(Path(__file__).resolve().parents[2])], memory=self._memory)
        self._process = subprocess.Popen(
            [sys.executable, "-c", boot], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._answers, self._ready = queue.Queue(), False
        threading.Thread(target=_listen, args=(self._process, self._answers), daemon=True).start()

    def start_for(self, path: Path) -> None:
        """Start ahead of a file, unless it is plain text, which is read without the process."""
        if not _is_plain(path):
            self.start()

    def read(self, path: Path, **wishes: Any) -> Article:
        """The article in a file; `wishes` are the keyword arguments of `load_page` and the reader's `choices`. Raises ArticleError."""
        value = self._answer("article", path, {"choices": NO_CHOICES, **wishes})
        assert isinstance(value, Article)
        return value

    def blocks(self, path: Path, **wishes: Any) -> tuple[PageBlock, ...]:
        """All blocks of a saved page, as `extract.blocks_on` gives them. Raises ArticleError."""
        value = self._answer("blocks", path, {"choices": NO_CHOICES, **wishes})
        assert isinstance(value, tuple)
        return value

    def parts(self, path: Path) -> tuple[Part, ...]:
        """What a file offers as its parts; empty for a file that can hold one article only. Raises ArticleError."""
        value = self._answer("parts", path, {})
        assert isinstance(value, tuple)
        return value

    def print(self, path: Path, password: str | None, text: str) -> Print:
        """The pages of a PDF with the places of an article's letters, as `pages.printed` gives them. Raises ArticleError."""
        value = self._answer("print", path, {"password": password, "text": text})
        assert isinstance(value, Print)
        return value

    def picture(self, path: Path, password: str | None, number: int, scale: float) -> PagePicture:
        """A page of a PDF drawn at `scale` pixels per point. Raises ArticleError."""
        value = self._answer("picture", path, {"password": password, "number": number, "scale": scale})
        assert isinstance(value, PagePicture)
        return value

    def _answer(self, task: str, path: Path, wishes: dict[str, Any]) -> object:
        """What the process makes of a task. Raises ArticleError for whatever else it answers."""
        self.start()
        kind, value = self._ask({"task": task, "path": str(path), **wishes}, path.name)
        if kind == task:
            return value
        if kind == "locked":
            raise PasswordError(*value)
        if kind == "refused":
            raise ArticleError(*value)
        if kind == "memory":
            self.close()
            raise ArticleError(
                f"“{path.name}” needs more memory than an article may.", "It may be damaged; save the page again, or as text."
            )
        raise ArticleError(f"“{path.name}” could not be read ({value}).", "It may be damaged; save the page again, or as text.")

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()

    def _ask(self, request: dict[str, Any], name: str) -> tuple[str, Any]:
        process = self._process
        if process is None or process.stdin is None:
            raise ArticleError("The reading process is not running.", "Open the file again.")
        try:
            send(process.stdin, request)
            if not self._ready:
                self._ready = self._next(_START_SECONDS, name)[0] == "ready"
            answer = self._next(self.seconds, name)
        except BrokenPipeError:
            answer = ("gone", None)
        if answer[0] == "gone":
            self.close()
            raise ArticleError(f"Reading “{name}” failed: the file is damaged or built to do harm.", "Save the page again, or as text.")
        return answer

    def _next(self, seconds: float, name: str) -> tuple[str, Any]:
        try:
            data = self._answers.get(timeout=seconds)
        except queue.Empty:
            self.close()
            raise ArticleError(
                f"Reading “{name}” took longer than {self.seconds:.0f} seconds and was stopped.", "Save the page again, or as text."
            ) from None
        if data is None:
            return "gone", None
        try:
            kind, value = _ModelUnpickler(io.BytesIO(data)).load()
        except (pickle.UnpicklingError, ValueError, TypeError, EOFError, AttributeError):
            return "gone", None
        return kind, value


def _listen(process: subprocess.Popen[bytes], answers: "queue.Queue[bytes | None]") -> None:
    """Pass the process's answers on; None when it has ended."""
    stream = process.stdout
    try:
        while stream is not None and (data := receive(stream)) is not None:
            answers.put(data)
    except (OSError, ValueError):
        pass  # the stream was closed from our side
    answers.put(None)


def _is_plain(path: Path) -> bool:
    """Whether a file is plain text by its first bytes; a file that cannot be read is, so that `load_page` names what is wrong."""
    try:
        if not path.is_file():
            return True
        if path.stat().st_size > _LONGEST_AT_HOME:
            return False
        with path.open("rb") as file:
            head = file.read(SNIFFED)
    except OSError:
        return True
    return not head.startswith(b"\x1f\x8b") and sniff(head, path.suffix.lower()) is Container.TEXT


def read_safely(path: Path, *, worker: ArticleWorker | None = None, choices: Choices = NO_CHOICES, **wishes: Any) -> Article:
    """The article in a file, read where it can do no harm, with the blocks that the reader chose for that part. Raises ArticleError.

    `choices` are by `part_key`; `wishes` are the keyword arguments of `load_page`; `worker` is a warm one to use.
    """
    page = _plain_page(path, wishes)
    if page is not None:
        return extract(page, choices.get(""))
    if worker is not None:
        return worker.read(path, choices=choices, **wishes)
    with ArticleWorker() as own:
        return own.read(path, choices=choices, **wishes)


def blocks_safely(path: Path, worker: ArticleWorker, choices: Choices = NO_CHOICES, **wishes: Any) -> tuple[PageBlock, ...]:
    """All blocks of a saved page, read where it can do no harm. Raises ArticleError."""
    page = _plain_page(path, wishes)
    return blocks_on(page, choices.get("")) if page is not None else worker.blocks(path, choices=choices, **wishes)


def parts_safely(path: Path) -> tuple[Part, ...]:
    """What a file offers as its parts, found where it can do no harm; empty for a file that holds one article. Raises ArticleError."""
    if _plain_page(path, {}) is not None:
        return ()
    with ArticleWorker() as own:
        return own.parts(path)


def is_pdf(path: Path) -> bool:
    """Whether a file is a PDF by its first bytes; False for one that cannot be read."""
    try:
        with path.open("rb") as file:
            return sniff(file.read(SNIFFED), path.suffix.lower()) is Container.PDF
    except OSError:
        return False


def _plain_page(path: Path, wishes: dict[str, Any]) -> SavedPage | None:
    """The page in a file that is plain text; None for one that needs the guarded process."""
    if not _is_plain(path):
        return None
    page = load_page(path, limit=wishes.get("limit", DEFAULT_LIMIT), part=wishes.get("part"))
    return page if page.container is Container.TEXT else None
