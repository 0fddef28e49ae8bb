"""What the reader mends in a claim beside its outlet: each part apart, so that one word of the reader's never replaces another."""


def fifth_version() -> tuple[str, ...]:
    """The statements of schema version 5. A claim is found again by its quoted words and where they stood, as in ``correction``.

    Of kind ``said``, the value is ``yes`` or ``no``: whether who is named said it.
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
