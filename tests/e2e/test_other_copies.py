"""Claims carried to another copy of an article, and datasheets, from the command line."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.e2e.conftest import EXAMPLE

FORMS = ["000_1fe903f4d6d966e9.txt", "seed.html", "seed.mhtml", "seed.md"]


@pytest.mark.parametrize("suffix", ["jsonld", "json"])
def test_the_samples_claims_are_found_in_all_its_forms(suffix: str, sample: Path, run: Run, tmp_path: Path) -> None:
    record = tmp_path / f"seed.{suffix}"
    assert run("export", sample / "seed.html", "-o", record)[0] == 0
    count = len(json.loads(run("claims", sample / "seed.html", "--json")[1])["claims"])
    for form in FORMS:
        code, out, err = run("anchor", record, sample / form, "--json")
        assert code == 0, err
        found = json.loads(out)
        assert (form, len(found["anchored"]), found["lost"]) == (form, count, [])


def copies(tmp_path: Path) -> tuple[Path, Path]:
    """An article and another copy of it, whose second paragraph says what no rule takes for a claim."""
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("The bridge\n\nAccording to the BBC, the bridge is safe. Ann Builder said that it is new.\n")
    second.write_text("The bridge\n\nA word before.\n\nLook here: the bridge is safe, so much for it. Ann Builder said that it is new.\n")
    return first, second


def test_claims_that_a_copy_lacks_are_added_as_ones_own_and_undone(run: Run, tmp_path: Path) -> None:
    first, second = copies(tmp_path)
    record = tmp_path / "first.jsonld"
    run("export", first, "-o", record)
    before = json.loads(run("claims", second, "--json")[1])
    assert "the bridge is safe" not in [claim_words(before, claim) for claim in before["claims"]]
    code, out, err = run("anchor", record, second, "--add")
    assert code == 0, err
    assert "2 of 2 claims were found in this copy." in out
    assert "1 claim added as yours" in out
    after = json.loads(run("claims", second, "--json")[1])
    (added,) = [claim for claim in after["claims"] if claim["found_by"] == "reader"]
    assert (claim_words(after, added), added["outlet"]["name"]) == ("the bridge is safe", "BBC")
    assert "0 claims added" in run("anchor", record, second, "--add")[1]
    assert run("ratings", "undo")[0] == 0
    assert json.loads(run("claims", second, "--json")[1])["claims"] == before["claims"]


def claim_words(reading: dict[str, str], claim: dict[str, list[list[int]]]) -> str:
    return " ".join(reading["text"][start:end] for start, end in claim["content"])


def test_what_is_gone_is_named_and_another_article_is_told_apart(run: Run, tmp_path: Path) -> None:
    first, _ = copies(tmp_path)
    record = tmp_path / "first.json"
    run("export", first, "-o", record)
    code, out, _ = run("anchor", record, EXAMPLE)
    assert code == 3
    assert "0 of 2 claims were found in this copy." in out
    assert "Not found: “the bridge is safe”" in out
    code, _, err = run("anchor", EXAMPLE, first)
    assert (code, "is not JSON" in err) == (3, True)


def test_datasheets_are_written_and_compared(run: Run, tmp_path: Path) -> None:
    first, _ = copies(tmp_path)
    for name in ("filled.xlsx", "filled.csv"):
        assert run("datasheet", first, "-o", tmp_path / name)[0] == 0
    assert run("datasheet", first, "-o", tmp_path / "blank.csv", "--blank")[0] == 0
    code, out, _ = run("agreement", tmp_path / "filled.csv", tmp_path / "filled.xlsx")
    assert code == 0
    assert "source: 2 of 2 alike, alpha 1.000" in out
    assert "source: not answered in both sheets" in run("agreement", tmp_path / "filled.csv", tmp_path / "blank.csv")[1]
    assert json.loads(run("agreement", tmp_path / "filled.csv", tmp_path / "filled.csv", "--json")[1])["facets"][0]["same"] == 2
    code, _, err = run("datasheet", first, "-o", tmp_path / "sheet.pdf")
    assert (code, "ends in .csv or .xlsx" in err) == (5, True)
    code, _, err = run("agreement", first, tmp_path / "filled.csv")
    assert (code, "not a sourcing datasheet" in err) == (3, True)
