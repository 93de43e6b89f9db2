"""Makes a model faster: first guidance as an input instead of a second pass, then half the steps, and half of those again.

Guidance (Meng et al. 2023): the student, which begins as its teacher, predicts in one pass what the teacher says with and without the words, at any
strength. Halving (Salimans and Ho 2022): one step of the student goes where two steps of its teacher, the guided student, go.
"""
from __future__ import annotations

import copy
import random
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from . import export, train_autoencoder
from .compose import Composer
from .mixture import Source
from .pipeline import SIGMA_FLOOR, sigmas
from .settings import State, fast_bfloat16
from .train_transformer import CLIP, Log, Run, Trainer, begin, steps as train_steps
from .transformer import Batch, Transformer

STRENGTHS = 1., 4.           # of guidance; half of the sequences have the usual one
SINGLES = .25                # share of the steps that have single layers beside a design
WITH_MERGED, WITH_BACKGROUND = .6, .85   # of the designs: what the program asks for has both
GUIDED, HALVED = 5, 5        # forward passes a step costs: the student's gradient is worth three


def checkpoint(steps: int) -> str:
    """A student's file in the state folder."""
    return f"distill-{steps}.pt"


def wordless(batch: Batch) -> Batch:
    """The same layers without text and box prompts: what guidance leads away from."""
    b = len(batch.tokens)
    mask = None if batch.mask is None else torch.cat([torch.ones_like(batch.mask[:, :1]), batch.mask[:, batch.text.shape[1]:]], 1)
    return replace(batch, text=batch.text.new_zeros(b, 1, batch.text.shape[2]), pooled=torch.zeros_like(batch.pooled),
                   text_layer=batch.text_layer.new_zeros(b, 1), region=torch.zeros_like(batch.region), mask=mask)


def strengths(count: int, device: torch.device) -> Tensor:
    low, high = STRENGTHS
    drawn = low + (high - low) * torch.rand(count, device=device)
    return torch.where(torch.rand(count, device=device) < .5, torch.full_like(drawn, export.GUIDANCE), drawn)


def _noised(batch: Batch, sigma: Tensor) -> Tensor:
    given, s = batch.known[..., None], sigma[:, None, None]
    return ((1 - s) * batch.tokens + s * torch.randn_like(batch.tokens)) * (1 - given) + batch.tokens * given


def _error(predicted: Tensor, wanted: Tensor, sigma: Tensor, batch: Batch, denominator: float) -> Tensor:
    error = ((predicted.float() - wanted) / sigma[:, None, None].clamp_min(CLIP)).square().mean(-1)
    return (error * batch.weight).sum() / denominator


class Guiding:
    """The loss of guidance in one pass."""

    def __init__(self, teacher: Transformer):
        self.teacher = teacher.requires_grad_(False)

    def __call__(self, model: Transformer, batch: Batch, denominator: float) -> Tensor:
        device = batch.tokens.device
        u = torch.rand(len(batch.tokens), device=device)
        sigma = export.SHIFT * u / (1 + (export.SHIFT - 1) * u)   # as dense as the sampler's steps
        x, w = _noised(batch, sigma), strengths(len(u), device)
        with torch.autocast(device.type, torch.bfloat16, enabled=fast_bfloat16(device.type)):
            with torch.no_grad():
                with_words, without = (self.teacher(x, sigma, b).float() for b in (batch, wordless(batch)))
            predicted = model(x, sigma, batch, guidance=w)
        return _error(predicted, without + w[:, None, None] * (with_words - without), sigma, batch, denominator)


class Halving:
    """The loss of one step against two of the teacher's."""

    def __init__(self, teacher: Transformer, steps: int):
        self.teacher = teacher.requires_grad_(False)
        self.levels = torch.tensor(sigmas(2 * steps, export.SHIFT))

    def __call__(self, model: Transformer, batch: Batch, denominator: float) -> Tensor:
        device, count = batch.tokens.device, len(batch.tokens)
        i = 2 * torch.randint(len(self.levels) // 2, (count,))
        sigma, half, end = (self.levels[i + k].float().to(device) for k in range(3))
        x, w = _noised(batch, sigma), strengths(count, device)
        with torch.autocast(device.type, torch.bfloat16, enabled=fast_bfloat16(device.type)):
            with torch.no_grad():
                wanted = self._where_two_steps_point(x, sigma, half, end, batch, w)
            predicted = model(x, sigma, batch, guidance=w)
        return _error(predicted, wanted, sigma, batch, denominator)

    def _where_two_steps_point(self, x: Tensor, sigma: Tensor, half: Tensor, end: Tensor, batch: Batch, w: Tensor) -> Tensor:
        """The clean sample that would take one step from x to where the teacher is after two."""
        y = x
        for at, to in ((sigma, half), (half, end)):
            velocity = (y - self.teacher(y, at, batch, guidance=w).float()) / at.clamp_min(SIGMA_FLOOR)[:, None, None]
            y = torch.where(batch.known[..., None] > 0, x, y + (to - at)[:, None, None] * velocity)
        return x - sigma.clamp_min(SIGMA_FLOOR)[:, None, None] * (y - x) / (end - sigma)[:, None, None]


def student_of(teacher: Transformer) -> Transformer:
    """The same weights, and guidance as an input that does nothing yet."""
    student = Transformer(replace(teacher.shape, guidance=True))
    student.load_state_dict(teacher.state_dict(), strict=False)
    return student


def trainer(state: State, folder: Path, steps: int, device: torch.device) -> Trainer:
    """With the model's own number of steps: a student of the exported model. With fewer: one of the student with twice as many."""
    path = state.file(checkpoint(steps))
    if steps == export.STEPS:
        teacher = export.read_transformer(folder)
        if teacher.shape.guidance:
            raise SystemExit(f"{folder} is a student already: name the model that it was made from with --folder")
        first, objective, passes = student_of(teacher), Guiding(teacher.to(device)), GUIDED
    else:
        before = state.root / checkpoint(2 * steps)
        if not before.exists():
            raise SystemExit(f"{before} is missing: distil to {2 * steps} steps first")
        first = export.averaged(before)
        objective, passes = Halving(copy.deepcopy(first).to(device), steps), HALVED
    out = Trainer(path, first.shape, device, 1, objective, passes)
    if not path.exists():
        out.model.load_state_dict(first.state_dict())
        out.ema.load_state_dict(first.state_dict())
    return out


def _feed(source: Source):
    while True:
        parts = {"whole": source.whole(WITH_MERGED, WITH_BACKGROUND)}
        if source.plan.random() < SINGLES:
            parts["single"] = source.singles(1.)
        yield parts


def distill(state: State, folder: Path, steps: int, run: Run | None, device: str = "cpu") -> None:
    """`run`: a new one, or None where the interrupted one is to go on. `folder`: the exported model that is the first teacher."""
    torch.manual_seed(0)
    student = trainer(state, folder, steps, torch.device(device))
    step = student.counts.step
    torch.manual_seed(1000 * step + steps)
    source = Source(Composer(state, train_autoencoder.load(state), seed=17 * step + steps), random.Random(31 + step))
    train_steps(student, _feed(source), begin(student, run), Log(state.file("distill.jsonl"), student.counts))
