"""Says which kind of background a picture shows, and whether it has the colour asked for: by the nearest of the drawn ones."""
from __future__ import annotations

import random

import numpy as np
from PIL import Image

from . import draw
from .vocabulary import BACKGROUNDS, COLOURS

SIDE = 64


def _small(rgb: np.ndarray) -> np.ndarray:
    return np.asarray(Image.fromarray(rgb).resize((SIDE, SIDE), Image.Resampling.BOX)).astype(np.float32)


def kind_shown(rgb: np.ndarray, first: str, second: str) -> str:
    """Among all kinds drawn in these colours, with the mean colour of each moved to the picture's: the pattern decides, not the tone."""
    h, w = rgb.shape[:2]
    seen = _small(rgb)
    best, least = "", float("inf")
    for kind in BACKGROUNDS:
        real = _small(draw.background(kind, first, second, w, h, random.Random(0)))
        shift = (seen - real).mean((0, 1)).clip(-25, 25)   # a tone beside the named one is no other kind, another colour is
        distance = float(((seen - real - shift) ** 2).mean())
        if distance < least:
            best, least = kind, distance
    return best


def colour_shown(rgb: np.ndarray, kind: str, second: str) -> str:
    """Of all named colours, the one whose background of this kind is nearest."""
    h, w = rgb.shape[:2]
    seen = _small(rgb)
    return min(COLOURS, key=lambda c: float(((seen - _small(draw.background(kind, c, second, w, h, random.Random(0)))) ** 2).mean()))
