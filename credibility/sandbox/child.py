"""The inside of the guarded process, which reads one hostile file after the other and may die of it.

Started by `launch`. It takes requests from standard input and gives answers on standard output. Before the first request it loads what
reading needs, then gives up all that reading needs no more.
"""

import pickle
import sys
import threading
from pathlib import Path
from typing import Any

from credibility.articles.extract import warm_up
from credibility.model import ArticleError, PasswordError
from credibility.sandbox.guard import Guard, limit_memory
from credibility.sandbox.messages import receive, send
from credibility.sandbox.tasks import TASKS, lexicon


def _answer(request: dict[str, Any]) -> tuple[str, Any]:
    try:
        task = request.pop("task")
        return task, TASKS[task](**request)
    except PasswordError as error:
        return "locked", (error.reason, error.advice)
    except ArticleError as error:
        return "refused", (error.reason, error.advice)
    except MemoryError:
        return "memory", None
    except Exception as error:  # whatever a hostile file brings about is an answer here, never a crash of the window
        return "failed", f"{type(error).__name__}: {error}"[:300]


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
    send(target, ("ready", None))
    while (data := receive(source)) is not None:
        request = pickle.loads(data)
        guard.folder = str(Path(request["path"]).resolve().parent) if "path" in request else None
        send(target, _answer(request))
        if plain:
            plain = False
            threading.Thread(target=warm_up, daemon=True).start()
