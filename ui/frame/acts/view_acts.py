"""Moving about in the article and changing how much of it is seen."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction

from ui.frame.centre import Centre


def view_acts(centre: Centre, commands: Mapping[str, QAction]) -> dict[str, Callable[[], object]]:
    """What these actions do in one side, by name."""
    reader, find_bar = centre.reader, centre.find_bar
    return {
        "copy": reader.copy,
        "find": centre.ask_words,
        "find_next": find_bar.search,
        "find_previous": lambda: find_bar.search(backwards=True),
        "next_link": lambda: reader.step_link(1),
        "previous_link": lambda: reader.step_link(-1),
        "extent": centre.choosing.begin,
        "pages": lambda: centre.turning.turn(commands["pages"].isChecked()),
        "zoom_in": lambda: centre.zoom(1),
        "zoom_out": lambda: centre.zoom(-1),
        "zoom_reset": lambda: centre.zoom(0),
    }
