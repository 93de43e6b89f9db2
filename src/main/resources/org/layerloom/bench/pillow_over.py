"""Lays RGBA layers over an empty page with Pillow. Reads from stdin one line of JSON (width, height, rounds, layers:
x, y, width, height), then the layers' pixels; writes one line of JSON with the best milliseconds, those of the CPU and
the release of Pillow, then the page's pixels."""

import json
import sys
import time

import PIL
from PIL import Image

stdin = sys.stdin.buffer
order = json.loads(stdin.readline())
layers = []
for layer in order["layers"]:
    size = (layer["width"], layer["height"])
    pixels = stdin.read(4 * size[0] * size[1])
    layers.append((Image.frombytes("RGBA", size, pixels), (layer["x"], layer["y"])))
best = float("inf")
cpu = 0
for _ in range(order["rounds"]):
    page = Image.new("RGBA", (order["width"], order["height"]))
    start, used = time.perf_counter(), time.process_time()
    for image, place in layers:
        page.alpha_composite(image, place)
    best = min(best, time.perf_counter() - start)
    cpu += (time.process_time() - used) / order["rounds"]
facts = {"bestMs": best * 1000, "cpuMs": cpu * 1000, "pillow": PIL.__version__}
sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n")
sys.stdout.buffer.write(page.tobytes())
