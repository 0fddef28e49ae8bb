"""The changes of a mutation run: each is valid Python and alters exactly one thing."""

import ast

from tests.bench.mutation.changes import changes_of, left_out

SOURCE = '''
LIMIT = 3


def kept(values: list[int], most: int = 5) -> list[int]:
    """Those below the limit."""
    found = []
    for value in values:
        if value < LIMIT and not value == 2:  # é
            found.append(value + 1)
        elif value is None or value in (7, 8):
            continue
    if len(found) > most:
        raise ValueError(f"{len(found)} > {most}")
    return found
'''


def test_every_change_is_one_valid_edit() -> None:
    changed = [change.applied(SOURCE) for change in changes_of("x.py", SOURCE)]
    assert len(set(changed)) == len(changed)
    assert all(ast.dump(ast.parse(text)) != ast.dump(ast.parse(SOURCE)) for text in changed)


def test_operators_guards_constants_and_steps_are_changed() -> None:
    lines = {(change.line, change.new.strip()) for change in changes_of("x.py", SOURCE)}
    assert {(9, "<="), (9, "or"), (9, "(value == 2)"), (9, "!="), (10, "-"), (10, "2"), (10, "pass"), (11, "not in"), (12, "pass")} <= lines
    assert (14, "pass") in lines
    assert not any(line <= 6 for line, _ in lines), "constants of the module, defaults and docstrings stay"


def test_each_part_of_a_condition_is_left_out_once() -> None:
    text = "def f(a, b):\n    if a and not b:\n        return [c for c in a if c or b]\n"
    assert [change.applied(text).split("\n", 1)[1] for change in left_out("x.py", text)] == [
        "    if False:\n        return [c for c in a if c or b]\n",
        "    if True and not b:\n        return [c for c in a if c or b]\n",
        "    if a and True:\n        return [c for c in a if c or b]\n",
        "    if a and not b:\n        return [c for c in a if True]\n",
        "    if a and not b:\n        return [c for c in a if False or b]\n",
        "    if a and not b:\n        return [c for c in a if c or False]\n",
    ]


def test_places_are_counted_in_characters() -> None:
    text = "def f(a):\n    return 'é' + a < 'ü'\n"
    assert any(change.applied(text) == "def f(a):\n    return 'é' + a <= 'ü'\n" for change in changes_of("x.py", text))
