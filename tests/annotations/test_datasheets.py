"""Sourcing datasheets, and how far two of them agree."""

import io

import openpyxl
import pytest

from credibility.annotations.datasheets.agreement import agreement, alpha
from credibility.annotations.datasheets.sheet import COLUMNS, FACETS, read_sheet, write_csv, write_xlsx
from tests.annotations.exported import rich
from tests.annotations.readings import reading

TEXT = "He said [a|it is safe]. She said [b|it is new]. They said [c|it is dear]."
WRITERS = [write_csv, write_xlsx]


@pytest.mark.parametrize("write", WRITERS)
def test_a_sheet_has_a_row_per_claim_and_comes_back_as_it_was(write) -> None:
    made = rich()
    rows = read_sheet(write(made, blank=False))
    assert tuple(rows[0]) == COLUMNS
    assert [row["claim"] for row in rows] == [rated.id for rated in made.claims]
    assert [row["number"] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert rows[2]["statement"] == "-5 | 6"
    assert {row["source"] for row in rows} == {"=cmd|' /C calc'!A0"}
    assert rows[0]["outlet"] == "The Courier"
    assert rows[1]["outlet"] == rows[1]["title"] == "none"


@pytest.mark.parametrize("write", WRITERS)
def test_a_blank_sheet_asks_for_every_facet(write) -> None:
    rows = read_sheet(write(reading(TEXT), blank=True))
    assert [row["statement"] for row in rows] == ["it is safe", "it is new", "it is dear"]
    assert {row[facet] for row in rows for facet in FACETS} == {""}


def test_the_workbook_offers_the_types_of_source() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(reading(TEXT), blank=True))).active
    (choice,) = sheet.data_validations.dataValidation
    assert "anonymous official" in choice.formula1
    assert str(choice.sqref) == "E2:E4"


def test_a_sheet_that_excel_or_a_german_spreadsheet_saved_is_read() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(reading(TEXT), blank=True)))
    book.active["C2"] = "Ann Builder"
    out = io.BytesIO()
    book.save(out)
    assert read_sheet(out.getvalue())[0]["source"] == "Ann Builder"
    semicolons = write_csv(reading(TEXT), blank=False).decode("utf-8-sig").replace(",", ";").encode("utf-8-sig")
    assert [row["statement"] for row in read_sheet(semicolons)] == ["it is safe", "it is new", "it is dear"]


@pytest.mark.parametrize("other", [b"name,score\nx,1\n", b"PK\x03\x04 not a workbook", b"\xff\xfe\x00"])
def test_another_kind_of_file_is_refused(other: bytes) -> None:
    with pytest.raises(ValueError):
        read_sheet(other)


def test_alpha_is_that_of_the_published_examples() -> None:
    """Krippendorff 2011: two observers (page 4, .692), and four observers with missing values (page 6, .743)."""
    two = [*zip("aabbdcccedda", "babbbcccedddd"[:12], strict=True)]
    assert alpha(two) == pytest.approx(0.692, abs=0.0005)
    four = zip("123321412   ", "1233224125 3", " 3332342251 ".replace(" 333", " 333"), "12332441251 ", strict=True)
    assert alpha([[value.strip() for value in unit] for unit in four]) == pytest.approx(0.743, abs=0.0005)


def test_alpha_is_not_defined_for_one_answer_only() -> None:
    assert alpha([("x", "x"), ("x", "x")]) is None
    assert alpha([("x", ""), ("", "y")]) is None
    assert alpha([("x", "x"), ("y", "y")]) == 1.0


def test_two_sheets_are_compared_facet_by_facet() -> None:
    first = read_sheet(write_csv(reading(TEXT), blank=False))
    second = [dict(row) for row in first]
    second[0] |= {"source": "“ann  builder”.", "outlet": "Courier"}
    second[1] |= {"source": "Bo Quill"}
    second[2] |= {"source": ""}
    found = {each.facet: each for each in agreement(first, second).facets}
    assert (found["source"].compared, found["source"].same) == (2, 1)
    assert found["source"].differing == (("2", "Ann Builder", "Bo Quill"),)
    assert (found["outlet"].compared, found["outlet"].same) == (3, 3)  # “The” in front is no other answer
    assert found["type"].alpha is None


def test_rows_belong_together_by_claim_and_else_by_statement() -> None:
    first = read_sheet(write_csv(reading(TEXT), blank=False))
    second = [dict(row) for row in reversed(first)][:2]
    for row in second:
        row["claim"] = ""
    found = agreement(first, second)
    assert found.only_first == ("it is safe",)
    assert found.facets[0].compared == 2
