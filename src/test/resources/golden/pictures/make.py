"""Writes the pictures beside it with Pillow 13, as other programs write them. Run in this folder; see README.md."""
from PIL import Image, ImageDraw

W, H = 40, 24


def soft():
    """Red at the upper left, blue at the lower right, half transparent between them, nothing at the right edge."""
    image = Image.new("RGBA", (W, H), (40, 200, 80, 128))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 9, 9), (255, 0, 0, 255))
    draw.rectangle((28, 14, 37, 23), (0, 0, 255, 255))
    draw.rectangle((38, 0, 39, 23), (0, 0, 0, 0))
    return image


def frame(x, colour):
    image = Image.new("RGBA", (W, H), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((x, 4, x + 9, 13), colour)
    return image


soft().save("soft_lossless.webp", lossless=True, exact=True)
soft().save("soft_lossy.webp", quality=90)
soft().convert("RGB").save("opaque_lossy.webp", quality=90)
frames = [frame(0, (255, 0, 0, 255)), frame(12, (0, 255, 0, 255)), frame(24, (0, 0, 255, 255))]
frames[0].save("frames.webp", save_all=True, append_images=frames[1:], lossless=True, duration=80)
# 1: the next frame is drawn over this one; 2: this one is cleared first; 3: what was before it comes back.
for disposal in (1, 2, 3):
    frames[0].save(f"frames_disposal{disposal}.gif", save_all=True, append_images=frames[1:], duration=80,
                   disposal=disposal, optimize=False)
soft().convert("RGB").save("deflated.tif", compression="tiff_deflate")
soft().save("soft_lzw.tif", compression="tiff_lzw")
