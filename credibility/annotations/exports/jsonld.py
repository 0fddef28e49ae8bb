"""The claims as a W3C annotation page, as `sourcetint claims --jsonld` prints it."""

import json
from collections.abc import Mapping
from typing import Any

from credibility.annotations.sidecar import write_sidecar
from credibility.model import Reading, Role, Style


def write(reading: Reading, _styles: Mapping[Role, Style]) -> bytes:
    """The file's bytes."""
    return as_bytes(write_sidecar(reading))


def as_bytes(value: Any) -> bytes:
    """JSON in UTF-8 with an indent of one, as the command line prints it; half a surrogate pair is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:
        return (json.dumps(value, indent=1) + "\n").encode()
