"""Runs of training, figures' spread, backgrounds and the judge: no weights, no packages."""
import json
import random

import numpy as np
import pytest
import torch

from layerloom_train import backgrounds, corpus, draw, shards, sources, train_transformer
from layerloom_train.captions import random_caption, random_thing
from layerloom_train.classifier import Network, cropped, seen
from layerloom_train.files import save_torch
from layerloom_train.sequences import collate
from layerloom_train.settings import State
from layerloom_train.spread import share, typical
from layerloom_train.text import Encoded
from layerloom_train.train_transformer import Counts, Log, Run, Trainer
from layerloom_train.transformer import Shape
from layerloom_train.vocabulary import BACKGROUNDS, NEWCOMERS, THINGS
from test_model import sequence

TINY = Shape(heads=2, axes=(4, 6, 6), blocks=2, text_width=16)


def trainer(path) -> Trainer:
    out = Trainer(path, TINY, torch.device("cpu"), 1)
    out.run = out.run or Run(minutes=1., rate=1e-2)
    return out


def batch():
    return collate([sequence(1, [(0, 0, 2, 2)]), sequence(2, [(0, 0, 3, 2), (4, 4, 2, 3)])])


def test_a_run_ends_with_its_minutes_or_its_flops_counted_from_its_begin():
    run = Run(minutes=10, tflop=2, seconds_before=600, flops_before=5e12)
    assert run.progress(600, 5e12) == 0
    assert run.progress(900, 5e12) == .5
    assert run.progress(660, 6.5e12) == .75
    assert Run(minutes=float("inf"), tflop=1).progress(1e9, .5e12) == .5


def test_the_rate_rises_stays_and_falls():
    run = Run(minutes=1, rate=1e-3, step_before=100)
    rates = [run.rate_at(0, 100), run.rate_at(.5, 400), run.rate_at(.85, 900), run.rate_at(1., 999)]
    assert rates[0] < 2e-5 and rates[1] == 1e-3 and rates[2] == pytest.approx(5e-4) and rates[3] == pytest.approx(3e-5)


def test_training_learns_counts_and_goes_on_from_its_checkpoint(tmp_path):
    torch.manual_seed(1)
    first, samples = trainer(tmp_path / "t.pt"), batch()
    losses = [float(first.step({"single": [samples]}, 1e-2)["single"]) for _ in range(40)]
    assert np.mean(losses[-8:]) < .8 * np.mean(losses[:8])
    assert first.counts.step == 40 and first.counts.views == 80 and first.counts.flops > 0
    first.save()
    again = trainer(tmp_path / "t.pt")
    assert again.counts == first.counts and again.run == first.run
    torch.manual_seed(2)
    one = first.step({"single": [samples]}, 1e-3)["single"]
    torch.manual_seed(2)
    assert torch.equal(one, again.step({"single": [samples]}, 1e-3)["single"])
    assert all(torch.equal(a, b) for a, b in zip(first.model.parameters(), again.model.parameters()))


def test_the_log_says_tokens_and_flops_a_second(tmp_path, monkeypatch):
    monkeypatch.setattr(train_transformer, "LOG_SECONDS", 0)
    counts = Counts()
    log = Log(tmp_path / "log.jsonl", counts)
    counts.tokens, counts.flops = 1000, 1e12
    log.add({"single": torch.tensor(.5)}, 1e-3)
    line = (tmp_path / "log.jsonl").read_text()
    assert '"tokens_a_second"' in line and '"tflop_a_second"' in line and '"single": 0.5' in line


def test_a_share_lies_in_its_interval():
    some, none, every = share(57, 60), share(0, 0), share(30, 30)
    assert some["low"] < .95 < some["high"] and none["value"] is None and every["high"] == 1 and every["low"] < .9
    middle = typical([1., 2., 3., 4.], np.median)
    assert middle["low"] <= 2.5 <= middle["high"]


def test_every_kind_of_background_is_told_from_the_others():
    for kind in BACKGROUNDS:
        rgb = draw.background(kind, "red", "yellow", 256, 192, random.Random(5))
        assert backgrounds.kind_shown(rgb, "red", "yellow") == kind
    assert backgrounds.colour_shown(draw.background("striped", "teal", "white", 256, 256, random.Random(2)), "striped", "white") == "teal"


def test_newcomers_are_left_out_where_they_are_not_wanted():
    rng = random.Random(1)
    assert {random_thing(rng, 0.) for _ in range(900)} <= set(THINGS) - set(NEWCOMERS)
    assert sum(random_thing(rng, 3.) in NEWCOMERS for _ in range(400)) > 240


def test_the_judge_sees_ink_only():
    image = np.zeros((96, 64, 4), np.uint8)
    assert seen(image) is None
    image[20:50, 10:30] = (200, 30, 30, 255)
    assert cropped(image).size == (30, 30) and seen(image).shape == (4, 32, 32)
    assert Network(5)(seen(image)[None]).shape == (1, 5)


def test_shards_hold_what_training_needs_and_unpack_to_it(tmp_path, monkeypatch):
    state, there = State.of(str(tmp_path / "here")), State.of(str(tmp_path / "there"))
    for name in sources.CODEC_SETS:
        body = '<circle cx="8" cy="8" r="7" fill="red"/>'
        art = {icon: {"body": body} for icon, _ in THINGS.values()} | {"arrow": {"body": body}}
        state.file(f"node_modules/@iconify-json/{name}/icons.json").write_text(json.dumps({"icons": art}))
    state.file("node_modules/@fontsource/lobster/files/lobster-latin-400-normal.woff").write_bytes(b"font")
    save_torch({"model": {"weight": torch.ones(2)}}, state.file("autoencoder.pt"))
    captions = [random_caption(random.Random(4))]
    encoder = StandIn()
    monkeypatch.setattr(corpus, "all_prompts", lambda: ["a fox"])
    corpus.encode(state, encoder, captions)
    shards.pack(state, tmp_path / "shards.tar.xz")
    monkeypatch.setattr(sources, "render_sprites", lambda s: s.file("sprites.npz").write_bytes(b""))
    shards.unpack(tmp_path / "shards.tar.xz", there, encoder)
    assert corpus.Captions(there).captions == captions and len(corpus.Prompts(there)["a fox"].hidden) == 3
    assert torch.load(there.file("autoencoder.pt"))["step"] == 0 and sources.fonts(there)
    found, width, _ = sources.icons(there, "noto")
    assert "arrow" not in found and "fox" in found and width == 16


class StandIn:
    """Text encoder of three tokens."""

    def encode(self, texts):
        return [Encoded(np.zeros((3, 384), np.float32), np.zeros(384, np.float32), [(0, 1), (1, 2), (2, 3)], [1, 2, 3, 4, 5]) for _ in texts]
