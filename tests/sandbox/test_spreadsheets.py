"""Spreadsheets are opened in the guarded process: their values, and the refusal of files that are built to do harm."""

import zipfile
from pathlib import Path

import pytest

from credibility.model import ArticleError
from credibility.sandbox.once import sheets_safely
from tests.sandbox.spreadsheets import write_ods, write_xlsx


def test_the_values_of_a_sheet_are_its_rows(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", [["Domain", "Score", "Ok"], ["a.example", 72.5, True], ["b, c.example", 60, False]])
    (sheet,) = sheets_safely(tmp_path / "a.xlsx")
    assert (sheet.name, sheet.text) == ("Ratings", 'Domain,Score,Ok\na.example,72.5,true\n"b, c.example",60,false\n')


def test_a_formula_has_the_value_that_was_saved_and_an_ods_file_opens(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", [["Domain", "Score"], ["a.example", "=1+1"]])
    assert sheets_safely(tmp_path / "a.xlsx")[0].text.splitlines()[1] == "a.example,2"
    write_ods(tmp_path / "a.ods", [["Domain", "Score"], ["a.example", 31.5]])
    assert sheets_safely(tmp_path / "a.ods")[0].text == "Domain,Score\na.example,31.5\n"


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04" + b"rubbish" * 20)
    with pytest.raises(ArticleError, match="cannot be read"):
        sheets_safely(tmp_path / "a.xlsx")


def test_a_file_that_unpacks_to_hundreds_of_megabytes_is_refused(tmp_path: Path) -> None:
    archive = zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with archive, archive.open("xl/worksheets/sheet1.xml", "w") as member:
        for _ in range(21):
            member.write(bytes(10_000_000))
    with pytest.raises(ArticleError, match="unpacks to far more"):
        sheets_safely(tmp_path / "a.xlsx")


def test_a_row_repeated_a_million_times_is_refused(tmp_path: Path) -> None:
    cell = '<table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    write_ods(tmp_path / "a.ods", [], row)
    with pytest.raises(ArticleError):
        sheets_safely(tmp_path / "a.ods")
