"""Hostile rating lists, made by rule: what a stranger's file may hold, whatever list it says it is.

    python -m tests.bench.hostile_lists [--seed N] [--fuzz SECONDS]

Each goes the whole way of an import: opened, recognised, read, previewed, written into a table. Prints the outcomes; ends with 1
when anything but a named error came out, or one file took longer than ten seconds.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.workspace import Workspace
from credibility.model import SourceTintError
from credibility.model.lists import ColumnMapping
from tests.bench.hostile_files import mutated

SECONDS = 10.0
PACK: dict[str, object] = {
    "format": "sourcetint-ratings-pack",
    "version": 1,
    "title": "Press class",
    "made_on": "2024-03-05",
    "licence": "CC0-1.0",
    "ratings": [
        {"outlet": "example.com", "name": "Example", "kind": "news", "country": "GB", "score": 50, "scope": "dates:2011-2014",
         "reason": "checked", "url": "https://example.org/x", "rated_on": "2024-01-01"},
        {"outlet": "example.org", "name": "Other", "score": None},
    ],
}  # fmt: skip
RSP = json.dumps({"id": "A", "name": "A", "domain": "a.example", "status": "gu", "content_qualifier": "2013–present", "rsp_last": "2020",
                  "alltext": "{{WP:RSPUSES|a.example}}"})  # fmt: skip
VALID: Mapping[str, str] = {
    "pack.pack": json.dumps(PACK),
    "pc1.csv": "domain,pc1\ntheguardian.com,0.9\nnewsweek.com,0.5\nnews.example,0.2\n",
    "mbfc.json": json.dumps(
        {"biases": ["https://mediabiasfactcheck.com"], "sources": [
            {"domain": "a.example", "name": "A", "url": "https://mediabiasfactcheck.com/a", "bias": "left", "questionable": ["x"],
             "reporting": "high", "credibility": "high-credibility"}]}
    ),
    "iffy.csv": "Domain,Site Rank,Year online,Name,MBFC Fact,MBFC Bias,MBFC cred,Media Bias/Fact Check,Lang,URL,Score\n"
    "a.example,1,2000,A,VL,R,L,https://mediabiasfactcheck.com/a,en,https://a.example,0.1\n",
    "cred1.csv": "domain,category,iffy_factual\na.example,fake,VL\nb.example,x,M\n",
    "opensources.csv": ",type,2nd type,3rd type,Source Notes\na.example,fake,bias,,notes\nb.example,satire,,,\n",
    "citeunseen.json": json.dumps({"rspGenerallyReliable": ["a.example"], "satire": ["b.example"], "other": ["c.example"]}),
    "rsp.jsonl": f"{RSP}\n{RSP}\n",
    "newsguard.csv": "UUID,Domain,Parent Domain,Country,Language,Rating,Score,Last Updated,Flags,Topics\n"
    "1,a.example,,GB,en,T,80,2024-01-01,,\n",
    "any.csv": "site,score,name,why,link\na.example,3,A,because,https://x.example\nb.example,5,B,,javascript:alert(1)\n",
    "any.json": json.dumps([{"site": "a.example", "score": 3, "name": "A"}, {"site": "b.example", "score": 5, "name": "B"}]),
}  # fmt: skip
ODD = ("", "\0", "\x1b]0;x\x07", "\ud800", "a" * 200_000, "9" * 5000, "NaN", "Infinity", "-1e999", "٣", "²", "\u202egpj.exe",
       "javascript:alert(1)", "file:///etc/passwd", "http://[", "xn--\u0130", "\n", "2024-13-45",
       "0000-00-00", "%s%n", "=1+1", "a." * 5000)  # fmt: skip
VALUES: tuple[object, ...] = (*ODD, None, True, [], {}, [[]], {"a": {"b": 1}}, 10**400, -1, 1e308, float("nan"), float("inf"))


def hostile_lists() -> Iterator[tuple[str, bytes]]:
    """Every file by name: the odd values in every place of every list, and some that are odd as a whole."""
    for name, text in VALID.items():
        yield name, text.encode()
        for place, value in enumerate(ODD):
            yield f"{place}-{name}", _with_cell(name, text, value)
    for place, value in enumerate(VALUES):
        for key in PACK:
            yield f"{key}-{place}.pack", _json({**PACK, key: value})
        ratings = PACK["ratings"]
        assert isinstance(ratings, list)
        for key in ratings[0]:
            yield f"rating-{key}-{place}.pack", _json({**PACK, "ratings": [{**ratings[0], key: value}, ratings[1]]})
        for key in ("site", "score", "name"):
            yield f"{key}-{place}.json", _json([{"site": "a.example", "score": 3, "name": "A", key: value}])
        yield f"key-{place}.json", _json([{"site": "a.example", "score": 3, str(value): 1}])
    yield "deep.json", b"[" * 100_000 + b"]" * 100_000
    yield "deep-object.json", b'{"a":' * 100_000 + b"1" + b"}" * 100_000
    yield "deep.pack", VALID["pack.pack"].replace('"CC0-1.0"', "[" * 100_000 + "]" * 100_000).encode()
    yield "deep.jsonl", (RSP + "\n" + '{"a":' * 100_000 + "1" + "}" * 100_000 + "\n" + RSP).encode()
    yield "half.pack", VALID["pack.pack"].encode()[:-40]
    yield "unclosed.csv", b'site,score\n"' + b"a.example,3\n" * 20_000
    yield "one-line.csv", b'"a;b,c|d\t' * 200_000
    yield "columns.csv", (",".join(f"c{number}" for number in range(20_000)) + "\n" + ",".join("1" * 20_000)).encode()
    yield "nul.csv", b"site,score\n" + b"a.example,3\n" * 20_000 + b"\0\0,\0\n"
    yield "bytes.csv", b"site,score\n\xff\xfe.example,3\n\xc3(,4\n"
    yield "utf16.csv", "\ufeffsite,score\na.example,3\n".encode("utf-16-le") + b"\x00\xd8"


def _with_cell(name: str, text: str, value: str) -> bytes:
    """The first address of a list replaced."""
    shown = json.dumps(value)[1:-1] if name.endswith(("json", "jsonl", "pack")) else value
    first = next(word for word in ("theguardian.com", "a.example", "example.com") if word in text)
    return text.replace(first, shown).encode("utf-8", "surrogatepass")


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


def bring(workspace: Workspace, path: Path) -> str:
    """Import a file: "imported", or "refused" with a named error. Anything else is raised."""
    lists = workspace.lists
    try:
        file = lists.open(path)
        mapping = None if file.is_known else file.guess or ColumnMapping("site", "score")
        if mapping is not None and mapping.address:
            lists.sample(file, mapping)
        read = lists.read(file, mapping, "Odd list")
        assert read.rows == len({entry.line for entry in read.entries}) + len(read.passed_over) + len(read.quarantined)
        lists.import_list(read)
        lists.quarantine(lists.past()[0].id)
    except SourceTintError as error:
        assert str(error).isprintable() or "\n" in str(error) or "\t" in str(error), ascii(str(error))
        return "refused"
    return "imported"


def outcome(workspace: Workspace, path: Path) -> str:
    """The outcome for a file: imported, refused, slow, or the exception that came out."""
    begun = time.process_time()
    try:
        kind = bring(workspace, path)
    except Exception as error:  # what this program looks for
        return f"{type(error).__name__}: {ascii(str(error))[:100]}"
    return kind if time.process_time() - begun < SECONDS else f"slow: {time.process_time() - begun:.1f} s"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=20190305)
    options.add_argument("--fuzz", type=float, default=0.0, metavar="SECONDS")
    asked = options.parse_args()
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with Workspace.at(folder / "ratings.db") as workspace:
            for name, data in hostile_lists():
                _count(counts, workspace, folder / name, data)
            chance, until, valid = random.Random(asked.seed), time.monotonic() + asked.fuzz, list(VALID.items())
            while time.monotonic() < until:
                name, text = chance.choice(valid)
                _count(counts, workspace, folder / f"fuzz-{name}", mutated(text.encode(), chance))
    for kind, count in counts.most_common():
        print(f"{count:6}  {kind}")
    return 0 if set(counts) <= {"imported", "refused"} else 1


def _count(counts: Counter[str], workspace: Workspace, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    kind = outcome(workspace, path)
    counts[kind] += 1
    if kind not in ("imported", "refused"):
        print(f"  {path.name}: {kind}")
    path.unlink()


if __name__ == "__main__":
    sys.exit(main())
