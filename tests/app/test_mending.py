"""Corrections of who said something, and of whether it was said, are stored, beside corrections of the outlet."""

from pathlib import Path

import pytest

from app.files.paths import example_article
from app.workspace import Workspace
from credibility.model import Denier, RatingError, Role, Source, SourceKind


def test_what_was_not_said_is_there_when_the_article_is_opened_again(tmp_path: Path) -> None:
    database = tmp_path / "ratings.db"
    with Workspace.at(database) as workspace:
        reading = workspace.open_article(example_article())
        chosen = next(rated for rated in reading.claims if rated.role.on_scale and rated.claim.asserted)
        workspace.corrections.assign_outlet(chosen.id, "newsweek.com")
        workspace.corrections.set_source(chosen.id, Source(SourceKind.PERSON, " Ida Falk "))
        with pytest.raises(RatingError):
            workspace.corrections.set_source(chosen.id, Source(SourceKind.PERSON, " "))
        workspace.corrections.set_said(chosen.id, False)
        assert workspace.table.can_undo().summary == "Say that a claim was not said"
    with Workspace.at(database) as workspace:
        rated = workspace.open_article(example_article()).claim(chosen.id)
        assert (rated.drawn, rated.claim.denied_by) == (Role.NOT_ASSERTED, Denier.READER)
        assert rated.resolution.outlet.slug == "newsweek.com"
        assert rated.claim.source == Source(SourceKind.PERSON, "Ida Falk")
        assert chosen.id not in [one.id for one in workspace.reading.claims if one.drawn.on_scale]
        undone = workspace.table.undo()
        assert undone.claim(chosen.id).claim.asserted
        assert undone.claim(chosen.id).resolution.outlet.slug == "newsweek.com"
