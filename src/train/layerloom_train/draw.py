"""Draws everything that is not an icon: backgrounds, shapes and lines of text, at any size, in jittered named colours."""
from __future__ import annotations

import functools
import math
import random

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from .settings import TOKEN_PX
from .vocabulary import COLOURS

Rgb = tuple[int, int, int]
TILE = 256   # px after which scattered dots repeat


def jitter(colour: Rgb, rng: random.Random, spread: float = 8) -> Rgb:
    return tuple(int(min(255, max(0, v + rng.gauss(0, spread)))) for v in colour)  # type: ignore[return-value]


def lighter(colour: np.ndarray, share: float = 0.45) -> np.ndarray:
    return colour + (255 - colour) * share


@functools.cache
def _dots(kind: str) -> np.ndarray:
    """[TILE, TILE] index of the ink of each pixel, 0 = none: one fixed scattering that meets itself at its edges."""
    rng = random.Random({"confetti": 3, "bokeh": 5, "night": 8}[kind])
    side, least, most = {"confetti": (7, 5, 8), "bokeh": (4, 14, 30), "night": (5, 2, 4.5)}[kind]
    out = np.zeros((TILE, TILE), np.uint8)
    y, x = np.mgrid[0:TILE, 0:TILE]
    for i in range(side * side):   # one in each cell of a grid, so that they neither cluster nor line up
        cy, cx = ((cell + rng.uniform(.1, .9)) * TILE / side for cell in divmod(i, side))
        radius = rng.uniform(least, most)
        dy, dx = np.abs(y - cy), np.abs(x - cx)
        out[np.minimum(dy, TILE - dy) ** 2 + np.minimum(dx, TILE - dx) ** 2 <= radius ** 2] = 1 + rng.randrange(5)
    return out


def background(kind: str, first: str, second: str, width: int, height: int, rng: random.Random) -> np.ndarray:
    """An opaque RGB picture. Patterns are the same each time but for their colours, and their periods are those of tokens: a small model paints
    the average of what it cannot know, so that a pattern with a phase of its own comes out plain."""
    a = np.array(jitter(COLOURS[first], rng, 6), np.float32)
    b = np.array(jitter(COLOURS[second], rng, 6), np.float32)
    light = lighter(a) if a.mean() < 215 else a * .84   # a pattern of white on white would show nothing
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    u, v = x / width, y / height
    if kind == "plain":
        out = np.broadcast_to(a, (height, width, 3)).copy()
    elif kind == "gradient":
        out = a + (b - a) * v[..., None]
    elif kind == "radial":
        t = np.minimum(1, np.hypot(u - .5, v - .5) / .72)
        out = light + (a - light) * t[..., None]
    elif kind == "striped":
        out = np.where(((x + y) / (2 * TOKEN_PX) % 1 < .5)[..., None], a, light)
    elif kind == "polka dot":
        t = ((x / TOKEN_PX) % 1 - .5) ** 2 + ((y / TOKEN_PX) % 1 - .5) ** 2 < .075
        out = np.where(t[..., None], light, a)
    elif kind == "checked":
        out = np.where((((x // TOKEN_PX) + (y // TOKEN_PX)) % 2 > 0)[..., None], light, a)
    elif kind == "sunburst":
        t = (np.arctan2(v - .5, u - .5) / (2 * math.pi) * 12) % 1 < .5
        out = np.where(t[..., None], light, a)
    elif kind == "hills":
        sky = np.array(COLOURS["sky blue"], np.float32)
        out = sky + (255 - sky) * v[..., None] * .6
        for i in range(2):
            edge = .6 + .14 * i + .06 * np.sin(u * (4 + 3 * i) + 2 * i)
            grass = np.array(jitter(COLOURS["green"], rng, 6), np.float32) * (1 - .15 * i)
            out = np.where((v > edge)[..., None], grass, out)
    elif kind == "sea":
        sky = np.array(COLOURS["sky blue"], np.float32)
        out = sky + (255 - sky) * v[..., None] * .7
        out = np.where((v > .55)[..., None], np.array(jitter(COLOURS["blue"], rng, 6), np.float32), out)
        out = np.where((v > .8 + .03 * np.sin(u * 7))[..., None], np.array(COLOURS["beige"], np.float32), out)
    elif kind in ("confetti", "bokeh", "night"):
        base = {"confetti": light, "bokeh": a, "night": np.array(COLOURS["navy"], np.float32) * (.5 + .6 * v[..., None])}[kind]
        inks = {"confetti": [COLOURS[c] for c in ("red", "yellow", "green", "blue", "pink")], "bokeh": [a + (lighter(a, .6) - a) * .45] * 5,
                "night": [(250, 245, 220)] * 5}[kind]
        dots = np.tile(_dots(kind), (-(-height // TILE), -(-width // TILE)))[:height, :width]
        out = np.where(dots[..., None] > 0, np.array([(0, 0, 0), *inks], np.float32)[dots], base)
    else:
        raise ValueError(kind)
    return np.clip(out + .5, 0, 255).astype(np.uint8)


@functools.lru_cache(maxsize=600)
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)


def text(words: str, colour: str, font: str, width: int, height: int, rng: random.Random) -> np.ndarray:
    """One or two lines, as large as fits; antialiased ink on transparent."""
    lines = [words]
    parts = words.split(" ")
    if len(parts) > 1 and width / height < 2.2:
        half = len(parts) // 2
        lines = [" ".join(parts[:half]), " ".join(parts[half:])]
    room = height * .88 / len(lines)
    probe = _font(font, 64)
    boxes = [probe.getbbox(line) for line in lines]
    widest = max(b[2] - b[0] for b in boxes)
    tallest = max(b[3] - b[1] for b in boxes)
    size = max(6, int(64 * min(width * .94 / widest, room * .9 / tallest)))
    face = _font(font, size - size % 2 if size > 12 else size)
    ink = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(ink)
    for i, line in enumerate(lines):
        b = face.getbbox(line)
        middle = height * .06 + room * (i + .5)
        pen.text(((width - (b[2] - b[0])) / 2 - b[0], middle - (b[3] - b[1]) / 2 - b[1]), line, font=face, fill=255)
    out = np.empty((height, width, 4), np.uint8)
    out[..., :3] = jitter(COLOURS[colour], rng, 4)
    out[..., 3] = np.asarray(ink)
    return out


def shape(kind: str, colour: str, width: int, height: int, rng: random.Random) -> np.ndarray:
    scale = 2
    ink = jitter(COLOURS[colour], rng, 5)
    w, h = width * scale, height * scale
    mask = Image.new("L", (w, h), 0)
    pen = ImageDraw.Draw(mask)
    cx, cy, m = w / 2, h / 2, 3 * scale
    r = min(w, h) / 2 - m
    white = None

    def star(points: int, outer: float, inner: float) -> list[tuple[float, float]]:
        return [(cx + (outer if i % 2 == 0 else inner) * math.cos(-math.pi / 2 + i * math.pi / points),
                 cy + (outer if i % 2 == 0 else inner) * math.sin(-math.pi / 2 + i * math.pi / points)) for i in range(2 * points)]
    if kind == "circle":
        pen.ellipse([cx - r, cy - r, cx + r, cy + r], fill=255)
    elif kind == "square":
        pen.rectangle([cx - r * .92, cy - r * .92, cx + r * .92, cy + r * .92], fill=255)
    elif kind == "triangle":
        pen.polygon([(cx, cy - r), (cx + r, cy + r * .85), (cx - r, cy + r * .85)], fill=255)
    elif kind == "ribbon":
        pen.polygon([(m, h * .25), (w - m, h * .25), (w - m - h * .18, h * .5), (w - m, h * .75), (m, h * .75), (m + h * .18, h * .5)], fill=255)
    elif kind == "frame":
        pen.rounded_rectangle([m, m, w - m, h - m], radius=r * .2, outline=255, width=int(max(6, r * .14)))
    elif kind == "badge":
        pen.polygon(star(14, r, r * .86), fill=255)
        white = Image.new("L", (w, h), 0)
        ImageDraw.Draw(white).ellipse([cx - r * .7, cy - r * .7, cx + r * .7, cy + r * .7], outline=255, width=int(max(4, r * .06)))
    elif kind == "heart":
        t = np.linspace(0, 2 * math.pi, 60)
        pen.polygon([(cx + r / 17 * 16 * math.sin(q) ** 3,
                      cy - r / 17 * (13 * math.cos(q) - 5 * math.cos(2 * q) - 2 * math.cos(3 * q) - math.cos(4 * q))) for q in t], fill=255)
    elif kind == "star":
        pen.polygon(star(5, r, r * .42), fill=255)
    elif kind == "banner":
        pen.rounded_rectangle([m, h * .15, w - m, h * .85], radius=h * .15, fill=255)
    elif kind == "speech bubble":
        pen.ellipse([m, m, w - m, h * .8], fill=255)
        pen.polygon([(w * .25, h * .68), (w * .45, h * .75), (w * .2, h - m)], fill=255)
    else:
        raise ValueError(kind)
    out = np.empty((height, width, 4), np.uint8)
    out[..., :3] = ink
    if white is not None:
        share = np.asarray(white.resize((width, height), Image.Resampling.BOX)).astype(np.float32)[..., None] / 255
        out[..., :3] = (np.array(ink) * (1 - share) + 252 * share).astype(np.uint8)
    out[..., 3] = np.asarray(mask.resize((width, height), Image.Resampling.BOX))
    return out


def fit_sprite(sprite: np.ndarray, width: int, height: int, rng: random.Random, flip: float = 0.15) -> np.ndarray:
    """The sprite, as large as the box allows with a small margin, in the middle; premultiplied resizing keeps edges clean."""
    h, w = sprite.shape[:2]
    scale = min(width / w, height / h) * rng.uniform(.87, .94)
    nw, nh = max(4, round(w * scale)), max(4, round(h * scale))
    image = Image.fromarray(sprite, "RGBA").convert("RGBa").resize((nw, nh), Image.Resampling.BILINEAR).convert("RGBA")
    small = np.asarray(image)
    if rng.random() < flip:
        small = small[:, ::-1]
    out = np.zeros((height, width, 4), np.uint8)
    slack = 1
    y = min(max(0, (height - nh) // 2 + rng.randint(-slack, slack)), height - nh)
    x = min(max(0, (width - nw) // 2 + rng.randint(-slack, slack)), width - nw)
    out[y:y + nh, x:x + nw] = small
    return out
