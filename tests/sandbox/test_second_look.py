"""The second look uses the tagger for English articles only."""

import pytest

from credibility.sandbox import second_look as looking
from credibility.sandbox.tasks import lexicon
from tests.attribution.marked import article

GERMAN = "Die Brücke ist nicht mehr sicher, und der Rat hat sie am Montag für die Autos auf der Insel geschlossen.\n" * 3


class AskedError(Exception):
    """The tagger was loaded."""


def _asked() -> None:
    raise AskedError


def test_another_language_never_loads_the_tagger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "load_tagger", _asked)
    (note,) = looking.second_look(article(GERMAN), lexicon()).notes
    assert "German" in note
    with pytest.raises(AskedError):
        looking.second_look(article("The mayor said that the bridge was no longer safe, and that it would be closed to cars."), lexicon())
