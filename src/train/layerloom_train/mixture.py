"""What a training step is made of: single layers, and one of three kinds of designs.

Single layers are the cheapest way to learn what things look like. Designs teach the rest, each kind one thing at a time: order (several things,
nothing but the caption's order says which box is whose), backgrounds (a background alone with its caption), and whole designs (phrases linked to
their boxes, some layers given).
"""
from __future__ import annotations

import random

from .compose import SHAPE_SIZES, SINGLE_SIZES, TEXT_SIZES, Composer, Sample
from .sequences import collate, training_row
from .transformer import Batch

SINGLES_FIRST = .2    # share of a first run before designs join in, every second step
DESIGNS_ALWAYS = .4   # from where on every step has them
SINGLE_TOKENS, DESIGN_TOKENS = 900, 520   # a step on one CPU core
KINDS = {"order": .26, "background": .18, "whole": .56}
LISTS = {(5, 5): .25, (6, 6): .3, (8, 4): .15, (4, 8): .15, (8, 8): .15}
PLAINS = {(8, 8): .3, (8, 6): .1, (6, 8): .1, (8, 5): .1, (5, 8): .1, (6, 6): .15, (5, 5): .1, (10, 8): .025, (8, 10): .025}
WHOLES = {(8, 8): .62, (8, 6): .08, (6, 8): .08, (8, 5): .05, (5, 8): .04, (8, 4): .03, (10, 8): .02, (8, 10): .02, (12, 12): .06}
NEWCOMERS = 2.2, 1.4   # how often things new to this version are drawn, before and after the rate begins to fall


def _drawn(plan: random.Random, table: dict):
    return plan.choices(list(table), list(table.values()))[0]


class Source:
    """Batches for one process. `plan` is seeded alike in all processes, so that their steps cost the same; `scale` is how much larger a step is
    than the one of a CPU core."""

    def __init__(self, composer: Composer, plan: random.Random, scale: float = 1.):
        self.composer, self.plan, self.scale = composer, plan, scale

    def step(self, progress: float, first_run: bool) -> dict[str, list[Batch]]:
        """The batches of one step by what they teach."""
        newcomers = NEWCOMERS[progress > .7]
        parts = {"single": self.singles(newcomers)}
        with_design = not first_run or progress >= DESIGNS_ALWAYS or progress >= SINGLES_FIRST and self.plan.random() < .5
        if with_design:
            kind = _drawn(self.plan, KINDS)
            parts[kind] = {"order": self.order, "background": self.background, "whole": self.whole}[kind]()
        return parts

    def singles(self, newcomers: float) -> list[Batch]:
        plan, c = self.plan, self.composer
        kind = plan.choices(("thing", "text", "shape"), (.86, .08, .06))[0]
        size = _drawn(plan, SINGLE_SIZES) if kind == "thing" else plan.choice(TEXT_SIZES if kind == "text" else SHAPE_SIZES)
        count = max(6, min(100, SINGLE_TOKENS // (size[0] * size[1] + 5)))
        if kind != "thing":
            count = max(6, count // 2)
        return [collate([training_row(c.single(kind, size, newcomers), c.prompts, c.rng, .3, .5, 0.) for _ in range(int(count * self.scale))])]

    def order(self) -> list[Batch]:
        width, height = _drawn(self.plan, LISTS)
        return self._designs(.6 * width * height, lambda: self.composer.ordered(width, height), 0., 0., 0.)

    def background(self) -> list[Batch]:
        width, height = _drawn(self.plan, PLAINS)
        return self._designs(width * height, lambda: self.composer.design(width, height, True, False, regions=False), .04, 0., 0.)

    def whole(self, with_merged: float = .15, with_background: float = .45) -> list[Batch]:
        """`with_merged`, `with_background`: shares of the designs; those with a merged layer have a background."""
        width, height = _drawn(self.plan, WHOLES)
        chance = self.plan.random()
        merged, background = chance < with_merged, chance < with_background
        linked = self.plan.random() < .85

        def draw() -> Sample:
            return self.composer.design(width, height, background, merged, linked=linked)
        return self._designs(width * height * (.6 + background + merged), draw, .04, .2, .15)

    def _designs(self, tokens: float, draw, drop_text: float, prompt_share: float, known_share: float) -> list[Batch]:
        c = self.composer
        count = int(max(2, min(30, DESIGN_TOKENS / (tokens + 20))) * self.scale)
        rows = [training_row(draw(), c.prompts, c.rng, drop_text, prompt_share, known_share) for _ in range(count)]
        rows.sort(key=lambda r: len(r.tokens))   # sequences of like length together: less padding
        parts = 2 if count >= 8 else 1
        return [collate(rows[i * count // parts:(i + 1) * count // parts]) for i in range(parts)]
