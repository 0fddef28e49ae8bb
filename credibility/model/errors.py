"""Named errors. Each says what happened (`reason`) and what the reader can do about it (`advice`)."""

from credibility.floor.language import joined


class SourceTintError(Exception):
    """Base of every error shown to the user.

    `reason` is one sentence on what happened; `advice` one sentence on what to do. `str()` gives both.
    """

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason, advice)
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        """Both sentences; where they are `Said`, so is what this gives: `shown(str(error))` has them in the reader's language."""
        return joined((self.reason, self.advice), " ")


class ArticleError(SourceTintError):
    """The file cannot be opened as an article: missing, empty, binary, too large, undecodable, no article in it."""


class PasswordError(ArticleError):
    """The file is protected by a password and none, or a wrong one, was given."""


class StoreError(SourceTintError):
    """The ratings database cannot be used: read-only, locked, corrupt, from a newer version, disk full."""


class RatingError(SourceTintError):
    """An edit of an outlet or a rating is not valid: unknown outlet, score out of range, name taken."""


class ChangedMeanwhileError(RatingError):
    """Another window or program has changed what is being edited. Nothing was written; the user decides again.

    `now` is the present state: it becomes the draft's `seen` if the user, having been told, saves again.
    """

    def __init__(self, reason: str, advice: str = "", now: object = None) -> None:
        super().__init__(reason, advice)
        self.now = now


class ExportError(SourceTintError):
    """The export cannot be written: target unwritable, disk full, cancelled."""


class SettingsError(SourceTintError):
    """The settings file cannot be read or written; the defaults are used."""
