"""Requests that cannot be served are answered on a real wiki."""

from pathlib import Path

import pytest

from tests.mediawiki.embedded import EmbeddedWiki
from tests.mediawiki.sweeping import LOCATED, PAGE, Gallery, blank, sound

ASKED = PAGE + "{{GPS EXIF}}\n"


@pytest.fixture
def titles(gallery: Gallery) -> list[str]:
    return [
        *gallery.add({"A no position": blank()}, ASKED),
        *gallery.add({"B located": sound()}, LOCATED + "{{Location possible}}\n"),
        *gallery.add({"C served": sound()}, ASKED),
        *gallery.add({"D people asked": blank()}, PAGE + "{{Location possible}}\n"),
        *gallery.add({"E no bots": blank()}, ASKED + "{{nobots}}\n"),
    ]


def test_simulated(gallery: Gallery, titles: list[str], anonymous_pwb_dir: Path) -> None:
    swept = gallery.sweep(anonymous_pwb_dir, "-simulate", "-answer")
    assert "would save 1, would answer 2 requests." in swept.output
    assert "Answers the request: the file's EXIF has no GPS position" in swept.said(titles[0])
    assert len(swept.records) == len(titles)
    assert "{{GPS EXIF}}" in gallery.wiki.text(titles[0])


def test_saved(gallery: Gallery, titles: list[str], pwb_dir: Path) -> None:
    swept = gallery.sweep(pwb_dir, "-always", "-answer")
    assert (swept.figure("saved"), swept.figure("answered")) == (1, 2)
    left = [gallery.wiki.text(title) for title in titles]
    assert left[0] == gallery.page(PAGE)
    assert left[1] == gallery.page(LOCATED)
    assert "{{Location|" in left[2]
    assert "{{GPS EXIF}}" not in left[2]
    assert "{{Location possible}}" in left[3]
    assert "{{GPS EXIF}}" in left[4]
    summary = gallery.wiki.revisions(titles[0])[0].summary
    assert summary == (
        "Take off {{[[Template:GPS EXIF|GPS EXIF]]}}: the file's EXIF has no GPS position "
        "([[Commons:Geocoding]])"
    )
    assert gallery.sweep(pwb_dir, "-always", "-answer").saves == 0


def test_without_the_option_nothing_is_answered(
    gallery: Gallery, titles: list[str], pwb_dir: Path
) -> None:
    gallery.sweep(pwb_dir, "-always")
    assert "{{GPS EXIF}}" in gallery.wiki.text(titles[0])


def test_asked_about(gallery: Gallery, titles: list[str], pwb_dir: Path) -> None:
    swept = gallery.sweep(pwb_dir, "-answer", answers="n\ny\nn\n")
    assert swept.saves == 1
    assert "declined        2" in swept.output
    assert titles


def test_located_meanwhile(
    gallery: Gallery, titles: list[str], wiki: EmbeddedWiki, pwb_dir: Path
) -> None:
    """Somebody takes the request off before the bot does."""
    wiki.before_next(
        lambda request: request.params.get("titles") == titles[0],
        lambda: wiki.edit(titles[0], gallery.page(PAGE)),
    )
    swept = gallery.sweep(pwb_dir, "-always", "-answer")
    assert "there is no request any more that can be answered" in swept.output
    assert swept.figure("outdated") == 1
