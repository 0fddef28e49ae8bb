"""The inside of the guarded process, which reads one hostile file after the other and may die of it.

Started by `launch`. It takes requests from standard input and gives answers on standard output. Before the first request it loads what
reading needs, then gives up all that reading needs no more.
"""

import sys
import threading
from os import fsdecode
from pathlib import Path

from credibility.articles.extract import warm_up
from credibility.model import ArticleError, PasswordError
from credibility.sandbox.frames import receive, send
from credibility.sandbox.guard import Guard, limit_memory
from credibility.sandbox.messages import LARGEST_REQUEST, Hello, Look, Request, answer_bytes, request_in
from credibility.sandbox.tasks import lexicon, perform


def _answer(request: Request) -> tuple[str, object]:
    try:
        return "done", perform(request)
    except PasswordError as error:
        return "locked", (error.reason, error.advice)
    except ArticleError as error:
        return "refused", (error.reason, error.advice)
    except MemoryError:
        return "memory", None
    except Exception as error:  # whatever a hostile file brings about is an answer here, never a crash of the window
        return "failed", f"{type(error).__name__}: {error}"[:300]


def _answer_bytes(request: Request) -> bytes:
    try:
        return answer_bytes(*_answer(request))
    except ValueError as error:  # also for letters that are half of a pair, which cannot be written
        return answer_bytes("failed", ascii(error)[:300])
    except MemoryError:
        return answer_bytes("memory", None)


def serve(memory: int, plain: bool) -> None:
    """Answer requests until standard input closes. With `plain` the parsers of pages are loaded after the first answer."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a library that prints must not break the answers
    lexicon()
    if not plain:
        warm_up()
    limit_memory(memory)
    sys.dont_write_bytecode = True  # modules that load later would write theirs, and nothing is written from here on
    guard = Guard()
    sys.addaudithook(guard)
    send(target, answer_bytes("hello", Hello()))
    while (data := receive(source, LARGEST_REQUEST)) is not None:
        request = request_in(data)
        guard.folder = None if isinstance(request, Look) else str(Path(fsdecode(request.path)).resolve().parent)
        send(target, _answer_bytes(request))
        if plain:
            plain = False
            threading.Thread(target=warm_up, daemon=True).start()
