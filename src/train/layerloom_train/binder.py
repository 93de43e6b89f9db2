"""Splits a prompt into the phrases that stand for boxes, and gives each its box.

The model only needs to know "these characters belong to that box"; everything here is plain rules on words.
"""
from __future__ import annotations

import re

from .layouts import Box

Span = tuple[int, int]
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'(?![a-z])|“[^”]*”|‘[^’]*’")
_BREAK = re.compile(r"\s*(?:[,;:.+!](?=\s|$)|\s\+\s|\n)\s*|\s+(?:and then|and|then|with|showing|shows|next to|beside|above|below|under|over|on top of|"
                    r"together with|plus|in front of|on|at|has|holds|containing|including|featuring)\s+", re.I)
_LEAD = re.compile(r"^(?:please|make|draw|create|design|put|add|it|i would like|show|finally|at first|first|and|with|then|the background is.*|background:.*|"
                   r"one side|the other side|the left|the right|the top|the bottom|top|bottom|it shows?)\b[\s,:]*", re.I)
_PAGE = re.compile(r"\b(poster|card|sheet|invitation|flyer|illustration|scene|design|picture|label|post|cover|sale flyer|style|background|backdrop|"
                   r"gradient|wallpaper|meadow|hills|beach|the sea|starry night|night sky)\b", re.I)
_BACKGROUND_BANNER = re.compile(r"^(?:an?\s+)?(?:cartoon|flat)\s+banner", re.I)
_STYLE_ONLY = re.compile(r"^(?:an?\s+)?(?:cartoon|flat|bright|friendly|simple|colorful|cute|modern|bright and friendly)$", re.I)
_NUMBER = re.compile(r"^(two|three|four|2|3|4)\b", re.I)


def phrases(prompt: str) -> list[Span]:
    """Noun phrases in reading order, without the page, its style and its background."""
    masked = list(prompt)
    for m in _QUOTED.finditer(prompt):   # nothing inside quotes breaks a phrase
        masked[m.start():m.end()] = "_" * (m.end() - m.start())
    text, found, start = "".join(masked), [], 0
    for m in [*_BREAK.finditer(text), None]:
        end = m.start() if m else len(text)
        a, b = start, end
        start = m.end() if m else end
        while a < b:
            lead = _LEAD.match(text[a:b])
            if not lead or not lead.end():
                break
            a += lead.end()
        piece = text[a:b].strip(" .,!")
        if not piece:
            continue
        a = text.index(piece, a)
        if _STYLE_ONLY.match(piece) or _BACKGROUND_BANNER.match(piece) or (_PAGE.search(piece) and "_" not in piece):
            continue
        found.append((a, a + len(piece)))
    return found


def is_text(prompt: str, span: Span) -> bool:
    words = prompt[span[0]:span[1]]
    return bool(_QUOTED.search(words)) or bool(re.search(r"\b(text|headline|title|words|caption|lettering)\b", words, re.I))


def bind(prompt: str, boxes: list[Box]) -> list[Span | None]:
    """A phrase for each box (None = anonymous): text to the widest boxes, frames to the largest, the rest in order."""
    left, free = phrases(prompt), list(range(len(boxes)))
    out: list[Span | None] = [None] * len(boxes)

    def give(span: Span, box: int) -> None:
        out[box] = span
        free.remove(box)
    for span in [s for s in left if is_text(prompt, s)]:
        wide = [i for i in free if boxes[i][2] / boxes[i][3] >= 1.8]
        if wide:
            give(span, max(wide, key=lambda i: boxes[i][2] / boxes[i][3]))
            left.remove(span)
    for span in [s for s in left if re.search(r"\bframe\b", prompt[s[0]:s[1]], re.I)]:
        if free:
            give(span, max(free, key=lambda i: boxes[i][2] * boxes[i][3]))
            left.remove(span)
    for span in left:
        if not free:
            break
        give(span, free[0])
    return out
