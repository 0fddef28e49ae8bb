"""Claims of one copy found in another: by our own records, by other programs' annotations, with a report of what is gone."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credibility.annotations.anchoring import anchor_claims, read_claims, report_of
from credibility.annotations.exports.registry import named, writer
from credibility.model import ArticleError, SourceKind
from tests.annotations.readings import STYLES, reading

TEXT = "He said [a|it is safe] and then [a|that it is new]. She said [b|“no”].\nA report: [c|the bridge shakes]."


def document(suffix: str, text: str = TEXT) -> Any:
    return json.loads(writer(named(suffix))(reading(text), STYLES))


@pytest.mark.parametrize("suffix", ["json", "jsonld"])
def test_every_claim_is_found_in_the_same_text_with_its_source(suffix: str) -> None:
    claims, unreadable = read_claims(document(suffix))
    made = reading(TEXT)
    found = anchor_claims(claims, made.article.text)
    assert unreadable == 0
    assert [(claim.id, spans) for claim, spans in found.places] == [(rated.id, rated.claim.content) for rated in made.claims]
    assert {(claim.source.name, claim.source.kind, claim.outlet) for claim in claims} == {
        ("Ann Builder", SourceKind.PERSON, "courier.example")
    }
    assert list(report_of(found)) == ["3 of 3 claims were found in this copy."]


@pytest.mark.parametrize("suffix", ["json", "jsonld"])
def test_what_moved_is_counted_and_what_is_gone_is_quoted(suffix: str) -> None:
    claims, _ = read_claims(document(suffix))
    copy = "A correction was added.\n" + reading(TEXT).article.text.replace("“no”", "nothing").replace("is  safe", "is safe")
    found = anchor_claims(claims, copy)
    assert [[span.of(copy) for span in spans] for _, spans in found.places] == [["it is safe", "that it is new"], ["the bridge shakes"]]
    assert list(report_of(found)) == [
        "2 of 3 claims were found in this copy.",
        "2 of them stand elsewhere in it, or are spaced differently.",
        "Not found: “ “no” ”".replace("“ ", "“").replace(" ”", "”"),
    ]


def test_a_claim_of_two_passages_is_lost_if_one_is_gone() -> None:
    claims, _ = read_claims(document("jsonld"))
    found = anchor_claims(claims, reading(TEXT).article.text.replace("that it is new", "that it was new"))
    assert [claim.id for claim in found.lost] == ["a"]


def test_annotations_of_another_program_are_read_by_their_quotations() -> None:
    foreign = {
        "type": "Annotation",
        "id": "https://hypothes.is/a/1",
        "target": {"source": "https://x.example/", "selector": {"type": "TextQuoteSelector", "exact": "the bridge shakes"}},
    }
    other = {"type": "Annotation", "target": {"selector": {"type": "RangeSelector"}}}
    claims, unreadable = read_claims({"type": "AnnotationCollection", "first": {"items": [foreign, other, "words"]}})
    assert (len(claims), unreadable) == (1, 2)
    ((claim, (span,)),) = anchor_claims(claims, reading(TEXT).article.text).places
    assert (claim.source.kind, span.of(reading(TEXT).article.text)) == (SourceKind.NONE, "the bridge shakes")


@pytest.mark.parametrize("other", [{}, 3, "text", {"sourcetint": {"kind": "corrections"}, "entries": []}, None])
def test_another_kind_of_file_is_refused(other: Any) -> None:
    with pytest.raises(ArticleError, match="neither W3C annotations nor a reading"):
        read_claims(other)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 200) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "exact", "start", "end", "selector", "target", "kind", "name", "content", "id"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=4), st.booleans())
def test_no_file_breaks_the_reading(items: list[Any], as_record: bool) -> None:
    claims, unreadable = read_claims({"text": "some text", "claims": items} if as_record else {"items": items})
    assert len(claims) + unreadable == len(items)
    anchor_claims(claims, "some text")


@given(st.text("ab \n", min_size=0, max_size=20))
def test_claims_are_found_behind_any_text_put_before(before: str) -> None:
    claims, _ = read_claims(document("jsonld"))
    text = before + reading(TEXT).article.text
    found = anchor_claims(claims, text)
    assert [[span.of(text) for span in spans] for _, spans in found.places] == [
        ["it is safe", "that it is new"],
        ["“no”"],
        ["the bridge shakes"],
    ]


@pytest.mark.parametrize(("start", "end"), [(5, 4), (-1, 4), ("1", "4"), (True, 4), (1.0, 4.0), (None, None)])
@pytest.mark.parametrize("suffix", ["json", "jsonld"])
def test_a_claim_with_an_impossible_place_is_counted_as_unreadable(suffix: str, start: Any, end: Any) -> None:
    told = document(suffix)
    if suffix == "json":
        told["claims"][0]["content"][0] = [start, end]
    else:
        selectors = told["items"][0]["target"][0]["selector"]
        place = next(each for each in selectors if each["type"] == "TextPositionSelector")
        place["start"], place["end"] = start, end
    claims, unreadable = read_claims(told)
    assert (len(claims), unreadable) == (2, 1)
