"""The grouping of misses agrees with what the scorers count."""

import pytest

from tests.bench.material import BENCH, scorer
from tests.bench.misses import Miss, outlet_misses, source_misses, table

GOLDS = BENCH / "outlets"
TEXT = "Ida Falk told Reuters that the ferry was empty. She said that the quay was wet. The mayor said that the bridge was new."


def claim(name: str, words: str, **more: object) -> dict[str, object]:
    parts = words.split()
    place = {"start": " ".join(parts[:5]), "end": " ".join(parts[-4:]), "occurrence": 1}
    known: dict[str, object] = {"source": "Ida Falk", "who": "Ida Falk", "kind": "person", "outlet": None, "outlet_how": "none"}
    return {"id": name, "content": place, "must": True, **known, **more}


def predicted(words: str, **more: object) -> dict[str, object]:
    start = TEXT.index(words)
    return {"content": [[start, start + len(words)]], "outlet": None, "source_text": None, "name": "Ida Falk", "kind": "person", **more}


def test_the_most_frequent_kind_comes_first() -> None:
    lines = table([Miss("rare", "p", "c1", "a"), Miss("often", "p", "c2", "b"), Miss("often", "p", "c3", "c")]).split("\n")
    assert [line.strip() for line in lines] == ["2 often", "p c2 | b", "p c3 | c", "1 rare", "p c1 | a"]


@pytest.mark.skipif(not GOLDS.exists(), reason="the outlet gold is not beside the project")
def test_every_miss_has_its_kind() -> None:
    gold = [
        {
            "page": "page",
            "host_outlet": "example.org",
            "complete": True,
            "outlet_traps": [],
            "claims": [
                claim("c1", "that the ferry was empty", outlet="reuters.com", outlet_how="named", title="captain"),
                claim("c2", "that the quay was wet"),
                claim("c3", "that the bridge was new", who="the mayor", source="The mayor", kind="government"),
            ],
        }
    ]
    claims = [predicted("that the ferry was empty"), predicted("that the quay was wet", name=None, source_text="She")]
    predictions = {"page": {"text": TEXT, "claims": claims}}
    names, score = scorer(GOLDS / "score_outlets.py"), scorer(GOLDS / "score_sources.py")
    carried = outlet_misses(gold, predictions, names.score(gold, predictions), names)
    assert [(miss.kind, miss.claim, miss.wanted) for miss in carried] == [("named: no outlet given", "c1", "reuters.com")]
    who = [(miss.kind, miss.claim) for miss in source_misses(gold, predictions, names, score)]
    assert who == [("title not given", "c1"), ("who open", "c2"), ("claim not found: reported", "c3")]
