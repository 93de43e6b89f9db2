"""Writes PSD and PSB files with psd-tools. Argument: an output folder. Each file has its flattened picture by psd-tools."""

import sys
from pathlib import Path

import numpy as np
import psd_tools.composite  # else save() leaves the flattened picture out
from PIL import Image
from psd_tools import PSDImage
from psd_tools.constants import BlendMode, Compression, Tag
from psd_tools.psd.layer_and_mask import MaskParameters

WIDTH, HEIGHT = 64, 48
random = np.random.default_rng(5)


def picture(width, height, opaque=False):
    pixels = random.integers(0, 256, (height, width, 4), np.uint8)
    if opaque:
        pixels[..., 3] = 255
    return Image.fromarray(pixels)


def page(mode="RGBA"):
    psd = PSDImage.new(mode, (WIDTH, HEIGHT))
    psd.create_pixel_layer(picture(WIDTH, HEIGHT, opaque=True), name="floor", top=0, left=0)
    return psd


def add(parent, name, top=6, left=8, width=30, height=22, **more):
    return parent.create_pixel_layer(picture(width, height), name=name, top=top, left=left, **more)


def layers():
    psd = page()
    named = add(psd, "Drachen")
    named.tagged_blocks.set_data(Tag.UNICODE_LAYER_NAME, "Drachen \u7d05 \U0001fa81")
    add(psd, "hidden").visible = False
    add(psd, "half").opacity = 128
    add(psd, "off the canvas", top=-10, left=50)
    return psd


def modes():
    psd = page()
    usual = [mode for mode in BlendMode if mode.value not in (b"pass", b"diss")]
    for i, mode in enumerate(usual):
        pixels = picture(9, 9, opaque=True)
        psd.create_pixel_layer(pixels, name=mode.name, top=i // 7 * 9, left=i % 7 * 9, blend_mode=mode)
    return psd


def groups():
    psd = page()
    outer = psd.create_group(name="outer", open_folder=False)
    inner = outer.create_group(name="inner", blend_mode=BlendMode.MULTIPLY)
    add(inner, "deep")
    passing = psd.create_group(name="passing", blend_mode=BlendMode.PASS_THROUGH)
    add(passing, "multiplied", top=20, left=20, blend_mode=BlendMode.MULTIPLY)
    passing.opacity = 150
    return psd


def masks():
    psd = page()
    for i, (outside, density, off) in enumerate([(0, 255, False), (255, 255, False), (0, 100, False), (0, 255, True)]):
        layer = add(psd, f"mask {i}", top=4 + 4 * i, left=3 + 7 * i)
        shape = Image.fromarray(random.integers(0, 256, (14, 16), np.uint8))
        layer.create_mask(shape, top=8 + 3 * i, left=6 + 8 * i)
        data = layer._record.mask_data
        data.background_color = outside
        data.flags.mask_disabled = off
        if density < 255:
            data.flags.parameters_applied = True
            data.parameters = MaskParameters(user_mask_density=density)
    return psd


def clipping():
    psd = page()
    psd.create_pixel_layer(picture(30, 24, opaque=True), name="base", top=8, left=10)
    add(psd, "clipped", top=4, left=4).clipping = True
    add(psd, "fill", top=20, left=24).fill_opacity = 90
    return psd


def packed(compression):
    psd = page()
    psd.create_pixel_layer(picture(30, 24), name=compression.name, top=8, left=10, compression=compression)
    return psd


if __name__ == "__main__":
    out = Path(sys.argv[1])
    files = {"layers": layers(), "modes": modes(), "groups": groups(), "masks": masks(), "clipping": clipping()}
    for kind in Compression:
        files["packed_" + kind.name.lower()] = packed(kind)
    for mode in ("RGB", "L"):
        files["mode_" + mode.lower()] = page(mode)
    for name, psd in files.items():
        psd.save(out / f"psd-tools_{name}.psd")
