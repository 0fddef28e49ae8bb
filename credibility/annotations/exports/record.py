"""The whole reading as JSON, as `sourcetint claims --json` prints it."""

from collections.abc import Mapping

from credibility.annotations.exports.jsonld import as_bytes
from credibility.annotations.report import reading_json
from credibility.model import Reading, Role, Style


def write(reading: Reading, _styles: Mapping[Role, Style]) -> bytes:
    """The file's bytes."""
    return as_bytes(reading_json(reading))
