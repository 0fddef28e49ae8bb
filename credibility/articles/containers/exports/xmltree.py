"""XML of exports as a tree: nothing from outside, entities not expanded, names without their prefixes."""

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from credibility.articles.text.folding import squeeze
from credibility.floor.language import said
from credibility.model import ArticleError

Node: TypeAlias = etree._Element

_MOST_BYTES = 150_000_000


def tree_of(data: bytes) -> Node:
    """The root of an XML file, however broken it is. Raises ArticleError for one that has none."""
    # Notes carry pictures of megabytes, which libxml2 only takes when it is told that trees may be huge; entities stay unexpanded.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True, strip_cdata=True)
    root: Node | None
    try:
        root = etree.fromstring(data[:_MOST_BYTES].strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise ArticleError(said("This file is damaged."), said("Export it again from where it came."))
    return root


def name_of(node: Node) -> str:
    """An element's name without its namespace; "" for comments and the like."""
    return str(node.tag).rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def all_named(node: Node, *names: str) -> Iterator[Node]:
    """The elements below that are so called, whatever their namespace."""
    return (each for each in node.iter() if name_of(each) in names)


def children_named(node: Node, *names: str) -> list[Node]:
    """The children that are so called, whatever their namespace."""
    return [each for each in node if name_of(each) in names]


def text_in(node: Node, *names: str) -> str:
    """The words of the first child of the first of these names that has any, white space folded."""
    for name in names:
        for child in children_named(node, name):
            if words := squeeze("".join(child.itertext())):
                return words
    return ""
