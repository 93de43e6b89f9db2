"""How far a layer that starts from what it was leaves that, and how much of what is asked for comes, at each strength."""
from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw

from . import draw
from .classifier import Classifier
from .files import save_json
from .pipeline import Pipeline, Request
from .settings import TOKEN_PX, State
from .sheet import _font, on_checks, save_small
from .sources import load_sprites
from .spread import share, typical
from .vocabulary import THINGS

STRENGTHS = .2, .4, .6, .8, 1.
SIDE, PAGE = 4, 6   # tokens of the layer and of the page
SHOWN = 8


@dataclass
class Column:
    """What one strength gave, over all layers."""
    distances: list[float] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    images: list[np.ndarray] = field(default_factory=list)


def distance(a: np.ndarray, b: np.ndarray) -> float:
    """Root mean square of premultiplied RGBA, of 255."""
    def premultiplied(image: np.ndarray) -> np.ndarray:
        x = image.astype(np.float32)
        return np.dstack([x[..., :3] * x[..., 3:] / 255, x[..., 3]])
    return float(np.sqrt(((premultiplied(a) - premultiplied(b)) ** 2).mean()))


def _restyled(pipeline: Pipeline, names: list[str], sources: list[np.ndarray], strength: float) -> list[np.ndarray]:
    """Cartoon layers asked for in the flat style, five at once."""
    out = []
    for at in range(0, len(names), 5):
        requests = []
        for name, source in zip(names[at:at + 5], sources[at:at + 5]):
            start = torch.from_numpy(source).permute(2, 0, 1).float() / 255
            requests.append(Request(f"flat {name}", PAGE * TOKEN_PX, PAGE * TOKEN_PX, [(1, 1, SIDE, SIDE)], [(0, 5 + len(name))], starts={2: (start, strength)}))
        prepared = [pipeline.prepare(r) for r in requests]
        noises = [pipeline.noise(r, 7 + at + i) for i, r in enumerate(requests)]
        out += [pipeline.decode(p, tokens).rgba()[2] for p, tokens in zip(prepared, pipeline.sample(prepared, noises))]
    return out


def measure(state: State, folder: Path, out: Path, layers: int = 20) -> None:
    """Figures as JSON, a picture beside them."""
    pipeline, judge, sprites, rng = Pipeline.of_folder(folder), Classifier(state), load_sprites(state), random.Random(4)
    names = rng.sample(list(THINGS), layers)
    sources = [draw.fit_sprite(sprites["cartoon", n], SIDE * TOKEN_PX, SIDE * TOKEN_PX, rng) for n in names]
    columns = {}
    for strength in STRENGTHS:
        column = columns[strength] = Column(images=_restyled(pipeline, names, sources, strength))
        for name, source, image in zip(names, sources, column.images):
            column.distances.append(distance(source, image))
            column.scores.append(judge.style_score(image, "flat"))
            ranked = judge.rank(image)
            column.right.append(bool(ranked) and ranked[0][1] == name)
    report = {str(s): {"distance": typical(c.distances), "target_style": typical(c.scores), "right_thing": share(sum(c.right), len(c.right))}
              for s, c in columns.items()}
    steps = list(zip(columns.values(), list(columns.values())[1:]))
    report["layers_further_at_each_step"] = [share(sum(b >= a for a, b in zip(c.distances, d.distances)), layers) for c, d in steps]
    save_json(report, out)
    _picture(state, names, sources, columns, out.with_suffix(".jpg"))


def _picture(state: State, names: list[str], sources: list[np.ndarray], columns: dict[float, Column], out: Path) -> None:
    cell, font = 104, _font(state, 12)
    page = Image.new("RGB", (cell * (1 + len(columns)) + 110, cell * SHOWN + 26), "white")
    pen = ImageDraw.Draw(page)
    heads = ["as it is", *(f"{100 * s:.0f} %" for s in columns)]
    for k, (head, images) in enumerate(zip(heads, [sources, *(c.images for c in columns.values())])):
        pen.text((110 + k * cell + 30, 6), head, font=font, fill=(40, 40, 40))
        for i, image in enumerate(images[:SHOWN]):
            page.paste(Image.fromarray(on_checks(image)).resize((cell - 6, cell - 6), Image.Resampling.LANCZOS), (110 + k * cell, 26 + i * cell))
    for i, name in enumerate(names[:SHOWN]):
        pen.text((6, 26 + i * cell + cell // 2 - 8), name, font=font, fill=(40, 40, 40))
    save_small(page, out)
