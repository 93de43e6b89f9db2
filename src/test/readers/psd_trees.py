"""Prints what psd-tools reads of every PSD and PSB below a folder, as one JSON object: path -> tree, or the error.

    python psd_trees.py FOLDER [PICTURES] > trees.json

With PICTURES, a folder, the flattened picture that each RGB file of 8 bits holds is saved there as NUMBER.png.
Needs psd-tools 1.26.0. Read by org.layerloom.codec.psd.PsdCorpus.
"""
import json
import logging
import sys
import warnings
from pathlib import Path

from psd_tools import PSDImage

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")


def mask(node):
    """The mask; of shapes, whose pixels are cut out by the path already, the one without the path."""
    data = node._record.mask_data
    if data is None or not hasattr(data, "top"):
        return None
    edges, outside, flags = (data.left, data.top, data.right, data.bottom), data.background_color, data.flags
    if node.kind == "shape" and flags.user_mask_from_render:
        if data.real_flags is None:
            return None
        edges = (data.real_left, data.real_top, data.real_right, data.real_bottom)
        outside, flags = data.real_background_color, data.real_flags
        if outside == 255 and edges[2] <= edges[0]:
            return None
    width, height = edges[2] - edges[0], edges[3] - edges[1]
    place = [edges[0], edges[1], width, height] if width > 0 and height > 0 else None
    return {"place": place, "outside": outside, "disabled": bool(flags.mask_disabled)}


def layer(node):
    record = node._record
    group = node.is_group()
    width, height = record.right - record.left, record.bottom - record.top
    return {
        "name": node.name.rstrip("\0"),
        "kind": node.kind,
        "group": group,
        "place": None if group or width <= 0 or height <= 0 else [record.left, record.top, width, height],
        "opacity": node.opacity,
        "mode": node.blend_mode.value.decode("latin-1"),
        "visible": bool(record.flags.visible),
        "clip": bool(record.clipping),
        "mask": mask(node),
        "effects": bool(node.has_effects()) if hasattr(node, "has_effects") else False,
        "vector": bool(node.has_vector_mask()),
        "children": [layer(child) for child in node] if group else [],
    }


def tree(path, picture):
    psd = PSDImage.open(path)
    result = {
        "width": psd.width,
        "height": psd.height,
        "depth": psd.depth,
        "mode": psd.color_mode.name,
        "layers": [layer(node) for node in psd],
    }
    if picture and psd.depth == 8 and psd.color_mode.name == "RGB" and len(list(psd)) and psd.has_preview():
        try:
            psd.topil(apply_icc=False).convert("RGBA").save(picture)
            result["picture"] = picture.name
        except Exception as error:
            result["picture_error"] = repr(error)
    return result


def main():
    folder = Path(sys.argv[1])
    pictures = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    found = {}
    files = sorted(f for f in folder.rglob("*") if f.suffix.lower() in (".psd", ".psb") and f.is_file())
    for number, path in enumerate(files):
        name = str(path.relative_to(folder))
        try:
            found[name] = tree(path, pictures / f"{number}.png" if pictures else None)
        except Exception as error:
            found[name] = {"error": f"{type(error).__name__}: {error}"[:200]}
    json.dump(found, sys.stdout, ensure_ascii=False, indent=1)


main()
