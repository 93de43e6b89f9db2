"""Makes canny.safetensors: pictures and what cv2.Canny finds in them.

usage: python make_canny.py FOLDER      (OpenCV 5.0.0, numpy)
"""

import sys
from pathlib import Path

import cv2
import numpy as np
from safetensors.numpy import save_file


def pictures():
    r = np.random.default_rng(5)
    noise = r.integers(0, 256, (37, 53, 3), dtype=np.uint8)
    yield "noise", noise
    yield "smooth", cv2.GaussianBlur(r.integers(0, 256, (64, 48, 3), dtype=np.uint8), (0, 0), 2.5)
    shapes = np.full((70, 90, 3), 255, np.uint8)
    cv2.circle(shapes, (30, 33), 20, (200, 40, 30), -1, cv2.LINE_AA)
    cv2.line(shapes, (2, 66), (88, 3), (10, 90, 210), 3, cv2.LINE_AA)
    cv2.rectangle(shapes, (55, 40), (89, 69), (120, 230, 90), -1)
    yield "shapes", shapes
    y, x = np.mgrid[0:40, 0:40]
    yield "gradient", np.stack([x * 6, y * 6, (x + y) * 3], -1).astype(np.uint8)
    yield "row", r.integers(0, 256, (1, 31, 3), dtype=np.uint8)
    yield "column", r.integers(0, 256, (29, 1, 3), dtype=np.uint8)
    yield "flat", np.full((8, 8, 3), 77, np.uint8)


if __name__ == "__main__":
    made = {}
    for name, rgb in pictures():
        made[f"{name}.rgb"] = rgb
        for low, high in ((100, 200), (30, 60), (200, 100), (0, 1020)):
            made[f"{name}.edges.{low}.{high}"] = cv2.Canny(rgb, low, high)
    save_file(made, Path(sys.argv[1]) / "canny.safetensors")
