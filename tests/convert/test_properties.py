"""What holds for any position and for any text."""

import contextlib
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glocbot.convert import Reading, Refused, convert
from glocbot.location import Location
from glocbot.template import decimal_degrees, dms_template, location_template

# They load the parser of wikitext and the table of services, which takes longer than Hypothesis
# gives an example.
convert("{{Location|1|2}}")
convert("geo:1,2")

POSITIONS = st.builds(
    Location,
    # Within a thousandth of 0, 0 a link is refused.
    st.floats(-90, 90).filter(lambda degrees: abs(degrees) > 0.01),
    st.floats(-180, 180),
)


def decimals(degrees: float) -> str:
    return decimal_degrees(degrees)


def minutes(degrees: float, pattern: str) -> str:
    """Fill in d, m and the letter's place; never 60 minutes, as the whole is rounded at once."""
    whole, rest = divmod(round(abs(degrees) * 60, 4), 60)
    return pattern.format(d=int(whole), m=f"{rest:07.4f}")


def seconds(degrees: float, pattern: str) -> str:
    total, rest = divmod(round(abs(degrees) * 3600, 2), 60)
    whole, minute = divmod(int(total), 60)
    return pattern.format(d=whole, m=minute, s=f"{rest:05.2f}")


def letters(place: Location) -> tuple[str, str]:
    return "NS"[place.latitude < 0], "EW"[place.longitude < 0]


def lettered(pattern: str, write: Callable[[float, str], str]) -> Callable[[Location], str]:
    def text(place: Location) -> str:
        north, east = letters(place)
        return pattern.format(
            lat=write(place.latitude, "{d}°{m}" if write is minutes else "{d}°{m}′{s}″"),
            lon=write(place.longitude, "{d}°{m}" if write is minutes else "{d}°{m}′{s}″"),
            N=north,
            E=east,
        )

    return text


def packed(place: Location) -> str:
    north, east = letters(place)
    latitude = minutes(place.latitude, "{d:02}{m}")
    longitude = minutes(place.longitude, "{d:03}{m}")
    return f"{latitude}{north}{longitude}{east}"


def iso_6709(place: Location) -> str:
    return f"{place.latitude:+010.6f}{place.longitude:+011.6f}/"


def fixed(pattern: str) -> Callable[[Location], str]:
    """Fill in six decimals: whole numbers that a blank separates may be degrees and minutes."""
    return lambda p: pattern.format(f"{p.latitude:.6f}", f"{p.longitude:.6f}")


def signed(pattern: str) -> Callable[[Location], str]:
    return lambda p: pattern.format(decimals(p.latitude), decimals(p.longitude))


FORMS: dict[str, Callable[[Location], str]] = {
    "comma": signed("{0}, {1}"),
    "space": fixed("{0} {1}"),
    "semicolon": signed("{0};{1}"),
    "lines": fixed("{0}\n{1}"),
    "labels": signed("Lat: {0}, Lon: {1}"),
    "labels reversed": signed("Lon: {1} Lat: {0}"),
    "json": signed('{{"lat": {0}, "lng": {1}}}'),
    "decimal comma": lambda p: signed("{0}; {1}")(p).replace(".", ","),
    "geo": signed("geo:{0},{1}"),
    "geo with a label": signed("geo:0,0?q={0},{1}(A+place)"),
    "wkt": signed("Point({1} {0})"),
    "google": signed("https://www.google.com/maps/@{0},{1},17z"),
    "google pin": signed("https://www.google.com/maps/place/X/@1,2,3z/data=!8m2!3d{0}!4d{1}"),
    "google query": signed("https://maps.google.com/?q={0},{1}"),
    "openstreetmap": signed("https://www.openstreetmap.org/#map=17/{0}/{1}"),
    "openstreetmap pin": signed("https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=3/1/2"),
    "yandex": signed("https://yandex.com/maps/?ll={1}%2C{0}&z=17"),
    "2gis": signed("https://2gis.ru/geo/{1}%2C{0}"),
    "bing": signed("https://www.bing.com/maps?cp={0}~{1}"),
    "template": location_template,
    "dms template": dms_template,
    "minutes": lettered("{lat}′{N} {lon}′{E}", minutes),
    "minutes, letters first": lettered("{N} {lat}, {E} {lon}", minutes),
    "seconds": lettered("{lat}{N} {lon}{E}", seconds),
    "seconds, longitude first": lettered("{lon} {E}, {lat} {N}", seconds),
    "packed": packed,
    "iso 6709": iso_6709,
}


@pytest.mark.parametrize("form", FORMS)
@given(place=POSITIONS)
@settings(max_examples=60)
def test_any_position_in_any_form_is_read_back(form: str, place: Location) -> None:
    """To within the precision of the form: 0.01″ is 2.8e-6°, 0.0001′ is 1.7e-6°, and half of it."""
    found = convert(FORMS[form](place)).location
    assert found.latitude == pytest.approx(place.latitude, abs=1.5e-6)
    assert found.longitude == pytest.approx(place.longitude, abs=1.5e-6)


NUMBERS = re.compile(r"[0-9]+(?:[.,][0-9]+)?|\.[0-9]+")


def stands_in(degrees: float, text: str) -> bool:
    """Whether a coordinate is made of numbers of the text: d, d + m/60 or d + m/60 + s/3600."""
    whole = [float(number.replace(",", ".")) for number in NUMBERS.findall(text)]
    whole += [float(number) for number in re.findall(r"[0-9]+(?:\.[0-9]+)?", text)]
    whole += [float(digits) for digits in re.findall(r"[0-9]+", text)]
    size = abs(degrees)
    return any(
        abs(d + m / 60 + s / 3600 - size) < 1e-9
        for d in whole
        for m in [0.0, *whole]
        for s in [0.0, *whole]
    )


PIECES = st.sampled_from(
    [
        *(
            [
                "0",
                "1",
                "7",
                "12",
                "48",
                "16",
                "90",
                "180",
                "48.2",
                "16,37",
                "30.5",
                "059",
                ".",
                ",",
                ";",
                ":",
                "/",
                "-",
                "+",
                "(",
                ")",
                "|",
                "&",
                "=",
                "%",
                "@",
                "!",
                "?",
                "#",
                "{",
                "}",
                "_",
                "x",
            ]
        ),
        *(
            [
                "°",
                "′",
                "″",
                "N",
                "S",
                "E",
                "W",
                "O",
                "s",
                "m",
                "d",
                "'",
                '"',
                "lat",
                "lon",
                "north",
                "ost",
                "est",
            ]
        ),
        *("    \n"),
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
@settings(max_examples=1500)
def test_random_coordinates_are_refused_or_stand_in_the_input(text: str) -> None:
    with contextlib.suppress(Refused):
        location = convert(text).location
        packed_form = re.search(r"[0-9]{4}", text)
        assert packed_form or stands_in(location.latitude, text)
        assert packed_form or stands_in(location.longitude, text)


def is_answered_or_refused(text: str) -> bool:
    """Tell whether there is an answer, or one line that says why not; no other error is caught."""
    try:
        return isinstance(convert(text), Reading)
    except Refused as refusal:
        return bool(str(refusal)) and str(refusal).isprintable()


@given(st.text(max_size=200))
@settings(max_examples=500)
def test_any_text_is_answered_or_refused(text: str) -> None:
    assert is_answered_or_refused(text)


@given(
    st.sampled_from(
        [
            "https://www.google.com/maps/place/X/@48.2,16.3,3a,75y,10h,90t/data=!8m2!3d48.2!4d16.3",
            "https://www.openstreetmap.org/?mlat=48.2&mlon=16.3#map=17/48.2/16.3",
            "https://yandex.ru/maps/?pt=37.6,55.7&ll=37.0,55.0&rtext=55.7,37.6~1,2",
            "https://osm.org/go/0EEQjE==?m=",
            "ge0://44TvlEGXf-/Kyiv",
            "geo:48.2,16.3;crs=wgs84;u=40?q=48.2,16.3(Label)",
            "https://wego.here.com/p/s-aWQ9MTtsYXQ9NDguMjA4Mjtsb249MTYuMzczODtuPVdpZW4=?map=48,16,5",
            "{{Location|48|51|29.88|N|2|17|39.84|W|alt:35.5_source:exif_heading:142.25}}",
            "params=38_53_52_N_77_02_11_W_type:landmark_heading:NW",
            "33U XP 02080 40360",
            "18T 585628 4511322",
            "8FWR6937+QR",
            "+27.5916+086.5640+8850/",
            "N 48° 30,6410', E 18° 57,4583'",
            "Point(16.37208 48.20849)",
        ]
    ),
    st.lists(
        st.tuples(
            st.integers(0, 120),
            st.integers(0, 4),
            st.text("0.,-+ °'\"NSOe%[]()|{}_~!@#", max_size=3),
        )
    ),
)
@settings(max_examples=1000)
def test_mangled_inputs_are_answered_or_refused(
    text: str, changes: list[tuple[int, int, str]]
) -> None:
    for start, length, replacement in changes:
        text = text[:start] + replacement + text[start + length :]
    assert is_answered_or_refused(text)
