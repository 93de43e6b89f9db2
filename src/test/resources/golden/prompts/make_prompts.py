"""Makes prompts.safetensors and prompts.json: weighted and long prompts through the tiny encoders (see README.md)."""

import json

import torch
from safetensors.torch import save_file
from transformers import CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

SET = "../layerdiffuse/open/"
# Each prompt is given as its chunks, and each chunk as (text, weight) pieces: how prompts are read and cut is not
# computed here, what the encoders make of the chunks is.
CASES = {
    "a (red:1.5) fox, [grey] snow": [[("a ", 1), ("red", 1.5), (" fox, ", 1), ("grey", 1 / 1.1), (" snow", 1)]],
    "((glass)) bottle": [[("glass", 1.1 * 1.1), (" bottle", 1)]],
    "a glass bottle BREAK (night:0.7) sky": [[("a glass bottle", 1)], [("night", 0.7), (" sky", 1)]],
    "a \\(round\\) table": [[("a (round) table", 1)]],
    "wow! (wow!!:1.3)": [[("wow! ", 1), ("wow!!", 1.3)]],
}
LONG = "red " * 80  # no comma: 75 pieces, then the rest (each word is `per` pieces)


def encode(tokenizer, model, chunks, last):
    states, pooled = [], None
    for pieces in chunks:
        ids, weights = [tokenizer.bos_token_id], [1.0]
        for text, weight in pieces:
            new = text if isinstance(text, list) else tokenizer(text, add_special_tokens=False).input_ids
            ids += new
            weights += [weight] * len(new)
        ids.append(tokenizer.eos_token_id)
        assert len(ids) <= 77, len(ids)
        weights += [1.0] * (77 - len(weights))
        ids += [tokenizer.pad_token_id] * (77 - len(ids))
        with torch.no_grad():
            out = model(torch.tensor([ids]), output_hidden_states=True)
        z = out.last_hidden_state if last else out.hidden_states[-2]
        mean = z.mean()
        z = z * torch.tensor(weights)[None, :, None]
        states.append(z * (mean / z.mean()))
        if pooled is None:
            pooled = out.text_embeds if hasattr(out, "text_embeds") else out.pooler_output
    return torch.cat(states, 1), pooled


sdxl = SET + "tiny-sdxl/"
tokenizers = [CLIPTokenizer.from_pretrained(sdxl + name) for name in ("tokenizer", "tokenizer_2")]
models = [CLIPTextModel.from_pretrained(sdxl + "text_encoder"),
          CLIPTextModelWithProjection.from_pretrained(sdxl + "text_encoder_2")]
ids = tokenizers[0](LONG, add_special_tokens=False).input_ids
CASES[LONG] = [[(ids[:75], 1)], [(ids[75:150], 1)]] + ([[(ids[150:], 1)]] if len(ids) > 150 else [])
assert len(ids) <= 225

tensors, prompts = {}, []
for i, (prompt, chunks) in enumerate(CASES.items()):
    parts = [encode(t, m, chunks, False) for t, m in zip(tokenizers, models)]
    tensors[f"{i}.sdxl.tokens"] = torch.cat([p[0] for p in parts], 2)
    tensors[f"{i}.sdxl.pooled"] = parts[1][1]
    tensors[f"{i}.sd15.tokens"] = encode(tokenizers[0], models[0], chunks, True)[0]
    prompts.append(prompt)
save_file({k: v.contiguous() for k, v in tensors.items()}, "prompts.safetensors")
json.dump({"prompts": prompts}, open("prompts.json", "w"), indent=1)
