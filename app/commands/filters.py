"""The option that leaves claims out, shared by the commands that print or export them."""

import argparse
from collections.abc import Callable

from credibility.floor.language import said
from credibility.floor.notes.noted import noted_claims
from credibility.model import ArticleError, Reading, Role
from credibility.model.notes import PlacedNote
from ui.filtering import Across, ClaimFilter, Facet

_ACROSS = {"anonymous": Across.ANONYMOUS, "no-outlet": Across.NO_OUTLET, "has-note": Across.NOTED}


def add_only(command: argparse.ArgumentParser) -> None:
    """Add `--only`, which may be given several times: a claim stays if any of them holds."""
    command.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="WHAT",
        help=said(
            "leave out all claims but these: an outlet (name or domain), a tier (high, reliable, mixed, low, very-low, unrated), "
            "a kind of source (person, organisation, …), not-asserted, anonymous, no-outlet, or has-note; may be given several times"
        ),
    )


def add_notes(command: argparse.ArgumentParser) -> None:
    """Add `--notes`."""
    command.add_argument("--notes", action="store_true", help=said("with your notes on the article; without this option they stay private"))


def only(reading: Reading, words: list[str], notes: Callable[[], tuple[PlacedNote, ...]]) -> Reading:
    """The reading with the claims that the words ask for, with all without words; `notes` looks up those on the article.

    Raises ArticleError for an unknown word.
    """
    if not words:
        return reading
    facets = frozenset(_facet(word, reading) for word in words)
    noted = noted_claims(reading.claims, notes()) if Across.NOTED in facets else frozenset[str]()
    chosen = ClaimFilter(facets, noted)
    return reading.only(frozenset(rated.id for rated in reading.claims if chosen.holds(rated)))


def _facet(word: str, reading: Reading) -> Facet:
    wanted = word.strip().casefold()
    if wanted in _ACROSS:
        return _ACROSS[wanted]
    if wanted in (role.value for role in Role):
        return Role(wanted)
    outlets = {rated.resolution.outlet for rated in reading.claims if rated.resolution.outlet}
    for outlet in outlets:
        if wanted in (outlet.slug.casefold(), outlet.name.casefold(), (outlet.domain or "").casefold()):
            return outlet.slug
    names = ", ".join(sorted(outlet.name for outlet in outlets)) or said("none")
    raise ArticleError(
        said("“{word}” is neither a tier, a kind of source nor an outlet of this article.", word=word),
        said("Its outlets are: {names}.", names=names),
    )
