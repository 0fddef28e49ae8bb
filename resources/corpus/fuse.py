"""Write the exported tagger anew as few large operators, with the same weights.

    python resources/corpus/fuse.py EXPORTED.onnx TARGET.onnx

The export spells attention in some sixty small nodes a layer, half of them about shapes and a mask: the program runs one
window at a time, without padding. Here query, key and value are one 8-bit product, attention is one operator, and the sums before the
norms stay apart from them (the fused operator of both is slower). Neighbouring weights are kept small enough for every processor to
compute the same sums (`bounded`). Needs onnx and numpy; `train.py` calls it after quantisation.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from sums import bounded

HEADS = 12
EPSILON = 1e-12
EMBEDDINGS = "model.bert.embeddings."
MICROSOFT = "com.microsoft"  # the domain of onnxruntime's own operators
QUANTISED = ("_quantized", "_scale", "_zero_point")


class Graph:
    """A graph that grows: nodes in order and the constants they need. Every method gives the name of what it computes."""

    def __init__(self, exported: onnx.ModelProto) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, NDArray[np.generic]] = {}
        self.given = {tensor.name: numpy_helper.to_array(tensor) for tensor in exported.graph.initializer}
        products = (node for node in exported.graph.node if node.op_type == "MatMulInteger")
        # "/model/bert/encoder/layer.0/output/dense/MatMul_quant" → the stem of its weights' names
        self.weights = {node.name.removesuffix("/MatMul_quant"): node.input[1].removesuffix("_quantized") for node in products}

    def add(self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        """One node with one output."""
        self.nodes.append(helper.make_node(operator, inputs, [output], domain=domain, **attributes))
        return output

    def keep(self, name: str, value: NDArray[np.generic] | None = None) -> str:
        """A constant: a new one, or one of the export."""
        self.constants[name] = self.given[name] if value is None else value
        return name

    def embedded(self, table: str, ids: str, output: str) -> str:
        """Rows of an 8-bit table by their ids."""
        words, scale, zero = (self.keep(f"{EMBEDDINGS}{table}_embeddings.weight{part}") for part in QUANTISED)
        return self.add("DequantizeLinear", [self.add("Gather", [words, ids], output + "_rows"), scale, zero], output)

    def product(self, x: str, modules: list[str], output: str) -> str:
        """The 8-bit products of the modules side by side, with their biases."""
        stems = [self.weights["/" + module] for module in modules]
        weight, scale, zero = (np.concatenate([self.given[stem + part] for stem in stems], axis=-1) for part in QUANTISED)
        weight, scale = bounded(weight, scale)
        bias = np.concatenate([self.given[module.replace("/", ".") + ".bias"] for module in modules])
        parts = {"weight": weight, "scale": scale, "zero": zero, "bias": bias}
        names = [self.keep(f"{output}.{part}", value) for part, value in parts.items()]
        return self.add("DynamicQuantizeMatMul", [x, *names], output, MICROSOFT)

    def norm(self, x: str, module: str, output: str) -> str:
        """Layer normalisation."""
        name = module.replace("/", ".")
        return self.add("LayerNormalization", [x, self.keep(name + ".weight"), self.keep(name + ".bias")], output, epsilon=EPSILON)

    def positions(self, ids: str) -> str:
        """The first rows of the table of positions, as many as there are pieces."""
        for name, value in (("first", 0), ("second", 1), ("third", 2)):
            self.keep(name, np.array([value]))
        words, scale, zero = (self.keep(f"{EMBEDDINGS}position_embeddings.weight{part}") for part in QUANTISED)
        count = self.add("Slice", [self.add("Shape", [ids], "shape"), "second", "third"], "count")
        return self.add("DequantizeLinear", [self.add("Slice", [words, "first", count], "position_rows"), scale, zero], "position")

    def layer(self, x: str, number: int) -> str:
        """One layer of the encoder."""
        at, name = f"model/bert/encoder/layer.{number}/", f"layer{number}."
        self.product(x, [f"{at}attention/self/{part}" for part in ("query", "key", "value")], name + "all")
        parts = [name + part for part in ("query", "key", "value")]
        self.nodes.append(helper.make_node("Split", [name + "all"], parts, axis=-1, num_outputs=3))
        heard = self.add("MultiHeadAttention", parts, name + "heard", MICROSOFT, num_heads=HEADS)
        heard = self.product(heard, [at + "attention/output/dense"], name + "attended")
        x = self.norm(self.add("Add", [heard, x], name + "sum"), at + "attention/output/LayerNorm", name + "middle")
        wide = self.add("Gelu", [self.product(x, [at + "intermediate/dense"], name + "wide")], name + "gelu", MICROSOFT)
        narrow = self.product(wide, [at + "output/dense"], name + "narrow")
        return self.norm(self.add("Add", [narrow, x], name + "last"), at + "output/LayerNorm", name + "out")


def fuse(exported: onnx.ModelProto) -> onnx.ModelProto:
    """The same network for one window a run: input_ids and token_type_ids [1, pieces] → logits [1, pieces, labels]."""
    graph = Graph(exported)
    labels = len(graph.given["model.classifier.bias"])
    x = graph.add("Add", [graph.embedded("word", "input_ids", "word"), graph.embedded("token_type", "token_type_ids", "look")], "looked")
    x = graph.norm(graph.add("Add", [x, graph.positions("input_ids")], "placed"), EMBEDDINGS + "LayerNorm", "embedded")
    for number in range(sum(name.endswith("/intermediate/dense") for name in graph.weights)):
        x = graph.layer(x, number)
    graph.product(x, ["model/classifier"], "logits")
    whole = helper.make_graph(
        graph.nodes,
        "tagger",
        [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in ("input_ids", "token_type_ids")],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, "pieces", labels])],
        [numpy_helper.from_array(value, name) for name, value in graph.constants.items()],
    )
    return helper.make_model(whole, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)], ir_version=8)


def main() -> None:
    """Fuse one file into another."""
    source, target = map(Path, sys.argv[1:])
    onnx.save(fuse(onnx.load(source)), target)


if __name__ == "__main__":
    main()
