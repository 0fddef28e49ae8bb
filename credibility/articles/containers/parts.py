"""Which of several pages or chapters in one file to read."""

from collections.abc import Sequence

from credibility.model import ArticleError


def choose(sizes: Sequence[int], wanted: int | None, what: str) -> int:
    """Index of the wanted part, or of the largest one; ArticleError when there is no such part."""
    if not sizes:
        raise ArticleError(f"This file holds no {what}.", "Choose another file.")
    if wanted is None:
        return max(range(len(sizes)), key=lambda place: sizes[place])
    if not 0 <= wanted < len(sizes):
        raise ArticleError(f"This file has no {what} number {wanted + 1}; it holds {len(sizes)}.", f"Choose a {what} that is in it.")
    return wanted
