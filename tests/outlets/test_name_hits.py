"""430 mentions that a person looked at, as offsets into the shared news texts: article, span, outlet, and whether it is right.

257 are all mentions in PolNeAR's dev articles, the others one mention of each outlet found in its training articles, so that
rare names weigh as much as common ones.
"""

import json
from pathlib import Path

import pytest

from credibility.outlets.names.hits import find_names
from credibility.outlets.starter import STARTER_FILES
from credibility.table.store import RatingsStore

ROOT = Path(__file__).resolve().parents[2]
HITS = json.loads((ROOT / "tests" / "data" / "outlets" / "name-hits.json").read_text(encoding="utf-8"))
TEXTS = ROOT.parent / "shared" / "bench" / "attribution"


@pytest.mark.skipif(not TEXTS.exists(), reason="the shared news texts are not beside the project")
def test_names_are_right_on_what_a_person_looked_at(tmp_path: Path) -> None:
    documents = {name: (ROOT / "resources" / "starter" / name).read_text(encoding="utf-8") for name in STARTER_FILES}
    store = RatingsStore.open(tmp_path / "ratings.db", documents)
    registry = store.snapshot()
    store.close()
    looked_at = {(split, article, start, end, slug): right for split, article, start, end, slug, right in HITS}
    found = set()
    for split in ("dev", "train"):
        wanted = {hit[1] for hit in HITS if hit[0] == split}
        for line in (TEXTS / f"polnear-{split}.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["id"] in wanted:
                for mention in find_names(record["text"], registry):
                    slug = mention.outlet.slug if mention.outlet else None
                    found.add((split, record["id"], mention.span.start, mention.span.end, slug))
    judged = [looked_at[hit] for hit in found if hit in looked_at]
    new_in_dev = [hit for hit in found if hit[0] == "dev" and hit not in looked_at]
    kept = sum(1 for hit, right in looked_at.items() if right and hit in found)
    assert len(judged) >= 300
    assert sum(judged) / len(judged) >= 0.97
    assert kept / sum(looked_at.values()) >= 0.97, "mentions that were right are no longer found"
    assert len(new_in_dev) <= 8, f"nobody looked at {new_in_dev}"
