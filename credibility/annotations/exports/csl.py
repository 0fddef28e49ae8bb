"""The article and the works it cites as CSL-JSON, which Zotero, Pandoc and citeproc read."""

from collections.abc import Mapping

from credibility.annotations.exports.jsonld import as_bytes
from credibility.annotations.exports.works import works
from credibility.model import Reading, Role, Style


def write(reading: Reading, _styles: Mapping[Role, Style]) -> bytes:
    """The file's bytes."""
    return as_bytes(works(reading))
