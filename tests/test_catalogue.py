"""The keys of the catalogue are found wherever the code says something."""

from tests.catalogue import gathered, keys_in

CODE = '''
def words(name: str, rows: int) -> str:
    """said("not this one")"""
    told = tr("{name} was saved.", name=name)
    return f"{told} {tr('Rows')}: {tr_of(rows, '{count} row', '{count} rows')}" "" if rows else tr_as("verb", "Open") + tr(name) + said(
        "This is one sentence"
        " on two lines."
    )
'''


def test_keys_are_found_in_calls_and_inside_of_f_strings() -> None:
    assert sorted(keys_in(CODE), key=str) == sorted(
        [
            ("{name} was saved.", None),
            ("Rows", None),
            (("{count} row", "{count} rows"), None),
            ("Open", "verb"),
            ("This is one sentence on two lines.", None),
        ],
        key=str,
    )


def test_actions_and_the_palette_are_tables_of_keys() -> None:
    keys = {(file, key) for file, key, _sense in gathered()}
    assert {("ui/actions.py", "&Undo"), ("ui/actions.py", "&File"), ("resources/palette.toml", "Generally reliable")} <= keys
