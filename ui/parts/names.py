"""What pages and chapters of a file are called on screen."""

from credibility.model import Article, Part


def place_words(parts: tuple[Part, ...], index: int) -> str:
    """Where the reader is: "Chapter 3 of 12"."""
    return f"{parts[index].kind.value.capitalize()} {index + 1} of {len(parts)}"


def part_words(parts: tuple[Part, ...], index: int) -> str:
    """One part: "Chapter 2: The lamp"; "" beyond the ends."""
    if not 0 <= index < len(parts):
        return ""
    return f"{parts[index].kind.value.capitalize()} {index + 1}: {parts[index].title}"


def held_by(article: Article) -> str:
    """What an article is in its file: "chapter" or "page" of several, or the whole "file"."""
    return article.parts[article.part].kind.value if article.parts else "file"
