"""Fills the figures into the model card, so that no number in it is typed by hand."""
from __future__ import annotations

import json
from pathlib import Path

from .settings import State


def spent(state: State) -> dict[str, float]:
    """From the logs: the last line of each stage."""
    def last(name: str, key: str) -> dict:
        rows = [json.loads(line) for line in (state.root / name).read_text(encoding="utf-8").splitlines()]
        return [r for r in rows if key in r][-1]
    generator, codec = last("transformer.jsonl", "tflop"), last("autoencoder.jsonl", "tflop")
    return {"tflop": generator["tflop"], "steps": generator["step"], "sequences": generator["sequences"], "minutes": generator["minutes"],
            "cpu_hours": generator["cpu_minutes"] / 60, "codec_tflop": codec["tflop"], "codec_cpu_hours": codec["cpu"] / 3600}


def fill(state: State, template: Path, figures: Path, out: Path) -> None:
    report, used = json.loads(figures.read_text(encoding="utf-8")), spent(state)

    def percent(share: float) -> str:
        return f"{100 * share:.1f} %"
    rows = []
    for key, name in (("prompted", "each box has its own prompt"), ("linked", "one prompt, phrases linked to boxes"),
                      ("anonymous", "one prompt, no links, boxes in the prompt's order"), ("linked_unseen_wording", "linked, wordings never trained"),
                      ("linked_384px", "linked, canvas of 384 px")):
        r = report[key]
        counts = ", ".join(f"{k} boxes {v}" for k, v in r["by_count"].items() if not v.endswith("/0"))
        rows.append(f"| {name} | {r['boxes']} | {percent(r['right_among_prompted'])} of {r['of']} ({counts}) | {percent(r['top1'])} | {percent(r['top5'])} | "
                    f"{percent(r['style'])} | {percent(r['empty'])} |")
    linked, codec = report["linked"], report["codec"]
    values = {"TABLE": "\n".join(rows), "BACKGROUND": linked.get("background", "-"), "TEXT_COLOUR": linked["text_colour"], "TEXT_INK": percent(linked["text_ink"]),
              "SHAPE_COLOUR": linked["shape_colour"], "SOFT": percent(linked["soft"]), "SOFT_REAL": percent(codec["soft_share_real"]),
              "MERGED": linked["merged_psnr"], "FULL": percent(linked["full"]), "CEILING": percent(report["judge_on_codec_output"]["top1"]),
              "HELD": codec["held_out_icons"], "HELD_WHITE": codec["held_out_128px"]["white"], "HELD_BLACK": codec["held_out_128px"]["black"],
              "HELD_IOU": codec["held_out_128px"]["alpha_iou"], "THING_WHITE": codec["things_192px"]["white"], "THING_IOU": codec["things_192px"]["alpha_iou"],
              "KNOWN": "yes" if report["known_layer_exact"] else "NO", "SECONDS": report["seconds_256px_8_regions"]["seconds"],
              "SECONDS_512": report["seconds_512px_8_regions"]["seconds"],
              "TFLOP": f"{used['tflop']:.0f}", "STEPS": used["steps"], "SEQUENCES": f"{used['sequences']:,}", "CPU": f"{used['cpu_hours']:.2f}",
              "MINUTES": f"{used['minutes']:.0f}", "CODEC_TFLOP": f"{used['codec_tflop']:.0f}", "CODEC_CPU": f"{used['codec_cpu_hours']:.2f}",
              "ALL_CPU": f"{used['cpu_hours'] + used['codec_cpu_hours']:.2f}"}
    text = template.read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace("{" + key + "}", str(value))
    out.write_text(text, encoding="utf-8")
