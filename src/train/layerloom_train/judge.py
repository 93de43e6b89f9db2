"""Says what a generated layer looks like: the nearest of the real pictures, by colour and outline at 16 x 16."""
from __future__ import annotations

import numpy as np
from PIL import Image

from .settings import State
from .sources import load_sprites
from .vocabulary import THINGS


def thumbnail(image: np.ndarray) -> np.ndarray | None:
    """Ink cropped, squared, premultiplied, 16 x 16 x 4; None where there is hardly any ink."""
    ink = image[..., 3] > 40
    if ink.sum() < .002 * ink.size + 20:
        return None
    ys, xs = np.where(ink.any(1))[0], np.where(ink.any(0))[0]
    image = image[ys[0]:ys[-1] + 1, xs[0]:xs[-1] + 1]
    h, w = image.shape[:2]
    side = max(h, w)
    square = np.zeros((side, side, 4), np.uint8)
    square[(side - h) // 2:(side - h) // 2 + h, (side - w) // 2:(side - w) // 2 + w] = image
    small = Image.fromarray(square, "RGBA").convert("RGBa").resize((16, 16), Image.Resampling.BOX)
    return np.asarray(small).astype(np.float32).reshape(-1) / 255


class Judge:
    def __init__(self, state: State):
        self.bank, self.labels = [], []
        for (style, name), image in load_sprites(state).items():
            if name in THINGS:
                for picture in (image, image[:, ::-1]):
                    self.bank.append(thumbnail(picture))
                    self.labels.append((style, name))
        self.bank = np.stack(self.bank)

    def rank(self, image: np.ndarray) -> list[tuple[str, str]] | None:
        """(style, thing) from the nearest on, each once; None for an empty layer."""
        seen = thumbnail(image)
        if seen is None:
            return None
        best: dict[tuple[str, str], float] = {}
        for distance, label in zip(((self.bank - seen) ** 2).sum(1), self.labels):
            best[label] = min(best.get(label, 1e9), float(distance))
        return sorted(best, key=best.get)   # type: ignore[arg-type]
