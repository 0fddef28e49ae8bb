"""How each kind of block and run is set: rows of measures, made into Qt formats for one typography and theme."""

from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from credibility.model import Block, BlockKind, EmphasisKind
from ui.reader.typesetting.typography import Typography
from ui.theme import Theme


class BlockProperty(IntEnum):
    """Properties that a block of the document carries for the painter."""

    KIND = QTextFormat.Property.UserProperty.value + 1
    MARKER = QTextFormat.Property.UserProperty.value + 2
    DEPTH = QTextFormat.Property.UserProperty.value + 3
    SCALE = QTextFormat.Property.UserProperty.value + 4


@dataclass(frozen=True, slots=True)
class BlockSetting:
    """Measures of one kind of block: scale of the body size, space before and after in ems of the body, tone and weight."""

    scale: float = 1.0
    before: float = 0.0
    after: float = 0.72
    tone: str = "ink"
    family: str = "body"
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False


HEADINGS = (
    BlockSetting(1.5, 1.5, 0.45, weight=QFont.Weight.DemiBold),
    BlockSetting(1.32, 1.4, 0.4, weight=QFont.Weight.DemiBold),
    BlockSetting(1.14, 1.2, 0.35, weight=QFont.Weight.DemiBold),
    BlockSetting(1.0, 1.1, 0.3, weight=QFont.Weight.Bold),
)
SETTINGS = {
    BlockKind.PARAGRAPH: BlockSetting(),
    BlockKind.LIST_ITEM: BlockSetting(after=0.3),
    BlockKind.QUOTATION: BlockSetting(),
    BlockKind.CAPTION: BlockSetting(0.78, after=1.1, tone="faint", family="sans"),
    BlockKind.PREFORMATTED: BlockSetting(0.84, after=0.0, family="mono"),
    BlockKind.IMAGE: BlockSetting(before=0.5, after=0.5),
    BlockKind.RULE: BlockSetting(0.9, 0.5, 1.1, tone="faint"),
    BlockKind.TABLE_ROW: BlockSetting(0.82, after=0.0, family="sans"),
}
POINTER = BlockSetting(0.84, tone="soft", family="sans")  # "Read more: …" is no sentence of the article
TITLE = BlockSetting(1.9, 0.25, 0.4, weight=QFont.Weight.Bold)
KICKER = BlockSetting(0.74, 0.0, 0.3, tone="accent", family="sans", weight=QFont.Weight.DemiBold)
BYLINE = BlockSetting(0.82, 0.1, 0.12, tone="soft", family="sans")
ADDRESS = BlockSetting(0.74, 0.0, 0.0, tone="faint", family="sans")
NOTE = BlockSetting(0.78, 0.7, 0.0, tone="soft", family="sans", italic=True)
DIVIDER = BlockSetting(0.82, 2.2, 0.8, tone="soft", family="sans", weight=QFont.Weight.DemiBold)
COMMENT_AUTHOR = BlockSetting(0.78, 0.6, 0.05, tone="soft", family="sans", weight=QFont.Weight.DemiBold)
COMMENT = BlockSetting(0.82, 0.0, 0.5, tone="soft", family="sans")


def setting_of(block: Block) -> BlockSetting:
    """The row of measures for an article's block."""
    if block.kind is BlockKind.HEADING:
        return HEADINGS[min(max(block.level, 1), len(HEADINGS)) - 1]
    return POINTER if block.pointer else SETTINGS[block.kind]


@dataclass(frozen=True)
class Formats:
    """Qt formats for one typography and theme, made once per kind: making them costs more than inserting with them."""

    typography: Typography
    theme: Theme
    em: float = field(init=False)
    _runs: dict[tuple[BlockSetting, frozenset[EmphasisKind], str], QTextCharFormat] = field(default_factory=dict, init=False, repr=False)
    _blocks: dict[tuple[BlockSetting, int], QTextBlockFormat] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "em", self.typography.em)

    def run(self, setting: BlockSetting, emphases: frozenset[EmphasisKind] = frozenset(), url: str = "") -> QTextCharFormat:
        """The format of a run of characters; with `url` it is an anchor."""
        key = (setting, emphases, "link" if url else "")
        if key not in self._runs:
            self._runs[key] = self._make_run(setting, emphases, bool(url))
        if not url:
            return self._runs[key]
        anchor = QTextCharFormat(self._runs[key])
        anchor.setAnchorHref(url)
        return anchor

    def _make_run(self, setting: BlockSetting, emphases: frozenset[EmphasisKind], is_link: bool) -> QTextCharFormat:
        faces = {"body": self.typography.body, "sans": self.typography.sans, "mono": self.typography.mono}
        font = faces["mono" if EmphasisKind.CODE in emphases else setting.family](setting.scale)
        font.setWeight(QFont.Weight.Bold if EmphasisKind.STRONG in emphases else setting.weight)
        font.setItalic(setting.italic != (EmphasisKind.EMPHASIS in emphases))
        run = QTextCharFormat()
        run.setFont(font)
        run.setForeground(QColor(getattr(self.theme.colours, setting.tone)))
        if EmphasisKind.SUPERSCRIPT in emphases:
            run.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if EmphasisKind.SUBSCRIPT in emphases:
            run.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        if is_link:
            run.setAnchor(True)
            run.setForeground(QColor(self.theme.colours.link))
            run.setFontUnderline(True)
            run.setUnderlineColor(QColor(self.theme.colours.faint))  # quieter than the lines of claims
        return run

    def block(self, setting: BlockSetting, depth: int = 0) -> QTextBlockFormat:
        """The format of a paragraph-like block, indented by `depth`."""
        key = (setting, depth)
        if key not in self._blocks:
            made = QTextBlockFormat()
            made.setTopMargin(setting.before * self.em)
            made.setBottomMargin(setting.after * self.em)
            made.setLeftMargin(depth * 1.6 * self.em)
            height = self.typography.line_height(setting.scale)
            made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            made.setProperty(BlockProperty.SCALE, setting.scale)
            self._blocks[key] = made
        return self._blocks[key]

    def of(self, block: Block) -> QTextBlockFormat:
        """The format of an article's block, with what the painter needs to know of it."""
        depth = max(block.level, 1) if block.kind in (BlockKind.LIST_ITEM, BlockKind.QUOTATION) else 0
        made = QTextBlockFormat(self.block(setting_of(block), depth))
        made.setProperty(BlockProperty.KIND, block.kind.value)
        if block.marker:
            made.setProperty(BlockProperty.MARKER, block.marker)
        if depth:
            made.setProperty(BlockProperty.DEPTH, depth)
        if block.kind is BlockKind.HEADING:
            made.setHeadingLevel(min(max(block.level, 1), 6))
        if block.kind is BlockKind.IMAGE:
            made.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        if block.kind in (BlockKind.IMAGE, BlockKind.RULE):
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made
