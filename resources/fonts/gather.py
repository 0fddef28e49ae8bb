"""Gather the typefaces that SourceTint ships, and write what they cover to `index.json` and where they come from to `SOURCES.md`.

    python -m venv fonts && fonts/bin/pip install 'fonttools==4.68.0' && fonts/bin/python resources/fonts/gather.py FOLDER

FOLDER keeps the downloads: npm packages of Adobe's own releases and Debian packages (Debian 12). Needs npm, apt-get and dpkg-deb. Every
file is taken over unchanged, but for one: the bold of the Han, Kana and Hangul letters is cut down to what newspapers print.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset, unicodedata
from fontTools.ttLib import TTCollection, TTFont

HERE = Path(__file__).resolve().parent
ADOBE = {"source-serif": "4.5.1", "source-sans": "3.52.0", "source-code-pro": "2.42.0"}
DEBIAN = ("fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji")
HELPERS = ("fonts-noto-core", "fonts-hanazono", "fonts-unifont")
"""Debian packages that are named to a reader whose article has letters that are not shipped, the best one first."""

SERIF_SCRIPTS = (
    *("Armenian", "Bengali", "Devanagari", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi", "Hebrew", "Kannada", "Khmer", "Lao"),
    *("Malayalam", "Myanmar", "Sinhala", "Tamil", "Telugu", "Thai", "Tibetan"),
)
SANS_SCRIPTS = ("Oriya", "Thaana")
PLAIN_SCRIPTS = (
    *("Adlam", "Balinese", "CanadianAboriginal", "Chakma", "Cherokee", "Coptic", "Javanese", "Lisu", "MeeteiMayek", "Mongolian", "NKo"),
    *("OlChiki", "Osage", "Runic", "Sundanese", "Syriac", "TaiLe", "Tifinagh", "Vai", "Yi"),
)
COUNTED = ("Noto", "SourceSerif4-")
"""Beginnings of the files whose letters count as shipped: the text serif and what stands in for it, not the sans and the mono."""

PICTOGRAPHS = 0x1F000
HAN = ("JP", "KR", "SC", "TC", "HK")
COMMON = {"SC": "gb2312", "TC": "big5", "HK": "big5", "JP": "euc_jis_2004", "KR": "euc_kr"}


@dataclass(frozen=True, slots=True)
class Pack:
    """Files that are loaded together: `families` in the order of looking for a letter, `files` with the Debian or npm package of each."""

    name: str
    families: tuple[str, ...]
    files: tuple[tuple[str, str], ...]


def packs() -> Iterator[Pack]:
    """What is shipped, in the order in which a letter is looked for."""
    adobe = (
        *(("source-serif", f"SourceSerif4-{style}.ttf") for style in ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")),
        *(("source-serif", f"SourceSerif4Display-{style}.ttf") for style in ("Semibold", "SemiboldIt")),
        *(("source-sans", f"SourceSans3-{style}.ttf") for style in ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")),
        *(("source-code-pro", f"SourceCodePro-{style}.ttf") for style in ("Regular", "It", "Bold", "BoldIt")),
    )
    yield Pack("text", ("Source Serif 4", "Source Sans 3", "Source Code Pro", "Source Serif 4 Display"), adobe)
    yield Pack("latin", ("Noto Serif",), _noto("NotoSerif", "Regular", "Italic", "Bold", "BoldItalic"))
    yield Pack("arabic", ("Noto Naskh Arabic",), _noto("NotoNaskhArabic", "Regular", "Bold"))
    for script in SERIF_SCRIPTS:
        yield Pack(script.lower(), (f"Noto Serif {script}",), _noto(f"NotoSerif{script}", "Regular", "Bold"))
    for script in SANS_SCRIPTS:
        yield Pack(script.lower(), (f"Noto Sans {script}",), _noto(f"NotoSans{script}", "Regular", "Bold"))
    yield Pack(
        "han",
        tuple(f"Noto Sans CJK {region}" for region in HAN),
        (("fonts-noto-cjk", "NotoSansCJK-Regular.ttc"), ("fonts-noto-cjk", "NotoSansCJK-Bold.ttc")),
    )
    for script in PLAIN_SCRIPTS:
        yield Pack(script.lower(), (_family(script),), _noto(f"NotoSans{script}", "Regular"))
    symbols = ("NotoSansSymbols2", "NotoSansSymbols", "NotoSansMath", "NotoMusic")
    files = tuple(file for name in symbols for file in _noto(name, "Regular"))
    yield Pack("symbols", ("Noto Sans Symbols2", "Noto Sans Symbols", "Noto Sans Math", "Noto Music"), files)
    yield Pack("emoji", ("Noto Color Emoji",), (("fonts-noto-color-emoji", "NotoColorEmoji.ttf"),))


def _family(script: str) -> str:
    words = {"CanadianAboriginal": "CanAborig", "OlChiki": "Ol Chiki", "TaiLe": "Tai Le"}
    return f"Noto Sans {words.get(script, script)}"


def _noto(stem: str, *styles: str) -> tuple[tuple[str, str], ...]:
    return tuple(("fonts-noto-core", f"{stem}-{style}.ttf") for style in styles)


def download(folder: Path) -> dict[str, Path]:
    """Fetch and unpack every package; its files by name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, version in ADOBE.items():
        if not (folder / name).is_dir():
            subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True)
            (folder / name).mkdir()
            subprocess.run(["tar", "xzf", f"{name}-{version}.tgz", "-C", name], cwd=folder, check=True)
    for name in {*DEBIAN, *HELPERS}:
        if not (folder / name).is_dir():
            subprocess.run(["apt-get", "download", name], cwd=folder, check=True)
            (archive,) = folder.glob(f"{name}_*.deb")
            subprocess.run(["dpkg-deb", "-x", archive.name, name], cwd=folder, check=True)
    return {path.name: path for path in sorted(folder.rglob("*.tt[fc]"))}


def cut_bold(source: Path, target: Path) -> None:
    """The bold with the letters of the countries' own older character sets: rarer ones are set in the regular weight."""
    collection = TTCollection(source)
    faces = [
        face for face in collection.fonts if face["name"].getDebugName(1).split()[-1] in HAN and "Mono" not in face["name"].getDebugName(1)
    ]
    letters, glyphs = set(), set()
    for face in faces:
        region = face["name"].getDebugName(1).split()[-1]
        wanted = {letter for letter in face.getBestCmap() if _is_common(letter, COMMON[region])}
        letters |= wanted
        glyphs |= {face.getBestCmap()[letter] for letter in wanted}
    for face in faces:
        options = subset.Options(layout_features=[], layout_closure=False, name_IDs=["*"], notdef_outline=True, hinting=True)
        cutter = subset.Subsetter(options)
        _keep(face, letters, glyphs)
        cutter.populate(unicodes=face.getBestCmap(), glyphs=glyphs)
        cutter.subset(face)
    collection.fonts = faces
    collection.save(target, shareTables=True)


def _keep(face: TTFont, letters: set[int], glyphs: set[str]) -> None:
    """Leave only the letters whose glyph of this region is kept, so that all faces share one table of outlines."""
    for table in face["cmap"].tables:
        if table.format != 14:
            table.cmap = {letter: glyph for letter, glyph in table.cmap.items() if letter in letters and glyph in glyphs}
    face["cmap"].tables = [table for table in face["cmap"].tables if table.format != 14]


def _is_common(letter: int, charset: str) -> bool:
    try:
        packed = chr(letter).encode(charset)
    except UnicodeEncodeError:
        return False
    if charset == "big5":  # its second level holds what is hardly printed
        return packed[0] < 0xC9
    return len(packed) < 3


def covered(path: Path) -> set[int]:
    """The code points of a file; of a collection those that each face has. Controls and private letters are left out."""
    faces = TTCollection(path).fonts if path.suffix == ".ttc" else [TTFont(path)]
    letters = set.intersection(*(set(face.getBestCmap()) for face in faces))
    return {letter for letter in letters if unicodedata.category(chr(letter)) not in ("Cc", "Co", "Cn")}


def ranges(letters: Iterable[int]) -> str:
    """Code points as hexadecimal ranges: "20-7e,a0"."""
    rows: list[list[int]] = []
    for letter in sorted(letters):
        if rows and letter == rows[-1][1] + 1:
            rows[-1][1] = letter
        else:
            rows.append([letter, letter])
    return ",".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in rows)


def elsewhere(downloads: Path, shipped: set[int]) -> Iterator[dict[str, str]]:
    """What is not shipped, by script, with the package that has it."""
    known = set(shipped)
    for package in HELPERS:
        found: dict[str, set[int]] = {}
        files = [path for path in sorted((downloads / package).rglob("*.[to]t[fc]")) if "Sample" not in path.name]
        for letter in set().union(*(covered(path) for path in files)) - known:
            if unicodedata.category(chr(letter)) not in ("Co", "Cn", "Cc", "Cs", "Zs", "Zl", "Zp"):
                found.setdefault(unicodedata.script(chr(letter)), set()).add(letter)
                known.add(letter)
        for script, letters in sorted(found.items()):
            yield {"script": unicodedata.script_name(script).replace("_", " "), "package": package, "covers": ranges(letters)}


def main(downloads: Path) -> None:
    """Write the folder anew."""
    files = download(downloads)
    rows, table, shipped = [], [], set()
    for pack in packs():
        folder = HERE / pack.name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        letters: set[int] = set()
        for package, name in pack.files:
            if name == "NotoSansCJK-Bold.ttc":
                cut_bold(files[name], folder / name)
            else:
                shutil.copyfile(files[name], folder / name)
                (folder / name).chmod(0o644)
            if any(name.startswith(stem) and name.endswith(("Regular.ttf", "Regular.ttc", "Emoji.ttf")) for stem in COUNTED):
                letters |= covered(folder / name)
            digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            table.append(f"| `{pack.name}/{name}` | {package} | `{digest}` |")
        if pack.name == "symbols":  # pictographs are drawn in colour
            letters -= {letter for letter in covered(files["NotoColorEmoji.ttf"]) if letter >= PICTOGRAPHS}
        elif pack.name == "emoji":
            letters = {letter for letter in letters if letter >= PICTOGRAPHS or letter not in shipped}
        shipped |= letters
        rows.append({"name": pack.name, "families": pack.families, "files": [name for _, name in pack.files], "covers": ranges(letters)})
    index = {"packs": rows, "elsewhere": list(elsewhere(downloads, shipped))}
    (HERE / "index.json").write_text(json.dumps(index, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sources = HERE / "SOURCES.md"
    head = sources.read_text(encoding="utf-8").split("| file |")[0] if sources.exists() else ""
    sources.write_text(head + "| file | package | SHA-256 |\n|---|---|---|\n" + "\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
