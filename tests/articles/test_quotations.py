"""Quotations set apart keep the line that names the speaker or the source."""

import pytest

from tests.articles.bridge import kinds, page, prose


@pytest.mark.parametrize(
    "line", ["[<a href='https://tide.example/b'>The Tide Post</a>]", "<b>(<a href='https://tide.example/b'>Tide</a>)</b>"]
)
def test_source_in_brackets_stays_below_what_was_taken_from_it(line):
    quotation = "<blockquote><p>The bridge is a bridge like any other, and the river does not mind it in the least.</p></blockquote>"
    article = page(prose(quotation, f"<p>{line}</p>"))
    assert [(kind, text[0], text[-1]) for kind, text in kinds(article)[2:-2]] == [
        ("quotation", "T", "."),
        ("paragraph", line.replace("<b>", "")[0], line.replace("</b>", "")[-1]),
    ]
    assert [link.url for link in article.links] == ["https://tide.example/b"]


def test_who_said_it_stands_in_the_quotation_s_box():
    words = "The river gives, and with the right rules it will go on giving until my grandchildren fish in it."
    speaker = "<cite class='quote-author'><div>Hanna Reed</div><div>head of the fishers' guild of Example Town</div></cite>"
    box = f"<div class='quote'><div><blockquote>{words}</blockquote>{speaker}</div></div>"
    assert kinds(page(prose(box)))[2:-2] == [
        ("quotation", words),
        ("paragraph", "Hanna Reed"),
        ("paragraph", "head of the fishers' guild of Example Town"),
    ]


def test_what_follows_a_quotation_outside_its_box_is_not_its_speaker():
    words = "The river gives, and with the right rules it will go on giving until my grandchildren fish in it."
    box = f"<div class='quote'><blockquote>{words}</blockquote></div><div class='newsletter'>News of the river every morning</div>"
    assert [text for _, text in kinds(page(prose(box)))[2:-2]] == [words]
