"""What all tests share: a bot for Qt that is patient."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.patience import MILLISECONDS


class PatientBot(QtBot):
    """pytest-qt's bot, whose waits end when what they wait for happens: their limit is for hangs, not for slow machines."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = MILLISECONDS) -> None:
        """Wait until the callback is true."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = MILLISECONDS, **more: Any) -> Any:
        """Wait for a signal when the block ends."""
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Sequence[Any], *, timeout: int = MILLISECONDS, **more: Any) -> Any:
        """Wait for all signals when the block ends."""
        return super().waitSignals(list(signals), timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """The bot that the tests of the window use."""
    return PatientBot(request)
