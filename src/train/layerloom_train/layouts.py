"""Places boxes on a canvas of tokens: free, in a grid, with a headline, with something behind something."""
from __future__ import annotations

import math
import random

from .captions import Item

Box = tuple[int, int, int, int]   # x, y, width, height in tokens
WIDE_SHAPES = ("ribbon", "banner")
CONTAINERS = ("frame", "circle", "badge", "square", "speech bubble", "banner")


def overlap(a: Box, b: Box) -> int:
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return max(0, w) * max(0, h)


def wanted_size(item: Item, width: int, height: int, count: int, rng: random.Random) -> tuple[int, int]:
    base = math.sqrt(width * height / count)
    if item.kind == "text" or item.name in WIDE_SHAPES and item.kind == "shape":
        w = rng.randint(max(2, math.ceil(width * .35)), width)
        return w, max(1, min(height // 3, round(w / rng.uniform(2.5, 6))))
    side = base * rng.uniform(.5, .95)
    if item.kind == "shape":
        side *= 1.2
    aspect = 1. if rng.random() < .5 else rng.uniform(.7, 1.45)
    limit = min(12, width, height)
    return (max(2, min(limit, width, round(side * math.sqrt(aspect)))), max(2, min(limit, height, round(side / math.sqrt(aspect)))))


def _free_spot(w: int, h: int, width: int, height: int, taken: list[Box], allowed: float, rng: random.Random) -> Box | None:
    for _ in range(30):
        box = (rng.randint(0, width - w), rng.randint(0, height - h), w, h)
        if all(overlap(box, t) <= allowed * min(w * h, t[2] * t[3]) for t in taken):
            return box
    return None


def _grid(n: int, width: int, height: int, rng: random.Random) -> list[Box] | None:
    columns = min(n, max(1, round(math.sqrt(n * width / height))))
    rows = math.ceil(n / columns)
    w, h = width // columns, height // rows
    if w < 2 or h < 2:
        return None
    cells = [(c * w, r * h, w, h) for r in range(rows) for c in range(columns)]
    gap = 1 if min(w, h) > 3 and rng.random() < .5 else 0
    return [(x + gap // 2, y + gap // 2, w - gap, h - gap) for x, y, w, h in rng.sample(cells, n)]


def place(items: list[Item], width: int, height: int, rng: random.Random) -> list[Box] | None:
    """A box for each item, in their order; None if they would not fit."""
    n = len(items)
    if n > 1 and all(i.kind == "thing" for i in items) and rng.random() < .3:
        return _grid(n, width, height, rng)
    boxes: list[Box | None] = [None] * n
    taken: list[Box] = []
    allowed = .25 if rng.random() < .2 else 0.
    order = sorted(range(n), key=lambda i: (items[i].kind != "text", rng.random()))
    inside: dict[int, int] = {}
    holder = next((i for i in range(n) if items[i].kind == "shape" and items[i].name in CONTAINERS), None)
    if holder is not None and n > 1 and rng.random() < .5:
        guests = [i for i in range(n) if i != holder and (items[i].kind == "thing") != (items[holder].name == "banner")]
        if guests:
            inside[rng.choice(guests)] = holder
            order.sort(key=lambda i: (i in inside, i != holder))
    for i in order:
        if i in inside:
            x, y, w, h = boxes[inside[i]]   # type: ignore[misc]
            m = 1 if min(w, h) >= 4 else 0
            boxes[i] = (x + m, y + m, w - 2 * m, h - 2 * m)
            continue
        w, h = wanted_size(items[i], width, height, n, rng)
        if i in inside.values():
            w, h = min(width, w + 1), min(height, h + 1)
        spot = None
        while spot is None:
            if items[i].kind == "text" and not taken and rng.random() < .7:   # a headline
                spot = ((width - w) // 2, rng.choice((0, 0, height - h)), w, h)
            else:
                spot = _free_spot(w, h, width, height, taken, allowed, rng)
            if spot is None:
                if w <= 2 and h <= (1 if items[i].kind == "text" else 2):
                    return None
                w, h = max(2, w - 1), max(1 if items[i].kind == "text" else 2, h - 1)
        boxes[i] = spot
        taken.append(spot)
    return boxes   # type: ignore[return-value]


def behind_first(items: list[Item], boxes: list[Box], order: list[int]) -> list[int]:
    """The order of layers, mended so that no box lies under one that contains it."""
    out = list(order)
    out.sort(key=lambda i: -sum(1 for j in order if j != i and items[i].kind == "shape" and overlap(boxes[i], boxes[j]) == boxes[j][2] * boxes[j][3]))
    return out
