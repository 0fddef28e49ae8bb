"""The dialog of settings over the window with the article about the bridge."""

import pytest

from ui.preferences.dialog import SettingsDialog
from ui.window import MainWindow


@pytest.fixture
def dialog(window: MainWindow) -> SettingsDialog:
    window.commands["settings"].trigger()
    found = window.findChild(SettingsDialog)
    assert found
    return found
