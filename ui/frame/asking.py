"""The dialogs that ask for a file or a password; each gives what was chosen, or nothing."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from credibility.floor.language import tr, tr_of
from credibility.model import ExportFormat, PasswordError
from ui.basics.plain import message_box
from ui.jobs.exporting import file_filter, file_stem, with_ending
from ui.library.password import PasswordForm
from ui.ports.workspace import WorkspacePort

READABLE = (
    "(*.html *.htm *.xhtml *.mhtml *.mht *.webarchive *.warc *.wacz *.gz *.zst *.maff *.zip *.epub *.fb2 *.eml *.emlx *.mbox"
    " *.pdf *.docx *.odt *.fodt *.rtf *.rss *.atom *.xml *.enex *.json *.txt *.text *.md *.markdown)"
)


def _folder(workspace: WorkspacePort) -> Path:
    return Path(str(workspace.settings.get("last_folder") or QDir.homePath()))


def ask_article(owner: QWidget, workspace: WorkspacePort) -> Path | None:
    """Let the reader choose a saved article."""
    filters = f"{tr('Saved articles')} {READABLE};;{tr('All files')} (*)"
    plain = QFileDialog.Option.HideNameFilterDetails  # forty endings tell a reader nothing
    name, _ = QFileDialog.getOpenFileName(owner, tr("Open a saved article"), str(_folder(workspace)), filters, options=plain)
    return Path(name) if name else None


def ask_target(owner: QWidget, workspace: WorkspacePort, title: str = "") -> Path | None:
    """Let the reader choose format and place of an export of the open article; None also when nothing is open. `title` says of what."""
    if workspace.reading is None:
        return None
    dialog = target_dialog(owner, _folder(workspace) / file_stem(workspace.reading), workspace.formats)
    if title:
        dialog.setWindowTitle(title)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def target_dialog(owner: QWidget, suggested: Path, formats: Sequence[ExportFormat]) -> QFileDialog:
    """A dialog with a row per format; `suggested` has no ending. Choosing a format changes the ending of the name, so that Qt
    asks about the very file that would be replaced.
    """
    dialog = QFileDialog(owner, tr("Export"), str(suggested.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([file_filter(form) for form in formats])

    def turn(chosen: str) -> None:
        form = next((form for form in formats if file_filter(form) == chosen), formats[0])
        dialog.setDefaultSuffix(form.suffix)
        named = dialog.selectedFiles()
        dialog.selectFile(with_ending(Path(named[0]) if named else suggested, form, formats).name)

    dialog.selectFile(f"{suggested.name}.{formats[0].suffix}")
    dialog.setDefaultSuffix(formats[0].suffix)
    dialog.filterSelected.connect(turn)
    return dialog


def ask_notes(owner: QWidget, count: int, *, on_paper: bool = False) -> bool | None:
    """Ask whether the reader's notes leave with an export or on paper; None to write nothing."""
    if on_paper:
        title = tr("Print")
        words = tr_of(
            count,
            "You wrote {count} note on this article. Notes are private unless you print them.",
            "You wrote {count} notes on this article. Notes are private unless you print them.",
        )
    else:
        title = tr("Export")
        words = tr_of(
            count,
            "You wrote {count} note on this article. Notes are private unless you export them.",
            "You wrote {count} notes on this article. Notes are private unless you export them.",
        )
    return _ask_which(owner, title, words, tr("Without notes"), tr("With my notes"))


def ask_only_shown(owner: QWidget, shown: int, count: int) -> bool | None:
    """Ask whether only the claims that are shown are printed; None to print nothing."""
    words = tr_of(
        count,
        "A filter is in force: {shown} of {count} claim are shown.",
        "A filter is in force: {shown} of {count} claims are shown.",
        shown=shown,
    )
    return _ask_which(owner, tr("Print"), words, tr("Print all claims"), tr("Only what is shown"))


def _ask_which(owner: QWidget, title: str, words: str, usual: str, special: str) -> bool | None:
    """Whether the second button was pressed; None for neither."""
    box = message_box(owner, title, words)
    first = box.addButton(usual, QMessageBox.ButtonRole.AcceptRole)
    second = box.addButton(special, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(first)
    answers: list[bool | None] = []
    # Asked while it is pressed: the box is gone when `exec` returns.
    box.buttonClicked.connect(lambda pressed: answers.append({first: False, second: True}.get(pressed)))
    box.exec()
    return answers[-1] if answers else None


def ask_password(owner: QWidget, path: Path, error: PasswordError, give: Callable[[str], None]) -> None:
    """Ask for the password of a locked file, without holding up the window; `give` hears it."""
    form = PasswordForm(path.name, error, owner)
    form.given.connect(give)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    form.open()


def accepts_losses(owner: QWidget, losses: tuple[str, ...]) -> bool:
    """Say what an export loses of the original, and whether the reader wants it all the same; True when it loses nothing."""
    if not losses:
        return True
    box = message_box(owner, tr("Export"), "\n\n".join(map(tr, losses)))
    box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    box.button(QMessageBox.StandardButton.Ok).setText(tr("Write the copy"))
    return box.exec() == QMessageBox.StandardButton.Ok
