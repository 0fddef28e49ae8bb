"""In which saved articles an outlet is cited: one button each, which opens the article."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileInfo, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from credibility.floor.language import tr, tr_of
from credibility.model import CitingArticle
from ui.basics.dates import day_words
from ui.basics.plain import set_tip
from ui.basics.widgets import button, label

SHOWN = 12


class CitingList(QWidget):
    """The articles opened last that cite an outlet; `article_chosen` carries the file of the one clicked."""

    article_chosen = Signal(Path)

    def __init__(self, articles: tuple[CitingArticle, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(label(tr("Cited in"), bold=True))
        for article in articles[:SHOWN]:
            column.addWidget(self._entry(article), 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(label(_when(article), tone="faint", scale=0.9))
        if len(articles) > SHOWN:
            column.addWidget(label(tr("and {number} more", number=len(articles) - SHOWN), tone="faint", scale=0.9))
        if not articles:
            column.addWidget(label(tr("No article you have opened so far."), tone="faint"))

    def _entry(self, article: CitingArticle) -> QWidget:
        title = article.title or article.path.name
        made = button(title if len(title) <= 44 else f"{title[:43]}…", partial(self.article_chosen.emit, article.path), quiet=True)
        set_tip(made, f"{title}\n{article.path}")
        made.setAccessibleName(tr("Open {title}", title=title))
        made.setEnabled(_is_there(article.path))
        return made


def _when(article: CitingArticle) -> str:
    """How often and when: "3 claims, opened 28 November 2026"."""
    day = day_words(article.opened_at.astimezone().date())
    told = tr_of(article.claims, "{count} claim, opened {day}", "{count} claims, opened {day}", day=day)
    return told if _is_there(article.path) else tr("{told} — the file no longer exists", told=told)


def _is_there(path: Path) -> bool:
    """As Qt tells it, which unlike `Path.exists` raises nothing for a name that is too long or a folder that is closed."""
    return QFileInfo(str(path)).exists()
