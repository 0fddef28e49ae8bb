"""Files of annotations that other copies of the program wrote, read as JSON."""

import json
from pathlib import Path

from credibility.floor.language import said
from credibility.model import RatingError

LARGEST = 50_000_000
"""Bytes of such a file; a larger one is refused."""


def annotations_in(path: Path, what: str, advice: str) -> object:
    """The JSON document in a file that should hold `what` ("notes"). Raises RatingError, with that `advice`, when there is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise RatingError(said("{name} is too large to hold {what}.", name=path.name, what=what), said("Choose another file."))
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise RatingError(
            said("{name} cannot be read: {problem}.", name=path.name, problem=error.strerror or error),
            said("Check the name and the permissions."),
        ) from error
    except (ValueError, RecursionError) as error:
        raise RatingError(said("{name} does not hold {what} of SourceTint.", name=path.name, what=what), advice) from error
