"""A small network that says which thing a layer shows: trained on the real pictures, blurred and bent, never on generated ones."""
from __future__ import annotations

import random
import time

import numpy as np
import torch
from PIL import Image, ImageFilter
from torch import Tensor, nn
from torch.nn import functional as F

from .files import save_torch
from .settings import State
from .sources import load_sprites
from .vocabulary import STYLES, THINGS

FILE, SIDE, BATCH, RATE = "classifier.pt", 32, 64, 3e-3
LABELS = [(style, name) for style in STYLES for name in THINGS]


class Network(nn.Module):
    """[B, 4, 32, 32] premultiplied RGBA in 0..1 to a score for each picture of the vocabulary, a thing in a style."""

    def __init__(self, classes: int, widths: tuple[int, int, int, int] = (24, 48, 96, 128)):
        super().__init__()
        sizes = (4, *widths)
        self.convolutions = nn.ModuleList(nn.Conv2d(i, o, 3, padding=1) for i, o in zip(sizes, sizes[1:]))
        self.norms = nn.ModuleList(nn.GroupNorm(8, o) for o in widths)
        self.out = nn.Linear(widths[-1] * 4, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = x * 2 - 1
        for convolution, norm in zip(self.convolutions, self.norms):
            x = F.max_pool2d(F.silu(norm(convolution(x))), 2)
        return self.out(x.flatten(1))


def cropped(image: np.ndarray) -> Image.Image | None:
    """The ink on a transparent square, premultiplied; None where there is hardly any."""
    ink = image[..., 3] > 40
    if ink.sum() < .002 * ink.size + 20:
        return None
    ys, xs = np.where(ink.any(1))[0], np.where(ink.any(0))[0]
    image = image[ys[0]:ys[-1] + 1, xs[0]:xs[-1] + 1]
    h, w = image.shape[:2]
    square = np.zeros((max(h, w), max(h, w), 4), np.uint8)
    y, x = (max(h, w) - h) // 2, (max(h, w) - w) // 2
    square[y:y + h, x:x + w] = image
    return Image.fromarray(square, "RGBA").convert("RGBa")


def seen(image: np.ndarray) -> Tensor | None:
    """A layer as the network sees it, [4, 32, 32]."""
    square = cropped(image)
    return None if square is None else _tensor(square.resize((SIDE, SIDE), Image.Resampling.BOX))


def _tensor(image: Image.Image) -> Tensor:
    return torch.from_numpy(np.array(image)).permute(2, 0, 1).float() / 255


def bent(square: Image.Image, rng: random.Random) -> Tensor:
    """A real picture as a generator might have painted it: mirrored, shifted, turned a little, soft, of slightly other colours."""
    s = square.width
    if rng.random() < .3:
        square = square.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    angle, scale = rng.gauss(0, .06), rng.uniform(.92, 1.12)
    c, d = np.cos(angle) * scale, np.sin(angle) * scale
    stretch = rng.uniform(.92, 1.09)
    mx, my = s / 2 + rng.gauss(0, .02) * s, s / 2 + rng.gauss(0, .02) * s
    square = square.transform((s, s), Image.Transform.AFFINE, (c, d * stretch, mx - c * s / 2 - d * stretch * s / 2,
                                                               -d, c * stretch, my + d * s / 2 - c * stretch * s / 2), Image.Resampling.BILINEAR)
    if rng.random() < .7:
        square = square.filter(ImageFilter.GaussianBlur(rng.uniform(.2, 1.6)))
    x = _tensor(square.resize((SIDE, SIDE), Image.Resampling.BOX))
    gain = 1 + torch.tensor([[[rng.gauss(0, .06)]] for _ in range(3)])
    x[:3] = torch.minimum((x[:3] * gain).clamp(0, 1), x[3:])
    return (x + rng.choice((0., .02, .05)) * torch.randn_like(x)).clamp(0, 1)


def _pictures(state: State, side: int = 64) -> list[Image.Image]:
    sprites = load_sprites(state)
    return [cropped(sprites[label]).resize((side, side), Image.Resampling.BOX) for label in LABELS]


def train(state: State, steps: int = 1500) -> None:
    """Some minutes on one CPU core; goes on from what there is if it was made for the same vocabulary."""
    torch.manual_seed(0)
    pictures, rng = _pictures(state), random.Random(1)
    network = Network(len(LABELS))
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=.02)
    started, right = time.time(), 0.
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / 50) * max(.02, 1 - step / steps)
        picked = [rng.randrange(len(LABELS)) for _ in range(BATCH)]
        scores = network(torch.stack([bent(pictures[i], rng) for i in picked]))
        loss = F.cross_entropy(scores, torch.tensor(picked), label_smoothing=.05)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        right = .98 * right + .02 * float((scores.argmax(1) == torch.tensor(picked)).float().mean())
        if step % 250 == 249:
            print(f"{step + 1} steps, {time.time() - started:.0f} s, loss {float(loss):.3f}, right {right:.3f}", flush=True)
    save_torch({"model": network.state_dict(), "labels": LABELS}, state.file(FILE))


class Classifier:
    """The trained network."""

    def __init__(self, state: State):
        saved = torch.load(state.root / FILE, weights_only=False)
        self.labels: list[tuple[str, str]] = [tuple(label) for label in saved["labels"]]
        if self.labels != LABELS:
            raise SystemExit("the classifier was trained for another vocabulary: remove classifier.pt and train it again")
        self.network = Network(len(self.labels))
        self.network.load_state_dict(saved["model"])
        self.network.eval()

    @torch.no_grad()
    def rank(self, image: np.ndarray) -> list[tuple[str, str]] | None:
        """(style, thing) from the likeliest on; None for an empty layer."""
        x = seen(image)
        if x is None:
            return None
        return [self.labels[i] for i in self.network(x[None])[0].argsort(descending=True).tolist()]

    @torch.no_grad()
    def style_score(self, image: np.ndarray, style: str) -> float:
        """How likely a layer is of a style, whatever it shows; 0 for an empty one."""
        x = seen(image)
        if x is None:
            return 0.
        likely = self.network(x[None])[0].softmax(-1)
        return float(sum(p for p, label in zip(likely.tolist(), self.labels) if label[0] == style))
