"""The files of our own cases, which of them are kept aside, and which must pass."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from credibility.model import Article
from tests.cases.judge import Fault, judge
from tests.cases.marks import Case, read_cases

FOLDER = Path(__file__).resolve().parents[1] / "data" / "cases"
PASSING = FOLDER / "passing.txt"
STRICT = {"title": frozenset({"title"}), "justification": frozenset({"justification"})}
"""Parts that count only in the kinds of case about them; elsewhere titles and justifications are not all marked."""


def is_aside(case_id: str) -> bool:
    """Whether a case is kept aside, one pair in three: a trap and its twin (the letter at the end) stay together."""
    return int(hashlib.sha256(re.sub(r"[a-z]$", "", case_id).encode()).hexdigest(), 16) % 3 == 0


def read_set(name: str) -> list[Case]:
    """All cases of "develop" or "aside", by file and order."""
    return [case for path in sorted((FOLDER / name).glob("*.txt")) for case in read_cases(path.read_text(encoding="utf-8"))]


def passing() -> set[str]:
    """The ids that must pass."""
    lines = PASSING.read_text(encoding="utf-8").split("\n")
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def faults_of(case: Case, read: Callable[[Article], dict[str, Any]]) -> list[Fault]:
    """What the program gets wrong in a case."""
    return judge(case, read(case.article), STRICT.get(case.kind, frozenset()))
