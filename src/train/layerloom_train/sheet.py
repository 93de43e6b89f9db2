"""Pictures for the documents: designs from fixed prompts with their layers, and the curve of the loss."""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from .binder import bind
from .pipeline import Pipeline, Request, fit, flatten, snap
from .settings import State
from .sources import fonts

# where the model is clearly best, whatever the shipped range allows: the figures are measured there too
BEST_CANVAS = {"multiple": 32, "min": 256, "max": 256}


def _font(state: State, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(next(f for f in fonts(state) if "montserrat" in str(f))), size)


def on_checks(image: np.ndarray, cell: int = 16) -> np.ndarray:
    h, w = image.shape[:2]
    checks = ((np.indices((h, w)) // cell).sum(0) % 2 * 30 + 215).astype(np.float32)[..., None]
    a = image[..., 3:].astype(np.float32) / 255
    return (checks * (1 - a) + image[..., :3] * a + .5).astype(np.uint8)


def _paste(page: Image.Image, pixels: np.ndarray, left: int, top: int, width: int, height: int) -> None:
    image = Image.fromarray(pixels)
    scale = min(width / image.width, height / image.height)
    image = image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))), Image.Resampling.LANCZOS)
    page.paste(image, (left + (width - image.width) // 2, top + (height - image.height) // 2))


def _wrap(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if line and font.getlength(line + " " + word) > width:
            lines.append(line)
            line = word
        else:
            line = (line + " " + word).strip()
    return [*lines, line]


def _design(pipeline: Pipeline, case: dict, seed: int, canvas: dict[str, int]) -> tuple[np.ndarray, list[np.ndarray]]:
    """The page, and its background and regions."""
    page_width, page_height = fit(case["width"], case["height"], canvas)
    across, down = page_width / case["width"], page_height / case["height"]
    boxes = [snap(round(l * across), round(t * down), round(r * across), round(b * down)) for l, t, r, b in case["boxes"]]
    request = Request(case["prompt"], page_width, page_height, boxes, bind(case["prompt"], boxes))
    prepared = pipeline.prepare(request)
    images = pipeline.decode(prepared, pipeline.sample([prepared], [pipeline.noise(request, seed)])[0]).rgba()
    return flatten(prepared, images), images[1:9]


def contact_sheet(state: State, folders: list[Path], prompts: Path, out: Path, seed: int = 1, columns: int = 4,
                  canvas: dict[str, int] = BEST_CANVAS) -> None:
    """Each design as the app would show it, an earlier version's of the same prompt and noise to its right; below them the first one's single
    layers on a checkerboard and the prompt."""
    pipelines, font = [Pipeline.of_folder(f) for f in folders], _font(state, 11)
    cases = json.loads(prompts.read_text(encoding="utf-8"))
    picture, strip, words = 190, 50, 44
    width, height = picture * len(folders), picture + strip + words + 8
    rows = -(-len(cases) // columns)
    page = Image.new("RGB", (columns * (width + 14) + 14, rows * height + 12), "white")
    pen = ImageDraw.Draw(page)
    for n, case in enumerate(cases):
        left, top = 14 + n % columns * (width + 14), 12 + n // columns * height
        for k, pipeline in enumerate(pipelines):
            whole, layers = _design(pipeline, case, seed + n, canvas)
            _paste(page, whole, left + k * picture, top, picture - 4, picture)
            if k == 0:
                each = min(strip, width // len(layers))
                for i, image in enumerate(layers):
                    _paste(page, on_checks(image), left + i * each, top + picture + 4, each - 2, strip - 6)
        for i, line in enumerate(_wrap(case["prompt"], font, width)[:3]):
            pen.text((left, top + picture + strip + i * 13), line, font=font, fill=(40, 40, 40))
    save_small(page, out)


def save_small(page: Image.Image, out: Path, limit: int = 395_000) -> None:
    """As JPEG under the limit: documents travel with the source."""
    out.parent.mkdir(parents=True, exist_ok=True)
    for quality in (86, 80, 74, 68, 60, 50):
        page.save(out, quality=quality, optimize=True)
        if out.stat().st_size <= limit:
            return


def vocabulary_sheet(state: State, folder: Path, out: Path, side: int = 3, seed: int = 5) -> None:
    """Every thing in both styles, each asked for by the box's own prompt."""
    from .vocabulary import STYLES, THINGS
    pipeline, font, cell = Pipeline.of_folder(folder), _font(state, 10), 84
    columns = 20
    rows = -(-len(THINGS) // columns)
    page = Image.new("RGB", (columns * cell, len(STYLES) * rows * (cell + 16)), "white")
    pen = ImageDraw.Draw(page)
    for s, style in enumerate(STYLES):
        names = list(THINGS)
        for start in range(0, len(names), columns):
            part = names[start:start + columns]
            requests = [Request(f"{style} {n}", 256, 256, [(2, 2, side, side)], [], {0: f"{style} {n}"}) for n in part]
            prepared = [pipeline.prepare(r) for r in requests]
            noises = [pipeline.noise(r, seed + start + i) for i, r in enumerate(requests)]
            for i, (p, tokens) in enumerate(zip(prepared, pipeline.sample(prepared, noises))):
                image = pipeline.decode(p, tokens).rgba()[2]
                left, top = i * cell, (s * rows + start // columns) * (cell + 16)
                page.paste(Image.fromarray(on_checks(image)).resize((cell - 4, cell - 4), Image.Resampling.LANCZOS), (left + 2, top))
                pen.text((left + 2, top + cell - 3), part[i], font=font, fill=(40, 40, 40))
    save_small(page, out)


def loss_curve(state: State, out: Path) -> None:
    """From the log: losses of all kinds of samples over TFLOP."""
    rows = [json.loads(line) for line in (state.root / "transformer.jsonl").read_text(encoding="utf-8").splitlines()]
    width, height, margin, font = 900, 360, 46, _font(state, 12)
    page = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(page)
    most = max(r["tflop"] for r in rows)
    lines = {"single": ("single layers", (40, 110, 200)), "order": ("order", (130, 80, 190)), "background": ("backgrounds", (40, 150, 90)),
             "whole": ("whole designs", (210, 90, 40))}
    for r in rows:
        if "design" in r:   # what whole designs were called in older logs
            r["whole"] = r.pop("design")
    high, low = 1.4, min(r[k] for r in rows for k in lines if k in r) * .9

    def at(x: float, y: float) -> tuple[float, float]:
        return margin + x / most * (width - margin - 20), 20 + (high - min(y, high)) / (high - low) * (height - 66)
    for i in range(6):
        y = low + (high - low) * i / 5
        pen.line([at(0, y), at(most, y)], fill=(225, 225, 225))
        pen.text((6, at(0, y)[1] - 7), f"{y:.2f}", font=font, fill=(90, 90, 90))
        pen.text((at(most * i / 5, low)[0] - 10, height - 40), f"{most * i / 5:.0f}", font=font, fill=(90, 90, 90))
    pen.text((width // 2 - 30, height - 20), "TFLOP", font=font, fill=(90, 90, 90))
    for number, (key, (name, colour)) in enumerate(lines.items()):
        points = [(r["tflop"], r[key]) for r in rows if key in r]
        smooth = [(x, float(np.mean([v for _, v in points[max(0, i - 7):i + 1]]))) for i, (x, _) in enumerate(points)]
        if len(smooth) > 1:
            pen.line([at(x, y) for x, y in smooth], fill=colour, width=2)
        pen.text((width - 420 + 100 * number, 24), name, font=font, fill=colour)
    save_small(page, out)
