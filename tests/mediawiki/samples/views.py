"""The samples' photos: landscapes that the tests draw, so that the demo has something to show."""

from collections.abc import Mapping
from itertools import count
from typing import Any

from tests.photos import Gps, make_oddity, make_photo
from tests.scenery import landscape

_seeds = count(1)


def view(latitude: float | None = None, longitude: float | None = None, **exif: Any) -> bytes:
    """Make a photo as `make_photo` does, with a landscape of its own."""
    seed = next(_seeds)
    return make_photo(latitude, longitude, seed=seed, picture=landscape(seed), **exif)


def odd_view(gps: Mapping[Gps, Any], **exif: Any) -> bytes:
    """Make a photo as `make_oddity` does, with a landscape of its own."""
    seed = next(_seeds)
    return make_oddity(gps, seed=seed, picture=landscape(seed), **exif)
