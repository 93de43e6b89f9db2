"""One step of a UNet of SDXL, or of one at a part of its width, by diffusers. Arguments: a folder, the part (1 or 4).

Writes config, random weights, input and output there, then takes one step for each line on stdin and answers with
its CPU seconds.
"""

import json
import sys
import time

import diffusers
import torch
from diffusers import UNet2DConditionModel
from safetensors.torch import load_file, save_file

torch.set_num_threads(1)
folder = sys.argv[1]
part = int(sys.argv[2])
torch.manual_seed(1)
config = dict(
    block_out_channels=(320 // part, 640 // part, 1280 // part),
    norm_num_groups=32 if part == 1 else 16,
    down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
    up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
    attention_head_dim=(5, 10, 20) if part == 1 else (1, 2, 5),
    transformer_layers_per_block=(1, 2, 10),
    cross_attention_dim=2048 // part,
    use_linear_projection=True,
    addition_embed_type="text_time",
    addition_time_embed_dim=256 // part,
    projection_class_embeddings_input_dim=1280 // part + 6 * 256 // part,
)
unet = UNet2DConditionModel(**config)
unet.save_pretrained(folder, max_shard_size="100GB")
del unet
with torch.device("meta"):
    unet = UNet2DConditionModel(**config)
# Mapped, as ours is: both sides share one copy in memory.
unet.load_state_dict(load_file(f"{folder}/diffusion_pytorch_model.safetensors"), assign=True)
unet.eval()
case = dict(
    sample=torch.randn(2, 4, 64, 64),
    states=torch.randn(2, 77, 2048 // part),
    pooled=torch.randn(2, 1280 // part),
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
