"""That the tagger's sums are the same on every processor: no product of its 8-bit weights can leave 16 bits."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from app.files.paths import resource
from resources.corpus.sums import LARGEST_PAIR, bounded

Fields = dict[int, list[int | bytes]]
INT8 = 3  # onnx.TensorProto.INT8


def fields_of(message: bytes) -> Fields:
    """The fields of a protobuf message by number: the model's format, whose own library the tests do without."""
    fields: Fields = defaultdict(list)
    at = 0

    def number() -> int:
        nonlocal at
        value = shift = 0
        while True:
            value |= (message[at] & 0x7F) << shift
            shift, at = shift + 7, at + 1
            if message[at - 1] < 0x80:
                return value

    while at < len(message):
        field, kind = divmod(number(), 8)
        if kind == 0:
            fields[field].append(number())
            continue
        size = {1: 8, 5: 4}.get(kind) or number()
        fields[field].append(message[at : at + size])
        at += size
    return fields


def weights() -> Iterator[tuple[str, NDArray[np.int8]]]:
    """The 8-bit matrices of the shipped model: rows × columns of a product, or rows of a table."""
    graph = fields_of(resource("tagger", "tagger.onnx").read_bytes())[7][0]
    for tensor in fields_of(graph)[5]:
        fields = fields_of(tensor)
        if fields[2] == [INT8] and fields[9] and len(dims := fields[1]) == 2:
            yield fields[8][0].decode(), np.frombuffer(fields[9][0], np.int8).reshape(dims)


def test_no_two_neighbours_of_a_column_leave_16_bits() -> None:
    products = {name: matrix for name, matrix in weights() if name.endswith(".weight") and not name.startswith("model.")}
    assert len(products) == 25
    sums = {name: int(np.abs(matrix[:-1].astype(int) + matrix[1:]).max()) for name, matrix in products.items()}
    assert {name: largest for name, largest in sums.items() if largest > LARGEST_PAIR} == {}


def test_a_column_that_would_is_made_coarser_and_no_other() -> None:
    weight = np.array([[127, 60], [127, 60], [-5, 8]], np.int8)
    coarser, scale = bounded(weight, np.array([0.5, 0.5], np.float32))
    assert coarser.tolist() == [[64, 60], [64, 60], [-3, 8]]
    assert scale[1] == 0.5
    assert abs(coarser[:, 0] * scale[0] - weight[:, 0] * 0.5).max() < scale[0] / 2 + 1e-6
