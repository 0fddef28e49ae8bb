"""An extracted page is kept for as long as its bytes and the code stay the same."""

from pathlib import Path

from tests.bench.pages import kept, plain_article

WORDS = "Larkfield lies between a slow river and a low hill. Its square is paved with grey stone, and a row of lime trees runs along it."


def test_the_second_reading_comes_from_the_folder(tmp_path: Path) -> None:
    page, folder = tmp_path / "page.txt", tmp_path / "kept"
    page.write_text(f"The square\n\n{WORDS}\n", encoding="utf-8")
    first = kept(page, folder)
    (written,) = folder.iterdir()
    stamp = written.stat().st_mtime_ns
    assert kept(page, folder) == first
    assert [path.stat().st_mtime_ns for path in folder.iterdir()] == [stamp]


def test_other_bytes_are_read_again_and_replace_the_older(tmp_path: Path) -> None:
    page, folder = tmp_path / "page.txt", tmp_path / "kept"
    page.write_text(f"The square\n\n{WORDS}\n", encoding="utf-8")
    kept(page, folder)
    page.write_text(f"The square\n\n{WORDS} It is swept on Mondays.\n", encoding="utf-8")
    assert "Mondays" in kept(page, folder).text
    assert len(list(folder.iterdir())) == 1


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    page, folder = tmp_path / "page.txt", tmp_path / "kept"
    page.write_text(f"The square\n\n{WORDS}\n", encoding="utf-8")
    first = kept(page, folder)
    (written,) = folder.iterdir()
    written.write_bytes(b"no article")
    assert kept(page, folder) == first


def test_a_plain_text_is_an_article_of_paragraphs() -> None:
    article = plain_article("One\nline.\n\nAnother.")
    assert [block.span.of(article.text) for block in article.blocks] == ["One line.", "Another."]
