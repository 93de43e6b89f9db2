"""Measures the model: does the right thing stand in the right box, in the right colour, with clean alpha."""
from __future__ import annotations

import json
import random
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Callable

import numpy as np
import torch

from . import draw, train_autoencoder
from .captions import Caption, Item, random_caption, thing_prompts
from .autoencoder import straight
from .files import save_json
from .judge import Judge
from .layouts import place
from .pipeline import Pipeline, Prepared, Request, flatten
from .settings import TOKEN_PX, State
from .sources import load_sprites
from .vocabulary import COLOURS, THINGS

# wordings that training never saw; {0}, {1} .. are phrases
UNSEEN = ("put {0} next to a big pile of nothing else, and {1} over there", "I would like to see {0} together with {1}, bright and friendly",
          "for my shop window: first {0}, afterwards {1}, finally {2}", "{0}; {1}; {2}", "our little show has {0} on the left side, {1} on the right side and {2} in between",
          "draw me {0} beside {1} while {2} stays behind", "we need {0} plus {1} plus {2} plus {3}")


def colour_error(rgb: np.ndarray, name: str) -> float:
    """Mean difference of the mean colour to the named one, of 255."""
    return float(np.abs(rgb.reshape(-1, 3).mean(0) - np.array(COLOURS[name])).mean())


def unseen_caption(rng: random.Random) -> Caption:
    form = rng.choice(UNSEEN)
    count = form.count("{")
    names = rng.sample(list(THINGS), count)
    items = [Item("thing", n, style="cartoon", prompts=thing_prompts(n, "cartoon")) for n in names]
    text, spans = "", []
    for i, part in enumerate(form.replace("}", "{").split("{")):
        if i % 2:
            words = ("an " if names[int(part)][0] in "aeiou" else "a ") + names[int(part)]
            spans.append((len(text), len(text) + len(words)))
            text += words
        else:
            text += part
    return Caption(text, items, spans, ("plain", "white", "white"))


class Runner:
    def __init__(self, pipeline: Pipeline, judge: Judge, seed: int = 123):
        self.pipeline, self.judge, self.rng, self.seed = pipeline, judge, random.Random(seed), seed

    def case(self, caption: Caption, how: str, side: int) -> Request | None:
        boxes = place(caption.items, side, side, self.rng)
        if not boxes:
            return None
        links = list(caption.spans) if how == "linked" else []
        prompts = {i: caption.items[i].prompts[0] for i in range(len(boxes))} if how == "prompted" else {}
        return Request(caption.text, side * TOKEN_PX, side * TOKEN_PX, boxes, links, prompts)

    def run(self, how: str, boxes: int, make: Callable[[random.Random], Caption] = random_caption, side: int = 8, batch: int = 10) -> dict:
        """Until that many boxes of things are judged. Same captions and layouts for each way of asking."""
        self.rng = random.Random(self.seed)
        tally = {"things": 0, "top1": 0, "top5": 0, "style": 0, "several": 0, "assigned": 0, "empty": 0, "full": 0}
        groups: dict[str, list[int]] = {"2-3": [0, 0], "4-5": [0, 0], "6-8": [0, 0]}
        measures: dict[str, list[float]] = {k: [] for k in ("background", "text_colour", "shape_colour", "soft", "merged_psnr", "text_ink")}
        counted = 0
        while tally["things"] < boxes:
            cases: list[tuple[Request, Caption]] = []
            while len(cases) < batch:
                caption = make(self.rng)
                if any(i.count > 1 for i in caption.items):
                    continue
                request = self.case(caption, how, side)
                if request:
                    cases.append((request, caption))
            prepared = [self.pipeline.prepare(r) for r, _ in cases]
            noises = [self.pipeline.noise(r, self.seed + counted + i) for i, (r, _) in enumerate(cases)]
            counted += len(cases)
            for (request, caption), p, tokens in zip(cases, prepared, self.pipeline.sample(prepared, noises, bfloat16=True)):
                self._judge(request, caption, p, tokens, tally, groups, measures)
        n, several = max(1, tally["things"]), max(1, tally["several"])
        mean = {k: round(float(np.mean(v)), 3) for k, v in measures.items() if v}
        return {"boxes": tally["things"], "top1": round(tally["top1"] / n, 3), "top5": round(tally["top5"] / n, 3), "style": round(tally["style"] / n, 3),
                "right_among_prompted": round(tally["assigned"] / several, 3), "of": tally["several"],
                "by_count": {k: f"{a}/{b}" for k, (a, b) in groups.items()}, "empty": round(tally["empty"] / n, 4), "full": round(float(tally["full"]) / n, 4), **mean}

    def _judge(self, request: Request, caption: Caption, p: Prepared, tokens: torch.Tensor, tally: dict, groups: dict, measures: dict) -> None:
        images = self.pipeline.decode(p, tokens).rgba()
        whole = flatten(p, images).astype(np.float32)
        error = float(((images[0][..., :3].astype(np.float32) - whole) ** 2).mean())
        measures["merged_psnr"].append(10 * np.log10(255 ** 2 / max(error, 1e-3)))
        if caption.background[0] == "plain" and "background" in caption.text:
            measures["background"].append(colour_error(images[1][..., :3], caption.background[1]))
        things = [i.name for i in caption.items if i.kind == "thing"]
        group = next((k for k in groups if int(k[0]) <= len(caption.items) <= int(k[2])), None)
        for item, image in zip(caption.items, images[2:]):
            alpha = image[..., 3].astype(np.float32) / 255
            solid = alpha > .5
            if item.kind == "text":
                measures["text_ink"].append(float(solid.mean()))
                if solid.mean() > .01:
                    measures["text_colour"].append(colour_error(image[..., :3][solid], item.colour))
                continue
            if item.kind == "shape":
                if solid.mean() > .01 and item.name != "badge":
                    measures["shape_colour"].append(colour_error(image[..., :3][solid], item.colour))
                continue
            tally["things"] += 1
            tally["full"] += solid.mean() > .99
            measures["soft"].append(float(((alpha > .1) & (alpha < .9)).mean()))
            ranked = self.judge.rank(image)
            if ranked is None or solid.mean() < .01:
                tally["empty"] += 1
            names = [] if ranked is None else list(dict.fromkeys(name for _, name in ranked))
            tally["top1"] += names[:1] == [item.name]
            tally["top5"] += item.name in names[:5]
            tally["style"] += ranked is not None and ranked[0][0] == item.style
            if len(set(things)) > 1:
                right = bool(names) and next(n for n in names if n in things) == item.name
                tally["several"] += 1
                tally["assigned"] += right
                if group:
                    groups[group][0] += right
                    groups[group][1] += 1


def codec(state: State, pipeline: Pipeline) -> dict:
    """The autoencoder alone, on icons it never saw and on the generator's things as they stand in boxes."""
    model, rng = pipeline.autoencoder, random.Random(1)
    _, held = train_autoencoder.pools(state)
    out = {"held_out_icons": len(held), "held_out_128px": train_autoencoder.measure(model, held),
           "held_out_128px_latent_noise_.2": train_autoencoder.measure(model, held, .2)}
    things = [draw.fit_sprite(s, 192, 192, rng) for (_, n), s in load_sprites(state).items() if n in THINGS]
    out["things_192px"] = train_autoencoder.measure(model, np.stack(things))
    soft = [float(((t[..., 3] > 25) & (t[..., 3] < 230)).mean()) for t in things]
    with torch.no_grad():
        y = torch.cat([model.decode(model.encode(train_autoencoder.tensor(np.stack(things[i:i + 20])))) for i in range(0, len(things), 20)])
    decoded = y[:, 3].numpy()
    out["soft_share_real"], out["soft_share_decoded"] = round(float(np.mean(soft)), 4), round(float(((decoded > .1) & (decoded < .9)).mean()), 4)
    return out


def ceiling(state: State, judge: Judge, pipeline: Pipeline) -> dict:
    """What the judge says of real things that only went through the codec: no generator can do better by this measure."""
    rng, right, n = random.Random(2), 0, 0
    for (style, name), sprite in load_sprites(state).items():
        if name not in THINGS:
            continue
        x = train_autoencoder.tensor(draw.fit_sprite(sprite, 96, 96, rng)[None])
        with torch.no_grad():
            image = (straight(pipeline.autoencoder.decode(pipeline.autoencoder.encode(x)).clamp(0, 1))[0].permute(1, 2, 0).numpy() * 255).astype(np.uint8)
        ranked = judge.rank(image)
        n += 1
        right += bool(ranked) and ranked[0][1] == name
    return {"things": n, "top1": round(right / n, 3)}


def speed(pipeline: Pipeline, side: int) -> dict:
    """One square picture with eight regions, eight steps with guidance, fp32, on the threads given."""
    q = side // 4
    boxes = [(x * q, y * q, q, q) for y in (0, 2) for x in range(4)]
    prompt = "a cartoon poster with a cat, a dog, a fox, a star, a sun, a moon, a rose and a bell on a blue background"
    started = time.time()
    pipeline.generate(Request(prompt, side * TOKEN_PX, side * TOKEN_PX, boxes))
    return {"threads": torch.get_num_threads(), "tokens": 2 * side * side + 8 * q * q, "seconds": round(time.time() - started, 2)}


def known_layers(pipeline: Pipeline, state: State) -> bool:
    """A given layer's tokens leave the sampler as they came."""
    sprite = draw.fit_sprite(load_sprites(state)["cartoon", "cat"], 96, 96, random.Random(0))
    given = torch.from_numpy(sprite).permute(2, 0, 1).float() / 255
    request = Request("a cat and a dog on a blue background", 256, 256, [(0, 0, 3, 3), (4, 4, 3, 3)], known={2: given})
    prepared = pipeline.prepare(request)
    tokens = pipeline.sample([prepared], [pipeline.noise(request, 0)])[0]
    return bool(torch.equal(tokens[128:128 + 9], prepared.known_tokens[2].reshape(9, -1).to(tokens.dtype)))


def _part(state: State, folder: Path, name: str, boxes: int) -> tuple[str, object, float]:
    """One row of the report, in a process of its own."""
    torch.set_num_threads(1)
    pipeline, judge = Pipeline.of_folder(folder), Judge(state)
    runner, started = Runner(pipeline, judge), time.process_time()
    if name == "linked_unseen_wording":
        value: object = runner.run("linked", boxes // 2, unseen_caption)
    elif name == "linked_384px":
        value = runner.run("linked", boxes // 4, side=12, batch=5)
    elif name == "rest":
        value = {"codec": codec(state, pipeline), "judge_on_codec_output": ceiling(state, judge, pipeline), "known_layer_exact": known_layers(pipeline, state)}
    else:
        value = runner.run(name, boxes)
    return name, value, time.process_time() - started


def evaluate(state: State, folder: Path, boxes: int, out: Path, processes: int = 3) -> dict:
    report: dict = {}
    cpu = 0.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        parts = [pool.submit(_part, state, folder, name, boxes)
                 for name in ("linked", "anonymous", "prompted", "rest", "linked_unseen_wording", "linked_384px")]
        for part in parts:
            name, value, seconds = part.result()
            cpu += seconds
            print(name, json.dumps(value), flush=True)
            report.update(value if name == "rest" else {name: value})
    pipeline = Pipeline.of_folder(folder)
    report["seconds_256px_8_regions"], report["seconds_512px_8_regions"] = speed(pipeline, 8), speed(pipeline, 16)
    report["cpu_seconds"] = round(cpu)
    save_json(report, out)
    return report
