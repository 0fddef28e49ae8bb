"""Train the tagger on the project's own corpus, and export it for onnxruntime.

    python resources/corpus/train.py resources/corpus --base FOLDER_OF_MINILM --out resources/tagger [--epochs 10] [--all]

Needs what `requirements.in` beside it lists (torch, transformers, onnx, onnxruntime, tokenizers); the program itself needs no torch.
FOLDER_OF_MINILM holds all-MiniLM-L6-v2 as safetensors with its tokenizer. Seeded: the same corpus, steps and machine give the same model.
A held-out fifth of the articles, chosen by a hash of their ids, is never trained on unless `--all` is given for the shipped model.
"""

import argparse
import hashlib
import json
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import onnx
import torch
from fuse import fuse
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from transformers import AutoConfig, AutoModelForTokenClassification

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from credibility.attribution.tagging.labels import LABELS, encode
from credibility.attribution.tagging.tokens import LOOKS, looks, paragraphs, words_of
from resources.corpus.notation import MarkedArticle, read_corpus

LENGTH = 254
"""Word pieces in a window, less the two that frame it."""

LEAST_ROOM = 60
"""Word pieces that must be left in a window for the beginning of a paragraph that is longer than a window."""

EARLY = 0.08
"""Chance of closing a window before a paragraph, so that no two passes see the same packing."""

IGNORED = -100
"""The label that the loss passes over."""

QUOTES = (("“", "”"), ('"', '"'), ("''", "''"), ("«", "»"))
"""Styles of quotation marks that a training article may be turned into."""


@dataclass(frozen=True)
class Paragraph:
    """Words of one paragraph with their labels."""

    words: list[str]
    labels: list[int]


def held_out(article_id: str) -> bool:
    """Whether an article belongs to the fifth that is kept for testing."""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 5 == 0


def read_articles(folder: Path) -> list[MarkedArticle]:
    """All articles of the corpus in a fixed order."""
    return [a for path in sorted(folder.glob("*.txt")) for a in read_corpus(path.read_text(encoding="utf-8"), path.name)]


def labelled(article: MarkedArticle) -> list[Paragraph]:
    """The paragraphs of an article as words and labels."""
    made = []
    for paragraph in paragraphs(article.text):
        words = words_of(article.text, paragraph)
        inside = [
            (a.source, a.cue, a.content, a.attitude)
            for a in article.attributions
            if any(span.overlaps(paragraph) for span in (*a.content, *a.cue))
        ]
        if words:
            made.append(Paragraph([word.text for word in words], encode([word.span for word in words], inside)))
    return made


def requoted(paragraphs_: list[Paragraph], chance: random.Random) -> list[Paragraph]:
    """The same article with another style of quotation marks, half of the time: marks differ by house, claims do not."""
    if chance.random() < 0.5:
        return paragraphs_
    opening, closing = chance.choice(QUOTES)
    made = []
    for paragraph in paragraphs_:
        inside, words = False, []
        for word in paragraph.words:
            if word in ("“", "”", '"', "''", "«", "»"):
                opens = word in ("“", "«") or (word in ('"', "''") and not inside)
                inside = opens
                words.append(opening if opens else closing)
            else:
                words.append(word)
        made.append(Paragraph(words, paragraph.labels))
    return made


@dataclass(frozen=True)
class Window:
    """Word pieces with the look of their word and, on each word's first piece, its label (IGNORED on the others)."""

    ids: list[int]
    looks: list[int]
    labels: list[int]

    def plus(self, other: "Window") -> "Window":
        """The two as one window."""
        return Window(self.ids + other.ids, self.looks + other.looks, self.labels + other.labels)

    def part(self, start: int, end: int | None) -> "Window":
        """A stretch of the window."""
        return Window(self.ids[start:end], self.looks[start:end], self.labels[start:end])


class Pieces:
    """Cuts paragraphs into word pieces and packs them into windows."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.cls, self.sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")

    def of(self, paragraph: Paragraph) -> Window:
        """The pieces of one paragraph."""
        encoded = self.tokenizer.encode(paragraph.words, is_pretokenized=True, add_special_tokens=False)
        shapes = looks(paragraph.words)
        labels, last = [], None
        for word in encoded.word_ids:
            labels.append(IGNORED if word == last else paragraph.labels[word])
            last = word
        return Window(encoded.ids, [shapes[word] for word in encoded.word_ids], labels)

    def windows(self, paragraphs_: list[Paragraph], chance: random.Random) -> list[Window]:
        """Whole paragraphs packed into windows, separated; a window is closed early at random so that packings vary."""
        made: list[Window] = []
        packed = Window([], [], [])
        for paragraph in paragraphs_:
            rest = self.of(paragraph)
            while rest.ids:
                room = LENGTH - len(packed.ids)
                is_full = len(rest.ids) > room and (len(rest.ids) <= LENGTH or room < LEAST_ROOM)
                if packed.ids and (is_full or chance.random() < EARLY):
                    made.append(packed)
                    packed, room = Window([], [], []), LENGTH
                packed = packed.plus(rest.part(0, room)).plus(Window([self.sep], [0], [IGNORED]))
                rest = rest.part(room, None)
        return [*made, packed] if packed.ids else made


def batch(windows: list[Window], cls: int, sep: int) -> tuple[torch.Tensor, ...]:
    """Ids, mask, looks, labels padded to the longest window."""
    width = max(len(window.ids) for window in windows) + 2
    x = torch.zeros(len(windows), width, dtype=torch.long)
    mask, shape, y = torch.zeros_like(x), torch.zeros_like(x), torch.full_like(x, IGNORED)
    for row, window in enumerate(windows):
        n = len(window.ids)
        x[row, 0], x[row, n + 1] = cls, sep
        x[row, 1 : n + 1], shape[row, 1 : n + 1] = torch.tensor(window.ids), torch.tensor(window.looks)
        y[row, 1 : n + 1] = torch.tensor(window.labels)
        mask[row, : n + 2] = 1
    return x, mask, shape, y


def new_model(base: Path) -> torch.nn.Module:
    """MiniLM with one output per label, and with a type embedding per look (started from the one it was trained with)."""
    config = AutoConfig.from_pretrained(base, num_labels=len(LABELS))
    model = AutoModelForTokenClassification.from_pretrained(base, config=config)
    old = model.base_model.embeddings.token_type_embeddings.weight.data[0]
    types = torch.nn.Embedding(LOOKS, old.shape[0])
    types.weight.data = old.repeat(LOOKS, 1) + 0.02 * torch.randn(LOOKS, old.shape[0])
    model.base_model.embeddings.token_type_embeddings = types
    model.config.type_vocab_size = LOOKS
    model.base_model.embeddings.word_embeddings.weight.requires_grad = False
    return model


def train(articles: list[list[Paragraph]], model: torch.nn.Module, pieces: Pieces, wishes: argparse.Namespace) -> int:
    """Fine-tune; returns the number of steps."""
    chance = random.Random(wishes.seed)
    total = wishes.epochs * (sum(len(pieces.windows(article, random.Random(1))) for article in articles) // wishes.batch + 1)
    optimiser = torch.optim.AdamW(_groups(model), lr=wishes.rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1.0, (s + 1) / (0.08 * total)) * max(0.02, 1 - s / total))
    step, began = 0, time.time()
    model.train()
    for epoch in range(wishes.epochs):
        losses = []
        for group in _batches([w for article in articles for w in pieces.windows(requoted(article, chance), chance)], wishes.batch, chance):
            x, mask, shape, y = batch(group, pieces.cls, pieces.sep)
            logits = model(input_ids=x, attention_mask=mask, token_type_ids=shape).logits
            loss = torch.nn.functional.cross_entropy(logits.view(-1, len(LABELS)), y.view(-1), ignore_index=IGNORED, label_smoothing=0.03)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            step += 1
            losses.append(loss.item())
        print(f"epoch {epoch + 1}: {step} steps, loss {sum(losses) / len(losses):.3f}, {time.time() - began:.0f} s", flush=True)
    return step


def _groups(model: torch.nn.Module) -> list[dict[str, object]]:
    """Parameters with and without weight decay: biases and norms have none."""
    trained = [p for p in model.parameters() if p.requires_grad]
    return [
        {"params": [p for p in trained if p.ndim > 1], "weight_decay": 0.02},
        {"params": [p for p in trained if p.ndim <= 1], "weight_decay": 0.0},
    ]


def _batches(windows: list[Window], size: int, chance: random.Random) -> list[list[Window]]:
    """Windows of like length together, in random order."""
    chance.shuffle(windows)
    pool = size * 16
    near = [w for i in range(0, len(windows), pool) for w in sorted(windows[i : i + pool], key=lambda window: len(window.ids))]
    groups = [near[i : i + size] for i in range(0, len(near), size)]
    chance.shuffle(groups)
    return groups


def export(model: torch.nn.Module, tokenizer: Tokenizer, out: Path) -> None:
    """Write the model as ONNX with 8-bit weights and fused operators, and the tokenizer beside it."""
    model.eval()
    example = torch.ones(2, 16, dtype=torch.long)
    axes = {0: "windows", 1: "pieces"}
    names = ["input_ids", "attention_mask", "token_type_ids"]
    full, small = out / "full.onnx", out / "small.onnx"
    torch.onnx.export(
        Bare(model),
        (example, example, torch.zeros_like(example)),
        str(full),
        input_names=names,
        output_names=["logits"],
        dynamic_axes=dict.fromkeys([*names, "logits"], axes),
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(str(full), str(small), weight_type=QuantType.QInt8, per_channel=True)
    onnx.save(fuse(onnx.load(small)), out / "tagger.onnx")
    full.unlink()
    small.unlink()
    tokenizer.save(str(out / "tokenizer.json"))


class Bare(torch.nn.Module):
    """The model with tensors in and logits out, as ONNX wants it."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        """Logits of each piece: windows × pieces × labels."""
        return self.model(input_ids=ids, attention_mask=mask, token_type_ids=types).logits


def main() -> None:
    """Train and export as the command line says."""
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("corpus", type=Path)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--epochs", type=int, default=10)
    ap.add_argument("--rate", type=float, default=3e-4)
    ap.add_argument("--batch", type=int, default=8)
    ap.add_argument("--all", action="store_true", help="train on the held-out fifth too")
    ap.add_argument("--seed", type=int, default=1)
    arguments = ap.parse_args()
    random.seed(arguments.seed)
    torch.manual_seed(arguments.seed)
    tokenizer = Tokenizer.from_file(str(arguments.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    chosen = [a for a in read_articles(arguments.corpus) if arguments.all or not held_out(a.id)]
    began = time.time()
    model = new_model(arguments.base)
    steps = train([labelled(a) for a in chosen], model, Pieces(tokenizer), arguments)
    arguments.out.mkdir(parents=True, exist_ok=True)
    export(model, tokenizer, arguments.out)
    words = sum(len(a.text.split()) for a in chosen)
    facts = {"articles": len(chosen), "words": words, "steps": steps, "seconds": round(time.time() - began), "seed": arguments.seed}
    facts |= {"epochs": arguments.epochs, "rate": arguments.rate, "batch": arguments.batch, "held_out": not arguments.all}
    (arguments.out / "training.json").write_text(json.dumps(facts, indent=1) + "\n")
    print(facts)


if __name__ == "__main__":
    main()
