"""Trains the generator: single layers first, then designs as well; goes on from its last checkpoint.

On CPUs each process uses one thread and the processes average their weights every few steps: on a machine that others use too,
threads that meet at every matrix product lose most of their time waiting. On a GPU one process trains in bf16 and workers compose its batches.
"""
from __future__ import annotations

import copy
import os
import random
import signal
import time
from dataclasses import asdict, dataclass, replace
from typing import Callable, Iterable

import numpy as np
import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from . import train_autoencoder
from .compose import BANK, Composer
from .files import append_line, save_torch
from .mixture import Source
from .settings import State, fast_bfloat16
from .transformer import Batch, Shape, Transformer, flops

CHECKPOINT, LOG = "transformer.pt", "transformer.jsonl"
RATE, WARMUP, COOLDOWN, EMA, CLIP = 1.5e-3, 100, .3, .999, .3
TOGETHER = 6                 # steps between two meetings of the processes
SAVE_SECONDS, LOG_SECONDS = 150, 30


@dataclass(frozen=True)
class Run:
    """One stretch of training: the learning rate rises at its begin and falls over its last 30 %. It ends with its minutes or its TFLOP, whichever
    come first; an interrupted one goes on where it was."""
    minutes: float
    tflop: float = float("inf")
    rate: float = RATE
    seconds_before: float = 0.
    flops_before: float = 0.
    step_before: int = 0

    def progress(self, seconds: float, spent: float) -> float:
        return max((seconds - self.seconds_before) / (60 * self.minutes), (spent - self.flops_before) / (self.tflop * 1e12))

    def rate_at(self, progress: float, step: int) -> float:
        rise = min(1., (step - self.step_before + 1) / WARMUP)
        return self.rate * rise * (1. if progress < 1 - COOLDOWN else max(.03, (1 - progress) / COOLDOWN))


@dataclass
class Counts:
    """What has been spent, over all runs."""
    step: int = 0
    seconds: float = 0.
    cpu: float = 0.
    flops: float = 0.
    views: int = 0
    tokens: int = 0


def noise_levels(count: int, device: torch.device) -> torch.Tensor:
    u = torch.sigmoid(torch.randn(count, device=device) + .2)
    t = 2.5 * u / (1 + 1.5 * u)
    return torch.where(torch.rand(count, device=device) < .1, torch.rand(count, device=device), t)


def step_loss(model: torch.nn.Module, batch: Batch, denominator: float) -> torch.Tensor:
    device = batch.tokens.device
    sigma = noise_levels(len(batch.tokens), device)
    s = sigma[:, None, None]
    given = batch.known[..., None]
    x = ((1 - s) * batch.tokens + s * torch.randn_like(batch.tokens)) * (1 - given) + batch.tokens * given
    with torch.autocast(device.type, torch.bfloat16, enabled=fast_bfloat16(device.type)):
        x0 = model(x, sigma, batch)
    error = ((x0.float() - batch.tokens) / s.clamp_min(CLIP)).square().mean(-1)
    return (error * batch.weight).sum() / denominator


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


class Feed(IterableDataset):
    """The steps' batches, composed by workers of their own where there are any."""

    def __init__(self, root: str, seed: int, plan: int, scale: float, first_run: bool, progress):
        self.root, self.seed, self.plan, self.scale, self.first_run, self.progress = root, seed, plan, scale, first_run, progress

    def __iter__(self):
        torch.set_num_threads(1)
        worker = get_worker_info()
        number = worker.id if worker else 0
        state = State.of(self.root)
        composer = Composer(state, train_autoencoder.load(state), seed=self.seed + 1000 * number)
        source = Source(composer, random.Random(self.plan + 1000 * number), self.scale)
        while True:
            yield source.step(self.progress.value, self.first_run)


class Trainer:
    """The weights, their average, the optimiser and the counts of one process."""

    def __init__(self, path, shape: Shape, device: torch.device, world: int, objective: Callable = step_loss, passes: int = 3):
        """`objective`: as step_loss; `passes`: what it costs with its gradient, in forward passes."""
        self.path, self.device, self.world, self.objective, self.passes = path, device, world, objective, passes
        saved = torch.load(path, weights_only=False, map_location="cpu") if path.exists() else None
        self.shape = Shape.from_json(saved["shape"]) if saved else shape
        self.model = Transformer(self.shape).to(device)
        decayed = [p for p in self.model.parameters() if p.ndim == 2]
        plain = [p for p in self.model.parameters() if p.ndim != 2]
        self.optimiser = torch.optim.AdamW([{"params": decayed, "weight_decay": .01}, {"params": plain, "weight_decay": 0.}], betas=(.9, .95))
        self.counts, self.run = Counts(), None
        if saved:
            self.model.load_state_dict(saved["model"])
            if saved["optimiser"]:
                self.optimiser.load_state_dict(saved["optimiser"])
            self.counts = Counts(**{k: saved[k] for k in asdict(self.counts) if k in saved})
            self.run = Run(**saved["run"]) if saved.get("run") else None
        self.ema = copy.deepcopy(self.model).requires_grad_(False)
        if saved:
            self.ema.load_state_dict(saved["ema"])

    def step(self, parts: dict[str, list[Batch]], rate: float) -> dict[str, float]:
        """One step over all parts, each counting alike; the loss of each."""
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        self.optimiser.zero_grad(set_to_none=True)
        losses = {}
        for name, batches in parts.items():
            total, value = sum(float(b.weight.sum()) for b in batches), torch.zeros((), device=self.device)
            for batch in batches:
                loss = self.objective(self.model, batch.map(lambda t: t.to(self.device, non_blocking=True)), max(total, 1e-6))
                (loss / len(parts)).backward()
                value += loss.detach()
                length = batch.text.shape[1] + batch.tokens.shape[1]
                self.counts.flops += self.world * self.passes * flops(self.shape, len(batch.tokens), length)
                self.counts.views += self.world * len(batch.tokens)
                self.counts.tokens += self.world * len(batch.tokens) * length
            losses[name] = value
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.)
        self.optimiser.step()
        self.counts.step += 1
        if self.counts.step % TOGETHER == 0:
            average_parameters(self.model, self.world)
        decay = min(EMA, (1 + self.counts.step) / (10 + self.counts.step))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.ema.parameters()), list(self.model.parameters()), 1 - decay)
        return losses

    def save(self) -> None:
        save_torch({"model": self.model.state_dict(), "ema": self.ema.state_dict(), "optimiser": self.optimiser.state_dict(),
                    "shape": self.shape.as_json(), "run": asdict(self.run), **asdict(self.counts)}, self.path)


class Log:
    """A line each half minute: losses since the last line, what was spent, and how fast."""

    def __init__(self, path, counts: Counts):
        self.path, self.counts, self.sums, self.last, self.before = path, counts, {}, time.time(), replace(counts)

    def add(self, losses: dict[str, torch.Tensor], rate: float) -> None:
        for name, value in losses.items():
            self.sums.setdefault(name, []).append(value)
        gone = time.time() - self.last
        if gone < LOG_SECONDS:
            return
        c = self.counts
        append_line(self.path, {"step": c.step, "minutes": round(c.seconds / 60, 2), "rate": round(rate, 6),
                                **{k: round(float(np.mean([float(x) for x in v])), 4) for k, v in self.sums.items()},
                                "tflop": round(c.flops / 1e12, 2), "sequences": c.views, "cpu_minutes": round(c.cpu / 60, 2),
                                "tokens_a_second": round((c.tokens - self.before.tokens) / gone),
                                "tflop_a_second": round((c.flops - self.before.flops) / gone / 1e12, 4)})
        self.sums, self.last, self.before = {}, time.time(), replace(c)


def _interrupt(_signal, _frame) -> None:
    raise KeyboardInterrupt


def begin(trainer: Trainer, wanted: Run | None):
    """Takes up the run that is wanted or was interrupted; its progress, for whoever composes the batches."""
    c = trainer.counts
    if wanted:
        trainer.run = replace(wanted, seconds_before=c.seconds, flops_before=c.flops, step_before=c.step)
    if trainer.run is None:
        raise SystemExit("no run was interrupted: say how long a new one is to be with --minutes or --tflop")
    return mp.Value("d", trainer.run.progress(c.seconds, c.flops))


def steps(trainer: Trainer, feed: Iterable[dict[str, list[Batch]]], progress, log: Log, rank: int = 0) -> None:
    """Trains until the run ends or is interrupted, which saves as well."""
    c, run, world, first_step = trainer.counts, trainer.run, trainer.world, trainer.counts.step
    began = last_save = time.time()
    clock, cpu_clock = began - c.seconds, time.process_time() - c.cpu / world
    signal.signal(signal.SIGTERM, _interrupt)   # saves before it goes
    if rank == 0:
        print(f"{sum(p.numel() for p in trainer.model.parameters()) / 1e6:.2f} M parameters, from step {c.step}, on {trainer.device}", flush=True)
    try:
        for parts in feed:
            c.seconds, c.cpu = time.time() - clock, (time.process_time() - cpu_clock) * world
            progress.value = run.progress(c.seconds, c.flops)
            if world > 1 and c.step % TOGETHER == 0:   # process 0's clock decides for all
                decision = torch.tensor([progress.value], dtype=torch.float64)
                dist.broadcast(decision, 0)
                progress.value = float(decision[0])
            if progress.value >= 1 and (world == 1 or c.step % TOGETHER == 0):
                break
            rate = run.rate_at(min(1., progress.value), c.step)
            losses = trainer.step(parts, rate)
            if rank == 0:
                log.add(losses, rate)
                if time.time() - last_save > SAVE_SECONDS:
                    trainer.save()
                    last_save = time.time()
    except KeyboardInterrupt:
        print("interrupted", flush=True)
    if rank == 0:
        trainer.save()
        print(f"{c.step} steps, {(c.step - first_step) / max(1e-3, time.time() - began):.2f} a second", flush=True)


def _process(rank: int, world: int, root: str, wanted: Run | None, shape: Shape, port: int, device: str, workers: int, scale: float) -> None:
    torch.set_num_threads(1)
    if world > 1:
        os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(port))
        dist.init_process_group("gloo", rank=rank, world_size=world)
    state = State.of(root)
    torch.manual_seed(0)
    trainer = Trainer(state.file(CHECKPOINT), shape, torch.device(device), world)
    c = trainer.counts
    progress = begin(trainer, wanted)
    torch.manual_seed(1000 * c.step + rank)
    feed = DataLoader(Feed(root, 13 * c.step + rank + 1, 77 + c.step, scale, trainer.run.step_before == 0, progress), batch_size=None,
                      num_workers=workers, prefetch_factor=4 if workers else None)
    steps(trainer, feed, progress, Log(state.file(LOG), c), rank)
    if world > 1:
        dist.destroy_process_group()


def train(state: State, run: Run | None, processes: int = 1, shape: Shape = Shape(heads=3, blocks=9), device: str = "cpu", workers: int = 0,
          scale: float = 1.) -> None:
    """`run`: a new one, or None where the interrupted one is to go on."""
    if not workers and not state.file(BANK).exists():
        torch.set_num_threads(1)
        Composer(state, train_autoencoder.load(state), 0).bake()
    port = random.SystemRandom().randint(20000, 60000)
    arguments = (str(state.root), run, shape, port, device, workers, scale)
    if processes == 1:
        _process(0, 1, *arguments)
    else:
        mp.spawn(_process, (processes, *arguments), nprocs=processes)
