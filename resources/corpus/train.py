"""Train the tagger on the project's own corpus, and export it for onnxruntime.

    python resources/corpus/train.py resources/corpus --base FOLDER_OF_MINILM --out resources/tagger [--epochs 10] [--all]

Needs what `requirements.txt` beside it lists (torch, transformers, onnx, onnxruntime, tokenizers); the program itself needs no torch.
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

import torch
from tokenizers import Tokenizer
from transformers import AutoConfig, AutoModelForTokenClassification

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from credibility.attribution.corpus import MarkedArticle, read_corpus
from credibility.attribution.tagging.labels import LABELS, encode
from credibility.attribution.tagging.words import LOOKS, looks, paragraphs, words_of

LENGTH = 254
"""Word pieces in a window, less the two that frame it."""

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


class Pieces:
    """Word pieces of a paragraph with labels on each word's first piece."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.cls, self.sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")

    def of(self, paragraph: Paragraph) -> tuple[list[int], list[int], list[int]]:
        """Ids, looks and labels (-100 on pieces that are not first)."""
        encoded = self.tokenizer.encode(paragraph.words, is_pretokenized=True, add_special_tokens=False)
        shapes = looks(paragraph.words)
        labels, last = [], None
        for word in encoded.word_ids:
            labels.append(-100 if word == last else paragraph.labels[word])
            last = word
        return encoded.ids, [shapes[word] for word in encoded.word_ids], labels

    def windows(self, paragraphs_: list[Paragraph], chance: random.Random) -> list[tuple[list[int], list[int], list[int]]]:
        """Whole paragraphs packed into windows, separated; a window is closed early at random so that packings vary."""
        made, ids, shapes, labels = [], [], [], []
        for paragraph in paragraphs_:
            i, s, l = self.of(paragraph)
            while i:
                room = LENGTH - len(ids)
                if len(i) > room and ids and (len(i) <= LENGTH or room < 60) or (ids and chance.random() < 0.08):
                    made.append((ids, shapes, labels))
                    ids, shapes, labels = [], [], []
                    continue
                ids, shapes, labels = [*ids, *i[:room], self.sep], [*shapes, *s[:room], 0], [*labels, *l[:room], -100]
                i, s, l = i[room:], s[room:], l[room:]
        if ids:
            made.append((ids, shapes, labels))
        return made


def batch(windows: list[tuple[list[int], list[int], list[int]]], cls: int, sep: int) -> tuple[torch.Tensor, ...]:
    """Ids, mask, looks, labels padded to the longest window."""
    width = max(len(ids) for ids, _, _ in windows) + 2
    x = torch.zeros(len(windows), width, dtype=torch.long)
    mask, shape, y = torch.zeros_like(x), torch.zeros_like(x), torch.full_like(x, -100)
    for row, (ids, shapes, labels) in enumerate(windows):
        n = len(ids)
        x[row, 0], x[row, n + 1] = cls, sep
        x[row, 1 : n + 1], shape[row, 1 : n + 1], y[row, 1 : n + 1] = torch.tensor(ids), torch.tensor(shapes), torch.tensor(labels)
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


def train(articles: list[list[Paragraph]], model: torch.nn.Module, pieces: Pieces, epochs: int, rate: float, size: int) -> int:
    """Fine-tune; returns the number of steps."""
    chance = random.Random(7)
    probe = sum(len(pieces.windows(a, random.Random(1))) for a in articles)
    total = epochs * (probe // size + 1)
    decay = [p for n, p in model.named_parameters() if p.requires_grad and p.ndim > 1]
    plain = [p for n, p in model.named_parameters() if p.requires_grad and p.ndim <= 1]
    optimiser = torch.optim.AdamW([{"params": decay, "weight_decay": 0.02}, {"params": plain, "weight_decay": 0.0}], lr=rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1.0, (s + 1) / (0.08 * total)) * max(0.02, 1 - s / total))
    step, began = 0, time.time()
    model.train()
    for epoch in range(epochs):
        windows = [w for a in articles for w in pieces.windows(requoted(a, chance), chance)]
        chance.shuffle(windows)
        windows = [w for i in range(0, len(windows), size * 16) for w in sorted(windows[i : i + size * 16], key=lambda w: len(w[0]))]
        batches = [windows[i : i + size] for i in range(0, len(windows), size)]
        chance.shuffle(batches)
        loss_sum = 0.0
        for group in batches:
            x, mask, shape, y = batch(group, pieces.cls, pieces.sep)
            logits = model(input_ids=x, attention_mask=mask, token_type_ids=shape).logits
            loss = torch.nn.functional.cross_entropy(logits.view(-1, len(LABELS)), y.view(-1), ignore_index=-100, label_smoothing=0.03)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            step += 1
            loss_sum += loss.item()
        print(f"epoch {epoch + 1}: {step} steps, loss {loss_sum / len(batches):.3f}, {time.time() - began:.0f} s", flush=True)
    return step


def export(model: torch.nn.Module, tokenizer: Tokenizer, out: Path) -> None:
    """Write the model as ONNX with 8-bit weights, and the tokenizer beside it."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model.eval()
    example = torch.ones(2, 16, dtype=torch.long)
    axes = {0: "windows", 1: "pieces"}
    names = ["input_ids", "attention_mask", "token_type_ids"]
    full = out / "full.onnx"
    torch.onnx.export(
        Bare(model), (example, example, torch.zeros_like(example)), str(full), input_names=names, output_names=["logits"],
        dynamic_axes={name: axes for name in [*names, "logits"]}, opset_version=17, dynamo=False,
    )
    quantize_dynamic(str(full), str(out / "tagger.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    full.unlink()
    tokenizer.save(str(out / "tokenizer.json"))


class Bare(torch.nn.Module):
    """The model with tensors in and logits out, as ONNX wants it."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
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
    steps = train([labelled(a) for a in chosen], model, Pieces(tokenizer), arguments.epochs, arguments.rate, arguments.batch)
    arguments.out.mkdir(parents=True, exist_ok=True)
    export(model, tokenizer, arguments.out)
    words = sum(len(a.text.split()) for a in chosen)
    facts = {"articles": len(chosen), "words": words, "steps": steps, "seconds": round(time.time() - began), "seed": arguments.seed}
    facts |= {"epochs": arguments.epochs, "rate": arguments.rate, "batch": arguments.batch, "held_out": not arguments.all}
    (arguments.out / "training.json").write_text(json.dumps(facts, indent=1) + "\n")
    print(facts)


if __name__ == "__main__":
    main()
