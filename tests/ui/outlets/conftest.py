"""Fixtures: the edits that forms and windows make."""

import pytest

from ui.edits import Edits


@pytest.fixture
def edits(workspace, owner) -> Edits:
    return Edits(workspace, owner)
