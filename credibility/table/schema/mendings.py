"""The tables of the reader's corrections to parts of claims, one row per part, and of the text around corrected words."""

from credibility.floor.pages import HERE


def fifth_version() -> tuple[str, ...]:
    """The statements of schema version 5. A claim is found again by its quoted words and their position, as in ``correction``.

    For kind ``said``, the value is ``yes`` or ``no``: whether the named source said it. For kind ``source``, it is a JSON array of the
    source's name and kind.
    """
    return (
        """CREATE TABLE mending(
  fingerprint TEXT NOT NULL,
  quote TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK(kind <> ''),
  value TEXT NOT NULL,
  PRIMARY KEY(fingerprint, quote, starts, kind)
) WITHOUT ROWID""",
    )


def sixth_version() -> tuple[str, ...]:
    """The statements of schema version 6: the text around the words that a correction quotes, and the page that a text was read from.

    Together with ``quote``, ``prefix`` and ``suffix`` are a W3C TextQuoteSelector. ``corrected_page`` names the texts of one page by the
    page's addresses and title, so that a copy of it in another format, whose text and fingerprint differ, has its corrections too.

    In ``mending``, two kinds are new. ``claim`` is a claim that the reader added: a JSON object with ``source`` (name and kind), ``outlet``
    (a slug or null) and ``content``, an array of [exact, prefix, suffix, start, end]. ``edges`` is a JSON object with the ``content`` of a
    claim whose edges the reader moved.
    """
    return (
        """CREATE TABLE passage(
  fingerprint TEXT NOT NULL,
  quote TEXT NOT NULL,
  starts INTEGER NOT NULL,
  prefix TEXT NOT NULL DEFAULT '',
  suffix TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(fingerprint, quote, starts)
) WITHOUT ROWID""",
        """CREATE TABLE corrected_page(
  page TEXT NOT NULL CHECK(page <> ''),
  fingerprint TEXT NOT NULL,
  PRIMARY KEY(page, fingerprint)
) WITHOUT ROWID""",
        # The texts of files that were opened before: a newer reading of the same file may give another text.
        f"""INSERT OR IGNORE INTO corrected_page SELECT '{HERE}' || path, fingerprint FROM article
WHERE path <> '' AND fingerprint IN (SELECT fingerprint FROM correction UNION SELECT fingerprint FROM mending)""",
    )
