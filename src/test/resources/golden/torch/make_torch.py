"""Writes the files of this folder: what torch.save makes of tensors in all their forms, and what must be refused.

python make_torch.py FOLDER   (torch 2.7.1)
"""

import collections
import os
import sys

import torch


class Attack:
    def __reduce__(self):
        return os.system, ("touch attacked",)


def main(folder):
    def save(name, value, **options):
        torch.save(value, os.path.join(folder, name), **options)

    grid = torch.arange(24, dtype=torch.float32).reshape(4, 6)
    types = collections.OrderedDict(
        (str(t).split(".")[1], torch.tensor([[0, 1], [2, 3]]).to(t))
        for t in (
            torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16,
            torch.int8, torch.uint8, torch.bool,
        )
    )
    save("types.pth", types)
    save(
        "views.pt",
        {
            "whole": grid,
            "rows": grid[1:3],
            "columns": grid[:, 2:4],
            "steps": grid[::2, ::3],
            "turned": grid.t(),
            "cube": torch.arange(24, dtype=torch.int16).reshape(2, 3, 4).permute(2, 0, 1),
            "scalar": torch.tensor(7.5),
            "empty": torch.zeros(0, 3),
            "parameter": torch.nn.Parameter(torch.tensor([1.0, -2.0])),
        },
    )
    linear = torch.nn.Linear(2, 1)
    linear.weight.data = torch.tensor([[1.0, 2.0]])
    linear.bias.data = torch.tensor([0.5])
    save(
        "nested.ckpt",
        {
            "epoch": 3,
            "loss": 0.25,
            "done": True,
            "note": None,
            "big": 1 << 40,
            "model": linear.state_dict(),
            "optimizer": {"state": {0: {"exp_avg": torch.zeros(2)}}, "param_groups": [{"lr": 0.1, "params": [0, 1]}]},
        },
    )
    save("protocol4.pt", {"a": torch.tensor([1.0, 2.0])}, pickle_protocol=4)
    save("old.pt", {"a": torch.tensor([1.0, 2.0])}, _use_new_zipfile_serialization=False)
    save("attack.pt", {"a": torch.tensor([1.0]), "b": Attack()})
    save("expanded.pt", {"a": torch.zeros(1).expand(1 << 20)})
    save("list.pt", [torch.zeros(2)])
    torch.jit.script(linear).save(os.path.join(folder, "program.pt"))


if __name__ == "__main__":
    main(sys.argv[1])
