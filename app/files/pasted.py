"""Articles pasted from the clipboard: kept as Markdown files in the data folder, with title, address and date before the text."""

import contextlib
import hashlib
import json
import re
from pathlib import Path

from app.files.atomic import write_atomically
from app.files.there import is_file
from credibility.floor.language import said
from credibility.model import ArticleError
from credibility.model.library import PastedArticle

FOLDER = "pasted"


def keep_pasted(pasted: PastedArticle, folder: Path) -> Path:
    """Write an article into the folder of pasted ones and return its file. Raises ArticleError when that is not possible."""
    front = {"title": pasted.title, "url": pasted.url, "date": pasted.published.isoformat() if pasted.published else ""}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items() if value]
    words = "\n".join(["---", *lines, "---", "", _paragraphs(pasted.text), ""]).encode("utf-8", "replace")
    name = re.sub(r"[^\w\- ]+", "", pasted.title).strip()[:60] or "Pasted text"
    target = folder / FOLDER / f"{name} {hashlib.sha256(words).hexdigest()[:8]}.md"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, words)
    except OSError as error:
        raise ArticleError(
            said("{target} cannot be written: {strerror}.", target=target, strerror=error.strerror), said("Make room there.")
        ) from error
    return target


def remove_pasted(path: Path) -> None:
    """Delete a file that this program made of pasted text; other files are the reader's own and stay."""
    if path.parent.name == FOLDER and re.search(r" [0-9a-f]{8}\.md$", path.name) and is_file(path.parent.parent / "library.db"):
        with contextlib.suppress(OSError):
            path.unlink()


def _paragraphs(text: str) -> str:
    """Plain text as Markdown: each line is a paragraph, and no character has a meaning of its own."""
    lines = (re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", line.strip()) for line in text.splitlines())
    lines = (re.sub(r"^([-+=])", r"\\\1", line) for line in lines)
    return "\n\n".join(re.sub(r"^(\d+)([.)])", r"\1\\\2", line) for line in lines if line)
