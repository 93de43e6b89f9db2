"""The layer codec: a linear (PCA) encoder and a small convolutional decoder, 32 channels at 1/16 of the pixels.

In: straight RGBA 0..1, made to grey-composited rgb g = rgb*a + .5*(1-a) and alpha, times 2 minus 1. Out: the same four
planes in 0..1. Compositing stays linear in g, so a decoder that is a little wrong never makes coloured fringes.
The encoder is linear and final as soon as it is fitted: latents do not wait for the decoder's training.
Every 3x3 convolution pads by reflection, each crop alone.
"""
from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .settings import LATENT_CHANNELS, LATENT_PX

WIDTHS = (32, 64, 160)
BLOCKS = (2, 2, 3)


def planes(rgba: Tensor) -> Tensor:
    """Straight RGBA in 0..1 to the four planes in -1..1."""
    alpha = rgba[:, 3:]
    return torch.cat([rgba[:, :3] * alpha + .5 * (1 - alpha), alpha], 1) * 2 - 1


def straight(y: Tensor) -> Tensor:
    """Four planes in 0..1 to straight RGBA (without the bleed under soft alpha)."""
    alpha = y[:, 3:].clamp(0, 1)
    return torch.cat([((y[:, :3] - .5 * (1 - alpha)) / alpha.clamp_min(.02)).clamp(0, 1), alpha], 1)


def on_colour(y: Tensor, colour: Tensor | float) -> Tensor:
    """The planes laid on a colour: exact, because g is composited on grey already."""
    return y[:, :3] + (colour - .5) * (1 - y[:, 3:])


def conv(i: int, o: int) -> nn.Conv2d:
    return nn.Conv2d(i, o, 3, padding=1, padding_mode="reflect")


class ResidualBlock(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.conv1, self.conv2 = conv(width, width), conv(width, width)
        nn.init.zeros_(self.conv2.weight)
        nn.init.zeros_(self.conv2.bias)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.conv2(F.silu(self.conv1(F.silu(x))))


class Decoder(nn.Module):
    def __init__(self, channels: int, widths: tuple[int, ...], blocks: tuple[int, ...], refine: int = 16):
        super().__init__()
        self.linear = nn.Conv2d(channels, 4 * LATENT_PX ** 2, 1)
        self.conv_in = conv(channels, widths[2])
        self.blocks16 = nn.ModuleList(ResidualBlock(widths[2]) for _ in range(blocks[2]))
        self.up16 = nn.Conv2d(widths[2], 4 * widths[1], 1)
        self.blocks8 = nn.ModuleList(ResidualBlock(widths[1]) for _ in range(blocks[1]))
        self.up8 = nn.Conv2d(widths[1], 4 * widths[0], 1)
        self.blocks4 = nn.ModuleList(ResidualBlock(widths[0]) for _ in range(blocks[0]))
        self.conv_out = conv(widths[0], 4 * 16)
        self.refine1, self.refine2 = conv(4, refine), conv(refine, 4)
        for last in (self.conv_out, self.refine2):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(self, z: Tensor) -> Tensor:
        y = F.pixel_shuffle(self.linear(z), LATENT_PX)
        h = self.conv_in(z)
        for block in self.blocks16:
            h = block(h)
        h = F.pixel_shuffle(self.up16(h), 2)
        for block in self.blocks8:
            h = block(h)
        h = F.pixel_shuffle(self.up8(h), 2)
        for block in self.blocks4:
            h = block(h)
        y = y + F.pixel_shuffle(self.conv_out(F.silu(h)), 4)
        return y + self.refine2(F.silu(self.refine1(y)))


class Autoencoder(nn.Module):
    def __init__(self, channels: int = LATENT_CHANNELS, widths: tuple[int, ...] = WIDTHS, blocks: tuple[int, ...] = BLOCKS, refine: int = 16):
        super().__init__()
        self.config = {"_class_name": "LayerloomAutoencoder", "latent_channels": channels, "patch": LATENT_PX,
                       "widths": list(widths), "blocks": list(blocks), "refine": refine, "padding": "reflect",
                       "planes": "grey_composited_rgb_alpha"}
        self.encoder = nn.Conv2d(4, channels, LATENT_PX, stride=LATENT_PX)
        self.decoder = Decoder(channels, widths, blocks, refine)

    def encode(self, rgba: Tensor) -> Tensor:
        return self.encoder(planes(rgba))

    def decode(self, z: Tensor) -> Tensor:
        """Four planes in 0..1, not clipped."""
        return self.decoder(z) * .5 + .5

    @torch.no_grad()
    def set_pca(self, mean: Tensor, basis: Tensor, scale: Tensor) -> None:
        """mean [1024], basis [1024, C], scale [C]: patches are flattened as (plane, row, column)."""
        c = basis.shape[1]
        weight = (basis / scale).T
        self.encoder.weight.copy_(weight.reshape(c, 4, LATENT_PX, LATENT_PX))
        self.encoder.bias.copy_(-(weight @ mean))
        self.decoder.linear.weight.copy_((basis * scale).reshape(-1, c, 1, 1))
        self.decoder.linear.bias.copy_(mean)


def to_tokens(z: Tensor) -> Tensor:
    """[B, C, H, W] latents to [B, H/2, W/2, 4C] tokens, value order c*4 + dy*2 + dx."""
    return F.pixel_unshuffle(z, 2).permute(0, 2, 3, 1)


def from_tokens(tokens: Tensor) -> Tensor:
    return F.pixel_shuffle(tokens.permute(0, 3, 1, 2), 2)
