"""What a rater of the user's own came to is kept with its rating in English, and can be shown in any language all the same."""

import pytest

from credibility.model.edited import Assessment, Criterion, CriterionAnswer, counted_anew, explained_anew
from tests.another_language import assert_whole

CRITERIA = tuple(
    Criterion(mark, name, weight) for mark, name, weight in (("a", "Owner (named)", 2), ("b", "Corrects; openly", 1), ("c", "C", 1))
)


@pytest.mark.parametrize("met", [(True, True, True), (False, False, False), (True, False, True), (True, False, None), (False, True, None)])
def test_it_is_made_anew(met: tuple[bool | None, ...]) -> None:
    sheet = Assessment(CRITERIA, tuple(CriterionAnswer(mark, said) for mark, said in zip("abc", met, strict=True)))
    kept, counted = str.__str__(sheet.explanation), str.__str__(sheet.counted)
    assert (explained_anew(kept), counted_anew(counted)) == (kept, counted)
    names = "Owner (named) 2, Corrects; openly 1, C 1"
    assert_whole(explained_anew(kept), names + sheet.explanation.split(" ")[1])
    assert_whole(counted_anew(counted), "")


@pytest.mark.parametrize("words", ["", "Score 5: well.", "I gave it 5 of 9 criteria met", "Score 62: 5 of 9 criteria met"])
def test_what_somebody_wrote_stays(words: str) -> None:
    assert type(explained_anew(words)) is str is type(counted_anew(words))
    assert explained_anew(words) == counted_anew(words) == words
