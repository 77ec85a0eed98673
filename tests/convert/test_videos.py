"""MOV and MP4, whose position stands in an atom."""

from pathlib import Path

import pytest

from glocbot.convert import Refused
from glocbot.convert.photos import is_photo, read_photo

XYZ = b"\x00\x00\x00\x24\xa9xyz\x00\x14\x15\xc7+48.20849+016.37208/"
APPLE = (
    b"\x00\x00\x00\x30mdtacom.apple.quicktime.location.ISO6709\x00\x00\x00\x30ilst\x00\x00\x00\x28data"
    b"\x00\x00\x00\x01\x00\x00\x00\x00+48.20849+016.37208+171.000/"
)
FILM = b"\x00\x00\x00\x18ftypmp42" + bytes(5_000_000)


@pytest.mark.parametrize("atom", [XYZ, APPLE, XYZ + APPLE])
@pytest.mark.parametrize("ending", ["mp4", "MOV", "m4v"])
def test_the_position_of_a_film(atom: bytes, ending: str, tmp_path: Path) -> None:
    for data in (FILM + atom, atom + FILM):
        path = tmp_path / f"film.{ending}"
        path.write_bytes(data)
        assert is_photo(str(path))
        reading = read_photo(path)
        assert reading.location.latitude == pytest.approx(48.20849)
        assert reading.location.longitude == pytest.approx(16.37208)
        assert any("a film has one position" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (FILM, "no position"),
        (b"", "no position"),
        (XYZ + XYZ.replace(b"48", b"49"), "several positions"),
        (XYZ.replace(b"48.20849+016.37208", b"98.20849+016.37208"), "is not between"),
        (XYZ.replace(b"48.20849+016.37208", b"00.00000+000.00000"), "Gulf of Guinea"),
    ],
)
def test_a_film_without_one_position_is_refused(data: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(data)
    with pytest.raises(Refused, match=says):
        read_photo(path)


def test_a_film_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be opened"):
        read_photo(tmp_path / "none.mp4")
