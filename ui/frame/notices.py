"""What is said once at the start: such as a table that was gone, with a button that brings its backup back."""

from credibility.floor.language import tr
from ui.edits import Edits
from ui.frame.messages import MessageBar
from ui.ports.workspace import WorkspacePort


def say_notices(workspace: WorkspacePort, edits: Edits, messages: MessageBar) -> None:
    """Show what there is to say; it stays until it is closed."""

    def restore() -> None:
        if edits.do(workspace.table.restore_lost):
            messages.say(tr("Your table was restored from its newest backup."))

    lost = workspace.table.lost_backup
    offers = ((tr("Restore {backup}", backup=lost), restore),) if lost else ()
    if workspace.notices:
        messages.say("\n".join(map(tr, workspace.notices)), *offers, stays=True)
