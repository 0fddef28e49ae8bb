"""What is not asserted: outlined and never washed, filed and filtered by itself, and the card says why."""

from credibility.model import Role
from ui.claims.model import ClaimData
from ui.theme.strokes import WITHOUT_WASH

MARKED = "c18"


def test_it_is_drawn_as_not_asserted_whatever_its_outlet(window):
    rated = window.reader.reading.claim(MARKED)
    assert rated.role is Role.LOW
    assert rated.drawn is Role.NOT_ASSERTED
    assert window.panel.card._theme.styles[rated.drawn].underline in WITHOUT_WASH


def test_the_card_says_why_it_has_no_colour_and_shows_no_scale(window):
    window.show_claim(MARKED)
    words = window.panel.card.words()
    assert "not said" in words
    assert "The article says that this was not said or not confirmed" in words


def test_the_list_says_so_too(window):
    row = window.panel.model.row_of(MARKED)
    assert window.panel.model.index(row).data(ClaimData.STANDING) == "not said"


def test_its_pill_shows_it_alone_without_its_outlet_s_other_claims(window):
    window.panel.legend.pill(Role.NOT_ASSERTED).click()
    assert window.panel.model.row_of(MARKED) == 0
    assert window.panel.model.row_of("c8") == -1
