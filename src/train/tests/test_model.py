"""The networks on tiny random weights."""
import numpy as np
import pytest
import torch

from layerloom_train import export, train_autoencoder, train_transformer
from layerloom_train.ablate import layers_apart
from layerloom_train.autoencoder import Autoencoder, from_tokens, on_colour, planes, straight, to_tokens
from layerloom_train.fixture import randomise
from layerloom_train.sequences import box_features, collate, row
from layerloom_train.settings import State
from layerloom_train.transformer import Shape, Transformer


def tiny() -> Transformer:
    model = Transformer(Shape(heads=2, axes=(4, 6, 6), blocks=2, text_width=16))
    randomise(model, 3)
    return model.eval()


def sequence(seed: int, boxes, words: int = 4):
    rng = np.random.default_rng(seed)
    layers = [(2 + i, b, rng.standard_normal((b[2] * b[3], 128))) for i, b in enumerate(boxes)]
    return row(layers, rng.standard_normal((words, 16)).astype(np.float32), rng.standard_normal(16).astype(np.float32), np.arange(words) % 3, {})


def test_padding_does_not_change_a_sequence():
    model, short, long = tiny(), sequence(1, [(0, 0, 2, 2)]), sequence(2, [(0, 0, 3, 2), (4, 4, 2, 3)], 7)
    both, alone = collate([short, long]), collate([short])
    with torch.no_grad():
        a = model(both.tokens, torch.tensor([.6, .6]), both)[0, :4]
        b = model(alone.tokens, torch.tensor([.6]), alone)[0]
    assert torch.allclose(a, b, atol=1e-4)


def test_links_and_box_prompts_matter():
    model, batch = tiny(), collate([sequence(1, [(0, 0, 2, 2), (3, 3, 2, 2)])])
    with torch.no_grad():
        first = model(batch.tokens, torch.tensor([.6]), batch)
        batch.text_layer = batch.text_layer * 0
        assert not torch.allclose(first, model(batch.tokens, torch.tensor([.6]), batch))
        batch.region = torch.ones_like(batch.region)
        assert not torch.allclose(first, model(batch.tokens, torch.tensor([.6]), batch))


def test_layers_kept_apart_see_each_other_only_through_the_text():
    model, batch = tiny(), layers_apart(collate([sequence(1, [(0, 0, 2, 2), (3, 3, 2, 2)], words=2)]))
    seen = batch.mask[0]
    assert seen[:2].all() and seen[:, :2].all() and seen[2:6, 2:6].all() and seen[6:, 6:].all() and not seen[2:6, 6:].any()
    with torch.no_grad():
        apart = model(batch.tokens, torch.tensor([.6]), batch)
        batch.mask = None
        assert not torch.allclose(apart, model(batch.tokens, torch.tensor([.6]), batch))


def test_export_reads_back_the_same(tmp_path):
    model = tiny()
    export.write_model(tmp_path, model, Autoencoder(widths=(8, 8, 16), blocks=(1, 1, 1), refine=4), torch.float32)
    again, batch = export.read_transformer(tmp_path), collate([sequence(4, [(1, 1, 2, 3)])])
    with torch.no_grad():
        assert torch.equal(model(batch.tokens, torch.tensor([.3]), batch), again(batch.tokens, torch.tensor([.3]), batch))
    export.read_autoencoder(tmp_path)


def test_tokens_and_latents_are_inverse():
    z = torch.randn(2, 32, 4, 6)
    assert torch.equal(from_tokens(to_tokens(z)), z)
    assert to_tokens(z)[0, 1, 2, 5 * 4 + 1 * 2 + 0] == z[0, 5, 3, 4]


def test_planes_composite_linearly_and_turn_back():
    rgba = torch.rand(1, 4, 8, 8) * .9 + .1
    y = planes(rgba) * .5 + .5
    assert torch.allclose(straight(y), rgba, atol=1e-5)
    assert torch.allclose(on_colour(y, .3), rgba[:, :3] * rgba[:, 3:] + .3 * (1 - rgba[:, 3:]), atol=1e-5)


def test_box_features():
    f = box_features(2, 4)
    assert f.shape == (8, 18) and np.allclose(f[:, 16], -.5) and np.allclose(f[:, 17], .5)
    assert np.allclose(f[1, 0], np.cos(np.pi * .75)) and np.allclose(f[2, 1], np.cos(np.pi * 3 / 8))


def test_training_begins_from_an_exported_model_and_never_over_a_checkpoint(tmp_path):
    state, model, codec = State.of(str(tmp_path / "state")), tiny(), Autoencoder()
    export.write_model(tmp_path / "model", model, codec, torch.float32)
    export.begin_from(tmp_path / "model", state)
    begun, begun_codec = export.averaged(state.root / train_transformer.CHECKPOINT), train_autoencoder.load(state)
    for ours, theirs in ((model, begun), (codec, begun_codec)):
        assert all(torch.equal(a, theirs.state_dict()[name]) for name, a in ours.state_dict().items())
    with pytest.raises(SystemExit, match="is there already"):
        export.begin_from(tmp_path / "model", state)
