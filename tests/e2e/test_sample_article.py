"""The sample article in its four forms, scored against its gold by the scorer that came with it."""

import ast
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import SHARED

FORMS = ("000_1fe903f4d6d966e9.txt", "seed.html", "seed.mhtml", "seed.md")


def score(reading: dict[str, Any], folder: Path) -> dict[str, Any]:
    bench = SHARED / "bench" / "seed"
    written = folder / "reading.json"
    written.write_text(json.dumps(reading), encoding="utf-8")
    command = [sys.executable, str(bench / "score_seed.py"), str(bench / "seed-gold.json"), str(written), "--json"]
    return dict(json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))


@pytest.mark.parametrize("form", FORMS)
def test_claims_outlets_and_stops_of_the_sample(form: str, sample: Path, tmp_path: Path, claims: Callable[[Path], dict[str, Any]]) -> None:
    figures = score(claims(sample / form), tmp_path)
    assert figures["must"] == 29
    assert figures["must_found"] * 29 >= 26, figures
    assert figures["outlet_right"] >= 0.95, figures
    assert figures["stops_right"] >= 0.95, figures
    assert figures["false_claims"] <= 1, figures
    assert figures["in_comments"] == 0, figures
    assert figures["comments_kept"] == 0, figures


def test_all_forms_have_the_same_words(sample: Path, claims: Callable[[Path], dict[str, Any]]) -> None:
    words = {form: claims(sample / form)["text"].split() for form in FORMS}
    assert all(found == words[FORMS[0]] for found in words.values())


def test_no_string_of_the_sample_is_in_the_program(sample: Path) -> None:
    """General rules only: no proper name that the sample turns on stands in code or lexicon."""
    telling = ("Meydan", "Taraf", "Uighur", "Ediboglu", "Graeber", "Dempsey", "Hollande", "Erdogan", "Zero Hedge", "zerohedge", "Nafeez")
    root = Path(__file__).resolve().parents[2]
    files = [*root.glob("credibility/**/*.py"), *root.glob("resources/lexicon/*.toml"), *root.glob("app/**/*.py")]
    for path in files:
        strings = _strings(path)
        assert [word for word in telling if word in strings] == [], path


def _strings(path: Path) -> str:
    """The string constants of a module, the whole of any other file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return text
    return "\n".join(node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant) and isinstance(node.value, str))
