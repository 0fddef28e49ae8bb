"""Plain text: headline, byline lines, paragraphs, and the readers' comments at its end."""

import pytest

from credibility.articles.extract import extract
from credibility.model import Article, ArticleError, BlockKind, Container, SavedPage

BODY = "The ferry will run every hour from May on, the company said on Monday.\n\nTickets stay at the price of last year."


def read(text: str) -> Article:
    return extract(SavedPage("/somewhere/ferry_times.txt", Container.TEXT, text, "utf-8", ""))


def test_first_line_is_the_headline():
    article = read(f"Ferry Runs Hourly\n\n{BODY}")
    assert article.title == "Ferry Runs Hourly"
    assert article.text == BODY.replace("\n\n", "\n")


def test_a_text_without_headline_takes_the_file_s_name():
    assert read(BODY).title == "ferry times"


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("By Ada Quill", "Ada Quill", None),
        ("by Ada Quill and Bram O’Hara", "Ada Quill and Bram O’Hara", None),
        ("Ada Quill's picture", "Ada Quill", None),
        ("Submitted by Ada Quill on 03/05/2019", "Ada Quill", "2019-03-05"),
        ("Author: Ada Quill", "Ada Quill", None),
        ("Von Ada Quill", "Ada Quill", None),
        ("Published: 5 March 2019", None, "2019-03-05"),
        ("March 5, 2019", None, "2019-03-05"),
        ("4 min read", None, None),
        ("Lesezeit: 4 Min.", None, None),
        ("4 minutes de lecture", None, None),
        ("05.03.2019, 18:30 Uhr", None, "2019-03-05"),
    ],
)
def test_line_under_the_headline_is_a_byline(line, name, day):
    article = read(f"Ferry Runs Hourly\n\n{line}\n\n{BODY}")
    assert article.byline == name
    assert (article.published.date().isoformat() if article.published else None) == day
    assert article.text == BODY.replace("\n\n", "\n")


def test_address_under_the_headline_is_where_it_came_from():
    article = read(f"Ferry Runs Hourly\n\nSource: https://news.example.org/ferry\n\n{BODY}")
    assert (article.url, article.url_from) == ("https://news.example.org/ferry", "text")


@pytest.mark.parametrize(
    "sentence", ["By the time the ferry came, nobody was left on the pier.", "Published figures differ from those of 2019."]
)
def test_sentence_is_no_byline(sentence):
    assert read(f"Ferry Runs Hourly\n\n{sentence}\n\n{BODY}").text.startswith(sentence)


def test_lines_broken_at_a_column_become_paragraphs():
    wrapped = (
        "The ferry will run every hour from May on, the company said on\nMonday, after weeks of talks with the captains and\n"
        "the harbour office about the number of seamen needed on board\nduring the summer.\n\n"
        "Tickets stay at the price of last year, and children under six\nwill travel without one, as they have done since the line was\n"
        "opened in 1931."
    )
    article = read(f"Ferry Runs Hourly\n\n{wrapped}")
    assert article.text.split("\n")[1].startswith("Tickets stay at the price of last year, and children under six will travel")
    assert len(article.blocks) == 2


def test_list_items_have_their_marker_apart():
    article = read(f"Ferry Runs Hourly\n\n{BODY}\n\n- bring a coat\n- bring a lamp\n\n2) and a friend")
    items = [(block.marker, block.span.of(article.text)) for block in article.blocks if block.kind is BlockKind.LIST_ITEM]
    assert items == [("•", "bring a coat"), ("•", "bring a lamp"), ("2)", "and a friend")]


def test_row_of_stars_is_text_and_no_list():
    article = read(f"Ferry Runs Hourly\n\n{BODY}\n\n*  *  *\n\nFrom an older report.")
    assert "\n* * *\n" in article.text
    assert {block.kind for block in article.blocks} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize(
    "discussion",
    [
        "Comment viewing options\n\nSelect how to show them.\nGulliver's picture\n\nToo late for me.\n\nTern's picture\n\nNot for me.",
        "2 comments\n\nGulliver says:\nToo late for me.\nTern says:\nNot for me.",
        "Comments (2)\n\nGulliver • 3 hours ago\nToo late for me.\nReply\nTern • 2 hours ago\nNot for me.\nReply",
        "Comments\n\nGulliver says:\nToo late for me.\nTern says:\nNot for me.",
        "Leave a comment\n\nGulliver on May 3, 2019 at 10:15 am said:\nToo late for me.\nTern on May 3, 2019 at 11:15 said:\nNot for me.",
    ],
)
def test_discussion_is_kept_apart(discussion):
    article = read(f"Ferry Runs Hourly\n\n{BODY}\n\n{discussion}")
    assert article.text == BODY.replace("\n\n", "\n")
    assert [(comment.author, comment.text) for comment in article.comments] == [("Gulliver", "Too late for me."), ("Tern", "Not for me.")]


def test_three_comment_authors_in_a_row_need_no_heading():
    article = read(f"Ferry Runs Hourly\n\n{BODY}\n\nGulliver says:\nLate.\nTern says:\nEarly.\nPuffin says:\nNever.")
    assert len(article.comments) == 3
    assert article.text.endswith("price of last year.")


def test_speech_in_the_article_is_no_discussion():
    talk = 'The captain says:\n\n"We sail."\n\nThe company declined to comment.\n\nComments\n\nwere closed.'
    assert read(f"Ferry Runs Hourly\n\n{BODY}\n\n{talk}").comments == ()


def test_people_who_speak_in_turns_are_no_commenters():
    turns = "".join(f"{who} said:\n\n“We sail at {hour}.”\n\n" for hour in range(5) for who in ("Mr Holt", "She", "The captain", "Maren"))
    assert read(f"Ferry Runs Hourly\n\n{BODY}\n\n{turns}").comments == ()


def test_a_file_of_endless_lines_is_refused():
    with pytest.raises(ArticleError, match="far more than an article"):
        read("A line.\n" * 100_001)
