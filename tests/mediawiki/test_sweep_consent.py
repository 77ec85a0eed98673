"""Files whose uploader may have left the location out, and people who ask for one all the same."""

from pathlib import Path

import pytest

from tests.mediawiki.embedded import Account
from tests.mediawiki.sweeping import PAGE, Gallery
from tests.photos import make_photo

WIZARD = "User created page with UploadWizard"
REQUEST = PAGE + "\n{{GPS EXIF}}"
LATER = "2100-01-01T00:00:00Z"
HELD = "hold left-out"


def photo(number: int, latitude: float | None = 48.20849) -> bytes:
    return make_photo(latitude, None if latitude is None else 16.37208, seed=60_000 + number)


@pytest.fixture
def wizard(gallery: Gallery) -> Gallery:
    """A category of files that came from UploadWizard, of which some have a history."""
    names = ["left", "rotated", "retaken", "requested", "tagged"]
    photos = {name: photo(n) for n, name in enumerate(names)}
    photos["retaken"] = photo(2, None)
    gallery.add(photos, summary=WIZARD)
    gallery.add({"other": photo(9)})
    gallery.wiki.replace_file(gallery.title("rotated"), photo(11), LATER)
    gallery.wiki.replace_file(gallery.title("retaken"), photo(12), LATER)
    gallery.wiki.edit(gallery.title("requested"), gallery.page(REQUEST), user="Kari Example")
    return gallery


def expected(gallery: Gallery) -> dict[str, str]:
    held = {gallery.title(name): HELD for name in ("left", "rotated", "tagged")}
    clean = {gallery.title(name): "propose" for name in ("retaken", "requested", "other")}
    return held | clean


def test_who_left_a_location_out_is_asked(
    wizard: Gallery, bot_account: Account, anonymous_pwb_dir: Path
) -> None:
    wizard.wiki.edit(wizard.title("tagged"), wizard.page(REQUEST), user=bot_account.name)
    swept = wizard.sweep(anonymous_pwb_dir, "-simulate")
    assert swept.reasons == expected(wizard)
    accounts = [
        request.params["ususers"] for request in swept.requests if "ususers" in request.params
    ]
    assert len(accounts) == 1
    assert "UploadWizard fills in" in swept.said(wizard.title("left"))


def test_without_the_histories_nobody_can_tell(wizard: Gallery, anonymous_pwb_dir: Path) -> None:
    swept = wizard.sweep(anonymous_pwb_dir, "-simulate", "-nohistory")
    assert swept.reasons == dict.fromkeys(expected(wizard), "propose")


def test_what_was_left_out_is_not_saved(wizard: Gallery, pwb_dir: Path) -> None:
    """And a save decides alike, with all that it reads anyway."""
    swept = wizard.sweep(pwb_dir, "-always")
    saved = [title for title in expected(wizard) if "{{Location" in wizard.wiki.text(title)]
    assert saved == [title for title, reason in expected(wizard).items() if reason == "propose"]
    assert swept.figure("saved") == len(saved)
    assert "GPS EXIF" not in wizard.wiki.text(wizard.title("requested"))
