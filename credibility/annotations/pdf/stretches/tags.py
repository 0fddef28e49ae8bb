"""The structure tree of a document that is joined from stretches: what of it is kept, and how the stretches' trees become one."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, Pdf, String

_Page = tuple[int, int]


def drop_tail(source: Pdf, dropped: Collection[_Page]) -> None:
    """Take the elements of dropped pages, which are the last in reading order, out of the structure tree."""
    if dropped and (element := _document_of(source)) is not None:
        _trim(element, dropped)


def rename_headers(source: Pdf, number: int) -> dict[str, Object]:
    """Give the header cells of tables names that no other stretch has. Returns the cells by their new names."""
    root = source.Root.get("/StructTreeRoot")
    if root is None or "/IDTree" not in root:
        return {}
    tables = {table.objgen: table for cell in NameTree(root.IDTree).values() if (table := _table_of(cell)) is not None}
    shared: dict[tuple[str, ...], Object] = {}
    named = {}
    for table in tables.values():
        for cell in _cells(table):
            if "/ID" in cell:
                name = f"{cell.ID}p{number}"
                cell.ID = String(name)
                named[name] = cell
            _rename_attributes(source, cell, number, shared)
    return named


class JoinedTags:
    """The structure tree of a document that grows by the pages of its stretches."""

    def __init__(self, document: Pdf) -> None:
        self._document = document
        self._root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._top = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root))
        self._elements: list[Object] = []
        self._parents: list[Object] = []
        self._names: dict[str, Object] = {}

    def add(self, source: Pdf, pages: Sequence[Object], names: Mapping[str, Object]) -> None:
        """Append the tree of a stretch, whose pages, already copied, are `pages`; `names` are its cells with an ID."""
        element, root = _document_of(source), source.Root.get("/StructTreeRoot")
        if element is None or root is None:
            return
        if "/RoleMap" in root:
            roles = self._root.get("/RoleMap", Dictionary())
            for name, role in root.RoleMap.items():
                roles[name] = role
            self._root.RoleMap = roles
        if "/P" in element:
            del element["/P"]  # or else the stretch's whole tree is copied with it
        copied = self._document.copy_foreign(element)
        for child in copied.K:
            child.P = self._top
            self._elements.append(child)
        self._names |= {name: self._document.copy_foreign(cell) for name, cell in names.items()}
        parents = dict(NumberTree(root.ParentTree).items())
        for holder, key in _tagged(pages):
            self._parents.append(self._copied(parents[int(holder[key])]))
            holder[key] = len(self._parents) - 1

    def finish(self) -> None:
        """Write the tree."""
        self._top.K = Array(self._elements)
        self._root.K = Array([self._top])
        numbers = [entry for numbered in enumerate(self._parents) for entry in numbered]
        self._root.ParentTree = self._document.make_indirect(Dictionary(Nums=Array(numbers)))
        self._root.ParentTreeNextKey = len(self._parents)
        if self._names:
            tree = NameTree.new(self._document)
            for name, cell in self._names.items():
                tree[name] = cell
            self._root.IDTree = tree.obj
        self._document.Root.StructTreeRoot = self._root

    def _copied(self, value: Object) -> Object:
        """An entry of the parent tree: an element, or an array of elements by the numbers of a page's marked contents."""
        if value.is_indirect:
            return self._document.copy_foreign(value)
        return Array([each if each is None else self._document.copy_foreign(each) for each in value])


def _document_of(source: Pdf) -> Object | None:
    """The element that holds all others."""
    root = source.Root.get("/StructTreeRoot")
    kids = root.get("/K") if root is not None else None
    return kids[0] if isinstance(kids, Array) else kids


def _tagged(pages: Sequence[Object]) -> Iterator[tuple[Object, str]]:
    """The pages and annotations that have a number in the parent tree, and the name under which they have it."""
    for page in pages:
        if "/StructParents" in page:
            yield page, "/StructParents"
        yield from ((annotation, "/StructParent") for annotation in page.get("/Annots", ()) if "/StructParent" in annotation)


def _trim(element: Object, dropped: Collection[_Page]) -> bool:
    """Drop an element's last children as long as they are on dropped pages. Returns whether none is left."""
    kids = element.get("/K")
    children = list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]
    count = len(children)
    while children and _gone(children[-1], element, dropped):
        children.pop()
    if len(children) < count:
        element.K = Array(children)
    return not children


def _gone(child: Object | int, parent: Object, dropped: Collection[_Page]) -> bool:
    if isinstance(child, Dictionary) and child.get("/S") is not None:
        return _trim(child, dropped)
    page = child.get("/Pg") if isinstance(child, Dictionary) else None
    page = page if page is not None else parent.get("/Pg")
    return page is not None and page.objgen in dropped


def _table_of(cell: Object) -> Object | None:
    element: Object | None = cell
    while element is not None and element.get("/S") != Name.Table:
        element = element.get("/P")
    return element


def _cells(element: Object) -> Iterator[Object]:
    kids = element.get("/K")
    for child in kids if isinstance(kids, Array) else [kids]:
        if isinstance(child, Dictionary):
            if child.get("/S") in (Name.TD, Name.TH):
                yield child
            elif child.get("/S") is not None:
                yield from _cells(child)


def _rename_attributes(source: Pdf, cell: Object, number: int, shared: dict[tuple[str, ...], Object]) -> None:
    """Name the header cells of a cell again. Cells with nothing else in their attributes share them."""
    attributes = cell.get("/A")
    if not isinstance(attributes, Array):
        return
    for each in attributes:
        headers = each.get("/Headers")
        if headers is None:
            continue
        names = tuple(f"{name}p{number}" for name in headers)
        if len(attributes) == 1 and set(each.keys()) == {"/O", "/Headers"}:
            if names not in shared:
                shared[names] = source.make_indirect(Array([Dictionary(O=each.O, Headers=Array(map(String, names)))]))
            cell.A = shared[names]
        else:
            each.Headers = Array(map(String, names))
