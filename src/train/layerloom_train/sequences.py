"""Packs layers into the transformer's batches: positions, place-in-box features, prompts, masks."""
from __future__ import annotations

import functools
import random
from dataclasses import dataclass

import numpy as np
import torch

from .compose import Sample
from .corpus import Prompts
from .layouts import Box
from .settings import TEXT_WIDTH
from .transformer import Batch


@functools.lru_cache(maxsize=2000)
def box_features(w: int, h: int) -> np.ndarray:
    """[h * w, 18]: for k = 1..4 cos(k pi u), cos(k pi v), sin(k pi u), sin(k pi v); then log2 w - 1.5, log2 h - 1.5."""
    y, x = np.mgrid[0:h, 0:w]
    u, v = (x.reshape(-1) + .5) / w, (y.reshape(-1) + .5) / h
    out = []
    for k in (1, 2, 3, 4):
        out += [np.cos(np.pi * k * u), np.cos(np.pi * k * v), np.sin(np.pi * k * u), np.sin(np.pi * k * v)]
    out += [np.full(w * h, np.log2(w) - 1.5), np.full(w * h, np.log2(h) - 1.5)]
    return np.stack(out, -1).astype(np.float32)


def positions(index: int, box: Box) -> np.ndarray:
    """[h * w, 3]: layer, row and column on the canvas."""
    x, y, w, h = box
    rows, columns = np.mgrid[y:y + h, x:x + w]
    return np.stack([np.full(w * h, index), rows.reshape(-1), columns.reshape(-1)], -1).astype(np.float32)


@dataclass
class Row:
    """One sequence before padding."""
    text: np.ndarray
    pooled: np.ndarray
    text_layer: np.ndarray
    tokens: np.ndarray
    position: np.ndarray
    layer: np.ndarray
    features: np.ndarray
    region: np.ndarray    # [L, 384]
    known: np.ndarray
    weight: np.ndarray


def row(layers: list[tuple[int, Box, np.ndarray]], hidden: np.ndarray, pooled: np.ndarray, links: np.ndarray,
        regions: dict[int, np.ndarray], known: frozenset[int] | set[int] = frozenset()) -> Row:
    if not len(hidden):   # the unconditional pass: one token of zeros
        hidden, links = np.zeros((1, len(pooled)), np.float32), np.zeros(1, np.int64)
    region = np.zeros((max(i for i, _, _ in layers) + 1, len(pooled)), np.float32)
    for index, vector in regions.items():
        region[index] = vector
    tokens, position, layer, features, marks, weight = [], [], [], [], [], []
    for index, box, values in layers:
        n = box[2] * box[3]
        tokens.append(values.astype(np.float32))
        position.append(positions(index, box))
        layer.append(np.full(n, index, np.int64))
        features.append(box_features(box[2], box[3]))
        given = index in known
        marks.append(np.full(n, float(given), np.float32))
        share = 1.5 if index > 1 else 1. if index else .5
        if n > 64:   # large flat areas must not rule the loss
            share *= (64 / n) ** .5
        weight.append(np.full(n, 0. if given else share, np.float32))
    join = np.concatenate
    return Row(hidden, pooled, links.astype(np.float32), join(tokens), join(position), join(layer), join(features), region, join(marks), join(weight))


def training_row(sample: Sample, prompts: Prompts, rng: random.Random, drop_text: float, prompt_share: float, known_share: float) -> Row:
    """The sample with text, box prompts and links dropped as chance has it, some layers given."""
    nothing = rng.random() < .1   # what guidance subtracts: no text, no box prompts
    text_gone = nothing or rng.random() < drop_text
    with_prompts = not nothing and (text_gone or rng.random() < prompt_share)
    regions: dict[int, np.ndarray] = {}
    if with_prompts:
        own = [l for l in sample.layers if l.index > 1]
        some = 1. if text_gone or rng.random() < .5 else .5
        regions = {l.index: prompts[l.prompt].pooled for l in own if rng.random() < some}
    known: set[int] = set()
    if rng.random() < known_share:
        known = {l.index for l in sample.layers if l.index > 0 and rng.random() < .5}
        if len(known) >= len(sample.layers):
            known = set()
    empty = np.zeros((0, TEXT_WIDTH), np.float32)
    hidden, pooled = (empty, np.zeros(TEXT_WIDTH, np.float32)) if text_gone else (sample.text.hidden, sample.text.pooled)
    return row([(l.index, l.box, l.tokens) for l in sample.layers], hidden, pooled, sample.links if not text_gone else np.zeros(0), regions, known)


def collate(rows: list[Row]) -> Batch:
    b, t, n = len(rows), max(len(r.text) for r in rows), max(len(r.tokens) for r in rows)
    layers = max(len(r.region) for r in rows)

    def stack(name: str, length: int) -> torch.Tensor:
        first = getattr(rows[0], name)
        out = np.zeros((b, length) + first.shape[1:], first.dtype)
        for i, r in enumerate(rows):
            value = getattr(r, name)
            out[i, :len(value)] = value
        return torch.from_numpy(out)
    real = torch.zeros(b, t + n, dtype=torch.bool)
    for i, r in enumerate(rows):
        real[i, :len(r.text)] = True
        real[i, t:t + len(r.tokens)] = True
    return Batch(stack("text", t), torch.from_numpy(np.stack([r.pooled for r in rows]).astype(np.float32)), stack("text_layer", t), stack("tokens", n),
                 stack("position", n), stack("layer", n), stack("features", n), stack("region", layers), stack("known", n),
                 stack("weight", n), None if bool(real.all()) else real)
