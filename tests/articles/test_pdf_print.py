"""PDFs as they are printed: hyphens at a line's end, turned text, drop caps, what browsers print in margins, narrow columns, Hebrew."""

import pytest
import typst

from tests.articles import lighthouse
from tests.articles.test_containers import opened

PARAGRAPHS = "\n\n".join(lighthouse.PARAGRAPHS)
TEXT = "\n".join(lighthouse.PARAGRAPHS)
PLAIN = '#set page(width: 595pt, height: 842pt, margin: 60pt)\n#set text(font: "Source Serif 4", size: 11pt, hyphenate: false)\n'
HEAD = f"#text(20pt, weight: 700)[{lighthouse.TITLE}]\n\n"


def made(source: str) -> bytes:
    return typst.compile(source.encode(), font_paths=["resources/fonts"])


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("says Agence France-\\ Presse in a report", "Agence France-Presse"),
        ("says the Mail-\\ on-Sunday in a report", "Mail-on-Sunday"),
        ("with a flight on a Boeing-\\ 737 of theirs", "Boeing-737"),
        ("for a long-\\ term plan of theirs", "long-term"),
        ("a low-lying pier beside the low-\\ lying harbour", "beside the low-lying harbour"),
        ("the extraordi-\\ nary lamp of theirs", "extraordinary"),
    ],
)
def test_a_hyphen_at_a_lines_end(tmp_path, broken, whole):
    assert whole in opened(tmp_path, "a.pdf", made(f"{PLAIN}{HEAD}The lamp burns, {broken} on Tuesday.")).text


@pytest.mark.parametrize("angle", ["90deg", "-90deg", "180deg"])
def test_a_page_whose_text_is_turned(tmp_path, angle):
    turned = f"#place(center + horizon, rotate({angle}, reflow: true, block(width: 470pt)[{HEAD}{PARAGRAPHS}]))"
    article = opened(tmp_path, "a.pdf", made(PLAIN + turned))
    assert (article.title, article.text) == (lighthouse.TITLE, TEXT)


def test_a_stamp_in_the_margin_is_no_text(tmp_path):
    stamp = "#place(left + horizon, dx: -40pt, rotate(-90deg, reflow: true)[arXiv:2401.01234v1 [cs.CL] 3 Jan 2024])\n"
    article = opened(tmp_path, "a.pdf", made(PLAIN + stamp + HEAD + PARAGRAPHS))
    assert (article.title, article.text) == (lighthouse.TITLE, TEXT)


def test_a_drop_cap_joins_its_word_and_is_no_title(tmp_path):
    first, *others = lighthouse.PARAGRAPHS
    words = first[1:].split()
    beside = f"{' '.join(words[:9])}\\ {' '.join(words[9:15])}"
    cap = f"#grid(columns: (24pt, auto), column-gutter: 3pt, text(36pt, weight: 700)[{first[0]}], [{beside}])"
    rest = f"#v(-8pt){' '.join(words[15:])}\n\n" + "\n\n".join(others)
    article = opened(tmp_path, "a.pdf", made(f"{PLAIN}{HEAD}{cap}{rest}"))
    assert article.title == lighthouse.TITLE
    assert article.text.startswith("The old lighthouse at Skerry Point")


@pytest.mark.parametrize("pages", [1, 3])
def test_what_a_browser_prints_in_the_margins(tmp_path, pages):
    header = f"header: text(8pt)[3/6/26, 10:11 AM #h(1fr) {lighthouse.TITLE} | Example Courier]"
    footer = f"footer: text(8pt)[{lighthouse.URL.replace('2019/harbour', '2019/03/05').replace('//', '/#h(0pt)/')} #h(1fr) 1/{pages}]"
    source = f"#set page({header}, {footer})\n{PLAIN}{HEAD}" + "#pagebreak()\n".join([PARAGRAPHS] * pages)
    article = opened(tmp_path, "a.pdf", made(source))
    assert (article.title, article.text) == (lighthouse.TITLE, "\n".join([TEXT] * pages))
    assert (article.url, article.url_from) == (lighthouse.URL.replace("2019/harbour", "2019/03/05"), "print")
    assert article.published is not None
    assert article.published.date().isoformat() == "2019-03-05"


@pytest.mark.parametrize("count", [2, 3, 4])
def test_columns_with_a_narrow_gutter_and_justified_lines(tmp_path, count):
    columns = f"#set par(justify: true)\n#columns({count}, gutter: 10pt)[{PARAGRAPHS}\n\n{PARAGRAPHS}\n\n{PARAGRAPHS}]"
    article = opened(
        tmp_path, "a.pdf", made(f"#set page(height: 420pt)\n{PLAIN.replace('842pt', '420pt').replace('11pt', '8pt')}{HEAD}{columns}")
    )
    assert " ".join(article.text.split()) == " ".join(" ".join(lighthouse.PARAGRAPHS * 3).split())


def test_a_number_at_the_end_of_a_line_from_right_to_left(tmp_path):
    words = "חברי המועצה בעיירת הנמל יצביעו בשבוע הבא ביום שלישי 5 במרץ 2024."
    source = f'{PLAIN}#set text(font: "Noto Sans Hebrew", lang: "he", dir: rtl)\n{words}'
    assert opened(tmp_path, "a.pdf", made(source)).text == words
