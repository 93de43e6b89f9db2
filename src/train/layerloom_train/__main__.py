"""python -m layerloom_train prepare|autoencoder|transformer|begin|export|evaluate|fixture"""
from __future__ import annotations

import argparse
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
    prepare.add_argument("--captions", type=int, default=10000)

    autoencoder = stages.add_parser("autoencoder", help="fit the PCA encoder, train the decoder")
    autoencoder.add_argument("--minutes", type=float, default=15)

    transformer = stages.add_parser("transformer", help="train, or go on from the last checkpoint")
    transformer.add_argument("--minutes", type=float, default=120, help="all training minutes, earlier runs included")
    transformer.add_argument("--processes", type=int, default=2)

    transformer.add_argument("--rate", type=float, default=1.5e-3, help="the highest learning rate; less where trained weights go on")

    begin = stages.add_parser("begin", help="checkpoints from an exported model, where the state that made it is gone")
    begin.add_argument("--folder", type=Path, default=REPOSITORY / "assets/models/layerloom-1")
    begin.add_argument("--minutes", type=float, default=60, help="what the training clock is to show")

    export = stages.add_parser("export", help="write the model's folder")
    export.add_argument("--folder", type=Path, default=REPOSITORY / "assets/models/layerloom-1")
    export.add_argument("--version", default="1.0.0")

    evaluate = stages.add_parser("evaluate", help="measure the exported model and paint its contact sheets")
    evaluate.add_argument("--folder", type=Path, default=REPOSITORY / "assets/models/layerloom-1")
    evaluate.add_argument("--boxes", type=int, default=300, help="things judged for each way of asking")
    evaluate.add_argument("--out", type=Path, default=REPOSITORY / "docs/model")
    evaluate.add_argument("--only", choices=("figures", "pictures"))

    fixture = stages.add_parser("fixture", help="write the parity fixtures for the Java classes")
    fixture.add_argument("--folder", type=Path, default=REPOSITORY / "src/test/resources/golden/layerloom")

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
        train_transformer.train(state, arguments.minutes, arguments.processes, peak=arguments.rate)
    elif arguments.stage == "begin":
        from . import export as exporter
        exporter.begin_from(arguments.folder, state, arguments.minutes)
    elif arguments.stage == "export":
        from . import export as exporter
        exporter.export(state, arguments.folder, arguments.version)
    elif arguments.stage == "evaluate":
        from . import card, evaluate as evaluation, sheet
        if arguments.only != "figures":
            sheet.contact_sheet(state, arguments.folder, PROMPTS, arguments.out / "layerloom-1-designs.jpg")
            sheet.vocabulary_sheet(state, arguments.folder, arguments.out / "layerloom-1-things.jpg")
            sheet.loss_curve(state, arguments.out / "layerloom-1-loss.jpg")
        if arguments.only != "pictures":
            evaluation.evaluate(state, arguments.folder, arguments.boxes, arguments.out / "layerloom-1-figures.json")
            card.fill(state, PROMPTS.with_name("card.md"), arguments.out / "layerloom-1-figures.json", arguments.out / "layerloom-1.md")
    elif arguments.stage == "fixture":
        from . import fixture as fixtures
        fixtures.write(arguments.folder)


if __name__ == "__main__":
    main()
