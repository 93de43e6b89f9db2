"""Makes fixed.safetensors: whole runs in which some layers are given or start from pixels, with diffusers' FLUX transformer,
autoencoder and scheduler on ../open's checkpoint, noise and prompt. python make_fixed.py; torch 2.7.1 CPU, diffusers 0.42.1.

A given layer's tokens are at every step what its pixels, encoded on grey, are at that step's noise; a layer with a start is
held so until the noise has fallen to what its strength allows, and is the sampler's from there on."""
import json

import numpy
import torch
from diffusers import AutoencoderKL, FlowMatchEulerDiscreteScheduler, FluxTransformer2DModel
from diffusers.pipelines.flux.pipeline_flux import calculate_shift
from safetensors.torch import load_file, save_file

SET = "../open"
torch.set_grad_enabled(False)
run, told = load_file(f"{SET}/pipeline.safetensors"), json.load(open(f"{SET}/pipeline.json"))
boxes, steps = [[v // 16 for v in box] for box in told["boxes"]], told["steps"]
cells = torch.tensor([(i, y, x) for i, (l, t, r, b) in enumerate(boxes) for y in range(t, b) for x in range(l, r)])
layers, rows, columns = cells.T


def load_transformer():
    config = json.load(open(f"{SET}/checkpoint/transformer/config.json"))
    pe_layers = config.pop("max_layer_num")
    config = {k: v for k, v in config.items() if not k.startswith("_")}
    net = FluxTransformer2DModel(**config).eval()
    shards = json.load(open(f"{SET}/checkpoint/transformer/diffusion_pytorch_model.safetensors.index.json"))["weight_map"]
    weights = {}
    for shard in set(shards.values()):
        weights |= load_file(f"{SET}/checkpoint/transformer/{shard}")
    pe = weights.pop("layer_pe")
    assert pe.shape[1] == pe_layers
    net.load_state_dict(weights)
    net.x_embedder.register_forward_hook(lambda module, given, made: made + pe[0, layers, 0, 0])
    return net


def tokens(latents):  # (layers, 16, h, w) -> (1, n, 64), the boxes' cells
    n, c, h, w = latents.shape
    cut = latents.reshape(n, c, h // 2, 2, w // 2, 2).permute(0, 2, 4, 1, 3, 5).flatten(3)
    return cut[layers, rows, columns][None]


def velocity(x, sigma):
    def one(text, pooled):
        return net(hidden_states=x, encoder_hidden_states=text, pooled_projections=pooled, timestep=sigma[None],
                   img_ids=cells.float(), txt_ids=torch.zeros(text.shape[1], 3),
                   guidance=torch.tensor([told["guidance_scale"]])).sample
    with_prompt, without = one(run["prompt_embeds"], run["pooled"]), one(run["neg_prompt_embeds"], run["neg_pooled"])
    return with_prompt, without + told["true_gs"] * (with_prompt - without)


def clean(layer, rgba):
    l, t, r, b = told["boxes"][layer]
    page = torch.zeros(1, 3, told["H"], told["W"])
    values = rgba.float() / 255
    page[0, :, t:b, l:r] = ((values[..., :3] * 2 - 1) * values[..., 3:]).permute(2, 0, 1)
    latents = (vae.encode(page).latent_dist.mean - vae.config.shift_factor) * vae.config.scaling_factor
    return tokens(latents.expand(len(boxes), -1, -1, -1))[:, layers == layer]


def go(held):
    scheduler = FlowMatchEulerDiscreteScheduler.from_config(f"{SET}/checkpoint/scheduler/scheduler_config.json")
    c = scheduler.config
    mu = calculate_shift(len(cells), c.base_image_seq_len, c.max_image_seq_len, c.base_shift, c.max_shift)
    scheduler.set_timesteps(sigmas=numpy.linspace(1, 1 / steps, steps), mu=mu)
    x, made = noise.clone(), []
    for i, sigma in enumerate(scheduler.sigmas):
        if i > 0:
            x = scheduler.step(velocity(x, scheduler.sigmas[i - 1])[1], scheduler.timesteps[i - 1], x).prev_sample
        for layer, (own, release) in held.items():
            if i <= release:
                x[:, layers == layer] = (1 - sigma) * own + sigma * noise[:, layers == layer]
        made.append(x.clone())
    return torch.cat(made)  # (steps + 1, n, 64): the start and what each step left


net = load_transformer()
vae = AutoencoderKL.from_pretrained(f"{SET}/checkpoint/vae")
noise = tokens(run["in.noise_latents"][0])
cut = tokens(run["step0.pred_pos"][0])
assert (velocity(noise, run["sigmas"][0])[0] - cut).abs().max() < 5e-5  # the reference's first pass
generator = torch.Generator().manual_seed(3)
made, last = {}, len(boxes) - 1
cases = {
    "around": {2: steps, 4: steps // 2},  # layer 2 given, layer 4 from a start at strength 0.5, all else made
    "region": {layer: steps for layer in range(1, last)},  # the last region made again, all else given
    "restyle": {**{layer: steps for layer in range(1, last)}, last: steps // 2},  # the last one from a start at 0.5
}


def pixels(layer, binary):
    l, t, r, b = told["boxes"][layer]
    rgba = torch.randint(0, 256, (b - t, r - l, 4), generator=generator, dtype=torch.uint8)
    if layer == 1 or binary:
        rgba[..., 3] = 255 if layer == 1 else rgba[..., 3] // 128 * 255
    return rgba


def picture(own):
    """Of layers that are clear or opaque at each pixel."""
    page = own[1].clone()
    for layer in range(2, len(boxes)):
        l, t, r, b = told["boxes"][layer]
        page[t:b, l:r] = torch.where(own[layer][..., 3:] == 255, own[layer], page[t:b, l:r])
    return page


for name, held in cases.items():
    own = {layer: pixels(layer, name == "restyle") for layer in held}
    if name == "restyle":  # where every layer is known at the start, their picture is too
        own[0], held = picture(own), {**held, 0: held[last]}
    made |= {f"{name}.pixels.{layer}": rgba for layer, rgba in own.items() if layer > 0}
    made[f"{name}.tokens"] = go({layer: (clean(layer, own[layer]), release) for layer, release in held.items()})
assert all(torch.isfinite(value.float()).all() for value in made.values())
save_file({name: value.contiguous() for name, value in made.items()}, "fixed.safetensors")
