"""What Krita sees in files with layers, from inside it: a list of files is in READERS_FILES, lines of FILE TAB OUT/NAME.

For each it writes OUT/NAME.krita.json (the layer tree, bottom first) and OUT/NAME.krita.drawn.png (its own picture).
"""

import json
import os
import traceback

from krita import InfoObject, Krita


def layer_of(node):
    told = {
        "name": node.name(),
        "group": node.type() == "grouplayer",
        "opacity": node.opacity(),
        "visible": node.visible(),
    }
    if told["group"]:
        told["children"] = [layer_of(child) for child in node.childNodes() if not child.type().endswith("mask")]
    else:
        bounds = node.bounds()
        told |= {"left": bounds.x(), "top": bounds.y(), "width": bounds.width(), "height": bounds.height()}
    return told


def read(path, out):
    document = Krita.instance().openDocument(path)
    if document is None:
        raise OSError("Krita does not open it")
    document.setBatchmode(True)
    layers = [layer_of(node) for node in document.topLevelNodes()]
    with open(out + ".krita.json", "w", encoding="utf-8") as file:
        json.dump({"width": document.width(), "height": document.height(), "layers": layers}, file)
    document.waitForDone()
    options = InfoObject()
    options.setProperty("alpha", True)
    document.exportImage(out + ".krita.drawn.png", options)
    document.close()


def main(args):
    Krita.instance().setBatchmode(True)
    with open(os.environ["READERS_FILES"], encoding="utf-8") as files:
        for line in files:
            path, out = line.rstrip("\n").split("\t")
            try:
                read(path, out)
            except Exception:
                with open(out + ".krita.failed", "w", encoding="utf-8") as file:
                    file.write(traceback.format_exc())
