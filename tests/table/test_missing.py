"""A table that is gone, or a link that leads nowhere: told, offered its backups, and nothing pruned."""

import shutil
from pathlib import Path

import pytest

from credibility.model import RatingDraft, StoreError
from credibility.table.file.backups import BACKUPS_KEPT, backups
from credibility.table.file.restoring import restore
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, scores
from tests.table.test_backups import rate, rated


def lose(path: Path) -> None:
    for each in path.parent.glob("ratings.db*"):
        each.unlink()


def test_a_table_that_is_gone_is_told_and_offered_and_its_backups_stay(path: Path) -> None:
    for score in range(BACKUPS_KEPT):
        rate(path, score)
    kept = set(backups(path))
    lose(path)
    store = RatingsStore.open(path, STARTER)
    assert "not found" in store.notices[0]
    assert "sourcetint db restore" in store.notices[0]
    lost = store.lost_backup
    assert lost is not None
    store.close()
    again = RatingsStore.open(path, STARTER)
    assert again.notices and again.lost_backup == lost  # until something is done to the new table
    again.edits.set_rating(RatingDraft("theguardian.com", 99, "anew"))
    assert again.lost_backup is None
    again.close()
    for score in range(50, 50 + BACKUPS_KEPT + 2):
        rate(path, score)
    assert kept <= set(backups(path))
    assert len(backups(path)) == 2 * BACKUPS_KEPT


def test_a_table_that_is_gone_is_restored_in_the_open_store(path: Path) -> None:
    rate(path, 41)
    lose(path)
    store = RatingsStore.open(path, STARTER)
    assert store.lost_backup is not None
    store.restore(store.lost_backup)
    assert scores(store, "theguardian.com")[0] == ("mine", 41)
    store.edits.set_rating(RatingDraft("theguardian.com", 42, "goes on"))
    store.close()
    assert rated(path) == 42
    assert list(path.parent.glob("ratings.replaced-*.db"))


def test_a_table_that_another_window_has_open_is_not_restored_over(path: Path) -> None:
    rate(path, 41)
    lose(path)
    store, other = RatingsStore.open(path, STARTER), RatingsStore.open(path, STARTER)
    lost = store.lost_backup
    assert lost is not None
    with pytest.raises(StoreError, match="in use"):
        store.restore(lost)
    assert scores(store, "theguardian.com")[0] == ("first", 85)
    other.close()
    store.close()


def test_a_link_that_leads_nowhere_says_so(path: Path, tmp_path: Path) -> None:
    rate(path, 41)
    drive = tmp_path / "drive" / "mine.db"
    drive.parent.mkdir()
    path.rename(drive)
    path.symlink_to(drive)
    assert rated(path) == 41
    drive.unlink()
    store = RatingsStore.open(path, STARTER)
    assert any("which was gone" in told for told in store.notices)
    assert store.lost_backup is not None
    store.close()
    shutil.rmtree(drive.parent)
    with pytest.raises(StoreError, match="which is not there"):
        RatingsStore.open(path, STARTER)
    restore(path)
    assert rated(path) == 41


def test_restoring_over_a_link_keeps_the_link(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "mine.db"
    real.parent.mkdir()
    path.symlink_to(real)
    rate(path, 41)
    rate(path, 42)
    restore(path, backups(path)[1])
    assert path.is_symlink()
    assert rated(path) == 41
