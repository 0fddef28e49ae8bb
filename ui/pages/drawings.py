"""Drawn pages, kept up to a number of bytes; asked for off the GUI thread when they come into view."""

from collections import OrderedDict
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from credibility.model import PagePicture
from ui.jobs.worker import Worker

KEPT = 160_000_000  # bytes of pictures
WAITING = 2  # pages asked for at a time, so that those just scrolled past are not drawn for nothing


def image_of(picture: PagePicture, ratio: float) -> QImage:
    """A drawn page for a screen with so many pixels per unit."""
    image = QImage(picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32).copy()
    image.setDevicePixelRatio(ratio)
    return image


class DrawsPages(Protocol):
    """Who can draw pages."""

    def draw_page(self, number: int, scale: float) -> PagePicture:
        """A page at `scale` pixels per point. Raises ArticleError."""
        ...


class PagePictures(QObject):
    """`drawn` follows when a page that was asked for is there, `failed` when it cannot be drawn."""

    drawn = Signal()
    failed = Signal(object)

    def __init__(self, port: DrawsPages, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port = port
        self._worker = worker
        self._kept: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._asked: set[tuple[int, float]] = set()
        self._broken: set[int] = set()
        self._generation = 0

    def clear(self) -> None:
        """Forget all pages, as when another file takes their place."""
        self._generation += 1
        self._kept.clear()
        self._asked.clear()
        self._broken.clear()

    def picture(self, number: int, scale: float, ratio: float) -> QImage | None:
        """A page at so many pixels per point; the nearest one there is, to be stretched, while the right one is drawn. None for neither."""
        key = (number, round(scale * ratio, 3))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked and number not in self._broken and len(self._asked) < WAITING:
            self._ask(key, ratio)
        others = [image for (page, _), image in self._kept.items() if page == number]
        return others[-1] if others else None

    def _ask(self, key: tuple[int, float], ratio: float) -> None:
        self._asked.add(key)
        generation = self._generation
        self._worker.run(
            lambda: self._port.draw_page(*key),
            lambda picture: self._on_drawn(generation, key, image_of(picture, ratio)),
            lambda error: self._on_failed(generation, key, error),
        )

    def _on_drawn(self, generation: int, key: tuple[int, float], image: QImage) -> None:
        if generation != self._generation:
            return  # of a file that is not open any more
        self._asked.discard(key)
        self._kept[key] = image
        while len(self._kept) > 1 and sum(kept.sizeInBytes() for kept in self._kept.values()) > KEPT:
            self._kept.popitem(last=False)
        self.drawn.emit()

    def _on_failed(self, generation: int, key: tuple[int, float], error: Exception) -> None:
        if generation != self._generation:
            return
        self._asked.discard(key)
        self._broken.add(key[0])
        self.failed.emit(error)
        self.drawn.emit()
