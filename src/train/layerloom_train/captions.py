"""Writes captions: which things, texts and shapes a design holds, in many wordings, with the characters of each phrase."""
from __future__ import annotations

import random
from dataclasses import dataclass, field

from .vocabulary import BACKGROUNDS, COLOURS, NEWCOMERS, NO_ARTICLE, PLURALS, SHAPES, STYLES, TEXT_COLOURS, THINGS, WORDS

PAGES = ("poster", "birthday card", "sticker sheet", "invitation", "flyer", "illustration", "banner", "greeting card", "scene",
         "design", "picture", "label", "social media post", "cover")
OCCASIONS = ("for a birthday", "for a summer party", "for kids", "for a school", "for a bakery", "for the holidays", "for our shop",
             "for a friend", "for a sale", "for a music night")
ADJECTIVES = ("cute", "happy", "big", "small", "little", "lovely", "beautiful", "colorful", "bright", "funny", "nice", "single")
NUMBERS = {2: "two", 3: "three"}
SCENES = {"hills": ("green hills", "a green meadow", "rolling hills"), "sea": ("the sea and a beach", "a beach", "the sea"),
          "night": ("a starry night", "a night sky", "a dark night sky with stars")}
PALE = ("white", "beige", "sky blue", "mint", "white", "pink")


@dataclass
class Item:
    kind: str            # thing | text | shape
    name: str            # a thing of the vocabulary, a shape; the words of a text
    style: str = ""      # things only
    colour: str = ""     # texts and shapes
    count: int = 1       # "two balloons": one phrase for several boxes
    prompts: list[str] = field(default_factory=list)   # ways to ask for this one alone


@dataclass
class Caption:
    text: str
    items: list[Item]
    spans: list[tuple[int, int]]
    background: tuple[str, str, str]

    @staticmethod
    def of(values: dict) -> "Caption":
        """From what `asdict` made of one."""
        return Caption(values["text"], [Item(**i) for i in values["items"]], [tuple(p) for p in values["spans"]], tuple(values["background"]))


def article(words: str) -> str:
    return ("an " if words[0] in "aeiou" else "a ") + words


def plural(name: str) -> str:
    return PLURALS.get(name, name + "s")


def thing_prompts(name: str, style: str) -> list[str]:
    own = [f"{style} {name}", f"{style} {name}", article(f"{style} {name}")]
    if style == "cartoon":
        own += [name, article(name) if name not in NO_ARTICLE else name]
    return own


def text_prompts(words: str, colour: str) -> list[str]:
    return [f"{colour} text '{words}'", f"the text '{words}' in {colour}"]


def shape_prompts(name: str, colour: str) -> list[str]:
    return [f"{colour} {name}", article(f"{colour} {name}")]


def random_thing(rng: random.Random, newcomers: float) -> str:
    """`newcomers`: how often a thing that earlier versions did not know is drawn, against one that they knew."""
    known = len(THINGS) - len(NEWCOMERS)
    new = rng.random() * (known + newcomers * len(NEWCOMERS)) >= known
    return rng.choice(NEWCOMERS if new else list(THINGS)[:known])


def random_item(rng: random.Random, style: str, kind: str, newcomers: float = 1.5) -> Item:
    if kind == "thing":
        name = random_thing(rng, newcomers)
        return Item("thing", name, style=style, prompts=thing_prompts(name, style))
    if kind == "text":
        words, colour = rng.choice(WORDS), rng.choice(TEXT_COLOURS)
        words = words if rng.random() < .6 else words.title()
        return Item("text", words, colour=colour, prompts=text_prompts(words, colour))
    name, colour = rng.choice(SHAPES), rng.choice(list(COLOURS))
    return Item("shape", name, colour=colour, prompts=shape_prompts(name, colour))


def phrase(item: Item, rng: random.Random) -> str:
    if item.kind == "text":
        q = rng.choice("'\"")
        words = f"{q}{item.name}{q}"
        return rng.choice((f"the text {words} in {item.colour}", f"{item.colour} text {words}", f"the words {words} in {item.colour}",
                           f"{words} in {item.colour} letters", f"a {item.colour} headline {words}", f"the title {words} in {item.colour}"))
    adjective = rng.choice(ADJECTIVES) if rng.random() < .12 else ""
    if item.kind == "shape":
        return article(f"{adjective} {item.colour} {item.name}".strip())
    others = THINGS[item.name][1]
    name = rng.choice(others) if others and rng.random() < .3 else item.name
    if item.count > 1:
        return f"{NUMBERS[item.count]} {plural(name)}"
    words = f"{adjective} {name}".strip()
    if name in NO_ARTICLE or (rng.random() < .08):
        return words
    return ("the " if rng.random() < .05 else "") + words if rng.random() < .05 else article(words)


def background_words(spec: tuple[str, str, str], rng: random.Random) -> str:
    """With an article, to go behind "on"."""
    kind, first, second = spec
    if kind in SCENES:
        return rng.choice(SCENES[kind])
    end = rng.choice((" background", " background", " backdrop"))
    if kind == "plain":
        return article(rng.choice((f"plain {first}", first, first)) + end)
    if kind == "gradient":
        return article(rng.choice((f"{first} to {second} gradient", f"gradient from {first} to {second}")) + ("" if rng.random() < .3 else end))
    names = {"radial": "radial", "striped": "striped", "polka dot": "polka dot", "checked": "checked", "sunburst": "sunburst",
             "confetti": "confetti", "bokeh": "bokeh"}
    return article(f"{first} {names[kind]}" + end)


def random_background(rng: random.Random) -> tuple[str, str, str]:
    kind = "plain" if rng.random() < .25 else rng.choice(BACKGROUNDS)
    first, second = rng.sample(list(COLOURS), 2)
    return kind, first, second


def listing(n: int, rng: random.Random) -> list[int | str]:
    """Item numbers and the words between them."""
    form = rng.random()
    parts: list[int | str] = []
    for i in range(n):
        if i:
            last = i == n - 1
            if form < .8:
                parts.append(" and " if last else ", ")
            elif form < .86:
                parts.append(" next to " if n == 2 else ", ")
            elif form < .92:
                parts.append(", then ")
            elif form < .96:
                parts.append(" with " if i == 1 else " and " if last else ", ")
            else:
                parts.append(" + ")
        parts.append(i)
    return parts


def compose_caption(rng: random.Random, items: list[Item], style: str, named_style: bool) -> Caption:
    background = random_background(rng)
    behind = background_words(background, rng)
    bare = behind[3:] if behind.startswith("an ") else behind[2:] if behind.startswith("a ") else behind
    page = rng.choice(PAGES)
    styled = f"{style} {page}" if named_style else page
    tail = f", {style} style" if named_style else ""
    if rng.random() < .15:
        page += " " + rng.choice(OCCASIONS)
        styled += " " + rng.choice(OCCASIONS)
    items_part = listing(len(items), rng)
    form = rng.random()
    if form < .4:
        parts = [article(styled) + " with ", *items_part, " on ", behind]
    elif form < .55:
        parts = [*items_part, tail, ", ", bare]
    elif form < .65:
        parts = [*items_part, " on ", behind, tail]
    elif form < .75:
        parts = [bare, " with ", *items_part, tail]
    elif form < .82:
        parts = [article(styled), ": ", *items_part, ", ", bare]
    elif form < .87:
        parts = ["please make ", article(styled), " showing ", *items_part, " in front of ", behind]
    elif form < .9:
        parts = [article(styled), ". It shows ", *items_part, ". The background is ", bare.replace(" background", "").replace(" backdrop", ""), "."]
    else:   # the background is left open: pale and plain
        background = ("plain", rng.choice(PALE), "white")
        parts = [*items_part, tail] if rng.random() < .6 else [article(styled), " with ", *items_part]
    text, spans = "", [(0, 0)] * len(items)
    for part in parts:
        words = phrase(items[part], rng) if isinstance(part, int) else part
        if isinstance(part, int):
            spans[part] = (len(text), len(text) + len(words))
        text += words
    return Caption(text, items, spans, background)


COUNTS = ((1, .12), (2, .22), (3, .23), (4, .18), (5, .1), (6, .06), (7, .05), (8, .04))


def random_caption(rng: random.Random, newcomers: float = 1.5) -> Caption:
    """`newcomers` = 0: only things that every version knows."""
    style = rng.choice(list(STYLES))
    named = style != "cartoon" or rng.random() < .75   # unnamed style means cartoon, so that it is one thing, not a blend
    n = rng.choices([c for c, _ in COUNTS], [p for _, p in COUNTS])[0]
    kinds = ["thing"] * n
    if n > 1 and rng.random() < .4:
        kinds[rng.randrange(n)] = "text"
        if n > 4 and rng.random() < .4:
            kinds[rng.randrange(n)] = "text"
    if rng.random() < .25:
        kinds[rng.randrange(n)] = "shape"
    items, seen = [], set()
    for kind in kinds:
        item = random_item(rng, style, kind, newcomers)
        while (item.kind, item.name, item.colour) in seen:
            item = random_item(rng, style, kind, newcomers)
        seen.add((item.kind, item.name, item.colour))
        items.append(item)
    if n <= 3 and rng.random() < .1:
        for item in items:
            if item.kind == "thing":
                item.count = rng.choice((2, 2, 3))
                break
    return compose_caption(rng, items, style, named)
