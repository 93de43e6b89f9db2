"""Distillation on tiny random weights."""
from dataclasses import replace

import numpy as np
import pytest
import torch

from layerloom_train import distill, export
from layerloom_train.autoencoder import Autoencoder
from layerloom_train.distill import Guiding, Halving, student_of, wordless
from layerloom_train.fixture import randomise
from layerloom_train.pipeline import SIGMA_FLOOR, Prepared, Request, sigmas
from layerloom_train.sequences import collate
from layerloom_train.settings import State
from layerloom_train.train_transformer import Run
from test_model import sequence, tiny


def batch():
    return collate([sequence(1, [(0, 0, 2, 2)]), sequence(2, [(0, 0, 3, 2), (4, 4, 2, 3)], 7)])


def guided() -> torch.nn.Module:
    student = student_of(tiny())
    randomise(student, 5)
    return student.eval()


def test_a_student_begins_as_its_teacher_whatever_the_guidance():
    teacher, samples, sigma = tiny(), batch(), torch.tensor([.6, .3])
    student = student_of(teacher).eval()
    with torch.no_grad():
        said = student(samples.tokens, sigma, samples, guidance=torch.tensor([1., 4.]))
        assert torch.allclose(teacher(samples.tokens, sigma, samples), said, atol=1e-6)


def test_guidance_steers_a_student_that_was_trained():
    student, samples, sigma = guided(), batch(), torch.tensor([.6, .3])
    with torch.no_grad():
        weak, strong = (student(samples.tokens, sigma, samples, guidance=torch.full((2,), g)) for g in (1., 4.))
    assert not torch.allclose(weak, strong)


def test_the_wordless_pass_is_the_one_that_the_sampler_makes():
    samples = batch()
    bare = wordless(samples)
    assert bare.text.shape[1] == 1 and not bare.pooled.any() and not bare.region.any()
    assert bare.mask.shape[1] == 1 + samples.tokens.shape[1] and torch.equal(bare.mask[:, 1:], samples.mask[:, 7:])


def test_a_student_learns_what_guidance_says_in_two_passes(tmp_path):
    export.write_model(tmp_path / "model", tiny(), Autoencoder(widths=(8, 8, 16), blocks=(1, 1, 1), refine=4), torch.float32)
    trainer = distill.trainer(State.of(str(tmp_path)), tmp_path / "model", export.STEPS, torch.device("cpu"))
    trainer.run = Run(minutes=1.)

    def loss() -> float:
        torch.manual_seed(9)
        with torch.no_grad():
            return float(np.mean([trainer.objective(trainer.model, batch(), 10.) for _ in range(20)]))
    before = loss()
    for _ in range(40):
        trainer.step({"whole": [batch()]}, 3e-3)
    assert loss() < .8 * before
    trainer.save()
    four = distill.trainer(State.of(str(tmp_path)), tmp_path / "model", 4, torch.device("cpu"))
    assert isinstance(four.objective, Halving)
    assert all(torch.equal(a, b) for a, b in zip(four.model.parameters(), trainer.ema.parameters()))


def test_fewer_steps_need_the_student_with_twice_as_many(tmp_path):
    with pytest.raises(SystemExit, match="distil to 8 steps first"):
        distill.trainer(State.of(str(tmp_path)), tmp_path, 4, torch.device("cpu"))


def test_one_step_to_where_two_point_ends_where_the_two_end():
    teacher, samples, levels = guided(), collate([sequence(1, [(0, 0, 2, 2)])]), sigmas(4, export.SHIFT)
    w = torch.full((1,), export.GUIDANCE)
    halving = Halving(teacher, 2)
    for i in (0, 2):
        at, half, end = (torch.tensor([level], dtype=torch.float32) for level in levels[i:i + 3])
        x = torch.randn_like(samples.tokens)
        with torch.no_grad():
            wanted = halving._where_two_steps_point(x, at, half, end, samples, w)
            y = x
            for s, to in ((at, half), (half, end)):
                y = y + (to - s) * (y - teacher(y, s, samples, guidance=w)) / s.clamp_min(SIGMA_FLOOR)
        assert torch.allclose(x + (end - at) * (x - wanted) / at.clamp_min(SIGMA_FLOOR), y, atol=1e-4)


def test_a_student_exports_with_its_guidance_and_asks_for_one_pass(tmp_path):
    student, samples = guided(), batch()
    export.write_model(tmp_path, student, Autoencoder(), torch.float32)
    again, sigma, w = export.read_transformer(tmp_path), torch.tensor([.6, .3]), torch.tensor([2., 3.])
    with torch.no_grad():
        assert torch.equal(student(samples.tokens, sigma, samples, guidance=w), again(samples.tokens, sigma, samples, guidance=w))
    assert export.defaults(student.shape, 4) == {"steps": 4, "guidance": 1., "embedded_guidance": 2.5, "preview_every": 1}
    assert "embedded_guidance" not in export.defaults(replace(student.shape, guidance=False), 8)


def test_given_layers_stay_out_of_both_objectives():
    samples = batch()
    samples.known[:, :2], samples.weight[:, :2] = 1., 0.
    for objective in (Guiding(tiny()), Halving(guided(), 4)):
        torch.manual_seed(3)
        assert torch.isfinite(objective(guided(), samples, float(samples.weight.sum())))


def test_a_started_layer_is_held_until_its_strength_lets_go():
    start = torch.full((4, 128), 2.)
    request = Request("", 64, 64, [(0, 0, 2, 2)], starts={2: (torch.zeros(4, 64, 64), .5)})
    layers = [(0, (0, 0, 2, 2)), (1, (0, 0, 2, 2)), (2, (0, 0, 2, 2))]
    prepared = Prepared(request, layers, None, None, {}, {2: start})
    levels, noise = sigmas(4, export.SHIFT), torch.ones(12, 128)
    held, free = torch.zeros(12, 128), torch.zeros(12, 128)
    prepared.hold(held, noise, 2, levels)
    prepared.hold(free, noise, 3, levels)
    assert torch.allclose(held[8:], torch.tensor(float(2 - levels[2]))) and not held[:8].any() and not free.any()
