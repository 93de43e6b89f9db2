"""A design from a prompt and boxes: the reference of the Java pipeline, in any precision."""
from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from . import export
from .autoencoder import Autoencoder, from_tokens, straight, to_tokens
from .layouts import Box
from .sequences import Row, collate, row
from .settings import LATENT_CHANNELS, LATENT_PX, TOKEN_PX
from .text import TextEncoder
from .transformer import Transformer

SIGMA_FLOOR = .05


def snap(left: int, top: int, right: int, bottom: int) -> Box:
    """A box in px, outward to tokens."""
    x, y = left // TOKEN_PX, top // TOKEN_PX
    return x, y, math.ceil(right / TOKEN_PX) - x, math.ceil(bottom / TOKEN_PX) - y


def fit(width: int, height: int, canvas: dict[str, int] | None = None) -> tuple[int, int]:
    """The model's own canvas for a page, as the Java side picks it: same aspect as far as multiples allow."""
    canvas = canvas or export.CANVAS
    scale = min(max(max(width, height), canvas["min"]), canvas["max"]) / max(width, height)

    def side(wanted: float) -> int:
        return min(max(math.floor(wanted / canvas["multiple"] + .5) * canvas["multiple"], canvas["multiple"]), canvas["max"])
    return side(width * scale), side(height * scale)


def sigmas(steps: int, shift: float) -> list[float]:
    s = np.linspace(1, 1 / steps, steps)
    return [*(shift * s / (1 + (shift - 1) * s)), 0.]


@dataclass
class Request:
    prompt: str
    width: int                       # px, multiples of 32
    height: int
    boxes: list[Box]                 # regions bottom to top, in tokens
    links: list[tuple[int, int] | None] = field(default_factory=list)   # characters of each region's phrase
    region_prompts: dict[int, str] = field(default_factory=dict)       # by region number
    known: dict[int, Tensor] = field(default_factory=dict)             # layer index -> straight RGBA [4, h, w] in 0..1
    starts: dict[int, tuple[Tensor, float]] = field(default_factory=dict)   # layer index -> what it begins from, and strength: how far it may leave that


@dataclass
class Prepared:
    request: Request
    layers: list[tuple[int, Box]]
    text: Row
    null: Row
    known_tokens: dict[int, Tensor]
    start_tokens: dict[int, Tensor]

    def cells(self, index: int) -> slice:
        """A layer's place in the sequence."""
        at = 0
        for i, (_, _, w, h) in self.layers:
            if i == index:
                return slice(at, at + w * h)
            at += w * h
        raise KeyError(index)

    def hold(self, x: Tensor, noise: Tensor, point: int, levels: list[float]) -> None:
        """Puts the started layers, which the sampler is not to have yet, back into the tokens x after `point` steps."""
        for i, (_, strength) in self.request.starts.items():
            steps = len(levels) - 1
            if point <= steps - max(1 if strength else 0, math.floor(steps * strength + .5)):
                own = self.start_tokens[i].reshape(-1, x.shape[-1]).to(x.dtype)
                x[self.cells(i)] = (1 - levels[point]) * own + levels[point] * noise[self.cells(i)]


@dataclass
class Result:
    tokens: list[Tensor]             # clean tokens of each layer, [h, w, values]
    planes: list[Tensor]             # grey-composited rgb and alpha, [4, H, W]
    steps: list[Tensor]              # all tokens after each step

    def rgba(self) -> list[np.ndarray]:
        return [(straight(p[None])[0].clamp(0, 1).permute(1, 2, 0).float().numpy() * 255 + .5).astype(np.uint8) for p in self.planes]


class Pipeline:
    """`defaults`: steps and guidance where a call names none, as in a model's index."""

    def __init__(self, transformer: Transformer, autoencoder: Autoencoder, text: TextEncoder, dtype: torch.dtype = torch.float32, defaults: dict | None = None):
        self.transformer, self.autoencoder, self.text = transformer.to(dtype).eval(), autoencoder.to(dtype).eval(), text
        self.dtype, self.defaults = dtype, defaults or export.defaults(transformer.shape, export.STEPS)

    @staticmethod
    def of_folder(folder: Path, dtype: torch.dtype = torch.float32) -> "Pipeline":
        index = json.loads((folder / "model_index.json").read_text(encoding="utf-8"))
        return Pipeline(export.read_transformer(folder), export.read_autoencoder(folder), TextEncoder(folder, dtype), dtype, index["defaults"])

    def prepare(self, request: Request) -> Prepared:
        whole = (0, 0, request.width // TOKEN_PX, request.height // TOKEN_PX)
        layers = [(0, whole), (1, whole), *((2 + i, b) for i, b in enumerate(request.boxes))]
        with torch.no_grad():
            known, starts = ({i: to_tokens(self.autoencoder.encode(image[None].to(self.dtype)))[0] for i, image in images.items()}
                             for images in (request.known, {i: image for i, (image, _) in request.starts.items()}))
        encoded = self.text.encode([request.prompt, *request.region_prompts.values()])
        links = np.zeros(len(encoded[0].hidden), np.int64)
        for t, (a, b) in enumerate(encoded[0].offsets):
            for region, span in enumerate(request.links):
                if span and a >= span[0] and b <= span[1] and b > a:
                    links[t] = 2 + region
        regions = {2 + r: e.pooled for r, e in zip(request.region_prompts, encoded[1:])}
        values = [(i, box, known[i].reshape(box[2] * box[3], -1).numpy() if i in known
                   else np.zeros((box[2] * box[3], self.transformer.shape.token_values))) for i, box in layers]
        width = len(encoded[0].pooled)
        text = row(values, encoded[0].hidden, encoded[0].pooled, links, regions, set(known))
        null = row(values, np.zeros((0, width), np.float32), np.zeros(width, np.float32), np.zeros(0), {}, set(known))
        return Prepared(request, layers, text, null, known, starts)

    def noise_tokens(self, prepared: Prepared, noise: Tensor) -> Tensor:
        """The boxes' cells of one draw [1, L, C, H/16, W/16], in sequence order: [N, values]."""
        full = to_tokens(noise[0].to(self.dtype))
        return torch.cat([full[i, y:y + h, x:x + w].reshape(h * w, -1) for i, (x, y, w, h) in prepared.layers])

    def noise(self, request: Request, seed: int) -> Tensor:
        generator = torch.Generator().manual_seed(seed)
        return torch.randn(1, 2 + len(request.boxes), LATENT_CHANNELS, request.height // LATENT_PX, request.width // LATENT_PX, generator=generator)

    @torch.no_grad()
    def sample(self, prepared: list[Prepared], noises: list[Tensor], steps: int | None = None, guidance: float | None = None,
               shift: float = export.SHIFT, on_step=None) -> list[Tensor]:
        """Final tokens of each request; many requests at once, padded to the longest."""
        steps = steps or self.defaults["steps"]
        guidance = self.defaults["guidance"] if guidance is None else guidance

        def change(t: Tensor) -> Tensor:
            return t.to(self.dtype) if t.is_floating_point() else t
        batch = collate([p.text for p in prepared]).map(change)
        null = collate([p.null for p in prepared]).map(change)
        drawn = torch.zeros_like(batch.tokens)
        for i, (p, n) in enumerate(zip(prepared, noises)):
            tokens = self.noise_tokens(p, n)
            drawn[i, :len(tokens)] = tokens
        given = batch.known[..., None]
        x = drawn * (1 - given) + batch.tokens * given
        levels = sigmas(steps, shift)
        self._hold(prepared, x, drawn, 0, levels)
        embedded = torch.full((len(x),), self.defaults.get("embedded_guidance", 0.), dtype=self.dtype)
        for at, (sigma, following) in enumerate(zip(levels, levels[1:])):
            s = torch.full((len(x),), sigma, dtype=self.dtype)
            velocity = []
            for b in (batch, null) if guidance != 1 else (batch,):
                x0 = self.transformer(x, s, b, guidance=embedded)
                velocity.append((x - x0.to(self.dtype)) / max(sigma, SIGMA_FLOOR))
            v = velocity[0] if guidance == 1 else velocity[1] + guidance * (velocity[0] - velocity[1])
            x = (x + (following - sigma) * v) * (1 - given) + batch.tokens * given
            self._hold(prepared, x, drawn, at + 1, levels)
            if on_step:
                on_step(x)
        return [x[i, :sum(b[2] * b[3] for _, b in p.layers)] for i, p in enumerate(prepared)]

    @staticmethod
    def _hold(prepared: list[Prepared], x: Tensor, drawn: Tensor, point: int, levels: list[float]) -> None:
        for i, p in enumerate(prepared):
            p.hold(x[i], drawn[i], point, levels)

    @torch.no_grad()
    def decode(self, prepared: Prepared, tokens: Tensor) -> Result:
        at, parts, planes = 0, [], []
        for _, (_, _, w, h) in prepared.layers:
            part = tokens[at:at + w * h].reshape(h, w, -1)
            at += w * h
            parts.append(part)
            planes.append(self.autoencoder.decode(from_tokens(part[None]))[0].clamp(0, 1))
        return Result(parts, planes, [])

    def generate(self, request: Request, seed: int = 0, steps: int | None = None, guidance: float | None = None) -> Result:
        prepared, taken = self.prepare(request), []
        tokens = self.sample([prepared], [self.noise(request, seed)], steps, guidance, on_step=lambda x: taken.append(x[0].clone()))
        result = self.decode(prepared, tokens[0])
        result.steps = taken
        return result


def flatten(prepared: Prepared, images: list[np.ndarray]) -> np.ndarray:
    """Background and regions laid over each other, RGB."""
    page = images[1][..., :3].astype(np.float32)
    for (_, (x, y, w, h)), image in list(zip(prepared.layers, images))[2:]:
        x, y, w, h = (v * TOKEN_PX for v in (x, y, w, h))
        a = image[..., 3:].astype(np.float32) / 255
        page[y:y + h, x:x + w] += (image[..., :3] - page[y:y + h, x:x + w]) * a
    return (page + .5).clip(0, 255).astype(np.uint8)
