"""The code inside the guarded process, which reads untrusted files and may die doing so.

Started by `launch`. It takes requests from standard input and answers on standard output. Before the first request it loads what
reading needs, then gives up every right that reading does not need.
"""

import sys
import threading
from collections.abc import Mapping, Sequence

from credibility.articles.extract import warm_up
from credibility.articles.saved_file import LARGEST
from credibility.model import ArticleError, PasswordError
from credibility.sandbox.frames import receive, send
from credibility.sandbox.messages import LARGEST_REQUEST, Given, Hello, Hold, Request, answer_bytes, message_in
from credibility.sandbox.tasks import HeldFile, lexicon, perform
from credibility.sandbox.walls import raise_walls


def _answer(request: Request, file: HeldFile) -> tuple[str, object]:
    try:
        return "done", perform(request, file)
    except PasswordError as error:
        return "locked", (error.reason, error.advice)
    except ArticleError as error:
        return "refused", (error.reason, error.advice)
    except MemoryError:
        return "memory", None
    except Exception as error:  # whatever a hostile file causes becomes an answer, never a crash of the window
        return "failed", f"{type(error).__name__}: {error}"[:300]


def _answer_bytes(request: Request, file: HeldFile) -> bytes:
    try:
        return answer_bytes(*_answer(request, file))
    except ValueError as error:  # includes UnicodeEncodeError for lone surrogates
        return answer_bytes("failed", ascii(error)[:300])
    except MemoryError:
        return answer_bytes("memory", None)


def serve(memory: int, plain: bool) -> None:
    """Answer requests until standard input closes. With `plain`, the HTML parsers are loaded after the first answer."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a library that prints must not corrupt the answers
    lexicon()
    if not plain:
        warm_up()
    sys.dont_write_bytecode = True  # modules imported later would try to write theirs, and writing is about to be forbidden
    walls = raise_walls(memory)
    send(target, answer_bytes("hello", Hello(walls=walls)))

    def beside(names: Sequence[str]) -> Mapping[str, bytes]:
        send(target, answer_bytes("wants", tuple(names)))
        given = message_in(receive(source, LARGEST_REQUEST) or b"")
        return given.files if isinstance(given, Given) else {}

    file = HeldFile("", b"", beside)
    while (data := receive(source, LARGEST_REQUEST)) is not None:
        message = message_in(data)
        if isinstance(message, Hold):
            file = HeldFile("", b"", beside)  # free the old file first: two could exceed the memory limit
            file = HeldFile(message.name, receive(source, LARGEST) or b"", beside)
        elif not isinstance(message, Given):
            send(target, _answer_bytes(message, file))
            if plain:
                plain = False
                threading.Thread(target=warm_up, daemon=True).start()


if __name__ == "__main__":
    serve(int(sys.argv[1]), sys.argv[2] == "plain")
