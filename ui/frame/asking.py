"""The dialogs that ask for a file or a password; each gives what was chosen, or nothing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from credibility.model import PasswordError
from ui.jobs.exporting import suggested_name
from ui.library.password import PasswordForm
from ui.ports import WorkspacePort

READABLE = (
    "Saved articles (*.html *.htm *.xhtml *.mhtml *.mht *.webarchive *.warc *.wacz *.gz *.zst *.maff *.zip *.epub *.fb2 *.eml *.emlx *.mbox"
    " *.pdf *.docx *.odt *.fodt *.rtf *.rss *.atom *.xml *.enex *.json *.txt *.text *.md *.markdown);;All files (*)"
)


def _folder(workspace: WorkspacePort) -> Path:
    return Path(str(workspace.settings.get("last_folder") or QDir.homePath()))


def ask_article(owner: QWidget, workspace: WorkspacePort) -> Path | None:
    """Let the reader choose a saved article."""
    name, _ = QFileDialog.getOpenFileName(owner, "Open a saved article", str(_folder(workspace)), READABLE)
    return Path(name) if name else None


def ask_target(owner: QWidget, workspace: WorkspacePort) -> Path | None:
    """Let the reader choose where the PDF of the open article goes; None also when nothing is open."""
    if workspace.reading is None:
        return None
    suggested = str(_folder(workspace) / suggested_name(workspace.reading))
    name, _ = QFileDialog.getSaveFileName(owner, "Export PDF", suggested, "PDF (*.pdf)")
    return Path(name) if name else None


def ask_password(owner: QWidget, path: Path, error: PasswordError, give: Callable[[str], None]) -> None:
    """Ask for the password of a locked file, without holding up the window; `give` hears it."""
    form = PasswordForm(path.name, error, owner)
    form.given.connect(give)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    form.open()
