"""Writes what files of other colour modes and depths look like as sRGB of 8 bits: NAME.png for composite/open/psd.

    python make_conversions.py ../composite/open/psd

The samples are read by psd-tools 1.26.0. Grey, bitmap and indexed files are as Pillow converts them; 16 bits are v * 255 / 65535; CMYK
is Pillow's plain conversion; Lab is LittleCMS' (Pillow's ImageCms, D50 Lab to sRGB, relative colorimetric); 32 bits are light, by the
curve of IEC 61966-2-1 in float64.
"""
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms
from psd_tools import PSDImage


def curve(light):
    light = np.clip(light.astype(np.float64), 0, 1)
    return np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)


def lab(psd):
    planes = psd.numpy()  # 0..1
    stored = np.round(planes * 255).astype(np.uint8)
    image = Image.merge("LAB", [Image.fromarray(stored[..., c]) for c in range(3)])
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB", renderingIntent=1, flags=0x100)  # without tables
    return ImageCms.applyTransform(image, transform)


def picture(path):
    psd = PSDImage.open(path)
    layers = list(psd)
    mode = psd.color_mode.name
    if mode == "LAB":
        return lab(psd)
    if not layers:
        return psd.topil().convert("RGB")
    samples = layers[0].numpy()
    if mode == "CMYK":
        ink = np.round((1 - samples[..., :4]) * 255).astype(np.uint8)
        return Image.fromarray(ink, "CMYK").convert("RGB")
    colour, alpha = samples[..., :-1], samples[..., -1:]
    if psd.depth == 32:
        colour = curve(colour)
    if mode == "GRAYSCALE":
        colour = np.repeat(colour, 3, axis=2)
    rgba = np.concatenate([colour, alpha], axis=2).astype(np.float64)
    return Image.fromarray(np.floor(rgba * 255 + 0.5).astype(np.uint8), "RGBA")


for name in ("bitmap", "cmyk8", "grey8", "indexed", "lab8", "rgb16", "rgb32"):
    picture(Path(sys.argv[1]) / f"{name}.psd").save(Path(__file__).parent / f"{name}.png")
