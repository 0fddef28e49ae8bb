"""From the settings to the values that widgets take."""

from ui.ports import SettingsPort
from ui.reader.typesetting.typography import Typography


def _number(settings: SettingsPort, key: str) -> float:
    value = settings.get(key)
    if isinstance(value, int | float):
        return float(value)
    raise TypeError(f"the setting {key} is a number, not {value!r}")


def read_typography(settings: SettingsPort, size: float | None = None) -> Typography:
    """How the page is set; `size` in points overrides the one kept."""
    return Typography(
        str(settings.get("font_family") or ""),
        _number(settings, "font_size") if size is None else size,
        round(_number(settings, "measure")),
        _number(settings, "leading"),
    )
