"""What training needs, packed small for a machine without network: vector sources, fonts, captions' texts and the codec's weights. Pictures,
encoded texts and latents are some hundred times larger and are made where they are used."""
from __future__ import annotations

import io
import json
import tarfile
from dataclasses import asdict
from pathlib import Path

import torch

from . import corpus, sources, train_autoencoder
from .captions import Caption
from .files import save_torch
from .settings import State
from .text import TextEncoder

LIMIT = 64 * 2 ** 20
CAPTIONS, CODEC = "captions.json", "autoencoder.pt"


def _add(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    tar.addfile(entry, io.BytesIO(data))


def pack(state: State, out: Path) -> None:
    part = out.with_name(out.name + ".tmp")
    with tarfile.open(part, "w:xz") as tar:
        for name in sources.CODEC_SETS:
            icons, width, height = sources.icons(state, name)
            used = {k: v for k, v in icons.items() if sources.usable(k)}
            _add(tar, f"node_modules/@iconify-json/{name}/icons.json",
                 json.dumps({"icons": used, "width": width, "height": height}, separators=(",", ":")).encode())
        for font in sources.fonts(state):
            _add(tar, str(font.relative_to(state.root)), font.read_bytes())
        captions = corpus.Captions(state).captions
        _add(tar, CAPTIONS, json.dumps([asdict(c) for c in captions], separators=(",", ":")).encode())
        weights = io.BytesIO()
        torch.save({"model": torch.load(train_autoencoder.checkpoint(state), map_location="cpu")["model"], "optimiser": None, "step": 0, "seconds": 0.,
                    "cpu": 0., "flops": 0.}, weights)
        _add(tar, CODEC, weights.getvalue())
    if part.stat().st_size > LIMIT:
        raise SystemExit(f"{part} takes {part.stat().st_size / 2 ** 20:.0f} MiB, more than 64")
    part.replace(out)
    print(f"{out}: {out.stat().st_size / 2 ** 20:.1f} MiB", flush=True)


def unpack(shards: Path, state: State, encoder: TextEncoder) -> None:
    """Into a state folder, from where `transformer` starts; what is there already stays."""
    with tarfile.open(shards, "r:xz") as tar:
        for entry in tar:
            data = tar.extractfile(entry).read()
            if entry.name == CAPTIONS:
                captions = [Caption.of(spec) for spec in json.loads(data)]
            elif entry.name == CODEC:
                if not train_autoencoder.checkpoint(state).exists():
                    save_torch(torch.load(io.BytesIO(data)), train_autoencoder.checkpoint(state))
            else:
                state.file(entry.name).write_bytes(data)
    if not state.file("sprites.npz").exists():
        sources.render_sprites(state)
    corpus.encode(state, encoder, captions)
