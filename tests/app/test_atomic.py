"""Files are written atomically, and old leftovers of interrupted attempts are removed."""

import os
import time
from pathlib import Path

import pytest

from app.files.atomic import write_atomically


def test_what_a_power_cut_left_is_swept_once_it_is_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)  # the program is gone before it can tidy up
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            write_atomically(tmp_path / "settings.json", b"half")
    monkeypatch.undo()
    old, young = sorted(tmp_path.iterdir())
    os.utime(old, (time.time() - 7200,) * 2)
    (tmp_path / "letters.part").write_bytes(b"somebody else's")
    write_atomically(tmp_path / "settings.json", b"whole")
    assert (tmp_path / "settings.json").read_bytes() == b"whole"
    assert sorted(tmp_path.iterdir()) == sorted([young, tmp_path / "letters.part", tmp_path / "settings.json"])


def test_what_cannot_be_removed_keeps_nothing_else(tmp_path: Path) -> None:
    folders = [tmp_path / f".sourcetint-{number}.part" for number in range(0, 40, 2)]
    files = [tmp_path / f".sourcetint-{number}.part" for number in range(1, 40, 2)]
    for folder in folders:
        folder.mkdir()  # unlinking a folder fails
    for file in files:
        file.write_bytes(b"half")
    for each in (*folders, *files):
        os.utime(each, (time.time() - 7200,) * 2)
    write_atomically(tmp_path / "settings.json", b"whole")
    assert sorted(tmp_path.iterdir()) == sorted([*folders, tmp_path / "settings.json"])
