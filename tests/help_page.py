"""The text of the help window from the README. `python -m tests.help_page` writes it; a test compares what is there.

The README's table of keys is left out, because the window shows the keys as the reader has set them, and links lead nowhere there: those
that stand in brackets are left out, of others the words stay.
"""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "resources" / "help" / "help.md"
SECTIONS = ("Read", "Your library", "Your table")


def help_page(readme: str) -> str:
    """These sections of the README, for the window."""
    found = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", readme, re.M | re.S))
    text = "\n".join(f"## {name}\n{found[name]}" for name in SECTIONS)
    text = re.sub(r"^\|.*\n", "", text, flags=re.M)
    text = re.sub(r"\s*\(\[[^\]]+\]\([^)]*\)\)", "", text)
    text = re.sub(r"!?\[([^\]]+)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(help_page((ROOT / "README.md").read_text(encoding="utf-8")), encoding="utf-8")
