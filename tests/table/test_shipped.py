"""What is shipped in the starter table keeps its own rules, and every domain and date says where it comes from."""

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from credibility.outlets.addresses.urls import outlet_of_url
from credibility.outlets.registry import build_registry
from credibility.outlets.starter import STARTER_FILES, read_starter
from tests.bench import check_sources, check_starter

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "starter"


def test_the_shipped_table_keeps_its_rules() -> None:
    assert check_starter.check(SHIPPED) == []


def test_every_domain_and_date_has_a_source_or_is_marked() -> None:
    assert check_sources.check(SHIPPED) == []
    outlets = check_sources.read(SHIPPED, "outlets.csv")
    assert len(outlets) >= 4500
    assert len(check_sources.unchecked(check_sources.read(SHIPPED, "sources.csv"))) <= 0.10 * len(outlets)


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (lambda rows: [row for row in rows if row["value"] != "abc7.com"], "no row"),
        (lambda rows: [rows[0] | {"sources": "hearsay"}, *rows[1:]], "SOURCES.md has no hearsay"),
        (lambda rows: [rows[0] | {"sources": "pc1 unchecked"}, *rows[1:]], "unchecked, but with a source"),
        (lambda rows: [row | {"sources": "unchecked"} for row in rows], "have something unchecked"),
        (lambda rows: [*rows, rows[-1] | {"outlet": "zzz.example"}], "not in the table"),
        (lambda rows: [rows[1], rows[0], *rows[2:]], "not sorted"),
    ],
)
def test_the_check_finds(tmp_path: Path, change, finding: str) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "starter"
    shutil.copytree(SHIPPED, folder)
    rows = change(check_sources.read(folder, "sources.csv"))
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, check_sources.COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    assert any(finding in told for told in check_sources.check(folder))


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.thebanner.com/politics/a", "thebaltimorebanner.com"),
        ("https://www.cascadepbs.org/news/a", "crosscut.com"),
        ("https://www.heraldonline.co.zw/a", "herald.co.zw"),
        ("https://www.11alive.com/article/a", "11alive.com"),
        ("https://www.bellinghamherald.com/news/a", "bellinghamherald.com"),
        ("https://www.youtube.com/@dwnews/live", "dw.com"),
        ("https://www.facebook.com/baltimoresun/posts/1", "baltimoresun.com"),
        ("https://www.tiktok.com/@washingtonpost/video/1", "washingtonpost.com"),
        ("https://www.instagram.com/washingtonpost/", "washingtonpost.com"),
        ("https://t.me/s/meduzalive", "meduza.io"),
        ("https://www.facebook.com/baltimoresunfans/posts/1", "facebook.com"),
        ("https://notthebanner.com/a", None),
    ],
)
def test_where_an_address_leads(url: str, outlet: str | None) -> None:
    starter = read_starter({name: (SHIPPED / name).read_text(encoding="utf-8") for name in STARTER_FILES})
    keys: dict[str, list[str]] = {}
    for locator in starter.locators:
        keys.setdefault(locator.outlet, []).append(locator.key)
    registry = build_registry(replace(each, locators=tuple(keys.get(each.slug, ()))) for each in starter.outlets)
    found = outlet_of_url(url, registry)
    assert (found.slug if found else None) == outlet
