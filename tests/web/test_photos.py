"""Photos over a form: only heads, only in memory, bounded."""

import io
import tempfile

import pytest
from flask.testing import FlaskClient

from glocbot.web.uploads import HEAD_BYTES
from tests.photos import make_photo
from tests.web.test_page import messages, templates

VIENNA = make_photo(48.20849, 16.37208, heading=142)
BARE = make_photo()


def send(client: FlaskClient, *photos: bytes, **fields: str) -> str:
    """Send photos and return the page."""
    files = [(io.BytesIO(photo), f"photo {n}.jpg") for n, photo in enumerate(photos)]
    return client.post("/photos", data={"photos": files, **fields}).text


def test_a_photo_is_read(client: FlaskClient) -> None:
    body = send(client, VIENNA)
    assert templates(body) == ["{{Location|48.20849|16.37208|heading:142}}"]
    assert "photo 0.jpg" in body


def test_several_give_a_table_with_their_doubts(client: FlaskClient) -> None:
    body = send(client, VIENNA, make_photo(1.5, 2.5, dop=40.0), BARE)
    assert templates(body) == [
        "{{Location|48.20849|16.37208|heading:142}}",
        "{{Location|1.5|2.5}}",
    ]
    assert "the dilution of precision is 40, over 20" in body
    assert "2 positions, 1 refusal" in body
    assert "Many phones take the place out of a photo" in body


def test_options_hold_for_photos(client: FlaskClient) -> None:
    assert templates(send(client, VIENNA, object="1"))[0].startswith("{{Object location|")


def test_a_photo_with_a_position_needs_no_word_on_phones(client: FlaskClient) -> None:
    assert "Many phones" not in send(client, VIENNA)


def test_a_whole_photo_is_read_by_its_beginning(client: FlaskClient) -> None:
    """As a browser without JavaScript sends it."""
    assert templates(send(client, VIENNA + bytes(4_000_000)))
    (words,) = messages(send(client, BARE + bytes(4_000_000)))
    assert words.endswith("; only the first 256 kB of the photo were read")
    (words,) = messages(send(client, bytes(HEAD_BYTES) + VIENNA))
    assert "256 kB" in words


def test_nothing_is_stored(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a photo must not be put on a disk")

    for name in ("TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refuse)
        monkeypatch.setattr(f"werkzeug.formparser.{name}", refuse, raising=False)
    assert len(templates(send(client, *[VIENNA + bytes(HEAD_BYTES - len(VIENNA))] * 20))) == 20


@pytest.mark.parametrize(
    ("photos", "words"),
    [([], "no photo was sent"), ([BARE] * 21, "21 photos were sent, and at most 20")],
)
def test_none_or_too_many_are_refused(client: FlaskClient, photos: list[bytes], words: str) -> None:
    assert words in messages(send(client, *photos))[0]


def test_too_much_is_refused(client: FlaskClient) -> None:
    (words,) = messages(send(client, *[VIENNA + bytes(300_000)] * 20))
    assert words.startswith("That is more than is read at once")


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"GIF89a", b"\xff\xd8\xff\xe1\xff\xffExif\0\0"]
)
def test_what_is_no_photo_is_refused(client: FlaskClient, content: bytes) -> None:
    body = send(client, content)
    assert templates(body) == []
    assert len(messages(body)) == 1


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.jpg", "C:\\x\\a.jpg", "<b>.jpg", "x" * 300 + ".jpg"]
)
def test_a_name_is_only_shown(client: FlaskClient, name: str) -> None:
    body = client.post("/photos", data={"photos": (io.BytesIO(VIENNA), name)}).text
    assert templates(body)
    assert "etc/passwd" not in body
    assert "<b>" not in body
    assert "x" * 100 not in body


def test_photos_may_be_shared(client: FlaskClient) -> None:
    body = client.post("/share", data={"photos": (io.BytesIO(VIENNA), "a.jpg"), "title": ""}).text
    assert templates(body) == ["{{Location|48.20849|16.37208|heading:142}}"]
