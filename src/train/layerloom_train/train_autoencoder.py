"""Fits the linear encoder by PCA and trains the decoder on crops of icons, text, shapes and backgrounds."""
from __future__ import annotations

import random
import time
import zlib
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from . import draw
from .autoencoder import Autoencoder, on_colour, planes
from .files import append_line, save_arrays, save_torch
from .settings import LATENT_CHANNELS, State, fast_bfloat16
from .sources import fonts, load_sprites
from .vocabulary import BACKGROUNDS, COLOURS, SHAPES, THINGS, WORDS

TILE, CROP, BATCH = 128, 64, 16
DC_LIMIT = 1.5


def _held_out(name: str) -> bool:
    """One icon in 25 is kept from training, in every set at once; never one of the generator's own things."""
    icon = name.split("|")[1]
    return zlib.crc32(icon.encode()) % 25 == 0 and icon not in {i for i, _ in THINGS.values()}


def drawn_tiles(state: State, seed: int = 5) -> np.ndarray:
    """Tiles of what a design holds besides icons: things at several sizes, text, shapes, patterns."""
    rng, tiles = random.Random(seed), []
    faces = [str(f) for f in fonts(state)]

    def cut(image: np.ndarray) -> None:
        h, w = image.shape[:2]
        y, x = rng.randint(0, max(0, (h - TILE) // 32)) * 32, rng.randint(0, max(0, (w - TILE) // 32)) * 32
        piece = image[y:y + TILE, x:x + TILE]
        tile = np.zeros((TILE, TILE, 4), np.uint8)
        tile[:piece.shape[0], :piece.shape[1]] = piece
        tiles.append(tile)

    def opaque(rgb: np.ndarray) -> np.ndarray:
        return np.dstack([rgb, np.full(rgb.shape[:2] + (1,), 255, np.uint8)])
    for sprite in load_sprites(state).values():
        cut(draw.fit_sprite(sprite, 256, 256, rng))
        cut(draw.fit_sprite(sprite, 192, 192, rng))
        small = [draw.fit_sprite(sprite, 64, 64, rng) for _ in range(4)]
        tiles.append(np.vstack([np.hstack(small[:2]), np.hstack(small[2:])]))
    for _ in range(600):
        w = rng.choice((128, 192, 256, 384))
        cut(draw.text(rng.choice(WORDS), rng.choice(list(COLOURS)), rng.choice(faces), w, rng.choice((64, 64, 96, 128)), rng))
    for _ in range(300):
        cut(draw.shape(rng.choice(SHAPES), rng.choice(list(COLOURS)), rng.choice((96, 128, 192)), rng.choice((96, 128, 192)), rng))
    sprites = list(load_sprites(state).values())
    for i in range(700):
        side = rng.choice((256, 256, 384, 512))
        page = draw.background(rng.choice(BACKGROUNDS), *rng.sample(list(COLOURS), 2), side, side, rng).astype(np.float32)
        if i % 2:
            for _ in range(4):
                s = rng.choice((64, 96, 128))
                layer = draw.fit_sprite(rng.choice(sprites), s, s, rng).astype(np.float32)
                y, x = rng.randrange(side - s), rng.randrange(side - s)
                a = layer[..., 3:] / 255
                page[y:y + s, x:x + s] = page[y:y + s, x:x + s] * (1 - a) + layer[..., :3] * a
        cut(opaque(page.astype(np.uint8)))
    return np.stack(tiles)


def pools(state: State) -> tuple[np.ndarray, np.ndarray]:
    """(training tiles, held-out tiles)"""
    extra = state.file("codec_tiles.npz")
    if not extra.exists():
        save_arrays(extra, images=drawn_tiles(state))
    with np.load(state.root / "codec_pool.npz") as data:
        images, names = data["images"], data["names"]
    held = np.array([_held_out(n) for n in names])
    with np.load(extra) as data:
        drawn = data["images"]
    return np.concatenate([images[~held], drawn, drawn[len(drawn) // 2:]]), images[held]


def tensor(images: np.ndarray) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(images)).permute(0, 3, 1, 2).float() / 255


def fit_pca(model: Autoencoder, tiles: np.ndarray) -> list[float]:
    def patches() -> "list[Tensor]":
        for start in range(0, len(tiles), 256):
            y = planes(tensor(tiles[start:start + 256]))
            yield F.unfold(y, 16, stride=16).transpose(1, 2).reshape(-1, 1024)
    total, mean = 0, torch.zeros(1024)
    for p in patches():
        mean += p.sum(0)
        total += len(p)
    mean /= total
    covariance = torch.zeros(1024, 1024)
    for p in patches():
        p = p - mean
        covariance += p.T @ p
    values, vectors = torch.linalg.eigh(covariance / total)
    basis = vectors[:, -LATENT_CHANNELS:].flip(1).contiguous()
    sd = values[-LATENT_CHANNELS:].flip(0).clamp_min(1e-8).sqrt()
    spread = sd.sqrt()
    spread = spread / spread.pow(2).mean().sqrt()
    spread = spread.clamp_max(DC_LIMIT)   # the colour channels must not rule the generator's loss
    model.set_pca(mean, basis, sd / spread)
    return [round(v, 3) for v in spread.tolist()]


def _edges(x: Tensor) -> tuple[Tensor, Tensor]:
    return x[..., 1:, :] - x[..., :-1, :], x[..., :, 1:] - x[..., :, :-1]


def loss(y: Tensor, truth: Tensor) -> Tensor:
    """L1 + MSE + gradients on two random backgrounds, and on alpha."""
    out = F.l1_loss(y[:, 3:], truth[:, 3:]) + 4 * F.mse_loss(y[:, 3:], truth[:, 3:])
    colour = torch.rand(len(y), 3, 1, 1)
    for c in (colour, 1 - colour):
        a, b = on_colour(y, c), on_colour(truth, c)
        out = out + .5 * F.l1_loss(a, b) + 3 * F.mse_loss(a, b)
        for p, q in zip(_edges(a), _edges(b)):
            out = out + .25 * F.l1_loss(p, q)
    return out


@torch.no_grad()
def measure(model: Autoencoder, tiles: np.ndarray, noise: float = 0.) -> dict[str, float]:
    """PSNR of a layer on white and black, alpha overlap: over whole tiles, mean of the images."""
    ys, xs = [], []
    for start in range(0, len(tiles), 25):
        x = tensor(tiles[start:start + 25])
        z = model.encode(x)
        ys.append(model.decode(z + noise * torch.randn_like(z)).clamp(0, 1))
        xs.append(planes(x) * .5 + .5)
    y, x = torch.cat(ys), torch.cat(xs)

    def psnr(colour: float) -> float:
        e = ((on_colour(y, colour).clamp(0, 1) - on_colour(x, colour)) ** 2).mean((1, 2, 3))
        return float((-10 * torch.log10(e + 1e-6)).mean())
    a, b = y[:, 3].flatten(1) > .5, x[:, 3].flatten(1) > .5
    return {"white": round(psnr(1.), 2), "black": round(psnr(0.), 2),
            "alpha_iou": round(float(((a & b).sum(1) / (a | b).sum(1).clamp_min(1)).mean()), 4)}


def decoder_flops_per_pixel(model: Autoencoder) -> float:
    """Counted, not guessed: two operations for each weight at each place it is used."""
    total = 0

    def count(module: torch.nn.Conv2d, _: object, out: Tensor) -> None:
        nonlocal total
        total += 2 * out.numel() * module.in_channels * module.kernel_size[0] ** 2
    hooks = [m.register_forward_hook(count) for m in model.modules() if isinstance(m, torch.nn.Conv2d)]
    with torch.no_grad():
        model.decode(torch.zeros(1, LATENT_CHANNELS, 4, 4))
    for hook in hooks:
        hook.remove()
    return total / (64 * 64)


def checkpoint(state: State) -> Path:
    return state.file("autoencoder.pt")


def load(state: State) -> Autoencoder:
    model = Autoencoder()
    model.load_state_dict(torch.load(checkpoint(state))["model"])
    return model.eval()


def train(state: State, minutes: float) -> None:
    torch.manual_seed(0)
    model, path, log = Autoencoder(), checkpoint(state), state.file("autoencoder.jsonl")
    tiles, held = pools(state)
    step, seconds, cpu, flops = 0, 0., 0., 0.
    saved = torch.load(path) if path.exists() else None
    if saved:
        model.load_state_dict(saved["model"])
        step, seconds, cpu, flops = (saved[k] for k in ("step", "seconds", "cpu", "flops"))
    else:
        append_line(log, {"latent_spread": fit_pca(model, tiles), "linear_only": measure(model, held[:100])})
        save_torch({"model": model.state_dict(), "step": 0, "seconds": 0., "cpu": 0., "flops": 0., "optimiser": None}, path)
    model.encoder.requires_grad_(False)
    model.to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(model.decoder.parameters(), lr=1.5e-3, betas=(.9, .98), weight_decay=0.)
    if saved and saved["optimiser"]:
        optimiser.load_state_dict(saved["optimiser"])
    per_step = 3 * decoder_flops_per_pixel(model) * BATCH * CROP * CROP
    rng = np.random.default_rng(step + 1)
    started, cpu_started, last_save = time.time() - seconds, time.process_time() - cpu, time.time()
    while (gone := time.time() - started) < minutes * 60:
        share = gone / (minutes * 60)
        for group in optimiser.param_groups:
            group["lr"] = 1.5e-3 * min(1, (step + 1) / 50) * (max(.02, (1 - share) / .5) if share > .5 else 1)
        picks = rng.integers(0, len(tiles), BATCH)
        grid = step % 2 == 0   # half the crops sit on the token grid, as in use; the others teach every phase
        places = rng.integers(0, (TILE - CROP) // 16 + 1, (BATCH, 2)) * 16 if grid else rng.integers(0, TILE - CROP + 1, (BATCH, 2))
        x = tensor(np.stack([tiles[i][y:y + CROP, q:q + CROP] for i, (y, q) in zip(picks, places)]))
        if rng.random() < .5:
            x = x.flip(3)
        with torch.no_grad():
            z = model.encode(x)
            z = z + torch.rand(BATCH, 1, 1, 1) * .15 * torch.randn_like(z)   # the generator's latents are not exact either
        with torch.autocast("cpu", torch.bfloat16, enabled=fast_bfloat16("cpu")):
            y = model.decoder(z.contiguous(memory_format=torch.channels_last))
        value = loss(y.float() * .5 + .5, planes(x) * .5 + .5)
        optimiser.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(model.decoder.parameters(), 1.)
        optimiser.step()
        step += 1
        flops += per_step
        last = time.time() - started >= minutes * 60
        if step % 500 == 0 or last:
            append_line(log, {"step": step, "loss": round(float(value), 4), **measure(model, held[:100]),
                              "tflop": round(flops / 1e12, 2), "seconds": round(time.time() - started),
                              "cpu": round(time.process_time() - cpu_started)})
        if time.time() - last_save > 60 or last:
            last_save = time.time()
            save_torch({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "flops": flops,
                        "seconds": time.time() - started, "cpu": time.process_time() - cpu_started}, path)
    append_line(log, {"held_out": len(held), "final": measure(model, held), "with_noise_.2": measure(model, held, .2)})
