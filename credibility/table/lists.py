"""Rating lists that came into a table: previewed, imported, kept with what could not be read."""

from credibility.floor.progress import Progress, silent
from credibility.model.lists import ColumnMapping, ImportPreview, ImportRecord, ReadList, SetAside
from credibility.outlets.lists.preview import preview
from credibility.table import file, imports
from credibility.table.session import StoreDoor


class StoredLists:
    """A part of the store that loads with the first list; it reads and writes through the same door as the others."""

    def __init__(self, door: StoreDoor) -> None:
        self._door = door

    def preview(self, read: ReadList) -> ImportPreview:
        """What importing a list would do to the table as it is now."""
        return preview(read, self._door.snapshot())

    def import_list(self, read: ReadList, *, withdraw: bool = False, progress: Progress = silent) -> ImportRecord:
        """Write a list into the table as one undoable step, whole or not at all; the user's own ratings stay.

        `withdraw` takes the rater's imported ratings away that the list no longer has. `progress` may cancel (RatingError).
        """
        with self._door._edit(f"Import {read.rater.title}") as number:
            registry, database = self._door.snapshot(), self._door._database
            written = imports.write_import(database, preview(read, registry), registry, number, withdraw, progress)
            # An import that changes nothing leaves no change set to point at.
            database.execute(
                "UPDATE list_import SET change_set = NULL WHERE id = ? AND NOT EXISTS (SELECT 1 FROM change WHERE change_set = ?)",
                (written, number),
            )
        return next(record for record in self.imports() if record.id == written)

    def imports(self) -> tuple[ImportRecord, ...]:
        """The imports that were done, newest first."""
        with self._door._lock, file.named_errors(self._door.path):
            return imports.read_imports(self._door._database)

    def quarantine(self, number: int) -> tuple[SetAside, ...]:
        """The rows an import could not read, with line and reason."""
        with self._door._lock, file.named_errors(self._door.path):
            return imports.read_quarantine(self._door._database, number)

    def mappings(self) -> dict[str, ColumnMapping]:
        """The column mappings that were kept, by name."""
        with self._door._lock, file.named_errors(self._door.path):
            return imports.read_mappings(self._door._database)

    def save_mapping(self, name: str, mapping: ColumnMapping) -> None:
        """Keep a column mapping under a name."""
        with self._door._writing():
            imports.write_mapping(self._door._database, name, mapping)
