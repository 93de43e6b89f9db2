"""Reads and writes a PSD file of pixel layers with psd-tools. Argument: the file.

Says psd-tools' version, then does what each line of stdin asks for, from memory to memory, and answers with a line of
JSON: its milliseconds by the clock and of CPU. `read` decodes the pixels of every layer; `write` packs every layer,
renders the flattened picture and packs it; `pack` leaves the picture out.
"""

import io
import json
import sys
import time
from importlib.metadata import version

import psd_tools.composite  # else save() leaves the picture out, with a warning
from psd_tools import PSDImage

with open(sys.argv[1], "rb") as file:
    data = file.read()


def read():
    psd = PSDImage.open(io.BytesIO(data))
    return psd, [(layer, layer.topil()) for layer in psd.descendants() if not layer.is_group()]


document, layers = read()


def packed():
    psd = PSDImage.new("RGBA", document.size)
    for layer, pixels in layers:
        psd.create_pixel_layer(
            pixels, name=layer.name, top=layer.top, left=layer.left, opacity=layer.opacity, blend_mode=layer.blend_mode
        )
    return psd


def pack():
    packed()._record.write(io.BytesIO())


def write():
    packed().save(io.BytesIO())


print(version("psd-tools"), flush=True)
for line in sys.stdin:
    start, used = time.perf_counter(), time.process_time()
    {"read": read, "write": write, "pack": pack}[line.strip()]()
    took, cpu = time.perf_counter() - start, time.process_time() - used
    print(json.dumps({"ms": took * 1000, "cpu_ms": cpu * 1000}), flush=True)
