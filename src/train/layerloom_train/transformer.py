"""ART's transformer (FLUX single blocks over per-layer crops), small, with what our own adds to it.

Differences to ART are zero where a checkpoint lacks them: the place inside the box, a box's own prompt, the mark of a
known layer, and the link of a phrase's text tokens to its box on rope's layer axis. Modulation is one shared linear plus
a bias for each block while training (it saves a third of the parameters); export expands it to FLUX's per-block form.
"""
from __future__ import annotations

import math
from dataclasses import asdict, dataclass, replace

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .settings import TEXT_WIDTH, TOKEN_VALUES


@dataclass(frozen=True)
class Shape:
    heads: int = 4
    axes: tuple[int, int, int] = (16, 24, 24)
    blocks: int = 8
    theta: float = 100.
    text_width: int = TEXT_WIDTH
    token_values: int = TOKEN_VALUES
    box_features: int = 18
    max_layers: int = 52
    guidance: bool = False   # takes the strength of guidance as an input: a distilled model

    @property
    def width(self) -> int:
        return self.heads * sum(self.axes)

    def as_json(self) -> dict:
        return asdict(self)

    @staticmethod
    def from_json(values: dict) -> "Shape":
        return replace(Shape(**values), axes=tuple(values["axes"]))


@dataclass
class Batch:
    """Packed sequences: B of them, T text tokens, N image tokens, L layers."""
    text: Tensor        # [B, T, text_width]
    pooled: Tensor      # [B, text_width]
    text_layer: Tensor  # [B, T] layer index on rope's first axis, 0 = unlinked
    tokens: Tensor      # [B, N, values] clean latents
    position: Tensor    # [B, N, 3] layer, row, column
    layer: Tensor       # [B, N] int64
    features: Tensor    # [B, N, box_features]
    region: Tensor      # [B, L, text_width] by layer index, zeros = anonymous
    known: Tensor       # [B, N] 1 = given
    weight: Tensor      # [B, N] share in the loss, 0 = padding
    mask: Tensor | None  # bool, [B, T + N]: what is real, or [B, T + N, T + N]: what sees what; None = everything is real and seen

    def map(self, change) -> "Batch":
        return Batch(**{k: (None if v is None else change(v)) for k, v in self.__dict__.items()})


def timestep_features(sigma: Tensor, width: int = 256) -> Tensor:
    half = width // 2
    frequency = torch.exp(-math.log(10000) * torch.arange(half, dtype=torch.float64, device=sigma.device) / half).to(sigma.dtype)
    angle = sigma[:, None] * 1000 * frequency
    return torch.cat([angle.cos(), angle.sin()], -1)


def rope_turns(position: Tensor, axes: tuple[int, ...], theta: float) -> Tensor:
    """cos + i sin, [B, 1, N, head_dim / 2]."""
    parts = []
    for axis, size in enumerate(axes):
        omega = 1 / (theta ** (torch.arange(0, size, 2, dtype=torch.float64, device=position.device) / size))
        parts.append(position[..., axis, None] * omega.to(position.dtype))
    angle = torch.cat(parts, -1)[:, None]
    return torch.complex(angle.cos(), angle.sin())


def rotate(x: Tensor, turns: Tensor) -> Tensor:
    """Turns neighbouring pairs; one complex product takes half the time of four real ones."""
    x = x if x.dtype == torch.float64 else x.float()
    return torch.view_as_real(torch.view_as_complex(x.unflatten(-1, (-1, 2))) * turns).flatten(-2)


def attend(q: Tensor, k: Tensor, v: Tensor, bias: Tensor | None) -> Tensor:
    """softmax(q k / sqrt(e) + bias) v as three plain products: many short sequences train two to five times faster so than
    through PyTorch's CPU kernel, whose backward pass is slow."""
    b, h, n, e = q.shape
    q, k, v = (t.to(v.dtype).reshape(b * h, n, e) for t in (q, k, v))
    if bias is None:
        scores = torch.bmm(q, k.transpose(1, 2)) * e ** -.5
    else:
        scores = torch.baddbmm(bias.to(v.dtype).expand(b, h, bias.shape[-2], n).reshape(b * h, -1, n), q, k.transpose(1, 2), alpha=e ** -.5)
    return torch.bmm(scores.softmax(-1), v).view(b, h, n, e)


class Block(nn.Module):
    """FLUX's single block; q, k, v and the MLP's first half are one matrix product."""

    def __init__(self, shape: Shape):
        super().__init__()
        d = shape.width
        self.heads, self.width = shape.heads, d
        self.modulation_bias = nn.Parameter(torch.zeros(3 * d))
        with torch.no_grad():
            self.modulation_bias[2 * d:] = .3   # gates a little open: faster than zero for short budgets
        self.proj_in = nn.Linear(d, 7 * d)
        self.proj_out = nn.Linear(5 * d, d)
        self.norm_q = nn.Parameter(torch.ones(d // shape.heads))
        self.norm_k = nn.Parameter(torch.ones(d // shape.heads))

    def forward(self, x: Tensor, modulation: Tensor, turns: Tensor, bias: Tensor | None) -> Tensor:
        d = self.width
        shift, scale, gate = (modulation + self.modulation_bias)[:, None].chunk(3, -1)
        y = F.layer_norm(x, (d,), eps=1e-6) * (1 + scale) + shift
        qkv, hidden = self.proj_in(y).split([3 * d, 4 * d], -1)
        b, n, _ = x.shape
        q, k, v = qkv.view(b, n, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        q = rotate(F.rms_norm(q, q.shape[-1:], self.norm_q, 1e-6), turns)
        k = rotate(F.rms_norm(k, k.shape[-1:], self.norm_k, 1e-6), turns)
        attended = attend(q, k, v, bias).transpose(1, 2).reshape(b, n, d)
        return x + gate * self.proj_out(torch.cat([attended, F.gelu(hidden, approximate="tanh")], -1))


class Transformer(nn.Module):
    def __init__(self, shape: Shape):
        super().__init__()
        self.shape = shape
        d, t = shape.width, shape.text_width
        self.x_embedder = nn.Linear(shape.token_values, d)
        self.context_embedder = nn.Linear(t, d)
        self.time_in, self.time_out = nn.Linear(256, d), nn.Linear(d, d)
        self.pooled_in, self.pooled_out = nn.Linear(t, d), nn.Linear(d, d)
        if shape.guidance:
            self.guidance_in, self.guidance_out = nn.Linear(256, d), nn.Linear(d, d)
            nn.init.zeros_(self.guidance_out.weight)   # begins as the model that it is distilled from
            nn.init.zeros_(self.guidance_out.bias)
        self.box_embedder = nn.Linear(shape.box_features, d)
        self.region_embedder = nn.Linear(t, d)
        self.layer_pe = nn.Parameter(torch.randn(shape.max_layers, d) * .02)
        self.known_embedding = nn.Parameter(torch.zeros(d))
        self.modulation = nn.Linear(d, 3 * d, bias=False)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.blocks))
        self.norm_out = nn.Linear(d, 2 * d)   # (scale, shift)
        self.proj_out = nn.Linear(d, shape.token_values)
        for last in (self.modulation, self.norm_out, self.proj_out):
            nn.init.zeros_(last.weight)
            if last.bias is not None:
                nn.init.zeros_(last.bias)

    def embed(self, x: Tensor, batch: Batch) -> Tensor:
        per_layer = self.region_embedder(batch.region) + self.layer_pe[:batch.region.shape[1]]
        d = per_layer.shape[-1]
        by_token = per_layer.gather(1, batch.layer[..., None].expand(-1, -1, d))
        return self.x_embedder(x) + self.box_embedder(batch.features) + by_token + batch.known[..., None] * self.known_embedding

    def vector(self, sigma: Tensor, pooled: Tensor, guidance: Tensor | None = None) -> Tensor:
        time = self.time_out(F.silu(self.time_in(timestep_features(sigma).to(pooled.dtype))))
        if self.shape.guidance:
            time = time + self.guidance_out(F.silu(self.guidance_in(timestep_features(guidance).to(pooled.dtype))))
        return time + self.pooled_out(F.silu(self.pooled_in(pooled)))

    def forward(self, x: Tensor, sigma: Tensor, batch: Batch, record: list[Tensor] | None = None, guidance: Tensor | None = None) -> Tensor:
        """The predicted clean tokens. `record` collects the embedding sum and each block's image tokens (for fixtures). `guidance`: of each sequence,
        where the model takes it."""
        t = batch.text.shape[1]
        text_position = torch.zeros(*batch.text_layer.shape, 3, dtype=batch.position.dtype, device=batch.position.device)
        text_position[..., 0] = batch.text_layer
        turns = rope_turns(torch.cat([text_position, batch.position], 1), self.shape.axes, self.shape.theta)
        bias = None
        if batch.mask is not None:
            seen = batch.mask if batch.mask.ndim == 3 else batch.mask[:, None]
            bias = torch.where(seen, 0., -1e9).to(x.dtype)[:, None]
        image = self.embed(x, batch)
        if record is not None:
            record.append(image)
        h = torch.cat([self.context_embedder(batch.text), image], 1)
        vector = F.silu(self.vector(sigma, batch.pooled, guidance))
        modulation = self.modulation(vector)
        for block in self.blocks:
            h = block(h, modulation, turns, bias)
            if record is not None:
                record.append(h[:, t:])
        scale, shift = self.norm_out(vector)[:, None].chunk(2, -1)
        return self.proj_out(F.layer_norm(h[:, t:], h.shape[-1:], eps=1e-6) * (1 + scale) + shift)


def flops(shape: Shape, sequences: int, tokens: int) -> float:
    """Of one forward pass; training costs three times that."""
    d, n = shape.width, tokens
    return sequences * (shape.blocks * (24 * n * d * d + 4 * n * n * d) + 2 * n * d * (2 * shape.token_values + shape.box_features))
