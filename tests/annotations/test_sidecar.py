"""The W3C annotation page: its structure, and finding its annotations again."""

import json

from credibility.annotations.sidecar import read_sidecar, write_sidecar
from tests.annotations.readings import reading

TEXT = "He said [a|it is safe] and then [a|that it is new]. She said [b|“no”]."


def test_each_claim_is_one_annotation_with_a_target_for_each_part() -> None:
    page = json.loads(json.dumps(write_sidecar(reading(TEXT))))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert [(item["id"], len(item["target"])) for item in page["items"]] == [("urn:sourcetint:claim-a", 2), ("urn:sourcetint:claim-b", 1)]
    quote, position = page["items"][0]["target"][0]["selector"]
    assert (quote["exact"], position["start"], position["end"]) == ("it is safe", 8, 18)
    assert "mixed" in [body["value"] for body in page["items"][0]["body"]]


def test_the_note_says_what_the_colour_does_not() -> None:
    (note, *_) = write_sidecar(reading(TEXT))["items"][0]["body"]
    assert "nothing about whether this claim is true" in note["value"]


def test_annotations_are_found_in_a_longer_copy_of_the_text() -> None:
    made = reading(TEXT)
    longer = "A correction was added.\n" + made.article.text
    found = read_sidecar(write_sidecar(made), longer)
    assert [span.of(longer) for span in found["claim-a"]] == ["it is safe", "that it is new"]


def test_an_annotation_whose_words_are_gone_is_left_out() -> None:
    made = reading(TEXT)
    assert set(read_sidecar(write_sidecar(made), made.article.text.replace("“no”", "nothing"))) == {"claim-a"}
