"""The head of the page: publisher, title, byline and date, address, notes; where the address was found, for its tool tip."""

from collections.abc import Iterator

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor

from credibility.floor.dates import moment_in_words
from credibility.floor.language import said, shown, tr
from credibility.floor.web import web_address
from credibility.model import Article
from ui.reader.typesetting.formats import ADDRESS, BYLINE, KICKER, NOTE, TITLE, BlockProperty, BlockSetting, Formats
from ui.reader.typesetting.text_map import fit_for_qt

_FROM = {
    "snapshot-content-location": said("Address from the saved page"),
    "saved-from": said("Address from the saved page"),
    "content-location": said("Address from the saved page"),
    "singlefile": said("Address from the saved page"),
    "webresource-url": said("Address from the web archive"),
    "warc-target-uri": said("Address from the web archive"),
    "maff-originalurl": said("Address from the archive"),
    "text": said("Address from the text"),
    "canonical": said("Address from the page’s own canonical link"),
    "og:url": said("Address from the page’s own metadata"),
    "front-matter": said("Address from the file’s front matter"),
}


def header_lines(article: Article) -> Iterator[tuple[BlockSetting, str, str]]:
    """The lines of the head in order, as (setting, words, URL or "")."""
    if article.publisher:
        yield KICKER, article.publisher, ""
    yield TITLE, article.title or tr("Untitled"), ""
    by = article.byline or ""
    if by and not by.lower().startswith(("by ", "von ", "par ", "por ")):
        by = tr("By {author}", author=by)
    dated = shown(moment_in_words(article.published)) if article.published else ""
    if by or dated:
        yield BYLINE, "  ·  ".join(filter(None, (by, dated))), ""
    if article.url:
        yield ADDRESS, article.url, web_address(article.url) or ""
    for note in article.notes:
        yield NOTE, tr(note), ""


def address_from(article: Article) -> str:
    """Where the article's address was found, for its tool tip; "" when it has none."""
    known = article.url_from or ""
    if not article.url or not known:
        return ""
    return shown(_FROM[known]) if known in _FROM else tr("Address from {where}", where=known.replace("-", " "))


def set_header(article: Article, cursor: QTextCursor, formats: Formats) -> None:
    """Write the head into an empty document; the cursor stays at its end."""
    for number, (setting, words, url) in enumerate(header_lines(article)):
        run = QTextCharFormat(formats.run(setting, url=url))
        if setting is KICKER:
            font = run.font()
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            run.setFont(font)
        if setting is ADDRESS and url:
            run.setForeground(formats.run(setting).foreground())
            run.setFontUnderline(False)
        layout = QTextBlockFormat(formats.block(setting))
        if setting is TITLE:
            layout.setHeadingLevel(1)
        if number == 0:
            cursor.setBlockFormat(layout)
        else:
            cursor.insertBlock(layout)
        cursor.insertText(fit_for_qt(" ".join(words.split())), run)
    layout = cursor.blockFormat()
    layout.setBottomMargin(2.3 * formats.em)
    layout.setProperty(BlockProperty.KIND, "header-end")
    cursor.setBlockFormat(layout)
