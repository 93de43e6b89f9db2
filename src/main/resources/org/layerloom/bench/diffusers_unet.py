"""One step of a UNet of SDXL at a quarter of its width by diffusers. Argument: a folder.

Writes config, random weights, input and output there, then takes one step for each line on stdin and answers with
its CPU seconds.
"""

import json
import sys
import time

import diffusers
import torch
from diffusers import UNet2DConditionModel
from safetensors.torch import save_file

torch.set_num_threads(1)
folder = sys.argv[1]
torch.manual_seed(1)
unet = UNet2DConditionModel(
    block_out_channels=(80, 160, 320),
    norm_num_groups=16,
    down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
    up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
    attention_head_dim=(1, 2, 5),
    transformer_layers_per_block=(1, 2, 10),
    cross_attention_dim=512,
    use_linear_projection=True,
    addition_embed_type="text_time",
    addition_time_embed_dim=64,
    projection_class_embeddings_input_dim=320 + 6 * 64,
).eval()
unet.save_pretrained(folder)
case = dict(
    sample=torch.randn(2, 4, 64, 64),
    states=torch.randn(2, 77, 512),
    pooled=torch.randn(2, 320),
    time_ids=torch.tensor([[512.0, 512, 0, 0, 512, 512]] * 2),
)


@torch.inference_mode()
def step():
    added = dict(text_embeds=case["pooled"], time_ids=case["time_ids"])
    return unet(case["sample"], 601, case["states"], added_cond_kwargs=added, return_dict=False)[0]


save_file({**case, "out": step()}, f"{folder}/case.safetensors")
print(json.dumps({"torch": torch.__version__, "diffusers": diffusers.__version__}), flush=True)
for _ in sys.stdin:
    start = time.process_time()
    step()
    print(time.process_time() - start, flush=True)
