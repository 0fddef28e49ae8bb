"""Files written whole: what a power cut left of an attempt is removed once it is old."""

import os
import time
from pathlib import Path

from app.atomic import write_atomically


def test_what_a_power_cut_left_is_swept_once_it_is_old(tmp_path: Path) -> None:
    old, young, other = (tmp_path / name for name in (".settings.json.a.part", ".settings.json.b.part", ".letters.json.a.part"))
    for each in (old, young, other):
        each.write_bytes(b"half")
    for each in (old, other):
        os.utime(each, (time.time() - 7200,) * 2)
    write_atomically(tmp_path / "settings.json", b"whole")
    assert (tmp_path / "settings.json").read_bytes() == b"whole"
    assert sorted(each.name for each in tmp_path.glob(".*")) == [".letters.json.a.part", ".settings.json.b.part"]
