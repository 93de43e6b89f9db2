"""One pass of an anonymous region transformer in plain PyTorch, with random weights.

Arguments: a folder, heads, double blocks, single blocks, float32 or bfloat16, and the layers' boxes in tokens as JSON
([[x, y, width, height], ...]). Writes weights, config, an input and its output there, then makes one pass for each line
on stdin and answers with its CPU seconds.
"""

import json
import sys
import time

import torch
from safetensors.torch import load_file, save_file
from torch.nn.functional import gelu, layer_norm, linear, scaled_dot_product_attention, silu

HEAD, TEXT_DIM, POOLED, CHANNELS, TEXT_TOKENS, LAYERS = 128, 4096, 768, 64, 512, 52
AXES = (16, 56, 56)
TIMESTEP, GUIDANCE = 743.1, 4.0

torch.set_num_threads(1)
torch.manual_seed(1)
folder, heads, doubles, singles, dtype = sys.argv[1], *map(int, sys.argv[2:5]), getattr(torch, sys.argv[5])
boxes = json.loads(sys.argv[6])
dim = heads * HEAD


def shapes():
    """Names and sizes (out, in) of all matrices, and the sizes of the norms' vectors."""
    matrices = {"x_embedder": (dim, CHANNELS), "context_embedder": (dim, TEXT_DIM), "norm_out.linear": (2 * dim, dim)}
    for part, width in (("timestep", 256), ("guidance", 256), ("text", POOLED)):
        matrices[f"time_text_embed.{part}_embedder.linear_1"] = (dim, width)
        matrices[f"time_text_embed.{part}_embedder.linear_2"] = (dim, dim)
    matrices["proj_out"] = (CHANNELS, dim)
    norms = []
    for i in range(doubles):
        block = f"transformer_blocks.{i}"
        for norm, feed_forward in (("norm1", "ff"), ("norm1_context", "ff_context")):
            matrices[f"{block}.{norm}.linear"] = (6 * dim, dim)
            matrices[f"{block}.{feed_forward}.net.0.proj"] = (4 * dim, dim)
            matrices[f"{block}.{feed_forward}.net.2"] = (dim, 4 * dim)
        for name in ("to_q", "to_k", "to_v", "to_out.0", "add_q_proj", "add_k_proj", "add_v_proj", "to_add_out"):
            matrices[f"{block}.attn.{name}"] = (dim, dim)
        norms += [f"{block}.attn.{name}.weight" for name in ("norm_q", "norm_k", "norm_added_q", "norm_added_k")]
    for i in range(singles):
        block = f"single_transformer_blocks.{i}"
        matrices[f"{block}.norm.linear"] = (3 * dim, dim)
        matrices[f"{block}.proj_mlp"] = (4 * dim, dim)
        matrices[f"{block}.proj_out"] = (dim, 5 * dim)
        for name in ("to_q", "to_k", "to_v"):
            matrices[f"{block}.attn.{name}"] = (dim, dim)
        norms += [f"{block}.attn.{name}.weight" for name in ("norm_q", "norm_k")]
    return matrices, norms


def weights():
    matrices, norms = shapes()
    made = {"layer_pe": (torch.randn(1, LAYERS, 1, 1, dim) * 0.02).to(dtype)}
    for name, (out, width) in matrices.items():
        made[name + ".weight"] = (torch.randn(out, width) / width**0.5 * 0.7).to(dtype)
        made[name + ".bias"] = (torch.randn(out) * 0.02).to(dtype)
    for name in norms:
        made[name] = (1 + torch.randn(HEAD) * 0.02).to(dtype)
    return made


def lin(name, x):
    return linear(x, w[name + ".weight"], w[name + ".bias"])


def mlp(name, x):
    return lin(f"{name}.linear_2", silu(lin(f"{name}.linear_1", x)))


def waves(value):
    value = torch.tensor([value]).to(dtype) * 1000
    frequencies = torch.exp(-torch.log(torch.tensor(10000.0)) * torch.arange(128) / 128)
    angles = value.float()[:, None] * frequencies
    return torch.cat([angles.cos(), angles.sin()], -1).to(dtype)


def split(x):
    return x.unflatten(-1, (heads, HEAD)).transpose(1, 2)


def rms(x, name):
    x = x.float()
    return (x * torch.rsqrt((x * x).mean(-1, keepdim=True) + 1e-6)).to(dtype) * w[name]


def rope(x):
    real, imaginary = x.float().unflatten(-1, (-1, 2)).unbind(-1)
    turned = torch.stack([-imaginary, real], -1).flatten(-2)
    return (x.float() * cos + turned * sin).to(x.dtype)


def attention(q, k, v):
    return scaled_dot_product_attention(rope(q), rope(k), v).transpose(1, 2).flatten(2)


def norm(x, scale, shift):
    return layer_norm(x, (dim,), eps=1e-6) * (1 + scale) + shift


def double(i, x, e, s):
    at = f"transformer_blocks.{i}."
    m = lin(at + "norm1.linear", s).chunk(6, -1)
    c = lin(at + "norm1_context.linear", s).chunk(6, -1)
    n, nc = norm(x, m[1], m[0]), norm(e, c[1], c[0])
    names = (("add_q_proj", "to_q"), ("add_k_proj", "to_k"), ("add_v_proj", "to_v"))
    (tq, q), (tk, k), (tv, v) = [
        (split(lin(f"{at}attn.{text}", nc)), split(lin(f"{at}attn.{image}", n))) for text, image in names
    ]
    q = torch.cat([rms(tq, at + "attn.norm_added_q.weight"), rms(q, at + "attn.norm_q.weight")], 2)
    k = torch.cat([rms(tk, at + "attn.norm_added_k.weight"), rms(k, at + "attn.norm_k.weight")], 2)
    a = attention(q, k, torch.cat([tv, v], 2))
    text = e.shape[1]
    x = x + m[2] * lin(at + "attn.to_out.0", a[:, text:])
    e = e + c[2] * lin(at + "attn.to_add_out", a[:, :text])
    x = x + m[5] * feed(at + "ff", norm(x, m[4], m[3]))
    return x, e + c[5] * feed(at + "ff_context", norm(e, c[4], c[3]))


def feed(name, x):
    return lin(name + ".net.2", gelu(lin(name + ".net.0.proj", x), approximate="tanh"))


def single(i, y, s):
    at = f"single_transformer_blocks.{i}."
    m = lin(at + "norm.linear", s).chunk(3, -1)
    n = norm(y, m[1], m[0])
    q = rms(split(lin(at + "attn.to_q", n)), at + "attn.norm_q.weight")
    k = rms(split(lin(at + "attn.to_k", n)), at + "attn.norm_k.weight")
    a = attention(q, k, split(lin(at + "attn.to_v", n)))
    hidden = gelu(lin(at + "proj_mlp", n), approximate="tanh")
    return y + m[2] * lin(at + "proj_out", torch.cat([a, hidden], -1))


@torch.inference_mode()
def step():
    t = TIMESTEP / 1000 if dtype == torch.float32 else float(torch.tensor(TIMESTEP).to(dtype) / 1000)
    temb = mlp("time_text_embed.timestep_embedder", waves(t)) + mlp("time_text_embed.guidance_embedder", waves(GUIDANCE))
    s = silu(temb + mlp("time_text_embed.text_embedder", case["pooled"]))
    x = lin("x_embedder", case["tokens"]) + w["layer_pe"][0, layers, 0, 0]
    e = lin("context_embedder", case["text"])
    for i in range(doubles):
        x, e = double(i, x, e, s)
    y = torch.cat([e, x], 1)
    for i in range(singles):
        y = single(i, y, s)
    scale, shift = lin("norm_out.linear", s).chunk(2, -1)
    return lin("proj_out", norm(y[:, TEXT_TOKENS:], scale, shift))


def table(positions):
    angles = []
    for axis, width in enumerate(AXES):
        frequencies = 10000.0 ** (-torch.arange(0, width, 2, dtype=torch.float64) / width)
        angles.append((positions[:, axis, None].double() * frequencies).repeat_interleave(2, -1))
    angles = torch.cat(angles, -1)
    return angles.cos().float(), angles.sin().float()


save_file(weights(), f"{folder}/diffusion_pytorch_model.safetensors")
w = load_file(f"{folder}/diffusion_pytorch_model.safetensors")  # mapped, as ours is
with open(f"{folder}/config.json", "w") as file:
    json.dump(
        dict(
            num_layers=doubles,
            num_single_layers=singles,
            num_attention_heads=heads,
            attention_head_dim=HEAD,
            in_channels=CHANNELS,
            joint_attention_dim=TEXT_DIM,
            pooled_projection_dim=POOLED,
            guidance_embeds=True,
            axes_dims_rope=AXES,
            max_layer_num=LAYERS,
        ),
        file,
    )
cells = [(i, y + dy, x + dx) for i, (x, y, width, height) in enumerate(boxes) for dy in range(height) for dx in range(width)]
layers = torch.tensor([cell[0] for cell in cells])
cos, sin = table(torch.cat([torch.zeros(TEXT_TOKENS, 3, dtype=torch.long), torch.tensor(cells)]))
case = dict(
    tokens=torch.randn(1, len(cells), CHANNELS).to(dtype),
    text=torch.randn(1, TEXT_TOKENS, TEXT_DIM).to(dtype),
    pooled=torch.randn(1, POOLED).to(dtype),
)
save_file({**case, "out": step()}, f"{folder}/case.safetensors")
print(json.dumps({"torch": torch.__version__}), flush=True)
for _ in sys.stdin:
    start = time.process_time()
    step()
    print(time.process_time() - start, flush=True)
