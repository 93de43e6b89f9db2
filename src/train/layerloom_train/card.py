"""Fills the figures into the model card, so that no number in it is typed by hand."""
from __future__ import annotations

import json
from pathlib import Path

from .settings import State

ROWS = {"prompted": "each box has its own prompt", "linked": "one prompt, phrases linked to boxes", "anonymous": "one prompt, no links, boxes in the prompt's order",
        "linked_unseen_wording": "linked, wordings never trained", "linked_384px": "linked, canvas of 384 px",
        "all_things_linked": "linked, all things of this version", "all_things_prompted": "own prompts, all things of this version"}
MEASURES = {"background_kind_plain": "plain background shown as plain", "background_kind_patterned": "pattern or scene asked for is the one shown",
            "background_colour": "background has the colour asked for", "background_error": "plain background, mean colour error of 255",
            "text_colour_error": "lettering, colour error of 255", "shape_colour_error": "shapes, colour error of 255", "empty": "empty things", "full": "things that fill their box edge to edge",
            "fill_longer_side": "bounds of a thing against its box, longer side, median", "fill_area": "the same by area, median",
            "soft": "half-transparent pixels in things", "merged_psnr": "merged layer against the layers laid over each other, dB"}


def spent(state: State) -> dict[str, float]:
    """From the logs: the last line of each stage."""
    def last(name: str, key: str) -> dict:
        rows = [json.loads(line) for line in (state.root / name).read_text(encoding="utf-8").splitlines()]
        return [r for r in rows if key in r][-1]
    generator = last("transformer.jsonl", "tflop")
    return {"tflop": generator["tflop"], "steps": generator["step"], "sequences": generator["sequences"]}


def cell(figure: dict | None) -> str:
    """A figure with the interval in which it lies at 95 %."""
    if not figure or figure["value"] is None:
        return "-"
    value, low, high = (figure[k] for k in ("value", "low", "high"))
    if 0 <= low and high <= 1:
        return f"{100 * value:.1f} % ({100 * low:.0f}-{100 * high:.0f})"
    return f"{value:.1f} ({low:.1f}-{high:.1f})"


def boxes_table(report: dict, models: list[str]) -> str:
    lines = ["| asked for by | model | boxes | right thing in the box | 2-3 things | 4-5 | 6-8 | top-1 | top-5 | style |", "|---|---|---|---|---|---|---|---|---|---|"]
    for key, name in ROWS.items():
        for model in models:
            r = report.get(model, {}).get(key)
            if r:
                cells = " | ".join(cell(r.get(k)) for k in ("binding", "binding_2-3", "binding_4-5", "binding_6-8", "top1", "top5", "style"))
                lines.append(f"| {name} | {model} | {r['top1']['of']} | {cells} |")
    return "\n".join(lines)


def measures_table(report: dict, models: list[str]) -> str:
    lines = ["| linked designs | " + " | ".join(models) + " |", "|---|" + "---|" * len(models)]
    for key, name in MEASURES.items():
        lines.append(f"| {name} | " + " | ".join(cell(report.get(m, {}).get("linked", {}).get(key)) for m in models) + " |")
    return "\n".join(lines)


def fill(state: State, template: Path, figures: Path, models: list[str], out: Path) -> None:
    """`models`: the card's own first."""
    report, used = json.loads(figures.read_text(encoding="utf-8")), spent(state)
    own = report[models[0]]

    def codec(name: str) -> str:
        return "{white} dB on white, {black} dB on black, alpha overlap {alpha_iou}".format(**own["codec"][name])
    real = own["judge_on_codec_output"]
    values = {"CEILING": f"{cell(real['top1'])}, {cell(real['style'])}", "KNOWN": "yes" if own["known_layer_exact"] else "NO",
              "CODEC_HELD": codec("held_out_128px"), "TABLE": boxes_table(report, models), "MEASURES": measures_table(report, models),
              "TFLOP": f"{used['tflop']:.0f}", "STEPS": used["steps"], "SEQUENCES": f"{used['sequences']:,}"}
    text = template.read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace("{" + key + "}", str(value))
    out.write_text(text, encoding="utf-8")
