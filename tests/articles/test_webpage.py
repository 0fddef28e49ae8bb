"""A web page: what belongs to the article, with its structure and links, and what does not."""

import pytest

from credibility.articles.extract import extract
from credibility.model import ArticleError, BlockKind, Container, EmphasisKind, SavedPage
from tests.articles.bridge import PROSE, kinds, page, prose


def test_paragraphs_without_the_headline():
    assert page(prose()).text == "\n".join(PROSE)


def test_old_page_with_text_in_a_table_and_line_breaks():
    article = page(f"<table><tr><td width=600>{'<br><br>'.join(PROSE)}</td></tr></table>")
    assert [kind for kind, _ in kinds(article)] == ["paragraph"] * 4


def test_headings_lists_and_quotations_keep_their_level():
    lists = "<ul><li>the <b>bridge</b> itself<ol><li>its towers</li><li>its road</li></ol></li><li>the ferry and its two piers</li></ul>"
    quotation = "<blockquote><p>We build for a hundred years.</p><blockquote><p>Or for two hundred.</p></blockquote></blockquote>"
    article = page(prose("<h2>What is built</h2>", lists, quotation))
    shown = [(block.kind, block.level, block.marker, block.span.of(article.text)) for block in article.blocks[2:-2]]
    assert shown == [
        (BlockKind.HEADING, 2, "", "What is built"),
        (BlockKind.LIST_ITEM, 1, "•", "the bridge itself"),
        (BlockKind.LIST_ITEM, 2, "1.", "its towers"),
        (BlockKind.LIST_ITEM, 2, "2.", "its road"),
        (BlockKind.LIST_ITEM, 1, "•", "the ferry and its two piers"),
        (BlockKind.QUOTATION, 1, "", "We build for a hundred years."),
        (BlockKind.QUOTATION, 2, "", "Or for two hundred."),
    ]


def test_what_stands_in_a_quotation_is_quoted_whatever_it_is():
    quotation = "<blockquote><h3>From the report</h3><p>Three towers stand.</p><ul><li>one of stone and two of brick</li></ul></blockquote>"
    article = page(prose(quotation))
    assert [(block.kind, block.quoted) for block in article.blocks[1:-1]] == [
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 1),
        (BlockKind.QUOTATION, 1),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_table_comes_row_by_row():
    table = "<table><tr><th>Year</th><th>Crossings</th></tr><tr><td>2017</td><td>410,000</td></tr><tr><td>2018</td><td></td></tr></table>"
    article = page(prose(table))
    rows = [block for block in article.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [(row.level, [cell.of(article.text) for cell in row.cells]) for row in rows] == [
        (1, ["Year", "Crossings"]),
        (0, ["2017", "410,000"]),
        (0, ["2018", ""]),
    ]
    assert rows[1].span.of(article.text) == "2017\t410,000"


def test_preformatted_text_keeps_its_lines_and_spaces():
    article = page(prose("<pre>toll:\n  car   4\n\n  cart  2\n</pre>"))
    assert [text for kind, text in kinds(article) if kind == "preformatted"] == ["toll:", "  car   4", "", "  cart  2"]


def test_links_are_absolute_and_stand_on_their_words():
    linked = "<p>As <a href='/town/report?x=1#y'>the report of <em>March</em></a> said, the river bed is <a href='https://geo.example.org/'>older</a>.</p>"
    article = page(prose(linked))
    assert [(link.span.of(article.text), link.url) for link in article.links] == [
        ("the report of March", "https://news.example.org/town/report?x=1#y"),
        ("older", "https://geo.example.org/"),
    ]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " java\nscript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:a@example.org", "http://"],
)
def test_address_that_is_not_of_the_web_is_no_link(address):
    article = page(prose(f"<p>The engineers of the town <a href='{address}'>answered every question</a> that was put to them.</p>"))
    assert "answered every question" in article.text
    assert article.links == ()


def test_two_links_side_by_side_to_one_address_stay_two():
    article = page(prose("<p>Read what <a href='/a'>the mayor</a><a href='/a'> said</a> about the bridge and the ferry last year.</p>"))
    assert [link.span.of(article.text) for link in article.links] == ["the mayor", "said"]


def test_emphases_are_kept():
    marked = (
        "<p>It is <em>the</em> bridge, <strong>not <i>a</i></strong> bridge over H<sub>2</sub>O, wrote the engineer in his notebook.</p>"
    )
    article = page(prose(marked))
    shown = {(emphasis.span.of(article.text), emphasis.kind) for emphasis in article.emphases}
    assert shown == {
        ("the", EmphasisKind.EMPHASIS),
        ("not a", EmphasisKind.STRONG),
        ("a", EmphasisKind.EMPHASIS),
        ("2", EmphasisKind.SUBSCRIPT),
    }


def test_caption_belongs_to_its_picture():
    named = "<div class='picture'><img src='a.jpg'><div class='wp-caption-text'>The bridge in May.</div></div>"
    article = page(prose("<figure><img src='c.jpg' alt='x'><figcaption>The river in July.</figcaption></figure>", named))
    assert [text for kind, text in kinds(article) if kind == "caption"] == [
        "The river in July.",
        "The bridge in May.",
    ]


def test_picture_that_is_not_in_the_file_keeps_its_place_and_link():
    article = page(prose("<figure><a href='/large'><img src='a.jpg' alt='A bridge'></a></figure>"))
    (picture,) = [block for block in article.blocks if block.kind is BlockKind.IMAGE]
    assert (picture.span.of(article.text), article.images[0].alt, article.images[0].data) == ("\ufffc", "A bridge", b"")
    assert [(link.span, link.url) for link in article.links] == [(picture.span, "https://news.example.org/large")]


def test_picture_does_not_change_the_fingerprint():
    assert page(prose()).fingerprint == page(prose("<figure><img src='a.jpg'></figure>")).fingerprint


@pytest.mark.parametrize(
    "stranger",
    [
        "<div class='related-stories'><h3>Related</h3><p>A whale was seen off the bay by several fishermen this morning.</p></div>",
        "<aside class='newsletter-box'><p>Sign up and get the most important stories of the day by mail every morning.</p></aside>",
        "<p><a href='/whale'>Whale seen off the bay by fishermen</a></p>",
        "<nav><p>The sections of this paper are listed here for the readers who look for them.</p></nav>",
        "<div style='display:none'><p>Words that the page hides from its readers but not from machines.</p></div>",
        "<script>document.write('words of a script that nobody reads')</script>",
        "<noscript><p>Please turn on scripts to read the comments of our readers here.</p></noscript>",
        "<template><p>Words in a template are not on the page until a script copies them.</p></template>",
    ],
)
def test_stranger_in_the_article_is_left_out(stranger):
    assert page(prose(stranger)).text == "\n".join(PROSE)


def test_standfirst_under_the_headline_is_kept():
    lead = "The bridge took four years, one archaeologist and a great many cups of tea."
    article = page(f"<p class='article-lead'>{lead}</p><div class='byline'>By Ada Quill</div>{prose()}")
    assert article.text.split("\n")[0] == lead
    assert article.byline == "Ada Quill"
    assert "Ada Quill" not in article.text


def test_page_that_was_saved_while_hidden_is_read():
    article = extract(SavedPage("p.html", Container.HTML, f"<body><div style='visibility:hidden'>{prose()}</div></body>", "utf-8", ""))
    assert article.text == "\n".join(PROSE)


def test_comments_have_author_and_depth():
    thread = (
        "<div id='comments'><h2>3 comments</h2><ol class='comment-list'><li class='comment depth-1'><div class='comment-author'>Tern</div>"
        "<p>About time.</p><a href='#'>Reply</a><ol><li class='comment depth-2'><div class='comment-author'>Puffin</div><p>Is it?</p>"
        "</li></ol></li><li class='comment depth-1'><div class='comment-author'>Gull</div><p>I said so.</p><p>Twice.</p></li></ol></div>"
    )
    article = page(prose(), around=thread)
    assert [(comment.author, comment.text, comment.depth) for comment in article.comments] == [
        ("Tern", "About time.", 0),
        ("Puffin", "Is it?", 1),
        ("Gull", "I said so.\nTwice.", 0),
    ]
    assert article.text == "\n".join(PROSE)


JSON_LD = """<script type="application/ld+json">{"@graph": [{"@id": "#p", "@type": "Person", "name": "Ada Quill"},
 {"@type": "NewsArticle", "headline": "The Bridge Opens at Last", "author": [{"@id": "#p"},
 {"name": "Bram O&#8217;Hara"}, "https://example.org/staff"],
 "datePublished": "2019-03-05T18:30:00+0100", "publisher": {"name": "Example Courier"}, "inLanguage": "en-GB",}]}</script>"""


def test_json_ld_is_read_in_spite_of_its_mistakes():
    article = page(prose(), head=JSON_LD)
    assert (article.title, article.byline, article.publisher) == ("The Bridge Opens at Last", "Ada Quill, Bram O’Hara", "Example Courier")
    assert article.published is not None
    assert article.published.isoformat() == "2019-03-05T18:30:00+01:00"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "<meta property='og:title' content='The Bridge Opens | Example Courier'>"
            "<meta property='og:site_name' content='Example Courier'>",
            "The Bridge Opens",
        ),
        ("<meta property='og:title' content='Bridge &amp;amp; ferry: both stay'>", "Bridge & ferry: both stay"),
        ("<meta property='og:title' content='River: The Bridge Opens'>", "River: The Bridge Opens"),
        ("<meta property='og:title' content='River: The Bridge Opens | Town News'>", "River: The Bridge Opens"),
        ("<meta property='og:title' content='The Long Wait Is Over - News.Example.org'>", "The Long Wait Is Over"),
        ("<meta property='og:title' content='“The long wait is over” - «At last»'>", "“The long wait is over” - «At last»"),
        ("", "The Bridge Opens"),
    ],
)
def test_title_is_without_the_site_s_name(head, title):
    assert page(prose(), head=head, heading="The Bridge Opens" if "Bridge Opens" in title else "").title == title


def test_title_that_a_template_cut_off_at_its_own_quotation_mark_is_whole():
    markup = f"""<html><head><meta property="og:title" content="Harbour festival: a "royal" guest"><title>Harbour festival: a "royal" guest
        | News</title></head><body><h1>Harbour festival: a "royal" guest</h1>{prose()}</body></html>"""
    assert extract(SavedPage("p.html", Container.HTML, markup, "utf-8", "")).title == 'Harbour festival: a "royal" guest'


@pytest.mark.parametrize(
    ("head", "url", "source"),
    [
        (
            "<link rel='canonical' href='https://news.example.org/c'><meta property='og:url' content='https://news.example.org/o'>",
            "https://news.example.org/c",
            "canonical",
        ),
        ("<meta property='og:url' content='https://news.example.org/o'>", "https://news.example.org/o", "og:url"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","url":"https://news.example.org/j"}</script>',
            "https://news.example.org/j",
            "json-ld",
        ),
        ("<link rel='canonical' href='file:///home/x.html'>", None, None),
    ],
)
def test_address_comes_from_the_best_place(head, url, source):
    markup = f"<html><head>{head}</head><body>{prose()}</body></html>"
    article = extract(SavedPage("p.html", Container.HTML, markup, "utf-8", ""))
    assert (article.url, article.url_from) == (url, source)


def test_short_sentence_between_paragraphs_stays():
    assert ("paragraph", "See the plans here.") in kinds(page(prose("<p>See the <a href='/plans'>plans here</a>.</p>")))


def test_bold_line_that_leads_elsewhere_is_no_heading():
    article = page(prose("<p><b>Read: <a href='/ferry'>How the ferry came to the town</a></b></p>"))
    assert not any(kind == "heading" for kind, _ in kinds(article))


def test_table_of_facts_stays_although_its_name_is_that_of_a_box():
    rows = "<tr><th>Country</th><td>Norland</td></tr><tr><th>Length</th><td>310 metres</td></tr>"
    article = page(f"<table class='infobox'>{rows}</table>{prose()}")
    assert ("table-row", "Length\t310 metres") in kinds(article)


def test_invisible_letters_in_an_address_are_dropped():
    article = page(
        prose("<p>The mayor published <a href='\u200b\u200bhttps://town.example.org/plans'>the plans</a> of the bridge on Monday.</p>")
    )
    assert [link.url for link in article.links] == ["https://town.example.org/plans"]


@pytest.mark.parametrize(
    "body",
    [
        "<nav>x</nav>",
        "<h1>The Bridge</h1><p>Subscribe now</p><form><input name='mail'></form>",
        "<div>Log in to continue</div><a href='/register'>Register</a>",
        "<ul><li><a href='/a'>Home</a></li><li><a href='/b'>News</a></li></ul>",
    ],
)
def test_page_without_a_sentence_is_no_article(body):
    with pytest.raises(ArticleError, match="No article was found"):
        extract(SavedPage("wall.html", Container.HTML, f"<html><body>{body}</body></html>", "utf-8", ""))


@pytest.mark.parametrize("words", ["The bridge is open.", "“The bridge is open.”", "橋が開いた。"])
def test_one_sentence_is_an_article(words):
    article = extract(SavedPage("note.html", Container.HTML, f"<html><body><p>{words}</p></body></html>", "utf-8", ""))
    assert article.text == words
