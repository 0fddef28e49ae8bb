"""The lighthouse article as word processors and ArchiveWeb.page save it, made by rule."""

import json
from html import escape

from tests.articles import lighthouse

COURIER = "https://news.example.org/courier/report"
LINES = (
    ("h1", lighthouse.TITLE),
    ("p", "By Ada Quill"),
    ("p", "5 March 2019"),
    ("p", lighthouse.PARAGRAPHS[0]),
    ("p", lighthouse.PARAGRAPHS[1]),
    ("h2", "What the fishermen say"),
    ("p", lighthouse.PARAGRAPHS[2]),
    ("quote", lighthouse.QUOTATION),
    ("p", lighthouse.PARAGRAPHS[3]),
    ("li", "The stairs are mended first, before the winter storms."),
    ("li", "The lamp room follows in the year after that."),
    ("p", lighthouse.PARAGRAPHS[4]),
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_STYLES = {"h1": "Title", "h2": "Heading2", "quote": "Quote", "li": "ListBullet"}
_PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="x" descr="A white tower"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    "<a:graphicData>"
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rP"/></pic:blipFill>'
    "</pic:pic>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _docx_runs(words: str) -> str:
    before, found, after = words.partition("Example Courier")
    return f'{_run(before)}<w:hyperlink r:id="rL">{_run(found)}</w:hyperlink>{_run(after)}' if found else _run(words)


def document_xml(lines: str) -> str:
    return f'<?xml version="1.0"?><w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{lines}</w:body></w:document>'


def relations(*rows: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{target}" TargetMode="{"External" if "://" in target else "Internal"}"/>'
        for name, kind, target in rows
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'


def docx(**replaced: bytes | str) -> bytes:
    """As Word writes it, with a picture and a tracked deletion; typed by somebody on a program that names itself."""
    lines = []
    for kind, words in LINES:
        bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if kind == "li" else ""
        style = f'<w:pStyle w:val="{_STYLES[kind]}"/>' if kind in _STYLES else ""
        lines.append(f"<w:p><w:pPr>{style}{bullet}</w:pPr>{_docx_runs(words)}</w:p>")
    lines.insert(4, _PICTURE)
    lines.insert(6, '<w:p><w:del w:id="9" w:author="x"><w:r><w:delText>Whale watching was struck out.</w:delText></w:r></w:del></w:p>')
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name.replace("Heading2", "heading 2")}"/></w:style>'
        for name in _STYLES.values()
    )
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "docProps/core.xml": '<core xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>python-docx</dc:creator></core>',
        "word/document.xml": document_xml("".join(lines)),
        "word/styles.xml": f'<w:styles xmlns:w="{_W}">{styles}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="bullet"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/media/image1.png": lighthouse.png(),
        "word/_rels/document.xml.rels": relations(
            ("rL", "hyperlink", COURIER),
            ("rP", "image", "media/image1.png"),
            ("rS", "styles", "styles.xml"),
            ("rN", "numbering", "numbering.xml"),
        ),
    }
    return lighthouse.zipped(members | {name.replace("__", "/").replace("_dot_", "."): data for name, data in replaced.items()})


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    (
        f'xmlns:office="{_ODF}:office:1.0"', f'xmlns:text="{_ODF}:text:1.0"', f'xmlns:style="{_ODF}:style:1.0"',
        f'xmlns:draw="{_ODF}:drawing:1.0"', f'xmlns:svg="{_ODF}:svg-compatible:1.0"', 'xmlns:xlink="http://www.w3.org/1999/xlink"',
    )
)  # fmt: skip


def _odt_line(kind: str, words: str) -> str:
    inner = escape(words).replace("Example Courier", f'<text:a xlink:href="{COURIER}">Example<text:s/>Courier</text:a>')
    match kind:
        case "h1":
            return f'<text:p text:style-name="P1">{inner}</text:p>'
        case "h2":
            return f'<text:h text:outline-level="2">{inner}</text:h>'
        case "quote":
            return f'<text:p text:style-name="Quotations">{inner}</text:p>'
        case "li":
            return f"<text:list><text:list-item><text:p>{inner}</text:p></text:list-item></text:list>"
        case _:
            return f'<text:p text:style-name="Text_20_body">{inner}</text:p>'


def odf_body() -> str:
    lines = [_odt_line(kind, words) for kind, words in LINES]
    lines.insert(
        4, '<text:p><draw:frame><draw:image xlink:href="Pictures/tower.png"/><svg:desc>A white tower</svg:desc></draw:frame></text:p>'
    )
    style = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    deleted = "<text:changed-region><text:deletion><text:p>Whale watching was struck out.</text:p></text:deletion></text:changed-region>"
    text = f"<text:tracked-changes>{deleted}</text:tracked-changes>{''.join(lines)}"
    return f"<office:automatic-styles>{style}</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"


def odt(content: bytes | str = "") -> bytes:
    """As LibreOffice writes it."""
    return lighthouse.zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content or f'<?xml version="1.0"?><office:document-content {_SPACES}>{odf_body()}</office:document-content>',
            "Pictures/tower.png": lighthouse.png(),
        }
    )


def fodt() -> bytes:
    """The same as one flat file."""
    kind = "application/vnd.oasis.opendocument.text"
    return f'<?xml version="1.0"?><office:document {_SPACES} office:mimetype="{kind}">{odf_body()}</office:document>'.encode()


def _rtf_words(words: str) -> str:
    linked = words.replace("Example Courier", f'{{\\field{{\\*\\fldinst{{HYPERLINK "{COURIER}" }}}}{{\\fldrslt{{\\ul Example Courier}}}}}}')
    return "".join(char if ord(char) < 128 else f"\\u{ord(char)}?" for char in linked)


def rtf() -> bytes:
    """As WordPad writes it, with a picture that is left out."""
    lines = [_rtf_words(f"{'- ' if kind == 'li' else ''}{words}") for kind, words in LINES]
    lines.insert(4, "{\\pict\\pngblip " + lighthouse.png().hex() + "}")
    fonts = "{\\fonttbl{\\f0\\fnil Times;}}{\\info{\\author root}{\\title Document1}}"
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0" + fonts + "\\f0\\fs24 " + "\\par\n".join(lines) + "}").encode()


def wacz(**replaced: bytes | str) -> bytes:
    """A visit of two pages: one is listed, the other a frame of it."""
    listed = [{"format": "json-pages-1.0", "id": "pages"}, {"url": lighthouse.URL, "title": "The lighthouse", "ts": "2019-03-06T08:00:00Z"}]
    members: dict[str, bytes | str] = {
        "archive/data.warc.gz": lighthouse.warc_gz(),
        "pages/pages.jsonl": "\n".join(map(json.dumps, listed)),
        "datapackage.json": '{"profile": "data-package", "wacz_version": "1.1.1"}',
    }
    return lighthouse.zipped(members | {name.replace("__", "/").replace("_dot_", "."): data for name, data in replaced.items()})
