"""Our own small cases: `python -m tests.bench.cases [--details] [--kind KIND] [--rules] [--pin] [--aside --examination [--reveal]]`.

Prints how many cases of each kind are wholly right, with the parts that are wrong. `--pin` adds those of the develop files that pass by the
program and by its rules alone to `tests/data/cases/passing.txt`, which the tests hold. `--aside` looks at the files kept aside (counted).
"""

import argparse
import sys
from collections import Counter, defaultdict

from tests.bench.looks import RefusedError, allow, note
from tests.bench.program import reader
from tests.cases.files import PASSING, faults_of, passing, read_set


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 when the look is refused."""
    wishes = _wishes(arguments)
    name = "aside" if wishes.aside else "develop"
    try:
        allow(f"cases-{name}", wishes.examination, wishes.details, wishes.reveal)
    except RefusedError as refusal:
        print(refusal)
        return 1
    cases = [case for case in read_set(name) if wishes.kind in (None, case.kind)]
    read = reader(wishes.rules)
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    right, lines = [], []
    for case in cases:
        faults = faults_of(case, read)
        rows[case.kind].update({"cases": 1, "right": not faults, **dict.fromkeys({fault.part for fault in faults}, 1)})
        right += [] if faults else [case.id]
        if wishes.details and faults:
            lines.append("\n    ".join(map(str, (case.id, *faults))))
    for kind, row in rows.items():
        wrong = ", ".join(f"{part} {count}" for part, count in row.most_common() if part not in ("cases", "right"))
        lines.append(f"{kind:14} {row['right']:3} of {row['cases']:3} wholly right | cases with a fault in: {wrong}")
    lines.append(f"{'all':14} {len(right):3} of {len(cases):3} wholly right")
    note(f"cases-{name}", f"{len(right)} of {len(cases)} wholly right", wishes.details)  # before anything is seen of it
    print("\n".join(lines))
    if wishes.pin:
        _pin(right)
    return 0


def _wishes(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.cases", description=__doc__.split("\n", 1)[0])
    for option in ("details", "rules", "aside", "examination", "reveal", "pin"):
        parser.add_argument(f"--{option}", action="store_true")
    parser.add_argument("--kind")
    wishes = parser.parse_args(arguments)
    if wishes.pin and (wishes.aside or wishes.rules):
        parser.error("only the develop files are pinned, as rules and tagger read them together")
    return wishes


def _pin(right: list[str]) -> None:
    by_rules = reader(rules_alone=True)
    develop = {case.id: case for case in read_set("develop")}
    both = {one for one in right if not faults_of(develop[one], by_rules)}
    pinned = sorted((passing() & develop.keys()) | both)
    preface = [line for line in PASSING.read_text(encoding="utf-8").split("\n") if line.startswith("#")]
    PASSING.write_text("\n".join([*preface, *pinned]) + "\n", encoding="utf-8")
    print(f"{len(pinned)} cases are pinned")


if __name__ == "__main__":
    sys.exit(main())
