"""Drawn landscapes, for photos that somebody looks at: a sky, a sun, hills and towers."""

import math
from random import Random

from PIL import Image, ImageDraw

#: Big enough for the pictures on the reviewer's page.
SIZE = (480, 360)

Colour = tuple[int, int, int]

#: Skies from their top to the horizon, with the colour of the nearest hill.
_SKIES: tuple[tuple[Colour, Colour, Colour], ...] = (
    ((104, 160, 208), (206, 224, 236), (58, 84, 70)),
    ((74, 98, 150), (244, 190, 150), (62, 50, 66)),
    ((140, 172, 196), (232, 232, 222), (84, 92, 74)),
    ((34, 48, 92), (150, 130, 168), (26, 30, 46)),
)
_RIDGES = 4


def landscape(seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """Draw a landscape; each seed has its own, the same each time.

    Args:
        seed: any whole number.
        size: width and height in pixels.
    """
    chooser = Random(seed)  # noqa: S311 - a picture, not a secret
    top, horizon, near = chooser.choice(_SKIES)
    picture = Image.new("RGB", size)
    draw = ImageDraw.Draw(picture)
    width, height = size
    for row in range(height):
        draw.line([(0, row), (width, row)], _mixed(top, horizon, row / height))
    x, y, radius = chooser.uniform(0.15, 0.85) * width, chooser.uniform(0.15, 0.35) * height, 18
    draw.ellipse([x - radius, y - radius, x + radius, y + radius], (255, 246, 214))
    for ridge in range(_RIDGES):
        colour = _mixed(horizon, near, (ridge + 1) / _RIDGES)
        _draw_ridge(draw, chooser, size, (0.45 + 0.14 * ridge) * height, colour)
        if ridge == 1:
            _draw_towers(draw, chooser, size, colour)
    return picture


def _mixed(one: Colour, other: Colour, part: float) -> Colour:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _draw_ridge(
    draw: ImageDraw.ImageDraw, chooser: Random, size: tuple[int, int], level: float, colour: Colour
) -> None:
    width, height = size
    waves = [(chooser.uniform(1, 5), chooser.uniform(0, math.tau)) for _ in range(3)]

    def crest(x: int) -> float:
        heights = (math.sin(turns * math.tau * x / width + start) for turns, start in waves)
        return level - 0.04 * height * sum(heights)

    draw.polygon([(0, height), *((x, crest(x)) for x in range(width + 1)), (width, height)], colour)


def _draw_towers(
    draw: ImageDraw.ImageDraw, chooser: Random, size: tuple[int, int], colour: Colour
) -> None:
    width, height = size
    for _ in range(chooser.randrange(3)):
        left, half = chooser.uniform(0.1, 0.9) * width, chooser.uniform(8, 14)
        roof = chooser.uniform(0.35, 0.45) * height
        draw.rectangle([left - half, roof, left + half, 0.75 * height], colour)
        draw.polygon([(left - half, roof), (left, roof - 2.5 * half), (left + half, roof)], colour)
