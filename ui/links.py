"""Where a link goes is shown before anything opens; only the reader's own browser ever opens it."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from ui.messages import MessageBar

OPENABLE = ("http", "https")


def open_outside(url: QUrl) -> None:
    """Hand an address to the reader's own browser or viewer."""
    QDesktopServices.openUrl(url)


def offer_link(messages: MessageBar, url: str) -> None:
    """Say where a link goes and offer to open it; addresses of other kinds are only named."""
    target = QUrl(url)
    if target.scheme() not in OPENABLE:
        messages.say(f"This link goes to {url} and is not opened from here.")
        return
    messages.say(
        f"This link leaves SourceTint and goes to {target.host()}:\n{url}",
        ("Open in browser", lambda: open_outside(target)),
        ("Copy address", lambda: QGuiApplication.clipboard().setText(url)),
    )
