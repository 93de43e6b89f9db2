"""Writing that never leaves half a file behind: a stage may be stopped at any moment."""
from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import torch


def _swap(path: Path, suffix: str = ".tmp") -> Path:
    return path.with_name(path.name + suffix)


def save_torch(value: Any, path: Path) -> None:
    part = _swap(path)
    torch.save(value, part)
    os.replace(part, path)


def save_json(value: Any, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)   # hours of measuring must not end at a missing folder
    part = _swap(path)
    part.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    os.replace(part, path)


def save_arrays(path: Path, **arrays: np.ndarray) -> None:
    part = _swap(path, ".tmp.npz")
    np.savez(part, **arrays)
    os.replace(part, path)


def append_line(path: Path, value: dict[str, Any]) -> None:
    """One JSON object a line: the log that the model card's figures are read from."""
    with path.open("a", encoding="utf-8") as out:
        out.write(json.dumps(value) + "\n")
