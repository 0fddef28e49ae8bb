"""From the settings to the values that widgets take."""

from credibility.model.settings import SETTING
from ui.ports.workspace import SettingsPort
from ui.reader.typesetting.typography import Typography


def _number(key: str, value: object) -> float:
    if isinstance(value, int | float):
        return float(value)
    raise TypeError(f"the setting {key} is a number, not {value!r}")


def read_normal_size() -> float:
    """The size in points that the page is set in before anybody changes it."""
    return _number("font_size", SETTING["font_size"].default)


def read_typography(settings: SettingsPort, size: float | None = None) -> Typography:
    """How the page is set; `size` in points overrides the one kept."""
    return Typography(
        str(settings.get("font_family") or ""),
        _number("font_size", settings.get("font_size")) if size is None else size,
        round(_number("measure", settings.get("measure"))),
        _number("leading", settings.get("leading")),
    )
