"""ART's parts and LayerDiff's left out one at a time, on this scale: the same small budget from nothing for each, the same samples, compared by their
loss on samples that none of them trained on."""
from __future__ import annotations

import json
import random
from dataclasses import dataclass, replace
from typing import Callable

import numpy as np
import torch

from . import train_autoencoder
from .compose import Composer, Layer, Sample
from .files import save_json
from .mixture import Source
from .sequences import collate, training_row
from .settings import TOKEN_PX, State
from .spread import typical
from .train_transformer import Run, Trainer
from .transformer import Batch, Shape

SHAPE = Shape(heads=2, blocks=6)
CANVAS = 6, 6
SINGLES, DESIGNS = .35, 3   # of a CPU core's usual step, and a step: many small steps teach more than few large ones


@dataclass(frozen=True)
class Variant:
    shape: Shape = SHAPE
    layer_embedding: bool = True
    sample: Callable[[Sample, np.ndarray], Sample] = lambda sample, blank: sample
    batch: Callable[[Batch], Batch] = lambda batch: batch


def whole_canvas(sample: Sample, blank: np.ndarray) -> Sample:
    """Every region takes the whole canvas, empty outside its box: what ART's region crop saves."""
    width, height = CANVAS
    out = []
    for layer in sample.layers:
        x, y, w, h = layer.box
        tokens = np.broadcast_to(blank, (height, width, blank.shape[-1])).copy()
        tokens[y:y + h, x:x + w] = layer.tokens.reshape(h, w, -1)
        out.append(Layer(layer.index, (0, 0, width, height), tokens.reshape(height * width, -1), layer.prompt))
    return replace(sample, layers=out)


def without_merged(sample: Sample, blank: np.ndarray) -> Sample:
    return replace(sample, layers=[layer for layer in sample.layers if layer.index])


def without_links(sample: Sample, blank: np.ndarray) -> Sample:
    """The layers in the order that they had, but no word belongs to any of them."""
    return replace(sample, links=np.zeros_like(sample.links))


def layers_apart(batch: Batch) -> Batch:
    """Each layer sees the text and itself; the text sees everything."""
    b, t, n = len(batch.tokens), batch.text.shape[1], batch.tokens.shape[1]
    real = torch.ones(b, t + n, dtype=torch.bool) if batch.mask is None else batch.mask
    seen = real[:, None].expand(b, t + n, t + n).clone()
    seen[:, t:, t:] &= batch.layer[:, :, None] == batch.layer[:, None]
    return replace(batch, mask=seen)


VARIANTS = {"as it is": Variant(), "rope of two axes": Variant(replace(SHAPE, axes=(0, 32, 32))), "no layer embedding": Variant(layer_embedding=False),
            "no region crop": Variant(sample=whole_canvas), "no merged layer": Variant(sample=without_merged),
            "no attention between layers": Variant(batch=layers_apart), "no links of phrases": Variant(sample=without_links)}


def _rows(composer: Composer, variant: Variant, blank: np.ndarray, count: int) -> list:
    samples = [composer.design(*CANVAS, True, True, max_items=4, linked=composer.rng.random() < .6) for _ in range(count)]
    return [training_row(variant.sample(s, blank), composer.prompts, composer.rng, .04, .2, 0.) for s in samples]


@torch.no_grad()
def _held_out(trainer: Trainer, variant: Variant, rows: list, blank: np.ndarray) -> list[float]:
    """The loss of the regions' inked cells alone, which all variants have, of each sample at four noise levels."""
    out = []
    for row in rows:
        batch = variant.batch(collate([row]))
        inked = (batch.layer > 1) & (batch.tokens != torch.from_numpy(blank).float()).any(-1)   # an uncropped region has many cells without ink
        torch.manual_seed(5)
        errors = []
        for level in (.3, .5, .7, .9):
            sigma = torch.full((1,), level)
            x = (1 - level) * batch.tokens + level * torch.randn_like(batch.tokens)
            errors.append(float((trainer.ema(x, sigma, batch) - batch.tokens).square().mean(-1)[inked].mean()))
        out.append(float(np.mean(errors)))
    return out


def _train(state: State, variant: Variant, blank: np.ndarray, tflop: float) -> Trainer:
    torch.manual_seed(1)
    composer = Composer(state, train_autoencoder.load(state), seed=11)
    source = Source(composer, random.Random(3), SINGLES)
    trainer = Trainer(state.root / "never", variant.shape, torch.device("cpu"), 1)
    trainer.run = Run(minutes=float("inf"), tflop=tflop)
    if not variant.layer_embedding:
        for network in (trainer.model, trainer.ema):
            network.layer_pe.requires_grad_(False).zero_()
    while (progress := trainer.run.progress(0., trainer.counts.flops)) < 1:
        parts = {"single": source.singles(1.), "whole": [collate(_rows(composer, variant, blank, DESIGNS))]}
        trainer.step({name: [variant.batch(b) for b in batches] for name, batches in parts.items()},
                     trainer.run.rate_at(progress, trainer.counts.step))
    return trainer


def ablate(state: State, tflop: float, out, samples: int = 60) -> None:
    """Each variant's loss, and how much more it is than the whole model's on the same samples; what `out` has already stays."""
    codec = train_autoencoder.load(state)
    blank = Composer(state, codec, 0).encode([np.zeros((TOKEN_PX, TOKEN_PX, 4), np.uint8)])[0][0]
    report = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    for name, variant in VARIANTS.items():
        if report.get(name, {}).get("tflop") == tflop and "losses" in report[name]:
            continue
        trainer = _train(state, variant, blank, tflop)
        held = _held_out(trainer, variant, _rows(Composer(state, codec, seed=99), variant, blank, samples), blank)
        whole = report.get("as it is", {}).get("losses", held)
        report[name] = {"tflop": tflop, "steps": trainer.counts.step, "region_loss": typical(held),
                        "more_than_whole": typical([a - b for a, b in zip(held, whole)]), "losses": [round(x, 4) for x in held]}
        print(name, {k: v for k, v in report[name].items() if k != "losses"}, flush=True)
        save_json(report, out)
