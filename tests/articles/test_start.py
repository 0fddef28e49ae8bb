"""Which modules load with the reading process, and which wait for the first file that needs them."""

import subprocess
import sys

PARSERS = ("bs4", "dateutil", "lxml", "markdown_it", "pypdfium2", "trafilatura", "warcio", "yaml")
ASK = f"import sys; {{}}; print(*sorted(name for name in {PARSERS!r} if name in sys.modules))"


def loaded_by(statements: str) -> list[str]:
    answer = subprocess.run([sys.executable, "-c", ASK.format(statements)], capture_output=True, text=True, check=True)
    return answer.stdout.split()


def test_the_reading_process_starts_without_any_parser():
    assert loaded_by("import credibility.sandbox.tasks, credibility.articles.extract") == []


def test_plain_text_is_read_without_any_parser(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("The Bridge Opens\n\nThe mayor said the bridge is open.\n\nBoats pass below it.\n", "utf8")
    imports = "from credibility.sandbox.messages import Read; from credibility.sandbox.tasks import HeldFile, perform"
    assert loaded_by(f"{imports}; perform(Read('found'), HeldFile('article.txt', {path.read_bytes()!r}, dict.fromkeys))") == []


def test_the_reading_process_has_them_ready_before_the_first_file():
    assert loaded_by("from credibility.articles.extract import warm_up; warm_up()") == [
        "bs4",
        "dateutil",
        "lxml",
        "markdown_it",
        "trafilatura",
        "yaml",
    ]
