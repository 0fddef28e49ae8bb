"""The catalogue of what a user reads: gathered from the code, kept in `resources/languages`, one file per language.

`python -m tests.catalogue` brings the files up to date: new words are added without a translation, words that are no longer said go,
and the compiled file, which the program loads, is written again. A test fails as long as anything is not translated.
"""

import ast
import io
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from ui.actions import ACTIONS, MENUS, TOOLBAR

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "languages"
PALETTE = ROOT / "resources" / "palette.toml"
TOLD_LANGUAGES = ROOT / "resources" / "lexicon" / "languages.toml"
CRITERIA = ROOT / "resources" / "criteria" / "nine.toml"
LANGUAGES = ("tr",)
KEYS = {"said": (0,), "tr": (0,), "said_of": (1, 2), "tr_of": (1, 2), "said_as": (1,), "tr_as": (1,)}
"""Which arguments of our functions are keys: one, or those for one and for several."""

SENSE = {"said_as": 0, "tr_as": 0}
"""Which argument is the sense."""

_IDLE = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By', b'"Report-Msgid', b'"Last-Translator', b'"Language-Team')
"""Headers that say nothing here; dates would change with every run."""

_HEADER = "# What SourceTint says, in {}. The keys are gathered from the code by `python -m tests.catalogue`."


def gathered() -> Iterator[tuple[str, str | tuple[str, ...], str | None]]:
    """Every key in the code and in its tables: the file below the root, the key or (one, several), and the sense if it has one."""
    for folder in ("app", "credibility", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for key, sense in keys_in(path.read_text(encoding="utf-8")):
                yield path.relative_to(ROOT).as_posix(), key, sense
    yield from ((file, words, None) for file, words in tabled())


def keys_in(source: str) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """The keys in a piece of code and their senses, in its order: also inside f-strings, where Babel finds none before Python 3.12."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        keys = tuple(words for place in KEYS.get(name, ()) if (words := _literal(call, place)))
        if keys:
            yield keys if len(keys) > 1 else keys[0], _literal(call, SENSE[name]) if name in SENSE else None


def _literal(call: ast.Call, place: int) -> str:
    """The text that stands at a place of a call; "" where something else does."""
    given = call.args[place] if place < len(call.args) else None
    return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else ""


def tabled() -> Iterator[tuple[str, str]]:
    """The keys in tables: the file, and words of the actions, their menus and toolbar, of the palette, languages and criteria."""
    for spec in ACTIONS:
        yield from (("ui/actions.py", words) for words in (spec.text, spec.tip, spec.where, spec.submenu) if words)
    yield from (("ui/actions.py", words) for words in (*MENUS, *filter(None, TOOLBAR.values())))
    palette = tomllib.loads(PALETTE.read_text(encoding="utf-8"))
    for style in palette.values():
        yield from ((PALETTE.relative_to(ROOT).as_posix(), style[name]) for name in ("label", "meaning"))
    languages = tomllib.loads(TOLD_LANGUAGES.read_text(encoding="utf-8"))
    yield from ((TOLD_LANGUAGES.relative_to(ROOT).as_posix(), each["name"]) for each in languages.values())
    template = tomllib.loads(CRITERIA.read_text(encoding="utf-8"))
    words = [template["title"], *(row[name] for row in template["criterion"] for name in ("name", "fulfilled"))]
    yield from ((CRITERIA.relative_to(ROOT).as_posix(), each) for each in words)


def kept(language: str) -> Catalog:
    """The catalogue of a language as it is kept; an empty one if there is none."""
    path = FOLDER / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def brought_up_to_date(language: str) -> Catalog:
    """The words that the code says now, with the translations that are kept."""
    old = kept(language)
    new = Catalog(
        locale=language,
        project="SourceTint",
        copyright_holder="The SourceTint authors",
        header_comment=_HEADER.format(Locale(language).english_name),
        fuzzy=False,
    )
    for file, key, sense in gathered():
        known = old.get(key if isinstance(key, str) else key[0], sense)
        places = {*(new.get(key if isinstance(key, str) else key[0], sense) or Message("")).locations, (file, 0)}
        new.add(key, known.string if known else None, context=sense, locations=sorted(places))
    return new


def as_text(catalogue: Catalog) -> bytes:
    """The catalogue as it is kept, in the order of its keys, so that two branches seldom change the same lines."""
    written = io.BytesIO()
    write_po(written, catalogue, width=0, sort_output=True, omit_header=False, include_lineno=False, ignore_obsolete=True)
    return b"\n".join(line for line in written.getvalue().splitlines() if not line.startswith(_IDLE)) + b"\n"


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the program loads it."""
    written = io.BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """The keys without a translation."""
    return [str(message.id) for message in catalogue if message.id and not _translated(message)]


def _translated(message: Message) -> bool:
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms)


def main() -> int:
    """Bring all languages up to date; 1 if something is not translated."""
    missing = 0
    for language in LANGUAGES:
        catalogue = brought_up_to_date(language)
        (FOLDER / f"{language}.po").write_bytes(as_text(catalogue))
        (FOLDER / f"{language}.mo").write_bytes(compiled(catalogue))
        without = untranslated(catalogue)
        missing += len(without)
        sys.stdout.write(f"{language}: {len(catalogue)} keys, {len(without)} without a translation\n")
        sys.stdout.writelines(f"  {key}\n" for key in without)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
