import pytest

from credibility.floor.press import read_press


def test_people_speak_for_an_outlet_or_for_themselves_in_either_number() -> None:
    press = read_press('[speaks_for]\nreporter = "outlet"\nanchorman = "outlet"\nanalyst = "self"\n')
    assert press.for_outlet == {"reporter", "reporters", "anchorman", "anchormen"}
    assert press.for_themselves == {"analyst", "analysts"}
    assert press.people == press.for_outlet | press.for_themselves


def test_nobody_speaks_for_a_third() -> None:
    with pytest.raises(ValueError, match="reporter must speak for"):
        read_press('[speaks_for]\nreporter = "owner"\n')
