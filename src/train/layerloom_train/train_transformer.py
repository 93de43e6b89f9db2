"""Trains the generator: single layers first, then designs as well; resumes from its last checkpoint.

Each process uses one thread and the processes average their weights every few steps: on a machine that others use too,
threads that meet at every matrix product lose most of their time waiting.
"""
from __future__ import annotations

import copy
import functools
import os
import random
import time

import numpy as np
import torch
import torch.distributed as dist
import torch.multiprocessing as mp

from . import train_autoencoder
from .compose import BANK, SHAPE_SIZES, SINGLE_SIZES, TEXT_SIZES, Composer
from .files import append_line, save_torch
from .sequences import collate, training_row
from .settings import State
from .transformer import Shape, Transformer, flops

CHECKPOINT, LOG = "transformer.pt", "transformer.jsonl"
RATE, WARMUP, COOLDOWN, EMA, CLIP = 1.5e-3, 100, .3, .999, .3
SINGLES_FIRST = .2          # share of the time before designs join in
DESIGNS_ALWAYS = .4         # until then every second step, singles being seven times cheaper a view
SINGLE_TOKENS, DESIGN_TOKENS = 560, 750   # a process and step
TOGETHER = 6                 # steps between two meetings of the processes
CANVASES = (((8, 8), .62), ((8, 6), .08), ((6, 8), .08), ((8, 5), .05), ((5, 8), .04), ((8, 4), .03), ((10, 8), .02), ((8, 10), .02),
            ((12, 12), .06))


def noise_levels(count: int) -> torch.Tensor:
    u = torch.sigmoid(torch.randn(count) + .2)
    t = 2.5 * u / (1 + 1.5 * u)
    return torch.where(torch.rand(count) < .1, torch.rand(count), t)


@functools.cache
def fast_bfloat16() -> bool:
    """Whether this CPU multiplies bf16 by itself; where it does not, PyTorch's stand-in takes thirty times as long as fp32."""
    return torch.cpu._is_avx512_bf16_supported()


def step_loss(model: torch.nn.Module, batch, denominator: float) -> torch.Tensor:
    sigma = noise_levels(len(batch.tokens))
    s = sigma[:, None, None]
    given = batch.known[..., None]
    x = ((1 - s) * batch.tokens + s * torch.randn_like(batch.tokens)) * (1 - given) + batch.tokens * given
    with torch.autocast("cpu", torch.bfloat16, enabled=fast_bfloat16()):
        x0 = model(x, sigma, batch)
    error = ((x0.float() - batch.tokens) / s.clamp_min(CLIP)).square().mean(-1)
    return (error * batch.weight).sum() / denominator


class Source:
    """Batches for one process. `plan` is seeded alike in all processes, so that their steps cost the same."""

    def __init__(self, composer: Composer, plan: random.Random):
        self.composer, self.plan = composer, plan

    def singles(self):
        plan = self.plan
        kind = plan.choices(("thing", "text", "shape"), (.78, .13, .09))[0]
        if kind == "thing":
            size = plan.choices(list(SINGLE_SIZES), list(SINGLE_SIZES.values()))[0]
        else:
            size = plan.choice(TEXT_SIZES if kind == "text" else SHAPE_SIZES)
        count = max(6, min(90, SINGLE_TOKENS // (size[0] * size[1] + 5)))
        if kind != "thing":
            count = max(6, count // 2)
        c = self.composer
        return [collate([training_row(c.single(kind, size), c.prompts, c.rng, .3, .5, 0.) for _ in range(count)])]

    def designs(self):
        plan, c = self.plan, self.composer
        width, height = plan.choices([s for s, _ in CANVASES], [p for _, p in CANVASES])[0]
        cells = width * height
        chance = plan.random()
        merged, background, regions = chance < .2, chance < .45 or chance > .72, chance < .72
        count = max(2, min(18, int(DESIGN_TOKENS / (cells * (.6 * regions + background + merged) + 22))))
        rows = [training_row(c.design(width, height, background, merged, regions=regions), c.prompts, c.rng, .04, .2, .15) for _ in range(count)]
        rows.sort(key=lambda r: len(r.tokens))
        if count >= 8:
            return [collate(rows[:count // 2]), collate(rows[count // 2:])]
        return [collate(rows)]


def average_parameters(model: torch.nn.Module, world: int) -> None:
    """Local steps, common weights every few of them: twice as many steps for the same work as averaging gradients."""
    if world == 1:
        return
    parameters = [p.data for p in model.parameters()]
    flat = torch.cat([p.reshape(-1) for p in parameters])
    dist.all_reduce(flat)
    flat /= world
    at = 0
    for p in parameters:
        p.copy_(flat[at:at + p.numel()].view_as(p))
        at += p.numel()


def _process(rank: int, world: int, root: str, minutes: float, shape: Shape, port: int, peak: float) -> None:
    torch.set_num_threads(1)
    if world > 1:
        os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(port))
        dist.init_process_group("gloo", rank=rank, world_size=world)
    state = State.of(root)
    torch.manual_seed(0)
    path, log = state.file(CHECKPOINT), state.file(LOG)
    saved = torch.load(path, weights_only=False) if path.exists() else None
    if saved:
        shape = Shape.from_json(saved["shape"])
    model = Transformer(shape)
    decayed = [p for p in model.parameters() if p.ndim == 2]
    plain = [p for p in model.parameters() if p.ndim != 2]
    optimiser = torch.optim.AdamW([{"params": decayed, "weight_decay": .01}, {"params": plain, "weight_decay": 0.}], lr=peak, betas=(.9, .95))
    step, seconds, cpu, spent, views = 0, 0., 0., 0., 0
    if saved:
        model.load_state_dict(saved["model"])
        if saved["optimiser"]:
            optimiser.load_state_dict(saved["optimiser"])
        step, seconds, cpu, spent, views = (saved[k] for k in ("step", "seconds", "cpu", "flops", "views"))
    ema = copy.deepcopy(model).requires_grad_(False)
    if saved:
        ema.load_state_dict(saved["ema"])
    torch.manual_seed(1000 * step + rank)
    plan = random.Random(77 + step)
    source = Source(Composer(state, train_autoencoder.load(state), seed=13 * step + rank + 1), plan)
    clock, cpu_clock = time.time() - seconds, time.process_time() - cpu
    last_log = last_save = time.time()
    sums: dict[str, list[float]] = {"single": [], "design": []}
    started, first_step, phase = time.time(), step, 0.
    step -= step % TOGETHER
    if rank == 0:
        print(f"{sum(p.numel() for p in model.parameters()) / 1e6:.2f} M parameters, from step {step}", flush=True)
    while True:
        gone = time.time() - clock
        if step % TOGETHER == 0:
            decision = torch.tensor([gone], dtype=torch.float64)   # process 0's clock decides for all
            if world > 1:
                dist.broadcast(decision, 0)
            if float(decision[0]) >= minutes * 60:
                break
            phase = float(decision[0]) / (minutes * 60)
        share = min(1, gone / (minutes * 60))
        rate = peak * min(1, (step + 1) / WARMUP) * (1 if share < 1 - COOLDOWN else max(.03, (1 - share) / COOLDOWN))
        for group in optimiser.param_groups:
            group["lr"] = rate
        both = phase >= DESIGNS_ALWAYS or phase >= SINGLES_FIRST and step % 2 == 0
        parts = [("single", source.singles(), .5 if both else 1.)]
        if both:
            parts.append(("design", source.designs(), .5))
        optimiser.zero_grad(set_to_none=True)
        for name, batches, part in parts:
            total, value = sum(float(b.weight.sum()) for b in batches), 0.
            for batch in batches:
                loss = step_loss(model, batch, max(total, 1e-6))
                (loss * part).backward()
                value += float(loss.detach())
                spent += world * 3 * flops(shape, len(batch.tokens), batch.text.shape[1] + batch.tokens.shape[1])
                views += world * len(batch.tokens)
            sums[name].append(value)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.)
        optimiser.step()
        step += 1
        if step % TOGETHER == 0:
            average_parameters(model, world)
        decay = min(EMA, (1 + step) / (10 + step))
        with torch.no_grad():
            torch._foreach_lerp_(list(ema.parameters()), list(model.parameters()), 1 - decay)
        if rank == 0 and time.time() - last_log > 30:
            last_log = time.time()
            append_line(log, {"step": step, "minutes": round((time.time() - clock) / 60, 2), "rate": round(rate, 6),
                              **{k: round(float(np.mean(v)), 4) for k, v in sums.items() if v}, "tflop": round(spent / 1e12, 2),
                              "sequences": views, "cpu_minutes": round((time.process_time() - cpu_clock) * world / 60, 2)})
            sums = {"single": [], "design": []}
        if rank == 0 and time.time() - last_save > 150:
            last_save = time.time()
            _save(path, model, ema, optimiser, shape, step, time.time() - clock, time.process_time() - cpu_clock, spent, views)
    if rank == 0:
        _save(path, model, ema, optimiser, shape, step, time.time() - clock, time.process_time() - cpu_clock, spent, views)
        print(f"done: {step} steps, {(step - first_step) / max(1, time.time() - started):.2f} a second", flush=True)
    if world > 1:
        dist.destroy_process_group()


def _save(path, model, ema, optimiser, shape, step, seconds, cpu, spent, views) -> None:
    save_torch({"model": model.state_dict(), "ema": ema.state_dict(), "optimiser": optimiser.state_dict(), "shape": shape.as_json(),
                "step": step, "seconds": seconds, "cpu": cpu, "flops": spent, "views": views}, path)


def train(state: State, minutes: float, processes: int = 2, shape: Shape = Shape(heads=3, blocks=9), peak: float = RATE) -> None:
    if not state.file(BANK).exists():
        torch.set_num_threads(1)
        Composer(state, train_autoencoder.load(state), 0).bake()
    port = random.SystemRandom().randint(20000, 60000)
    if processes == 1:
        _process(0, 1, str(state.root), minutes, shape, port, peak)
    else:
        mp.spawn(_process, (processes, str(state.root), minutes, shape, port, peak), nprocs=processes)
