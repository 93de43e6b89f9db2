"""What psd-tools and Pillow see in PSD and PSB files. Arguments: an output folder, files.

For each file writes NAME.psd-tools.json (the layer tree, bottom first), NAME.psd-tools.merged.rgba (the file's own
flattened picture), NAME.psd-tools.drawn.rgba (its own composite of the layers) and NAME.pillow.merged.rgba. A picture
is 8-bit straight RGBA of the page's size.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import psd_tools.composite
from PIL import Image
from psd_tools import PSDImage
from psd_tools.constants import Resource, Tag


def rgba(image):
    return np.asarray(image.convert("RGBA"), np.uint8)


def mask_of(layer):
    data = layer._record.mask_data
    if data is None or not layer.has_mask() or data.flags.parameters_applied and data.parameters is None:
        return None
    density = 255
    if data.flags.parameters_applied and data.parameters.user_mask_density is not None:
        density = data.parameters.user_mask_density
    mask = {
        "left": data.left,
        "top": data.top,
        "width": data.right - data.left,
        "height": data.bottom - data.top,
        "outside": data.background_color,
        "density": density,
        "enabled": not data.flags.mask_disabled,
    }
    return mask


def layer_of(layer):
    blocks = layer.tagged_blocks
    told = {
        "name": layer.name,
        "group": layer.is_group(),
        "mode": layer.blend_mode.value.decode(),
        "opacity": layer.opacity,
        "fill": layer.fill_opacity,
        "visible": layer.visible,
        "mask": mask_of(layer),
    }
    colour = blocks.get_data(Tag.SHEET_COLOR_SETTING)
    told["color"] = int(getattr(colour, "value", colour) or 0)
    locks = layer.locks
    told["locks"] = [bool(locks and v) for v in ((locks.transparency, locks.composite, locks.position) if locks else (0, 0, 0))]
    if not layer.is_group():  # of a group psd-tools always says no
        told["clip"] = bool(layer.clipping)
    if layer.is_group():
        told["open"] = bool(layer.open_folder)
        told["children"] = [layer_of(child) for child in layer]
    elif layer.width and layer.height:
        told |= {"left": layer.left, "top": layer.top, "width": layer.width, "height": layer.height}
        told["pixels"] = hashlib.sha256(rgba(layer.topil(apply_icc=False)).tobytes()).hexdigest()
    return told


def read(path, out):
    psd = PSDImage.open(path)
    told = {"width": psd.width, "height": psd.height, "layers": [layer_of(layer) for layer in psd]}
    resources = psd.image_resources
    if Resource.RESOLUTION_INFO in resources:
        told["pixelsPerInch"] = resources.get_data(Resource.RESOLUTION_INFO).horizontal / 65536
    if Resource.ICC_PROFILE in resources:
        told["iccBytes"] = len(resources.get_data(Resource.ICC_PROFILE))
    if Resource.XMP_METADATA in resources:
        told["xmpBytes"] = len(resources.get_data(Resource.XMP_METADATA))
    if Resource.GRID_AND_GUIDES_INFO in resources:
        guides = resources.get_data(Resource.GRID_AND_GUIDES_INFO)
        told["guides"] = len(guides.data)
    stem = out / path.name
    stem.with_name(path.name + ".psd-tools.json").write_text(json.dumps(told))
    rgba(psd.topil(apply_icc=False)).tofile(str(stem) + ".psd-tools.merged.rgba")
    colour, _, alpha = psd_tools.composite.composite(psd, color=0.0, alpha=0.0, force=True)
    if colour.shape[-1] == 1:
        colour = np.repeat(colour, 3, axis=-1)
    drawn = np.concatenate([colour, alpha], axis=-1)
    np.round(np.clip(drawn, 0, 1) * 255).astype(np.uint8).tofile(str(stem) + ".psd-tools.drawn.rgba")
    if psd.version == 1:
        with Image.open(path) as image:
            rgba(image.convert("RGB")).tofile(str(stem) + ".pillow.merged.rgba")


if __name__ == "__main__":
    for name in sys.argv[2:]:
        try:
            read(Path(name), Path(sys.argv[1]))
        except Exception as e:  # one file that it cannot read leaves the others
            print(f"{name}: {type(e).__name__}: {e}", file=sys.stderr)
