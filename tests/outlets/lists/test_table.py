"""Any list with an address column, by a mapping; and guesses for a mapping to begin with."""

from datetime import date

import pytest

from credibility.model import Rater, RatingError
from credibility.model.lists import ColumnMapping
from credibility.outlets.lists.unknown.guessing import guess_mapping
from credibility.outlets.lists.unknown.shapes import columns_of, table_rows
from credibility.outlets.lists.unknown.table import read_table

RATER = Rater("class", "Class 2b", 5)
STARS = "Site;Stars;Checked;Why\nhttps://www.a.example/;5;01.02.2024;clear\nb.example;1;;\nc.example;7;;\nnonsense;3;;\nd.example;;;\n"


def test_a_scale_is_stretched_to_a_hundred() -> None:
    rows = table_rows(STARS)
    result = read_table(STARS, rows, ColumnMapping("Site", "Stars", 1, 5, reason="Why", rated_on="Checked"), RATER)
    assert [(entry.key, entry.score) for entry in result.entries] == [("a.example", 100), ("b.example", 0)]
    assert (result.entries[0].reason, result.entries[0].rated_on) == ("clear", date(2024, 2, 1))
    assert [(row.line, row.problem) for row in result.quarantined] == [
        (4, "7 is not within 1–5"),
        (5, "“nonsense” is not an outlet's address."),
        (6, "the row has no rating"),
    ]
    assert result.rows == 5


def test_a_scale_may_run_the_other_way() -> None:
    text = "domain,risk\na.example,0\nb.example,10\n"
    result = read_table(text, table_rows(text), ColumnMapping("domain", "risk", 10, 0), RATER)
    assert [entry.score for entry in result.entries] == [100, 0]


def test_labels_are_looked_up() -> None:
    text = '[{"site": "a.example", "verdict": "Good"}, {"site": "b.example", "verdict": "bad"}, {"site": "c.example", "verdict": "odd"}]'
    mapping = ColumnMapping("site", label="verdict", labels=(("good", 80.0), ("bad", 10.0)))
    result = read_table(text, table_rows(text), mapping, RATER)
    assert [(entry.score, entry.original) for entry in result.entries] == [(80, "Good"), (10, "bad")]
    assert result.quarantined[0].problem == "the label “odd” has no score in the mapping"


@pytest.mark.parametrize(
    "text",
    [
        "domain\tscore\na.example\t50\n",
        "\ufeffdomain,score\r\na.example,50\r\n",
        '{"list": [{"domain": "a.example", "score": 50}]}',
        '{"domain": "a.example", "score": 50}\n{"domain": "b.example", "score": 10}\n',
    ],
)
def test_shapes_of_files(text: str) -> None:
    rows = table_rows(text)
    assert columns_of(rows) == ("domain", "score")
    assert rows[0].text("domain") == "a.example"


def test_an_object_of_addresses_is_a_table_of_two_columns() -> None:
    rows = table_rows('{"a.example": 3, "b.example": 5}')
    assert guess_mapping(rows) == ColumnMapping("address", "value", highest=5)


@pytest.mark.parametrize("text", ["", "no columns at all", "[]", '"text"'])
def test_what_is_no_table(text: str) -> None:
    with pytest.raises(ValueError):
        table_rows(text)


def test_a_mapping_is_guessed_from_names_and_contents() -> None:
    rows = table_rows(
        "rank,publisher,homepage,reliability score,last updated,notes\n"
        "1,A,https://a.example/,0.4,2024-01-01,x\n2,B,https://b.example/,0.9,2024-01-01,y\n"
    )
    assert guess_mapping(rows) == ColumnMapping(
        "homepage", "reliability score", highest=1, name="publisher", reason="notes", rated_on="last updated"
    )


def test_a_mapping_that_rates_nothing_is_refused() -> None:
    rows = table_rows("domain,score\na.example,50\n")
    for mapping in (ColumnMapping("domain"), ColumnMapping("", "score"), ColumnMapping("domain", "score", 5, 5)):
        with pytest.raises(RatingError):
            read_table("", rows, mapping, RATER)
