"""Small changes of a source text: one operator, guard, constant or result at a time; or one part of a condition left out."""

import ast
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_COMPARED = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.In: "not in",
    ast.NotIn: "in",
}
_SIGNS = ("<", "<=", ">", ">=", "==", "!=", "+", "-", "*", "/", "//")
_COUNTED = {ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.FloorDiv: "*"}


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the characters `[start, end)` of a file become `new`. `kind` says what sort of change it is."""

    path: str
    line: int
    start: int
    end: int
    new: str
    kind: str

    def applied(self, text: str) -> str:
        """The file's text with the change made."""
        return text[: self.start] + self.new + text[self.end :]

    def told(self, text: str) -> str:
        """The change in one line, for a report."""
        old = " ".join(text[self.start : self.end].split())
        return f"{self.path}:{self.line} {self.kind}: {old[:60]} → {self.new[:60]}"


class _Places:
    """Where a node stands in its source, in characters; `ast` counts bytes of a line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = text.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))

    def at(self, line: int, column: int) -> int:
        return self._starts[line - 1] + len(self._lines[line - 1].encode()[:column].decode())

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self.at(node.lineno, node.col_offset), self.at(node.end_lineno, node.end_col_offset)


def changes_of(path: str, text: str) -> Iterator[Change]:
    """All changes of a file that this module knows, by place."""
    places = _Places(text)
    for node in _inside_functions(ast.parse(text)):
        for start, end, new, kind in _changes_at(node, places):
            if text[start:end] != new:
                yield Change(path, node.lineno, start, end, new, kind)


def left_out(path: str, text: str) -> Iterator[Change]:
    """Changes that leave out one part of a condition: of an "and" or "or", a filter, or the whole condition of an "if"."""
    places = _Places(text)
    for node in _inside_functions(ast.parse(text)):
        for part, neutral in _parts_at(node):
            start, end = places.span(part)
            yield Change(path, part.lineno, start, end, neutral, "left out")


def _parts_at(node: ast.expr | ast.stmt) -> Iterator[tuple[ast.expr, str]]:
    """Each part of a condition with the value that makes it count for nothing."""
    if isinstance(node, ast.BoolOp):
        yield from ((value, str(isinstance(node.op, ast.And))) for value in node.values)
    elif isinstance(node, ast.If):
        yield node.test, "False"
    elif isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
        yield from ((condition, "True") for generator in node.generators for condition in generator.ifs)


def _inside_functions(tree: ast.Module) -> Iterator[ast.expr | ast.stmt]:
    """The nodes that run when a function runs; annotations and docstrings are skipped."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for statement in function.body:
                yield from _running(statement)


def _running(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Assert | ast.JoinedStr):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.expr | ast.stmt):
        yield node
    for name, value in ast.iter_fields(node):
        if name == "annotation":
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _running(child)


def _changes_at(node: ast.expr | ast.stmt, places: _Places) -> Iterator[tuple[int, int, str, str]]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield from _between(places, node.left, node.comparators[0], _COMPARED.get(type(node.ops[0])), "comparison")
    elif isinstance(node, ast.BinOp):
        yield from _between(places, node.left, node.right, _COUNTED.get(type(node.op)), "arithmetic")
    elif isinstance(node, ast.BoolOp):
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield from _between(places, left, right, "or" if isinstance(node.op, ast.And) else "and", "logic")
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        start, end = places.span(node)
        inner = places.span(node.operand)
        yield start, end, f"({places.text[inner[0] : inner[1]]})", "negation"
    elif isinstance(node, ast.Constant):
        yield from _constant(node, places)
    elif isinstance(node, ast.If | ast.While):
        start, end = places.span(node.test)
        yield start, end, f"not ({places.text[start:end]})", "guard"
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield *places.span(node), "pass", "call left out"
    elif isinstance(node, ast.Continue | ast.Raise):
        yield *places.span(node), "pass", "left out"


def _constant(node: ast.Constant, places: _Places) -> Iterator[tuple[int, int, str, str]]:
    if isinstance(node.value, bool):
        yield *places.span(node), str(not node.value), "constant"
    elif isinstance(node.value, int | float):
        yield *places.span(node), str(node.value + 1), "constant"


def _between(places: _Places, left: ast.expr, right: ast.expr, new: str | None, kind: str) -> Iterator[tuple[int, int, str, str]]:
    """The operator between two operands; nothing where brackets or comments stand there too."""
    start, end = places.span(left)[1], places.span(right)[0]
    written = places.text[start:end].strip()
    if new and (written in _SIGNS or written.replace(" ", "").isalpha()):
        yield start, end, f" {new} ", kind


def sample(root: Path, paths: Sequence[str], count: int, seed: int) -> list[Change]:
    """`count` changes drawn over all files: every file's chance is as large as its number of places."""
    everything = [change for path in paths for change in changes_of(path, (root / path).read_text(encoding="utf-8"))]
    chosen = random.Random(seed).sample(everything, min(count, len(everything)))
    return sorted(chosen, key=lambda change: (change.path, change.start))
