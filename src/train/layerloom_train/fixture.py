"""Small parity fixtures for the Java classes: a tiny random checkpoint, and what this code makes of it.

Expected values are computed in float64; the tolerances written beside them are what float32 differs by, times a margin.
"""
from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor

from . import export
from .autoencoder import Autoencoder, straight
from .export import read_autoencoder, read_transformer
from .files import save_json
from .pipeline import Pipeline, Request, sigmas, snap
from .sequences import collate, row
from .text import TextEncoder, package_folder
from .transformer import Shape, Transformer

TEXT_WIDTH, TEXT_LAYERS, TEXT_HEADS = 32, 2, 2
WORDS = ("a cartoon poster with red balloon cat star and the text sale on blue background moon two flat , . ' : - ! party is here "
         "yellow green cake tree").split()
PROMPTS = ("a red balloon", "A cartoon poster with a cat, a star and the text 'SALE' on a blue background.", "Café über party-hat!")
PROJECT_PROMPTS = ("a birthday cake", "A flat poster with a red balloon, a fox and the text 'HAPPY BIRTHDAY' in navy on a mint background",
                   "Café crème & ice-cream — 50% off!")


def randomise(module: torch.nn.Module, seed: int) -> None:
    """Every weight of a size that lets every part of the graph show in the result; no zeros, no ones."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, p in module.named_parameters():
            fan = p[0].numel() if p.ndim > 1 else 1
            noise = torch.randn(p.shape, generator=generator)
            if "norm_q" in name or "norm_k" in name:
                p.copy_(1 + .2 * noise)
            elif p.ndim > 1 and name != "layer_pe":
                p.copy_(noise / fan ** .5)
            else:
                p.copy_(noise * .2)


def tiny_tokenizer(path: Path) -> dict[str, int]:
    """MiniLM's tokenizer with a vocabulary of letters and a few words: same normaliser, pre-tokeniser and post-processor."""
    data = json.loads((package_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    letters = "abcdefghijklmnopqrstuvwxyz0123456789%&"
    names = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *("##" + c for c in letters), *sorted(set(WORDS) - set(letters))]
    ids = {n: i for i, n in enumerate(names)}
    data["model"]["vocab"] = ids
    for token in data["added_tokens"]:
        token["id"] = ids[token["content"]]
    special = data["post_processor"].get("special_tokens", {})
    for name, entry in special.items():
        entry["ids"] = [ids[name]]
    if "cls" in data["post_processor"]:
        data["post_processor"]["cls"], data["post_processor"]["sep"] = ["[CLS]", ids["[CLS]"]], ["[SEP]", ids["[SEP]"]]
    data["truncation"], data["padding"] = None, None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False) + "\n", encoding="utf-8")
    return ids


def tiny_text_encoder(folder: Path, vocabulary: int) -> None:
    generator, d, m = torch.Generator().manual_seed(4), TEXT_WIDTH, 64
    sizes = {"embeddings.word_embeddings.weight": (vocabulary, d), "embeddings.position_embeddings.weight": (64, d),
             "embeddings.token_type_embeddings.weight": (2, d), "embeddings.LayerNorm.weight": (d,), "embeddings.LayerNorm.bias": (d,)}
    for i in range(TEXT_LAYERS):
        p = f"encoder.layer.{i}."
        for name, (o, n) in {"attention.self.query": (d, d), "attention.self.key": (d, d), "attention.self.value": (d, d),
                             "attention.output.dense": (d, d), "intermediate.dense": (m, d), "output.dense": (d, m)}.items():
            sizes[p + name + ".weight"], sizes[p + name + ".bias"] = (o, n), (o,)
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            sizes[p + name + ".weight"], sizes[p + name + ".bias"] = (d,), (d,)
    tensors = {}
    for name, size in sizes.items():
        noise = torch.randn(size, generator=generator)
        tensors[name] = (1 + .2 * noise if name.endswith("LayerNorm.weight") else noise * .2 if len(size) == 1 else noise / size[-1] ** .5).half()
    folder.mkdir(parents=True, exist_ok=True)
    save_file(tensors, folder / "model.safetensors")
    (folder / "model.safetensors").chmod(0o644)
    save_json({"architectures": ["BertModel"], "model_type": "bert", "hidden_act": "gelu", "hidden_size": d, "intermediate_size": m,
               "layer_norm_eps": 1e-12, "max_position_embeddings": 64, "num_attention_heads": TEXT_HEADS, "num_hidden_layers": TEXT_LAYERS,
               "pad_token_id": 0, "position_embedding_type": "absolute", "type_vocab_size": 2, "vocab_size": vocabulary,
               "torch_dtype": "float16"}, folder / "config.json")


def tiny_checkpoint(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
    transformer = Transformer(Shape(heads=2, axes=(4, 6, 6), blocks=2, text_width=TEXT_WIDTH))
    autoencoder = Autoencoder(widths=(8, 8, 16), blocks=(1, 1, 1), refine=4)
    randomise(transformer, 1)
    randomise(autoencoder, 2)
    export.write_model(folder, transformer, autoencoder, torch.float32)
    tiny_text_encoder(folder / "text_encoder", len(tiny_tokenizer(folder / "tokenizer/tokenizer.json")))
    export.write_index(folder, "layerloom-tiny", "0", export.defaults(transformer.shape, export.STEPS))


def _save(path: Path, tensors: dict[str, Tensor]) -> None:
    save_file({k: (v.float() if v.is_floating_point() else v).contiguous().clone() for k, v in tensors.items()}, path)
    path.chmod(0o644)


def _gap(wide: dict[str, Tensor], narrow: dict[str, Tensor]) -> float:
    return max(float((wide[k] - narrow[k].double()).abs().max()) for k in wide)


def tolerance(gap: float) -> float:
    """A margin of eight for another order of sums, never below a millionth."""
    return float(f"{max(1e-6, 8 * gap):.1e}")


def transformer_fixture(folder: Path) -> dict:
    width, height = 128, 96
    boxes_px = [(0, 0, 64, 64), (40, 30, 120, 90), (64, 0, 128, 32)]
    layers = [(0, (0, 0, 4, 3)), (1, (0, 0, 4, 3)), *((2 + i, snap(*b)) for i, b in enumerate(boxes_px))]
    g = torch.Generator().manual_seed(9)
    latents = torch.randn(1, len(layers), 32, height // 16, width // 16, generator=g)
    text, pooled = torch.randn(1, 7, TEXT_WIDTH, generator=g), torch.randn(1, TEXT_WIDTH, generator=g)
    regions = torch.randn(3, TEXT_WIDTH, generator=g)
    regions[1] = 0
    links, known, sigma = [0, 3, 3, 0, 2, 0, 4], [0, 0, 1, 0, 0], .7

    def run(dtype: torch.dtype) -> dict[str, Tensor]:
        from .autoencoder import to_tokens
        model = read_transformer(folder / "checkpoint").to(dtype)
        full = to_tokens(latents[0].to(dtype))
        values = [(i, b, full[i, b[1]:b[1] + b[3], b[0]:b[0] + b[2]].reshape(b[2] * b[3], -1).float().numpy()) for i, b in layers]
        one = row(values, text[0].numpy(), pooled[0].numpy(), np.array(links), {2 + i: regions[i].numpy() for i in range(3)},
                  {i for i, k in enumerate(known) if k})
        batch = collate([one]).map(lambda t: t.to(dtype) if t.is_floating_point() else t)
        record: list[Tensor] = []
        with torch.no_grad():
            x0 = model(batch.tokens, torch.tensor([sigma], dtype=dtype), batch, record)
        return {"tokens": batch.tokens[0], "box_features": batch.features[0], "embedding": record[0][0],
                **{f"block.{i}": r[0] for i, r in enumerate(record[1:])}, "x0": x0[0], "velocity": ((batch.tokens - x0) / max(sigma, .05))[0]}
    wide, narrow = run(torch.float64), run(torch.float32)
    position = collate([row([(i, b, np.zeros((b[2] * b[3], 128))) for i, b in layers], text[0].numpy(), pooled[0].numpy(), np.array(links), {})]).position[0]
    _save(folder / "transformer.safetensors", {"latents": latents, "text": text, "pooled": pooled, "region_prompts": regions, "position": position, **wide})
    info = {"width": width, "height": height, "boxes_px": boxes_px, "boxes_tokens": [list(b) for _, b in layers], "text_links": links, "known": known,
            "sigma": sigma, "measured_fp32": _gap(wide, narrow), "tolerance": tolerance(_gap(wide, narrow))}
    save_json(info, folder / "transformer.json")
    return info


def autoencoder_fixture(folder: Path) -> dict:
    g = torch.Generator().manual_seed(11)
    image = torch.rand(1, 4, 64, 96, generator=g)
    image[:, 3:, :, 60:] = 0
    image[:, 3:, :40, :40] = 1
    small = torch.rand(1, 4, 32, 32, generator=g)

    def run(dtype: torch.dtype) -> dict[str, Tensor]:
        model, out = read_autoencoder(folder / "checkpoint").to(dtype), {}
        with torch.no_grad():
            for name, x in (("", image), ("small.", small)):
                z = model.encode(x.to(dtype))
                y = model.decode(z)
                out |= {name + "latents": z, name + "planes": y, name + "straight": straight(y.clamp(0, 1))}
        return out
    wide, narrow = run(torch.float64), run(torch.float32)
    solid = (wide["planes"][:, 3:] > .05).expand_as(wide["straight"])
    gap = max(_gap({k: v for k, v in wide.items() if "straight" not in k}, narrow),
              float(((wide["straight"] - narrow["straight"].double()).abs() * solid).max()))
    _save(folder / "autoencoder.safetensors", {"image": image, "small.image": small, **{k: v for k, v in wide.items() if k != "straight"}})
    return {"measured_fp32": gap, "tolerance": tolerance(gap)}


def text_fixture(folder: Path) -> dict:
    tensors, rows, gaps = {}, [], []
    for name, source, prompts in (("", None, PROJECT_PROMPTS), ("tiny.", folder / "checkpoint", PROMPTS)):
        wide, narrow = (TextEncoder(source, t).encode(list(prompts), batch=1) for t in (torch.float64, torch.float32))
        for i, (p, w, n) in enumerate(zip(prompts, wide, narrow)):
            tensors[f"{name}{i}.hidden"], tensors[f"{name}{i}.pooled"] = torch.from_numpy(w.hidden), torch.from_numpy(w.pooled)
            gaps.append(max(np.abs(w.hidden - n.hidden).max(), np.abs(w.pooled - n.pooled).max()))
            rows.append({"name": f"{name}{i}", "prompt": p, "ids": w.ids, "offsets": [list(o) for o in w.offsets]})
    _save(folder / "text.safetensors", tensors)
    info = {"prompts": rows, "measured_fp32": float(max(gaps)), "tolerance": tolerance(float(max(gaps)))}
    save_json(info, folder / "text.json")
    return info


def pipeline_fixture(folder: Path) -> dict:
    width, height, steps, guidance = 128, 96, 4, 2.5
    prompt = "a cartoon poster with a red balloon, a cat and the text 'sale' on a blue background"
    boxes_px = [(0, 0, 64, 64), (70, 35, 128, 96), (0, 64, 60, 96)]
    spans = [(prompt.index(p), prompt.index(p) + len(p)) if p else None for p in ("a red balloon", "a cat", "")]
    g = torch.Generator().manual_seed(21)
    known = torch.rand(4, 64, 64, generator=g)
    noise = torch.randn(1, 5, 32, height // 16, width // 16, generator=g)
    request = Request(prompt, width, height, [snap(*b) for b in boxes_px], spans, {2: "a yellow star"}, {2: known})

    def run(dtype: torch.dtype) -> dict[str, Tensor]:
        pipe = Pipeline.of_folder(folder / "checkpoint", dtype)
        prepared, after = pipe.prepare(request), []
        tokens = pipe.sample([prepared], [noise], steps, guidance, on_step=lambda x: after.append(x[0].clone()))
        result = pipe.decode(prepared, tokens[0])
        out = {"start": pipe.noise_tokens(prepared, noise), **{f"step.{i + 1}": t for i, t in enumerate(after)}}
        for i, planes in list(enumerate(result.planes))[2:]:
            out[f"layer.{i}.planes"] = planes
        out["text_layer"] = torch.from_numpy(prepared.text.text_layer)
        return out
    wide, narrow = run(torch.float64), run(torch.float32)
    _save(folder / "pipeline.safetensors", {"noise": noise, "known": known, **wide})
    info = {"prompt": prompt, "width": width, "height": height, "boxes_px": boxes_px, "spans": spans, "region_prompts": {"2": "a yellow star"},
            "known_layers": [2], "steps": steps, "guidance": guidance, "shift": export.SHIFT, "sigmas": sigmas(steps, export.SHIFT),
            "measured_fp32": _gap(wide, narrow), "tolerance": tolerance(_gap(wide, narrow))}
    save_json(info, folder / "pipeline.json")
    return info


README = """# Parity fixtures of our own model

Made by `python -m layerloom_train fixture` (src/train). Expected values are computed in float64 and stored as F32.
"measured" is the largest difference of the same code in float32; the tolerance is eight times that.

`checkpoint/` is a whole model folder as docs/model/FORMAT.md says, tiny and random (2 heads of 16, 2 blocks; text encoder of
width 32 with a vocabulary of letters and a few words). Every weight is random, none is zero.

| file | holds | measured | tolerance |
|---|---|---|---|
| transformer.safetensors, .json | inputs `latents` [1,5,32,6,8], `text` [1,7,32], `pooled` [1,32], `region_prompts` [3,32] (row 1 zeros = anonymous); boxes, links, known flags and sigma in the json. Outputs in sequence order (merged, background, regions; each row by row), [N, ...]: `tokens`, `position` (layer, row, column), `box_features` [N,18], `embedding` (the sum X), `block.0`, `block.1` (image tokens after each block), `x0`, `velocity` | {transformer[measured_fp32]:.1e} | {transformer[tolerance]:.1e} |
| autoencoder.safetensors | `image` [1,4,64,96] straight RGBA; `latents` [1,32,4,6]; `planes` [1,4,64,96] grey-composited rgb and alpha in 0..1, not clipped; `small.*`: the same for 32 x 32 px, the smallest crop, and `small.straight` from the clipped planes, without the bleed: compare where alpha > .05 | {autoencoder[measured_fp32]:.1e} | {autoencoder[tolerance]:.1e} |
| text.safetensors, .json | `0..2`: the real MiniLM in assets/models/layerloom-2 (fp16 weights, computed wide), `tiny.0..2`: that of checkpoint/. ids with [CLS] and [SEP]; `hidden` [T,384] without them; `pooled` [384] with them; `offsets` in characters | {text[measured_fp32]:.1e} | {text[tolerance]:.1e} |
| pipeline.safetensors, .json | `noise` [1,5,32,6,8], `known` [4,64,64] straight RGBA of layer 2 (encoded, its tokens stay clean); `text_layer` [T] (rope's layer index of each text token); `start`, `step.1` .. `step.4` [N,128]: all tokens in sequence order before and after each step; `layer.2..4.planes` clipped. Guidance 2.5, shift 4 | {pipeline[measured_fp32]:.1e} | {pipeline[tolerance]:.1e} |

Boxes: `boxes_px` are left, top, right, bottom; `boxes_tokens` are x, y, width, height after snapping outward to 32 px.
In the first step a known layer's cells of `start` are still the noise; they are replaced before the first pass.
"""


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    tiny_checkpoint(folder / "checkpoint")
    info = {"transformer": transformer_fixture(folder), "autoencoder": autoencoder_fixture(folder), "text": text_fixture(folder),
            "pipeline": pipeline_fixture(folder)}
    (folder / "README.md").write_text(README.format(**info), encoding="utf-8")
    total = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    print(f"{folder}: {total / 1e6:.2f} MB", {k: v["measured_fp32"] for k, v in info.items()}, flush=True)
