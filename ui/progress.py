"""How far a long job has come, as whoever does it tells."""

from collections.abc import Callable

Progress = Callable[[float, str], bool]
"""Called with a share 0–1 and a phrase; returns False when the user cancelled."""
