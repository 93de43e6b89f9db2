"""Makes training samples: single layers from a bank of latents, and whole designs composed fresh."""
from __future__ import annotations

import functools
import random
from dataclasses import dataclass

import numpy as np
import torch

from . import draw
from .autoencoder import Autoencoder, to_tokens
from .captions import PALE, Caption, Item, random_item, thing_prompts
from .corpus import Captions, Prompts, Text
from .files import save_torch
from .layouts import Box, behind_first, place
from .settings import TOKEN_PX, State
from .sources import fonts, load_sprites
from .vocabulary import STYLES, THINGS

BANK, VARIANTS = "bank.pt", 3
BARE = .16   # designs whose prompt is a thing alone

# widths and heights (tokens) of single things, with how often each is drawn
SINGLE_SIZES: dict[tuple[int, int], float] = {
    (2, 2): 1.6, (3, 3): 3.5, (4, 4): 3, (5, 5): 1.6, (6, 6): .8, (7, 7): .2, (8, 8): .25, (3, 2): .9, (2, 3): .9, (4, 3): 1.2, (3, 4): 1.2,
    (5, 4): .6, (4, 5): .6, (5, 3): .3, (3, 5): .3, (4, 2): .2, (2, 4): .3, (6, 4): .3, (4, 6): .3, (6, 5): .2, (5, 6): .2}
TEXT_SIZES = ((3, 1), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (3, 2), (4, 2), (5, 2), (6, 2), (7, 2), (8, 2), (6, 1), (8, 3), (10, 2), (12, 2))
SHAPE_SIZES = ((2, 2), (3, 3), (4, 4), (5, 5), (6, 6), (8, 8), (4, 2), (6, 2), (5, 2), (3, 4), (4, 3), (5, 3), (4, 6), (6, 4))


@dataclass
class Layer:
    index: int            # 0 merged, 1 background, 2.. regions
    box: Box              # tokens
    tokens: np.ndarray    # [h * w, values] fp16 or fp32
    prompt: str = ""      # a region's own prompt


@dataclass
class Sample:
    layers: list[Layer]
    text: Text
    links: np.ndarray     # layer index of each text token, 0 = unlinked
    items: list[Item]     # by region, layers[index >= 2] in order
    caption: str = ""


class Encoder:
    """Encodes crops of one size at a time; tiny matrix products, so one thread is enough."""

    def __init__(self, autoencoder: Autoencoder):
        self.autoencoder = autoencoder.eval()

    @torch.no_grad()
    def __call__(self, images: list[np.ndarray]) -> list[np.ndarray]:
        by_size: dict[tuple[int, ...], list[int]] = {}
        for i, image in enumerate(images):
            by_size.setdefault(image.shape, []).append(i)
        out: list[np.ndarray] = [np.empty(0)] * len(images)
        for members in by_size.values():
            x = torch.from_numpy(np.stack([images[i] for i in members])).permute(0, 3, 1, 2).float() / 255
            tokens = to_tokens(self.autoencoder.encode(x)).numpy().astype(np.float16)
            for i, t in zip(members, tokens):
                out[i] = t.reshape(-1, t.shape[-1])
        return out


def opaque(rgb: np.ndarray) -> np.ndarray:
    return np.dstack([rgb, np.full(rgb.shape[:2] + (1,), 255, np.uint8)])


class Composer:
    def __init__(self, state: State, autoencoder: Autoencoder, seed: int):
        self.rng = random.Random(seed)
        self.sprites = load_sprites(state)
        self.faces = [str(f) for f in fonts(state)]
        self.encode = Encoder(autoencoder)
        self.state, self.prompts = state, Prompts(state)
        self._captions: Captions | None = None
        kept = state.root / BANK
        self.bank: dict[tuple[str, str, tuple[int, int]], list[np.ndarray]] = torch.load(kept, weights_only=False) if kept.exists() else {}

    @property
    def captions(self) -> Captions:
        """Loaded when first asked for: single layers can be trained before the captions are encoded."""
        if self._captions is None:
            self._captions = Captions(self.state)
        return self._captions

    @functools.cached_property
    def lists(self) -> list[int]:
        """The captions that name two to four things, each once, and nothing else."""
        return [i for i, c in enumerate(self.captions.captions) if 2 <= len(c.items) <= 4 and all(t.kind == "thing" and t.count == 1 for t in c.items)]

    def image(self, item: Item, w: int, h: int) -> np.ndarray:
        """RGBA of one item in a box of w x h tokens."""
        rng, w, h = self.rng, w * TOKEN_PX, h * TOKEN_PX
        if item.kind == "thing":
            return draw.fit_sprite(self.sprites[item.style, item.name], w, h, rng)
        if item.kind == "text":
            return draw.text(item.name, item.colour, rng.choice(self.faces), w, h, rng)
        return draw.shape(item.name, item.colour, w, h, rng)

    def bake(self) -> None:
        """Fills the bank for every thing and usual size, once for all processes and runs."""
        for style in STYLES:
            for name in THINGS:
                for size in SINGLE_SIZES:
                    for _ in range(VARIANTS):
                        self.thing_tokens(Item("thing", name, style=style), size)
        save_torch(self.bank, self.state.file(BANK))

    def thing_tokens(self, item: Item, size: tuple[int, int], variants: int = VARIANTS) -> np.ndarray:
        """From the bank, which grows as further sizes are asked for and replaces one in fifty so that placements stay fresh."""
        known = self.bank.setdefault((item.style, item.name, size), [])
        if len(known) < variants or self.rng.random() < .02:
            tokens = self.encode([self.image(item, *size)])[0]
            if len(known) < variants:
                known.append(tokens)
            else:
                known[self.rng.randrange(variants)] = tokens
            return tokens
        return self.rng.choice(known)

    def single(self, kind: str, size: tuple[int, int], newcomers: float) -> Sample:
        """One layer alone on an otherwise unseen canvas: the cheapest way to learn what things look like."""
        rng = self.rng
        w, h = size
        item = random_item(rng, rng.choice(list(STYLES)), kind, newcomers)
        wide = rng.choice((8, 8, 12, 16))
        box = (rng.randint(0, max(0, wide - w)), rng.randint(0, max(0, wide - h)), w, h)
        tokens = self.thing_tokens(item, size) if kind == "thing" else self.encode([self.image(item, w, h)])[0]
        asked = rng.choice(item.prompts)
        if kind == "thing" and THINGS[item.name][1] and rng.random() < .25:
            asked = rng.choice(thing_prompts(rng.choice(THINGS[item.name][1]), item.style))
        text = self.prompts[asked]
        index = rng.randint(2, 10)
        links = np.full(len(text.hidden), index if rng.random() < .5 else 0)
        return Sample([Layer(index, box, tokens, asked)], text, links, [item], asked)

    def bare_caption(self) -> Caption:
        """"a fox" and nothing else: the thing in its box, the background pale and plain."""
        item = random_item(self.rng, self.rng.choice(list(STYLES)), "thing" if self.rng.random() < .8 else "shape")
        words = self.rng.choice(item.prompts)
        return Caption(words, [item], [(0, len(words))], ("plain", self.rng.choice(PALE), "white"))

    def ordered(self, width: int, height: int) -> Sample:
        """Two to four things and nothing that says which box is whose but their order: neither links nor box prompts nor a background."""
        return self.design(width, height, False, False, linked=False, number=self.rng.choice(self.lists))

    def design(self, width: int, height: int, background: bool, merged: bool, max_items: int = 8, linked: bool | None = None,
               number: int | None = None, keep_images: list | None = None, regions: bool = True) -> Sample:
        """A caption of the corpus on a fresh layout. Linked: layers in any order; unlinked: in the caption's order.

        Parts may be left out: a background alone with its caption is the cheapest way to learn backgrounds.
        """
        rng = self.rng
        while True:
            i = rng.randrange(len(self.captions)) if number is None else number
            bare = number is None and rng.random() < BARE
            caption = self.bare_caption() if bare else self.captions.captions[i]
            owner = [n for n, item in enumerate(caption.items) for _ in range(item.count)]
            if len(owner) > max_items and number is None:
                continue
            items = [caption.items[n] for n in owner]
            boxes = place(items, width, height, rng)
            if boxes:
                break
            if number is not None:
                width, height = width + 1, height + 1
        if linked is None:
            linked = rng.random() < .6
        order = list(range(len(items)))
        if linked:
            rng.shuffle(order)
            order = behind_first(items, boxes, order)
        index = {n: 2 + at for at, n in enumerate(order)}
        if not regions:
            order, linked = [], False
        text = self.prompts[caption.text] if bare else self.captions.text(i)
        if bare:
            text.links[:] = 1
        links = np.zeros(len(text.hidden), np.int64)
        if linked:
            for n in range(len(caption.items)):
                links[text.links == n + 1] = index[owner.index(n)]   # "two balloons": the first of its boxes
        pixel = merged or keep_images is not None
        images = [self.image(items[n], *boxes[n][2:]) if pixel or items[n].kind != "thing" else None for n in order]
        layers = []
        pages: list[np.ndarray] = []
        if background or merged:
            plain = draw.background(*caption.background, width * TOKEN_PX, height * TOKEN_PX, rng)
            if merged:
                page = plain.astype(np.float32)
                for n, image in zip(order, images):
                    x, y, w, h = (v * TOKEN_PX for v in boxes[n])
                    a = image[..., 3:].astype(np.float32) / 255
                    page[y:y + h, x:x + w] += (image[..., :3] - page[y:y + h, x:x + w]) * a
                pages.append(opaque((page + .5).astype(np.uint8)))
            if background:
                pages.append(opaque(plain))
        encoded = self.encode(pages + [im for im in images if im is not None])
        whole = (0, 0, width, height)
        if merged:
            layers.append(Layer(0, whole, encoded[0]))
        if background:
            layers.append(Layer(1, whole, encoded[len(pages) - 1]))
        at = len(pages)
        for n, image in zip(order, images):
            if image is None:
                tokens = self.thing_tokens(items[n], boxes[n][2:])
            else:
                tokens, at = encoded[at], at + 1
            layers.append(Layer(index[n], boxes[n], tokens, rng.choice(items[n].prompts)))
        if keep_images is not None:
            keep_images.extend(pages + images)
        return Sample(layers, text, links, [items[n] for n in order], caption.text)
