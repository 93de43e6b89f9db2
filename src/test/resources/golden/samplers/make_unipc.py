"""Makes unipc.safetensors: diffusers' UniPCMultistepScheduler driven by given model outputs (see README.md)."""

import diffusers
import torch
from safetensors.torch import save_file

BASE = dict(num_train_timesteps=1000, beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear")
CASES = {"leading": dict(timestep_spacing="leading", steps_offset=1), "linspace": dict(timestep_spacing="linspace"),
         "trailing": dict(timestep_spacing="trailing"), "karras": dict(use_karras_sigmas=True)}
STEPS = (1, 2, 6, 20)

generator = torch.Generator().manual_seed(7)
eps = torch.randn(max(STEPS), 1, 4, 3, 2, generator=generator)
start = torch.randn(1, 4, 3, 2, generator=generator)
tensors = {"eps": eps, "start": start}
for case, options in CASES.items():
    for steps in STEPS:
        scheduler = diffusers.UniPCMultistepScheduler(**BASE, **options)
        scheduler.set_timesteps(steps)
        latents = [start * scheduler.init_noise_sigma]
        for i, t in enumerate(scheduler.timesteps):
            latents.append(scheduler.step(eps[i], t, latents[-1]).prev_sample)
        name = f"{case}.{steps}"
        tensors[f"{name}.x"] = torch.stack(latents)
        tensors[f"{name}.timesteps"] = scheduler.timesteps
        tensors[f"{name}.sigmas"] = scheduler.sigmas
assert all(torch.isfinite(t).all() for t in tensors.values())
save_file({k: v.contiguous() for k, v in tensors.items()}, "unipc.safetensors")
