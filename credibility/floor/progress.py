"""How long-running work reports progress and learns that the user cancelled it."""

from collections.abc import Callable

Progress = Callable[[float, str], bool]
"""Called with the fraction done (0–1) and a phrase; returns False when the user has cancelled."""


def silent(_share: float, _phrase: str) -> bool:
    """Progress for callers that neither show nor cancel the work."""
    return True
