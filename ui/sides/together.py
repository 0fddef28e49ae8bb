"""Common scrolling: two articles side by side go through their texts at the same pace, each from its beginning to its end."""

from functools import partial

from PySide6.QtCore import QObject

from ui.article_view import ArticleView
from ui.sides.side import Side
from ui.sides.sides import Sides


class Together(QObject):
    """While it `is_on`, what is scrolled in one side takes the other one to the same share of its article."""

    def __init__(self, sides: Sides, parent: QObject) -> None:
        super().__init__(parent)
        self._sides = sides
        self._is_following = False
        self.is_on = False
        for side in sides.all:
            self._watch(side)
        sides.made.connect(self._watch)

    def turn(self, on: bool) -> None:
        """Scroll together from now on, or each alone; the other side comes to where the active one is."""
        self.is_on = on
        self._follow(self._sides.active, self._sides.active.centre.turning.front)

    def _watch(self, side: Side) -> None:
        for view in side.centre.views:
            view.verticalScrollBar().valueChanged.connect(partial(self._on_scrolled, side, view))

    def _on_scrolled(self, side: Side, view: ArticleView, _value: int) -> None:
        self._follow(side, view)

    def _follow(self, side: Side, view: ArticleView) -> None:
        other = next((each for each in self._sides.shown if each is not side), None)
        is_meant = self.is_on and not self._is_following and other is not None and view is side.centre.turning.front
        bar = view.verticalScrollBar()
        if not is_meant or other is None or not side.is_shown or not bar.maximum():
            return
        self._is_following = True
        theirs = other.centre.turning.front.verticalScrollBar()
        theirs.setValue(round(bar.value() / bar.maximum() * theirs.maximum()))
        self._is_following = False
