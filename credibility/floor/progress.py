"""How long work tells how far it is, and learns that the reader cancelled it."""

from collections.abc import Callable

Progress = Callable[[float, str], bool]
"""Called with a share 0–1 and a phrase; returns False when the reader cancelled."""


def silent(_share: float, _phrase: str) -> bool:
    """Progress for callers that neither show nor cancel it."""
    return True
