"""Makes the files beside it: a small AutoencoderKL trained on patches of colour, so that its latents mean something, as those of
random weights do not. python make_vae.py [STEPS]; torch 2.7.1 CPU, diffusers 0.42.1."""
import sys

import torch
from diffusers import AutoencoderKL

torch.manual_seed(1)
torch.set_num_threads(1)


def picture(side=64):
    def colour():
        return (torch.rand(1).repeat(3) if torch.rand(1) < 0.25 else torch.rand(3)) * 2 - 1

    x = torch.empty(3, side, side)
    for i in range(12):
        w, h = (side, side) if i == 0 else (int(torch.randint(side // 8, side, (1,))), int(torch.randint(side // 8, side, (1,))))
        left, top = (0, 0) if i == 0 else (int(torch.randint(0, side, (1,))) - w // 2, int(torch.randint(0, side, (1,))) - h // 2)
        a, b = colour(), colour()
        b = b if torch.rand(1) < 0.5 else a
        y0, y1, x0, x1 = max(0, top), min(side, top + h), max(0, left), min(side, left + w)
        if y1 > y0 and x1 > x0:
            ramp = torch.linspace(0, 1, y1 - y0).view(1, -1, 1)
            x[:, y0:y1, x0:x1] = a.view(3, 1, 1) * (1 - ramp) + b.view(3, 1, 1) * ramp
    return x


vae = AutoencoderKL(
    in_channels=3, out_channels=3, latent_channels=4, block_out_channels=(8, 8, 16, 16), layers_per_block=1, norm_num_groups=4,
    down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
    use_quant_conv=False, use_post_quant_conv=False, scaling_factor=0.5, shift_factor=0.1, sample_size=64)
steps = int(sys.argv[1]) if len(sys.argv) > 1 else 700
opt = torch.optim.AdamW(vae.parameters(), lr=3e-3)
sched = torch.optim.lr_scheduler.OneCycleLR(opt, 4e-3, steps)
for i in range(steps):
    x = torch.stack([picture() for _ in range(4)])
    post = vae.encode(x).latent_dist
    loss = ((vae.decode(post.sample()).sample - x) ** 2).mean() + 1e-4 * post.kl().mean() / 64
    opt.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(vae.parameters(), 1.0)
    opt.step()
    sched.step()
    if i % 100 == 0:
        print(i, float(loss), flush=True)
vae.half().save_pretrained(".")
