"""Damaged files of every container: whatever the damage, the guarded process returns a sound article or a named error."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from credibility.sandbox.worker import ArticleWorker
from tests.bench.hostile import outcome
from tests.bench.hostile_files import VALID

MADE = {name: made() for name, made in VALID.items()}
PLACES = st.floats(0, 1, exclude_max=True)
BYTES = st.one_of(
    st.binary(min_size=1, max_size=40), st.sampled_from([b"<", b">", b'"', b"\0", b"\xff\xfe", b"<div>" * 300, b"\r\n\r\n", b"PK\x03\x04"])
)
CHANGES = st.lists(st.tuples(st.sampled_from(["cut", "put", "write over", "double", "end"]), PLACES, PLACES, BYTES), min_size=1, max_size=4)


def changed(data: bytes, changes: list[tuple[str, float, float, bytes]]) -> bytes:
    """The bytes after typical damage to files; positions and lengths are fractions of the file's size."""
    for kind, place, share, new in changes:
        at = int(place * len(data))
        length = 1 + int(share * min(2000, len(data)))
        before, piece, after = data[:at], data[at : at + length], data[at + length :]
        data = {
            "cut": before + after,
            "put": before + new + piece + after,
            "write over": before + new + data[at + len(new) :],
            "double": before + piece * 3 + after,
            "end": before,
        }[kind]
    return data


@pytest.fixture(scope="module")
def worker():
    with ArticleWorker() as one:
        yield one


@pytest.mark.parametrize("name", MADE)
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(changes=[])
@given(changes=CHANGES)
def test_no_damage_breaks_more_than_the_file(name: str, changes, worker: ArticleWorker, tmp_path: Path):
    path = tmp_path / f"file.{name}"
    path.write_bytes(changed(MADE[name], changes))
    kind, words = outcome(path, worker)
    assert kind in ("article", "refused"), words
