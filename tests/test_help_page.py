"""The help that ships with the program is the README's own text."""

from tests.help_page import PAGE, ROOT, SECTIONS, help_page


def test_the_help_is_one_text_with_the_readme() -> None:
    expected = help_page((ROOT / "README.md").read_text(encoding="utf-8"))
    assert PAGE.read_text(encoding="utf-8") == expected, "run `python -m tests.help_page` after a change of the README"
    assert all(f"## {name}\n" in expected for name in SECTIONS)


def test_keys_and_links_are_left_out_and_words_stay() -> None:
    readme = (
        "# A\n\n## Read\n\nSee ([how](#how)) [the guards](#guards) and ![a picture](a.png).\n\n"
        "| key | does |\n|---|---|\n| `F8` | next |\n\nMore.\n"
    )
    text = help_page(f"{readme}\n## Other\n\nno\n\n## Your library\n\nBooks.\n\n## Your table\n\nRatings.\n")
    assert text == "## Read\n\nSee the guards and a picture.\n\nMore.\n\n## Your library\n\nBooks.\n\n## Your table\n\nRatings.\n"
