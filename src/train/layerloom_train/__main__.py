"""python -m layerloom_train prepare|autoencoder|transformer|begin|distill|classifier|export|evaluate|strength|curve|fixture|pack|unpack|ablate"""
from __future__ import annotations

import argparse
import math
from pathlib import Path

from .settings import REPOSITORY

PROMPTS = Path(__file__).resolve().parents[1] / "prompts.json"


def main() -> None:
    parser = argparse.ArgumentParser(prog="layerloom_train", description=__doc__)
    parser.add_argument("--state", help="folder of everything not committed (default: LAYERLOOM_TRAIN_STATE, else train-state)")
    parser.add_argument("--threads", type=int, default=1, help="of one process; a shared machine loses more at barriers than it gains")
    stages = parser.add_subparsers(dest="stage", required=True)

    prepare = stages.add_parser("prepare", help="fetch packages, render sprites, encode captions")
    prepare.add_argument("--offline", action="store_true", help="do not ask npm again")
    prepare.add_argument("--captions", type=int, default=12000)

    autoencoder = stages.add_parser("autoencoder", help="fit the PCA encoder, train the decoder")
    autoencoder.add_argument("--minutes", type=float, default=15)

    transformer = stages.add_parser("transformer", help="train: a new run from the last checkpoint, or without a length the interrupted one")
    transformer.add_argument("--minutes", type=float, help="length of a new run")
    transformer.add_argument("--tflop", type=float, help="length of a new run in floating-point operations")
    transformer.add_argument("--rate", type=float, default=1.5e-3, help="the highest learning rate; less where trained weights go on")
    transformer.add_argument("--processes", type=int, default=1, help="CPU only: processes of one thread that average their weights")
    transformer.add_argument("--device", default="cpu", help="cpu or cuda")
    transformer.add_argument("--workers", type=int, default=0, help="processes that compose batches for a GPU")
    transformer.add_argument("--scale", type=float, default=1, help="sequences a step against a CPU core's; 60 or so on a GPU")

    distill = stages.add_parser("distill", help="guidance in one pass (--steps 8), then half the steps (--steps 4); without a length the interrupted run")
    distill.add_argument("--steps", type=int, default=8, choices=(8, 4, 2, 1), help="of the student")
    distill.add_argument("--minutes", type=float, help="length of a new run")
    distill.add_argument("--tflop", type=float, help="length of a new run in floating-point operations")
    distill.add_argument("--rate", type=float, default=3e-4, help="the highest learning rate")
    distill.add_argument("--folder", type=Path, default=REPOSITORY / "assets/models/layerloom-2", help="the teacher of the first student")
    distill.add_argument("--device", default="cpu", help="cpu or cuda")

    begin = stages.add_parser("begin", help="checkpoints from an exported model, where the state that made it is gone")
    begin.add_argument("--folder", type=Path, default=REPOSITORY / "assets/models/layerloom-2")

    export = stages.add_parser("export", help="write the model's folder")
    export.add_argument("--folder", type=Path, default=REPOSITORY / "assets/models/layerloom-2")
    export.add_argument("--version", default="2.0.0")
    export.add_argument("--student", type=int, metavar="STEPS", choices=(8, 4, 2, 1), help="what was distilled to that many steps")
    export.add_argument("--steps", type=int, default=8, help="that the program takes unless it is told otherwise")

    classifier = stages.add_parser("classifier", help="train the network that says what a layer shows")
    classifier.add_argument("--steps", type=int, default=1200)

    evaluate = stages.add_parser("evaluate", help="measure exported models, paint their contact sheets, fill the card")
    evaluate.add_argument("--folder", type=Path, default=REPOSITORY / "assets/models/layerloom-2")
    evaluate.add_argument("--against", type=Path, help="folder of an earlier version, measured on the same captions, layouts and noise")
    evaluate.add_argument("--boxes", type=int, default=300, help="things judged for each way of asking")
    evaluate.add_argument("--out", type=Path, default=REPOSITORY / "docs/model")
    evaluate.add_argument("--only", choices=("figures", "pictures", "card"))
    evaluate.add_argument("--processes", type=int, default=1)

    strength = stages.add_parser("strength", help="how far layers change that start from what they are")
    strength.add_argument("--folder", type=Path, default=REPOSITORY / "assets/models/layerloom-2")
    strength.add_argument("--out", type=Path, default=REPOSITORY / "docs/model/layerloom-2-strength.json")

    curve = stages.add_parser("curve", help="the losses so far as a picture")
    curve.add_argument("--out", type=Path, default=REPOSITORY / "docs/model/layerloom-2-loss.jpg")

    fixture = stages.add_parser("fixture", help="write the parity fixtures for the Java classes")
    fixture.add_argument("--folder", type=Path, default=REPOSITORY / "src/test/resources/golden/layerloom")

    pack = stages.add_parser("pack", help="what training needs, in one small file")
    pack.add_argument("file", type=Path)

    unpack = stages.add_parser("unpack", help="a state folder from such a file: renders sprites, encodes captions")
    unpack.add_argument("file", type=Path)
    unpack.add_argument("--folder", type=Path, default=REPOSITORY / "assets/models/layerloom-2", help="where the text encoder lies")
    unpack.add_argument("--device", default="cpu", help="cpu or cuda")

    ablate = stages.add_parser("ablate", help="ART's parts left out one at a time, from nothing")
    ablate.add_argument("--tflop", type=float, default=3, help="of each variant")
    ablate.add_argument("--out", type=Path, default=REPOSITORY / "docs/model/ablations.json")

    arguments = parser.parse_args()
    import torch
    from .settings import State
    torch.set_num_threads(arguments.threads)
    state = State.of(arguments.state)
    if arguments.stage == "prepare":
        from . import sources
        sources.prepare(state, arguments.offline)
        from . import corpus
        corpus.prepare(state, arguments.captions)
    elif arguments.stage == "autoencoder":
        from . import train_autoencoder
        train_autoencoder.train(state, arguments.minutes)
    elif arguments.stage == "transformer":
        from . import train_transformer
        train_transformer.train(state, _run(arguments), arguments.processes, device=arguments.device, workers=arguments.workers, scale=arguments.scale)
    elif arguments.stage == "distill":
        from . import distill as distillation
        distillation.distill(state, arguments.folder, arguments.steps, _run(arguments), arguments.device)
    elif arguments.stage == "begin":
        from . import export as exporter
        exporter.begin_from(arguments.folder, state)
    elif arguments.stage == "export":
        from . import export as exporter
        exporter.export(state, arguments.folder, arguments.version, arguments.student, arguments.steps)
    elif arguments.stage == "classifier":
        from . import classifier as network
        network.train(state, arguments.steps)
    elif arguments.stage == "evaluate":
        _evaluate(state, arguments)
    elif arguments.stage == "strength":
        from . import strength
        strength.measure(state, arguments.folder, arguments.out)
    elif arguments.stage == "curve":
        from . import sheet
        sheet.loss_curve(state, arguments.out)
    elif arguments.stage == "fixture":
        from . import fixture as fixtures
        fixtures.write(arguments.folder)
    elif arguments.stage == "ablate":
        from . import ablate as ablation
        ablation.ablate(state, arguments.tflop, arguments.out)
    elif arguments.stage == "pack":
        from . import shards
        shards.pack(state, arguments.file)
    elif arguments.stage == "unpack":
        from . import shards
        from .text import TextEncoder
        shards.unpack(arguments.file, state, TextEncoder(arguments.folder, device=arguments.device))


def _run(arguments: argparse.Namespace):
    """The new run that was asked for, if any."""
    from .train_transformer import Run
    if not arguments.minutes and not arguments.tflop:
        return None
    return Run(arguments.minutes or math.inf, arguments.tflop or math.inf, arguments.rate)


def _evaluate(state, arguments: argparse.Namespace) -> None:
    from . import card, evaluate as evaluation, sheet
    name, out = arguments.folder.name, arguments.out
    folders = [arguments.folder, *([arguments.against] if arguments.against else [])]
    if arguments.only in (None, "pictures"):
        sheet.contact_sheet(state, folders, PROMPTS, out / f"{name}-designs.jpg")
        sheet.vocabulary_sheet(state, arguments.folder, out / f"{name}-things.jpg")
        sheet.loss_curve(state, out / f"{name}-loss.jpg")
    if arguments.only in (None, "figures"):
        evaluation.evaluate(state, folders, arguments.boxes, out / f"{name}-figures.json", arguments.processes)
    if arguments.only != "pictures":
        card.fill(state, PROMPTS.with_name("card.md"), out / f"{name}-figures.json", [f.name for f in folders], out / f"{name}.md")


if __name__ == "__main__":
    main()
