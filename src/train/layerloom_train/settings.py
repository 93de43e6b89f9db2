"""Numbers and folders that every stage shares."""
from __future__ import annotations

import functools
import os
import time
from dataclasses import dataclass
from pathlib import Path

TOKEN_PX = 32          # canvas px a transformer token
LATENT_PX = 16         # canvas px a latent cell
LATENT_CHANNELS = 32
TOKEN_VALUES = LATENT_CHANNELS * (TOKEN_PX // LATENT_PX) ** 2
TEXT_WIDTH = 384       # MiniLM
TEXT_LIMIT = 48        # text tokens, without [CLS] and [SEP]
SPRITE_PX = 256        # longest side of a rendered sprite

REPOSITORY = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class State:
    """The folder of everything that is not committed: packages, renderings, latents, checkpoints, logs."""
    root: Path

    @staticmethod
    def of(option: str | None) -> "State":
        root = Path(option or os.environ.get("LAYERLOOM_TRAIN_STATE") or REPOSITORY / "train-state")
        root.mkdir(parents=True, exist_ok=True)
        return State(root.resolve())

    def file(self, name: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


@functools.cache
def fast_bfloat16(kind: str) -> bool:
    """Whether a device multiplies bf16 faster than fp32. On a CPU it is timed, since PyTorch's stand-in for missing instructions takes thirty to eighty
    times as long as fp32."""
    if kind != "cpu":
        return True
    import torch

    def seconds(dtype: torch.dtype) -> float:
        a, b = torch.ones(256, 192, dtype=dtype), torch.ones(192, 768, dtype=dtype)
        a @ b
        best = float("inf")
        for _ in range(3):   # the best of three: others use the machine too
            started = time.perf_counter()
            a @ b
            best = min(best, time.perf_counter() - started)
        return best
    return seconds(torch.bfloat16) < seconds(torch.float32)
