"""Tags of outlets: certificates, memberships and owners, kept beside the ratings. Each edit is one undoable change set."""

from collections.abc import Sequence

from credibility.floor.language import said
from credibility.floor.web import web_address
from credibility.model import RatingError, Tag
from credibility.table import rows
from credibility.table.beside.tag_rows import tag_row
from credibility.table.cells import statements
from credibility.table.schema.tables import RECORDED
from credibility.table.session import Session

_LONGEST = 200


class Tags:
    """The tags of the table's outlets."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def set(self, slug: str, tags: Sequence[Tag]) -> None:
        """Give an outlet these tags and no others. Raises RatingError for an unknown outlet and for a tag that cannot be."""
        checked = {(tag.kind, tag.value): tag for tag in map(_checked, tags)}
        outlet = self._session.read(lambda database: rows.read_outlets(database, [slug])).get(slug)
        if outlet is None:
            raise RatingError(said("There is no outlet “{slug}” in the table.", slug=slug), said("Look for it by name, or add it."))
        with self._session.edit(f"Tag {outlet.name}"):
            database = self._session.database
            for tag in outlet.tags:
                if (tag.kind, tag.value) not in checked:
                    statements.delete(database, "tag", tag_row(slug, tag), RECORDED["tag"])
            for tag in checked.values():
                statements.upsert(database, "tag", tag_row(slug, tag), RECORDED["tag"])


def _checked(tag: Tag) -> Tag:
    kind, value = (" ".join(text.split()) for text in (tag.kind, tag.value))
    if not kind or max(len(kind), len(value)) > _LONGEST:
        raise RatingError(
            said("“{tag}” cannot be a tag.", tag=kind or value),
            said("A tag has a kind; kind and value have up to {most} characters.", most=_LONGEST),
        )
    if tag.url and not web_address(tag.url):
        raise RatingError(
            said("“{url}” is not a web address.", url=tag.url), said("Give a link that begins with https://, or leave it empty.")
        )
    return Tag(kind, value, tag.dated, tag.url or None)
