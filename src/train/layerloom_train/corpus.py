"""Encodes a few thousand captions once; training draws fresh layouts and pictures for them again and again."""
from __future__ import annotations

import json
import random
import time
from dataclasses import asdict, dataclass

import numpy as np

from .captions import Caption, random_caption, shape_prompts, text_prompts, thing_prompts
from .files import save_arrays
from .settings import TEXT_LIMIT, State
from .text import Encoded, TextEncoder
from .vocabulary import COLOURS, SHAPES, STYLES, TEXT_COLOURS, THINGS, WORDS

FILE, PROMPTS = "captions.npz", "prompts.npz"


def links(encoded: Encoded, spans: list[tuple[int, int]]) -> np.ndarray:
    """For each token 1 + the number of the phrase it lies in, 0 where it lies in none."""
    out = np.zeros(len(encoded.hidden), np.int8)
    for t, (start, end) in enumerate(encoded.offsets):
        for i, (a, b) in enumerate(spans):
            if start >= a and end <= b and end > start:
                out[t] = i + 1
    return out


def all_prompts() -> list[str]:
    """Every wording a single box may be asked for with."""
    found: set[str] = set()
    for style in STYLES:
        for name, (_, others) in THINGS.items():
            for n in (name, *others):
                found.update(thing_prompts(n, style))
    for name in SHAPES:
        for colour in COLOURS:
            found.update(shape_prompts(name, colour))
    for words in WORDS:
        for colour in TEXT_COLOURS:
            found.update(text_prompts(words, colour))
            found.update(text_prompts(words.title(), colour))
    return sorted(found)


def prepare(state: State, count: int, seed: int = 3) -> None:
    encoder = TextEncoder()
    rng, captions = random.Random(seed), []
    while len(captions) < count and not state.file(FILE).exists():
        caption = random_caption(rng)
        if len(encoder.tokenizer.encode(caption.text).ids) < TEXT_LIMIT + 2:   # nothing may be cut off
            captions.append(caption)
    encode(state, encoder, captions)


def encode(state: State, encoder: TextEncoder, captions: list[Caption]) -> None:
    """Single prompts and captions through the text encoder, each once; what is there already stays."""
    started = time.time()
    if not state.file(PROMPTS).exists():
        prompts = all_prompts()
        _save(state, PROMPTS, encoder.encode(prompts), [{"text": p} for p in prompts])
        print(f"{len(prompts)} single prompts in {time.time() - started:.0f} s", flush=True)
    if state.file(FILE).exists():
        return
    encoded = encoder.encode([c.text for c in captions])
    _save(state, FILE, encoded, [asdict(c) for c in captions], [links(e, c.spans) for e, c in zip(encoded, captions)])
    print(f"{len(captions)} captions in {time.time() - started:.0f} s", flush=True)


def _save(state: State, name: str, encoded: list[Encoded], specs: list[dict], link: list[np.ndarray] | None = None) -> None:
    lengths = np.array([len(e.hidden) for e in encoded])
    save_arrays(state.file(name), hidden=np.concatenate([e.hidden for e in encoded]).astype(np.float16),
                pooled=np.stack([e.pooled for e in encoded]).astype(np.float16), start=np.concatenate([[0], lengths.cumsum()]),
                links=np.concatenate(link) if link else np.zeros(0, np.int8), specs=np.array(json.dumps(specs)))


@dataclass
class Text:
    hidden: np.ndarray
    pooled: np.ndarray
    links: np.ndarray


class Captions:
    def __init__(self, state: State):
        with np.load(state.root / FILE) as data:
            self._hidden, self._pooled, self._start, self._links = data["hidden"], data["pooled"], data["start"], data["links"]
            specs = json.loads(str(data["specs"]))
        self.captions = [Caption.of(s) for s in specs]

    def __len__(self) -> int:
        return len(self.captions)

    def text(self, i: int) -> Text:
        a, b = self._start[i], self._start[i + 1]
        return Text(self._hidden[a:b].astype(np.float32), self._pooled[i].astype(np.float32), self._links[a:b])


class Prompts:
    def __init__(self, state: State):
        with np.load(state.root / PROMPTS) as data:
            self._hidden, self._pooled, self._start = data["hidden"], data["pooled"], data["start"]
            self._index = {s["text"]: i for i, s in enumerate(json.loads(str(data["specs"])))}

    def __getitem__(self, prompt: str) -> Text:
        i = self._index[prompt]
        a, b = self._start[i], self._start[i + 1]
        return Text(self._hidden[a:b].astype(np.float32), self._pooled[i].astype(np.float32), np.zeros(b - a, np.int8))
