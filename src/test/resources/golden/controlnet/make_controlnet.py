"""Makes the fixtures of this folder: tiny random ControlNets and UNets of diffusers, and what they give.

usage: python make_controlnet.py FOLDER      (torch 2.7.1, diffusers 0.42.1, on the CPU)
"""

import sys
from pathlib import Path

import torch
from diffusers import ControlNetModel, UNet2DConditionModel
from safetensors.torch import save_file

COMMON = dict(norm_num_groups=4, layers_per_block=2)
XL = dict(
    block_out_channels=(8, 12, 24),
    down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
    attention_head_dim=(2, 6, 3),
    transformer_layers_per_block=(1, 2, 1),
    cross_attention_dim=20,
    use_linear_projection=True,
    addition_embed_type="text_time",
    addition_time_embed_dim=6,
    projection_class_embeddings_input_dim=10 + 6 * 6,
)
SD15 = dict(
    block_out_channels=(4, 8, 12, 12),
    down_block_types=("CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "DownBlock2D"),
    attention_head_dim=4,
    cross_attention_dim=10,
)
UP = {"DownBlock2D": "UpBlock2D", "CrossAttnDownBlock2D": "CrossAttnUpBlock2D"}
HEIGHT, WIDTH, BATCH, WORDS, SCALE, TIMESTEP = 8, 16, 2, 5, 0.7, 333


def randomise(module, seed):
    """Every weight random, the zero convolutions and norms too."""
    generator = torch.Generator().manual_seed(seed)
    for name, parameter in module.named_parameters():
        noise = torch.randn(parameter.shape, generator=generator)
        if parameter.dim() > 1:
            parameter.data = noise / parameter[0].numel() ** 0.5
        else:
            parameter.data = noise * 0.1 + (1.0 if "norm" in name and name.endswith("weight") else 0.0)
    return module.eval()


def make(folder, sizes, seed):
    up = tuple(UP[t] for t in reversed(sizes["down_block_types"]))
    unet = randomise(UNet2DConditionModel(**COMMON, **sizes, up_block_types=up), seed)
    control = randomise(
        ControlNetModel(**COMMON, **sizes, conditioning_embedding_out_channels=(4, 6, 8, 10)), seed + 1
    )
    unet.save_pretrained(folder / "unet")
    control.save_pretrained(folder / "controlnet")
    generator = torch.Generator().manual_seed(seed + 2)
    case = dict(
        sample=torch.randn(BATCH, 4, HEIGHT, WIDTH, generator=generator),
        states=torch.randn(BATCH, WORDS, sizes["cross_attention_dim"], generator=generator),
        image=torch.rand(1, 3, 8 * HEIGHT, 8 * WIDTH, generator=generator),
        timestep=torch.tensor([float(TIMESTEP)]),
        scale=torch.tensor([SCALE]),
    )
    added = None
    if "addition_embed_type" in sizes:
        case["pooled"] = torch.randn(BATCH, 10, generator=generator)
        case["time_ids"] = torch.tensor([[64.0, 128, 8, 0, 64, 128]] * BATCH)
        added = dict(text_embeds=case["pooled"], time_ids=case["time_ids"])
    with torch.no_grad():
        down, mid = control(
            case["sample"],
            TIMESTEP,
            case["states"],
            case["image"],
            conditioning_scale=SCALE,
            added_cond_kwargs=added,
            return_dict=False,
        )
        case["plain"] = unet(case["sample"], TIMESTEP, case["states"], added_cond_kwargs=added).sample
        case["out"] = unet(
            case["sample"],
            TIMESTEP,
            case["states"],
            added_cond_kwargs=added,
            down_block_additional_residuals=down,
            mid_block_additional_residual=mid,
        ).sample
    case["mid"] = mid
    case.update({f"down.{i}": d for i, d in enumerate(down)})
    save_file({k: v.contiguous() for k, v in case.items()}, folder / "case.safetensors")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    make(target / "sdxl", XL, 71)
    make(target / "sd15", SD15, 72)
