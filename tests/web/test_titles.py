"""File names as people have them."""

import pytest

from glocbot.web.titles import file_title


@pytest.mark.parametrize(
    "given",
    [
        "File:Wien Oper.jpg",
        "file: wien_Oper.jpg ",
        "Datei:Wien Oper.jpg",
        "Файл:Wien Oper.jpg",
        "चित्र:Wien Oper.jpg",
        "Fayl:Wien Oper.jpg",
        "Wien_Oper.jpg",
        "\u200eFile:Wien Oper.jpg\u200e",
        "[[File:Wien Oper.jpg|thumb|A [b] view]]".replace("[b] ", ""),
        "[[:File:Wien Oper.jpg]]",
        "https://commons.wikimedia.org/wiki/File:Wien_Oper.jpg",
        "https://commons.m.wikimedia.org/wiki/File:Wien_Oper.jpg?uselang=de#x",
        "https://commons.wikimedia.org/w/index.php?title=File:Wien_Oper.jpg&action=edit",
        "https://de.wikipedia.org/wiki/Wien#/media/Datei:Wien_Oper.jpg",
        "https://upload.wikimedia.org/wikipedia/commons/a/ab/Wien_Oper.jpg",
        "https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Wien_Oper.jpg/330px-Wien_Oper.jpg",
    ],
)
def test_a_file(given: str) -> None:
    assert file_title(given) == "File:Wien Oper.jpg"


def test_letters_of_every_kind() -> None:
    assert file_title("File:100%25.JPG") is None  # encoded, but in no link
    assert (
        file_title("https://commons.wikimedia.org/wiki/File:%C3%9Cber_uns.JPG")
        == "File:Über uns.JPG"
    )
    assert file_title("أهرام.png") == "File:أهرام.png"


@pytest.mark.parametrize(
    "given",
    [
        "",
        "48.2, 16.3",
        "48.20849,16.37208.jpg|x",
        "Wien",
        ".jpg",
        "File:.jpg",
        "File:Wien",
        "Category:Wien.jpg/x",
        "File:a#b.jpg",
        "File:a%20b.jpg",
        "File:a\nb{{x}}.jpg",
        f"{'ü' * 120}.jpg",
        "https://example.org/wiki/File:Wien.jpg",
        "https://commons.wikimedia.org.example.org/wiki/File:Wien.jpg",
        "https://[/wiki/File:Wien.jpg",
        "https://commons.wikimedia.org/wiki/Category:Wien",
        "https://www.openstreetmap.org/?mlat=48.2&mlon=16.3",
        "8FWR6937+QR",
        "{{Location|48.2|16.3}}",
        "geo:48.2,16.3",
    ],
)
def test_no_file(given: str) -> None:
    assert file_title(given) is None
