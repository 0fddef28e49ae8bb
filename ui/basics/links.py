"""Where a link goes is shown before anything opens; only the reader's own browser ever opens it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from credibility.floor.language import tr
from credibility.floor.web import web_address
from ui.frame.messages import MessageBar

OPENABLE = ("http", "https")


def open_outside(url: QUrl) -> None:
    """Hand an address to the reader's own browser or viewer."""
    QDesktopServices.openUrl(url)


def publisher_words(url: QUrl) -> str:
    """The host a link goes to; one with letters beyond ASCII also as machines spell it, for other hosts may look like it."""
    shown, spelt = url.host(), url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    return shown if shown == spelt else f"{shown} ({spelt})"


def offer_file(messages: MessageBar, target: Path, notes: tuple[str, ...] = ()) -> None:
    """Say that a file was written and what is to be known of it, and offer to open it or its folder."""
    messages.say(
        "\n".join((tr("Saved {name}.", name=target.name), *map(tr, notes))),
        (tr("Open it"), lambda: open_outside(QUrl.fromLocalFile(str(target)))),
        (tr("Show folder"), lambda: open_outside(QUrl.fromLocalFile(str(target.parent)))),
    )


def offer_link(messages: MessageBar, url: str) -> None:
    """Say where a link goes and offer to open it; addresses of other kinds are only named."""
    target = QUrl(url)
    if web_address(url) is None or target.scheme() not in OPENABLE or not target.host():
        messages.say(tr("This link goes to {url} and is not opened from here.", url=url))
        return
    messages.say(
        tr("This link leaves SourceTint and goes to {host}:\n{url}", host=publisher_words(target), url=url),
        (tr("Open in browser"), lambda: open_outside(target)),
        (tr("Copy address"), lambda: QGuiApplication.clipboard().setText(url)),
    )
