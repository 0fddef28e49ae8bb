"""What pages and chapters of a file are called on screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from credibility.floor.language import Said, said, shown, tr
from credibility.model import Article, Part, PartKind


@dataclass(frozen=True, slots=True)
class PartNames:
    """What is said of one kind of part; `place` has its number and how many there are, `titled` its number and title."""

    all: Said
    place: Said
    titled: Said
    before: Said
    after: Said
    choose: Said
    another: Said
    find: Said
    chosen: Said


NAMES: Mapping[PartKind, PartNames] = {
    PartKind.PAGE: PartNames(
        all=said("Pages of this file"),
        place=said("Page {number} of {all}"),
        titled=said("Page {number}: {title}"),
        before=said("Previous page"),
        after=said("Next page"),
        choose=said("Choose a page"),
        another=said("Choose another page"),
        find=said("Find a page by title, number or address"),
        chosen=said("That is the article from now on, whenever this page is opened."),
    ),
    PartKind.CHAPTER: PartNames(
        all=said("Chapters of this file"),
        place=said("Chapter {number} of {all}"),
        titled=said("Chapter {number}: {title}"),
        before=said("Previous chapter"),
        after=said("Next chapter"),
        choose=said("Choose a chapter"),
        another=said("Choose another chapter"),
        find=said("Find a chapter by title, number or address"),
        chosen=said("That is the article from now on, whenever this chapter is opened."),
    ),
    PartKind.ARTICLE: PartNames(
        all=said("Articles of this file"),
        place=said("Article {number} of {all}"),
        titled=said("Article {number}: {title}"),
        before=said("Previous article"),
        after=said("Next article"),
        choose=said("Choose an article"),
        another=said("Choose another article"),
        find=said("Find an article by title, number or address"),
        chosen=said("That is the article from now on, whenever this article is opened."),
    ),
    PartKind.MESSAGE: PartNames(
        all=said("Messages of this file"),
        place=said("Message {number} of {all}"),
        titled=said("Message {number}: {title}"),
        before=said("Previous message"),
        after=said("Next message"),
        choose=said("Choose a message"),
        another=said("Choose another message"),
        find=said("Find a message by title, number or address"),
        chosen=said("That is the article from now on, whenever this message is opened."),
    ),
    PartKind.NOTE: PartNames(
        all=said("Notes of this file"),
        place=said("Note {number} of {all}"),
        titled=said("Note {number}: {title}"),
        before=said("Previous note"),
        after=said("Next note"),
        choose=said("Choose a note"),
        another=said("Choose another note"),
        find=said("Find a note by title, number or address"),
        chosen=said("That is the article from now on, whenever this note is opened."),
    ),
}


def place_words(parts: tuple[Part, ...], index: int) -> str:
    """Where the reader is: "Chapter 3 of 12"."""
    return tr(NAMES[parts[index].kind].place.template, number=index + 1, all=len(parts))


def part_words(parts: tuple[Part, ...], index: int) -> str:
    """One part: "Chapter 2: The lamp"; "" beyond the ends."""
    if not 0 <= index < len(parts):
        return ""
    return tr(NAMES[parts[index].kind].titled.template, number=index + 1, title=parts[index].title)


def chosen_words(article: Article) -> str:
    """That what was chosen of an article stays chosen, whenever its page or chapter, or its file, is opened."""
    if article.parts:
        return shown(NAMES[article.parts[article.part].kind].chosen)
    return tr("That is the article from now on, whenever this file is opened.")
