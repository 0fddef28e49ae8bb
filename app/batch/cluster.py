"""Read files on a Dask cluster. Only here does anything leave this machine: files, table and corrections go to the workers.

Each worker reads inside a guarded process of its own, as this machine does. A task is pure, so that the scheduler may run it again where
a worker has died; results are stored here alone, by content, so that nothing is stored twice.
"""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.batch.local import AHEAD
from app.batch.reading import BatchSetup, FileOutcome, FileTask, read_file
from credibility.articles.saved_file import open_saved
from credibility.floor.language import said
from credibility.model import ArticleError, SettingsError
from credibility.outlets.packed import pack, unpack
from credibility.outlets.registry import OutletRegistry
from credibility.sandbox.worker import ArticleWorker

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = "15s"
"""How long a scheduler may take to answer."""

_RETRIES = 3
"""How many workers may die over one file before it counts as one that cannot be read."""

_worker: ArticleWorker | None = None
_table: tuple[bytes, OutletRegistry] | None = None
"""The table that was sent last, packed and ready for use."""


@dataclass(frozen=True, slots=True)
class ClusterAddress:
    """Where the scheduler is, and the files for TLS: the authority's certificate, and this machine's certificate and key."""

    scheduler: str
    authority: Path | None = None
    certificate: Path | None = None
    key: Path | None = None


def connect(address: ClusterAddress) -> "Client":
    """A connection to the scheduler. Raises SettingsError when Dask is not installed or the scheduler cannot be reached."""
    try:
        # Imported here because it is an optional extra, and because nothing else may open a connection.
        from distributed import Client  # noqa: PLC0415
        from distributed.security import Security  # noqa: PLC0415
    except ImportError as error:
        advice = said("Install it with `pip install 'sourcetint[cluster]'`, or leave --scheduler out.")
        raise SettingsError(said("Reading on a cluster needs Dask distributed, which is not installed."), advice) from error
    security = Security()
    if address.authority:
        files = {"tls_ca_file": address.authority, "tls_client_cert": address.certificate, "tls_client_key": address.key}
        security = Security(require_encryption=True, **{name: str(path) for name, path in files.items() if path})
    try:
        return Client(address.scheduler, security=security, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise SettingsError(
            said("The scheduler at {scheduler} cannot be reached: {error}.", scheduler=address.scheduler, error=error),
            said("Check the address and the certificates."),
        ) from error


def read_there(tasks: Iterable[FileTask], setup: BatchSetup, client: "Client") -> Iterator[FileOutcome]:
    """The outcome of each task, in the order in which they are done. At most a few files per worker are under way."""
    from distributed import as_completed  # noqa: PLC0415 - as above

    # A task of its own and not scattered data: the scheduler can make it again when every worker that held it has died.
    shared = client.submit(_handed_on, sendable(setup))
    waiting = iter(tasks)
    under_way: dict[Any, FileTask] = {}
    done = as_completed(loop=client.loop)

    def submit() -> None:
        for task in waiting:
            try:
                with open_saved(task.path) as file:
                    data = file.read()
            except (OSError, ArticleError) as error:
                unread.append(FileOutcome(task, error=str(error)))
                continue
            future = client.submit(read_remotely, data, task, shared, key=f"sourcetint-{task.digest}", retries=_RETRIES)
            under_way[future.key] = task
            done.add(future)
            return

    unread: list[FileOutcome] = []
    for _ in range(max(1, sum(client.nthreads().values())) * AHEAD):
        submit()
    for future in done:
        task = under_way.pop(future.key)
        submit()
        yield from unread
        unread.clear()
        yield _outcome(future, task)
        future.release()
    yield from unread


@dataclass(frozen=True, slots=True)
class SentSetup:
    """A setup as it travels: the table as a packed snapshot, since one that is in use holds what cannot be sent."""

    table: bytes = field(repr=False)
    others: BatchSetup


def sendable(setup: BatchSetup) -> SentSetup:
    """The setup as it can be sent to another machine."""
    return SentSetup(pack(setup.registry), replace(setup, registry=OutletRegistry()))


def _handed_on(sent: SentSetup) -> SentSetup:
    return sent


def _outcome(future: Any, task: FileTask) -> FileOutcome:
    if future.status == "finished":
        outcome: FileOutcome = replace(future.result(), task=task)
        return outcome
    return FileOutcome(task, error=said("The cluster could not read it: {exception}", exception=future.exception()))


def read_remotely(data: bytes, task: FileTask, sent: SentSetup) -> FileOutcome:
    """Read a file that came as bytes, on whichever machine this is, by the guarded process that it keeps warm."""
    global _worker, _table  # noqa: PLW0603 - all that a worker keeps between tasks
    if _worker is None:
        _worker = ArticleWorker()
    if _table is None or _table[0] != sent.table:
        _table = sent.table, unpack(sent.table)
    setup = replace(sent.others, registry=_table[1])
    with tempfile.TemporaryDirectory(prefix="sourcetint-") as folder:
        path = Path(folder) / (task.path.name or "file")
        path.write_bytes(data)
        return read_file(_worker, replace(task, path=path), setup)
