"""Captions, phrases and boxes: no weights, no packages."""
import random

from layerloom_train.binder import bind, phrases
from layerloom_train.captions import random_caption
from layerloom_train.layouts import overlap, place
from layerloom_train.pipeline import sigmas, snap


def test_spans_of_a_caption_hold_its_phrases():
    rng = random.Random(1)
    for _ in range(200):
        caption = random_caption(rng)
        for item, (a, b) in zip(caption.items, caption.spans):
            words = caption.text[a:b]
            assert words
            if item.kind == "text":
                assert item.name in words
            if item.kind != "thing":
                assert item.colour in words


def test_phrases_are_found_again():
    rng, right = random.Random(2), 0
    for _ in range(300):
        caption = random_caption(rng)
        right += phrases(caption.text) == sorted(caption.spans)
    assert right > 280


def test_text_goes_to_the_wide_box():
    prompt = "A poster with a cat, the text 'HELLO, YOU AND ME' in red and a dog on a blue background"
    found = bind(prompt, [(0, 0, 3, 3), (4, 0, 3, 3), (0, 5, 8, 2)])
    assert [prompt[a:b] for a, b in found] == ["a cat", "a dog", "the text 'HELLO, YOU AND ME' in red"]


def test_boxes_fit_and_keep_apart():
    rng, made = random.Random(3), 0
    for _ in range(200):
        items = random_caption(rng).items
        boxes = place(items, 8, 8, rng)
        if boxes is None:
            continue
        made += 1
        assert all(0 <= x and 0 <= y and x + w <= 8 and y + h <= 8 and w > 0 and h > 0 for x, y, w, h in boxes)
    assert made > 120
    assert overlap((0, 0, 2, 2), (1, 1, 2, 2)) == 1


def test_snap_and_sigmas():
    assert snap(40, 30, 120, 90) == (1, 0, 3, 3)
    levels = sigmas(8, 4.)
    assert levels[0] == 1 and levels[-1] == 0 and all(a > b for a, b in zip(levels, levels[1:]))
