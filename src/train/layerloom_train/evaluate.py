"""Measures models: does the right thing stand in the right box, on the background asked for, with clean alpha. Several folders are measured on the
same captions, layouts and noise, on things that all of them know, so that their figures can be laid side by side."""
from __future__ import annotations

import json
import random
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Callable

import numpy as np
import torch

from . import backgrounds, draw, train_autoencoder
from .autoencoder import straight
from .captions import Caption, Item, random_caption, thing_prompts
from .classifier import Classifier
from .files import save_json
from .layouts import place
from .pipeline import Pipeline, Prepared, Request, flatten
from .settings import TOKEN_PX, State
from .sources import load_sprites
from .spread import share, typical
from .vocabulary import COLOURS, NEWCOMERS, THINGS

# wordings that training never saw; {0}, {1} .. are phrases
UNSEEN = ("put {0} next to a big pile of nothing else, and {1} over there", "I would like to see {0} together with {1}, bright and friendly",
          "for my shop window: first {0}, afterwards {1}, finally {2}", "{0}; {1}; {2}", "our little show has {0} on the left side, {1} on the right side and {2} in between",
          "draw me {0} beside {1} while {2} stays behind", "we need {0} plus {1} plus {2} plus {3}")


def colour_error(rgb: np.ndarray, name: str) -> float:
    """Mean difference of the mean colour to the named one, of 255."""
    return float(np.abs(rgb.reshape(-1, 3).mean(0) - np.array(COLOURS[name])).mean())


def unseen_caption(rng: random.Random, newcomers: float) -> Caption:
    form = rng.choice(UNSEEN)
    count = form.count("{")
    names = rng.sample(list(THINGS)[:len(THINGS) if newcomers else len(THINGS) - len(NEWCOMERS)], count)
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


class Tally:
    """Yes and no by question, and measures by name."""

    def __init__(self):
        self.answers: dict[str, list[bool]] = defaultdict(list)
        self.values: dict[str, list[float]] = defaultdict(list)

    def report(self) -> dict:
        medians = {"fill_longer_side", "fill_area"}
        return {**{k: share(sum(v), len(v)) for k, v in self.answers.items()},
                **{k: typical(v, np.median if k in medians else np.mean) for k, v in self.values.items()}}


class Runner:
    def __init__(self, pipeline: Pipeline, judge: Classifier, newcomers: float, seed: int = 123):
        self.pipeline, self.judge, self.newcomers, self.seed, self.rng = pipeline, judge, newcomers, seed, random.Random(seed)

    def case(self, caption: Caption, how: str, side: int) -> Request | None:
        boxes = place(caption.items, side, side, self.rng)
        if not boxes:
            return None
        links = list(caption.spans) if how == "linked" else []
        prompts = {i: caption.items[i].prompts[0] for i in range(len(boxes))} if how == "prompted" else {}
        return Request(caption.text, side * TOKEN_PX, side * TOKEN_PX, boxes, links, prompts)

    def run(self, how: str, boxes: int, make: Callable[[random.Random, float], Caption] = random_caption, side: int = 8, batch: int = 10) -> dict:
        """Until that many boxes of things are judged."""
        self.rng = random.Random(self.seed)
        tally, counted = Tally(), 0
        while len(tally.answers["top1"]) < boxes:
            cases: list[tuple[Request, Caption]] = []
            while len(cases) < batch:
                caption = make(self.rng, self.newcomers)
                if any(i.count > 1 for i in caption.items):
                    continue
                request = self.case(caption, how, side)
                if request:
                    cases.append((request, caption))
            prepared = [self.pipeline.prepare(r) for r, _ in cases]
            noises = [self.pipeline.noise(r, self.seed + counted + i) for i, (r, _) in enumerate(cases)]
            counted += len(cases)
            for (request, caption), p, tokens in zip(cases, prepared, self.pipeline.sample(prepared, noises)):
                images = self.pipeline.decode(p, tokens).rgba()
                self._judge_page(caption, p, images, tally)
                for box, item, image in zip(request.boxes, caption.items, images[2:]):
                    self._judge_layer(caption, item, image, tally)
        return tally.report()

    def _judge_page(self, caption: Caption, p: Prepared, images: list[np.ndarray], tally: Tally) -> None:
        whole = flatten(p, images).astype(np.float32)
        error = float(((images[0][..., :3].astype(np.float32) - whole) ** 2).mean())
        tally.values["merged_psnr"].append(10 * np.log10(255 ** 2 / max(error, 1e-3)))
        kind, first, second = caption.background
        if kind == "plain" and "back" not in caption.text:   # left open
            return
        shown = backgrounds.kind_shown(images[1][..., :3], first, second)
        tally.answers["background_kind"].append(shown == kind)
        tally.answers["background_kind_plain" if kind == "plain" else "background_kind_patterned"].append(shown == kind)
        if kind not in ("hills", "sea", "night"):
            tally.answers["background_colour"].append(backgrounds.colour_shown(images[1][..., :3], kind, second) == first)
        if kind == "plain":
            tally.values["background_error"].append(colour_error(images[1][..., :3], first))

    def _judge_layer(self, caption: Caption, item: Item, image: np.ndarray, tally: Tally) -> None:
        alpha = image[..., 3].astype(np.float32) / 255
        solid = alpha > .5
        if item.kind != "thing":
            if item.kind == "text":
                tally.values["text_ink"].append(float(solid.mean()))
            if solid.mean() > .01 and item.name != "badge":
                tally.values[f"{item.kind}_colour_error"].append(colour_error(image[..., :3][solid], item.colour))
            return
        ranked = self.judge.rank(image)
        names = [] if ranked is None else list(dict.fromkeys(name for _, name in ranked))
        tally.answers["empty"].append(not names or bool(solid.mean() < .01))
        tally.answers["full"].append(bool(solid.mean() > .99))
        tally.values["soft"].append(float(((alpha > .1) & (alpha < .9)).mean()))
        if solid.any():
            ys, xs = np.where(solid.any(1))[0], np.where(solid.any(0))[0]
            high, wide = (ys[-1] - ys[0] + 1) / solid.shape[0], (xs[-1] - xs[0] + 1) / solid.shape[1]
            tally.values["fill_longer_side"].append(float(max(high, wide)))
            tally.values["fill_area"].append(float(high * wide))
        tally.answers["top1"].append(names[:1] == [item.name])
        tally.answers["top5"].append(item.name in names[:5])
        tally.answers["style"].append(bool(names) and ranked[0][0] == item.style)
        things = {i.name for i in caption.items if i.kind == "thing"}
        if len(things) > 1:
            right = bool(names) and next(n for n in names if n in things) == item.name
            group = next(g for g in ("2-3", "4-5", "6-8") if len(caption.items) <= int(g[2]))
            tally.answers["binding"].append(right)
            tally.answers[f"binding_{group}"].append(right)
            tally.values["binding_chance"].append(1 / len(things))


def codec(state: State, pipeline: Pipeline) -> dict:
    """The autoencoder alone, on icons it never saw and on the generator's things as they stand in boxes."""
    model, rng = pipeline.autoencoder, random.Random(1)
    _, held = train_autoencoder.pools(state)
    things = [draw.fit_sprite(s, 192, 192, rng) for s in load_sprites(state).values()]
    soft = [float(((t[..., 3] > 25) & (t[..., 3] < 230)).mean()) for t in things]
    return {"held_out_128px": train_autoencoder.measure(model, held), "held_out_128px_latent_noise_.2": train_autoencoder.measure(model, held, .2),
            "things_192px": train_autoencoder.measure(model, np.stack(things)), "soft_share_real": typical(soft)}


def ceiling(state: State, judge: Classifier, pipeline: Pipeline) -> dict:
    """What the judge says of real things that only went through the codec: no generator can do better by this measure."""
    rng, right, style_right = random.Random(2), [], []
    for (style, name), sprite in load_sprites(state).items():
        x = train_autoencoder.tensor(draw.fit_sprite(sprite, 96, 96, rng)[None])
        with torch.no_grad():
            image = (straight(pipeline.autoencoder.decode(pipeline.autoencoder.encode(x)).clamp(0, 1))[0].permute(1, 2, 0).numpy() * 255).astype(np.uint8)
        ranked = judge.rank(image)
        right.append(bool(ranked) and ranked[0][1] == name)
        style_right.append(bool(ranked) and ranked[0][0] == style)
    return {"top1": share(sum(right), len(right)), "style": share(sum(style_right), len(right))}


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


# name -> way of asking, share of the boxes asked for, captions, tokens a side, weight of the things new to this version (0: the common ones only)
ROWS = {"linked": ("linked", 1., random_caption, 8, 0.), "anonymous": ("anonymous", 1., random_caption, 8, 0.), "prompted": ("prompted", 1., random_caption, 8, 0.),
        "linked_unseen_wording": ("linked", .5, unseen_caption, 8, 0.), "linked_384px": ("linked", .3, random_caption, 12, 0.),
        "all_things_linked": ("linked", 1., random_caption, 8, 1.), "all_things_prompted": ("prompted", 1., random_caption, 8, 1.)}


def _part(state: State, folder: Path, name: str, boxes: int) -> dict:
    """One row of the report, in a process of its own."""
    torch.set_num_threads(1)
    pipeline, judge = Pipeline.of_folder(folder), Classifier(state)
    if name == "rest":
        return {"codec": codec(state, pipeline), "judge_on_codec_output": ceiling(state, judge, pipeline), "known_layer_exact": known_layers(pipeline, state),
                "seconds_256px_8_regions": speed(pipeline, 8), "seconds_512px_8_regions": speed(pipeline, 16)}
    how, part, make, side, newcomers = ROWS[name]
    return Runner(pipeline, judge, newcomers).run(how, int(boxes * part), make, side, 10 if side == 8 else 5)


def knows_all(folder: Path) -> bool:
    known = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))["things"]
    return set(THINGS) <= set(known)


def evaluate(state: State, folders: list[Path], boxes: int, out: Path, processes: int = 1) -> dict:
    """`out` gets {model: {row: figures}}. A model is not asked for things that it was never taught."""
    report: dict = {}
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        parts = [(folder.name, name, pool.submit(_part, state, folder, name, boxes)) for name in (*ROWS, "rest") for folder in folders
                 if not name.startswith("all_things") or knows_all(folder)]
        for model, name, part in parts:
            value = part.result()
            print(model, name, json.dumps(value), flush=True)
            report.setdefault(model, {}).update(value if name == "rest" else {name: value})
            save_json(report, out)
    return report
