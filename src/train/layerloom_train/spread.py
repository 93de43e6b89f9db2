"""How sure a measured figure is."""
from __future__ import annotations

import math

import numpy as np


def share(right: int, of: int) -> dict:
    """A share with Wilson's interval at 95 %."""
    if not of:
        return {"value": None, "of": 0}
    z, p = 1.96, right / of
    middle, half = (p + z * z / (2 * of)) / (1 + z * z / of), z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return {"value": round(p, 4), "of": of, "low": round(max(0., middle - half), 4), "high": round(min(1., middle + half), 4)}


def typical(values: list[float], statistic=np.mean, draws: int = 1000) -> dict:
    """A mean or median with its bootstrap interval at 95 %."""
    if not values:
        return {"value": None, "of": 0}
    data, rng = np.asarray(values, np.float64), np.random.default_rng(1)
    again = statistic(data[rng.integers(0, len(data), (draws, len(data)))], axis=1)
    low, high = np.quantile(again, (.025, .975))
    return {"value": round(float(statistic(data)), 4), "of": len(data), "low": round(float(low), 4), "high": round(float(high), 4)}
