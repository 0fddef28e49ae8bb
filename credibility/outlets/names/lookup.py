"""Which outlets a name typed by a person means: no context around it, so every outlet that bears the name is an answer."""

from credibility.model import NameRule, Outlet
from credibility.outlets.registry import OutletRegistry


def outlets_named(words: str, registry: OutletRegistry) -> tuple[Outlet, ...]:
    """Outlets called so, whatever the case and with or without a leading article; those whose main name it is alone, if any."""
    wanted = _plain(words)
    # Only bearers of such a name are looked at: 50,000 outlets take half a second to unpack.
    surfaces = [surface for surface in registry.names.bearers if _plain(surface) == wanted]
    slugs = sorted({bearer.slug for surface in surfaces for bearer in registry.names.bearers[surface]})
    found = [registry.outlets[slug] for slug in slugs]
    main = tuple(outlet for outlet in found if _plain(outlet.name) == wanted)
    return main or tuple(outlet for outlet in found if wanted in _names(outlet))


def _names(outlet: Outlet) -> set[str]:
    return {_plain(name.text) for name in outlet.names if NameRule.NEVER not in name.rules}


def _plain(name: str) -> str:
    folded = " ".join(name.casefold().replace("’", "'").split())
    return folded.removeprefix("the ")
