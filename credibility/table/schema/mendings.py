"""The tables of what the reader mended in claims, each part in a row of its own, and of where corrected words stood."""


def fifth_version() -> tuple[str, ...]:
    """The statements of schema version 5. A claim is found again by its quoted words and where they stood, as in ``correction``.

    Of kind ``said``, the value is ``yes`` or ``no``: whether who is named said it. Of kind ``source`` it is a JSON array with the name of
    who said it and the kind of source.
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
    """The statements of schema version 6: what stands around the words that a correction quotes, and which page a text was read from.

    Together with ``quote``, ``prefix`` and ``suffix`` are a W3C TextQuoteSelector. ``corrected_page`` names the texts of one page by the
    page's addresses and title, so that a copy of it in another format, whose text and fingerprint differ, has its corrections too.

    In ``mending``, kind ``claim`` is new: a claim that the reader added. Its value is a JSON object with ``source`` (name and kind),
    ``outlet`` (a slug or null) and ``content``, an array of [exact, prefix, suffix, start, end].
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
    )
