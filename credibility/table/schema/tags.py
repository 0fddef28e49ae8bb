"""What is known of outlets beside ratings: certificates, memberships, owners."""


def ninth_version() -> tuple[str, ...]:
    """The statements of schema version 9: tags of outlets, with a date and a link, apart from every score.

    ``kind`` is ``jti``, ``ifcn``, ``owner`` or the reader's own word; ``value`` is what it says, "" where the kind says all.
    """
    return (
        """CREATE TABLE tag(
  outlet TEXT NOT NULL REFERENCES outlet(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  kind TEXT NOT NULL CHECK(kind <> ''),
  value TEXT NOT NULL DEFAULT '',
  dated TEXT,
  url TEXT,
  PRIMARY KEY(outlet, kind, value)
) WITHOUT ROWID""",
        """CREATE VIEW tags_of_outlets AS
SELECT outlet.name AS outlet, tag.kind, tag.value, tag.dated, tag.url FROM tag JOIN outlet ON outlet.slug = tag.outlet""",
    )
