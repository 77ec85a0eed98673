"""National grids, converted by the library pyproj, which is an extra of its own.

A pair of metres is read only with the name of its grid or in a form that no other has.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glocbot.convert.grids.projected import to_degrees
from glocbot.convert.reading import PASTE_COORDINATES, PositionKind, Reading, Refused
from glocbot.location import METRES_PER_DEGREE


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid of one country.

    Attributes:
        name: as people call it.
        names: a pattern for its names; the EPSG's number is one of them.
        epsg: its number in the EPSG's register.
        east: the least and the most metres to the east that lie in the country.
        north: likewise to the north.
        cut: metres to the north that some write and the EPSG's grid leaves out.
    """

    name: str
    names: str
    epsg: int
    east: tuple[float, float]
    north: tuple[float, float]
    cut: float = 0.0

    def holds(self, east: float, north: float) -> bool:
        """Tell whether a position lies in the grid's country, roughly."""
        in_east = self.east[0] <= east <= self.east[1]
        return in_east and self.north[0] <= north <= self.north[1]


LV95 = Grid(
    "Swiss LV95",
    r"LV ?95|CH1903\+|MN95|Swiss ?grid|Swisstopo",
    2056,
    (2_480_000, 2_840_000),
    (1_070_000, 1_300_000),
)
LV03 = Grid(
    "Swiss LV03",
    r"LV ?03|CH1903(?!\+)|MN03|Swiss ?grid",
    21781,
    (480_000, 840_000),
    (70_000, 300_000),
)
OSGB = Grid(
    "British National Grid",
    r"OSGB(?: ?19)?(?:36)?|British National Grid|BNG|OS grid(?: ref(?:erence)?)?|NGR",
    27700,
    (-10_000, 700_000),
    (0, 1_300_000),
)
IRISH = Grid(
    "Irish Grid",
    r"Irish (?:National )?Grid(?: ref(?:erence)?)?|OSI grid(?: ref(?:erence)?)?|IG",
    29903,
    (0, 400_000),
    (0, 500_000),
)
RD = Grid(
    "Dutch RD",
    r"RD(?:[ -]?new)?|Rijksdriehoek(?:sco[oö]rdinaten|stelsel)?|Amersfoort",
    28992,
    (-7_000, 300_000),
    (289_000, 640_000),
)
LAMBERT_93 = Grid(
    "Lambert-93",
    r"Lambert[ -]?93|RGF ?93|L93",
    2154,
    (80_000, 1_260_000),
    (6_020_000, 7_140_000),
)
SWEREF = Grid(
    "SWEREF 99 TM",
    r"SWEREF ?99(?: ?TM)?",
    3006,
    (180_000, 940_000),
    (6_090_000, 7_700_000),
)
TM35FIN = Grid(
    "Finnish ETRS-TM35FIN",
    r"(?:ETRS[ -]?(?:89[ -]?)?)?TM ?35 ?FIN|EUREF-FIN",
    3067,
    (40_000, 770_000),
    (6_570_000, 7_790_000),
)
YKJ = Grid("Finnish YKJ", r"YKJ|KKJ(?: ?3)?", 2393, (3_040_000, 3_770_000), (6_600_000, 7_800_000))
UTM33 = Grid(
    "EUREF89 UTM 33",
    r"EUREF89 UTM ?33N?",
    25833,
    (-100_000, 1_150_000),
    (6_400_000, 8_000_000),
)

#: Of the three strips of Austria: the number without and with the metres that keep it positive.
_AUSTRIA = tuple(
    Grid(
        f"Austrian {name}",
        rf"(?:(?:MGI|Austria|BMN|GK|Gauss-Kr[uü]ger|Österreich)[ /-]*)*{name}",
        epsg,
        (false_east - 130_000, false_east + 130_000),
        (full + 90_000, full + 440_000),
        full,
    )
    for name, unshifted, shifted, meridian in (
        ("M28", 31254, 31257, 150_000),
        ("M31", 31255, 31258, 450_000),
        ("M34", 31256, 31259, 750_000),
    )
    for epsg, false_east in ((unshifted, 0), (shifted, meridian))
    for full in (0, 5_000_000)
)  # fmt: skip
_AUSTRIA_LAMBERT = Grid(
    "Austrian Lambert",
    r"(?:MGI[ /-]*)?Austria[ -]?Lambert|ÖK ?500|Österreich[ -]Lambert",
    31287,
    (100_000, 700_000),
    (250_000, 600_000),
)
#: German Gauss-Krüger has the number of its zone before the metres to the east.
_GAUSS_KRUEGER = tuple(
    Grid(
        f"Gauss-Krüger zone {zone}",
        r"(?:DHDN[ /-]*)?(?:3-degree )?(?:Gau(?:ss|ß)[ -]?Kr[uü]e?ger|GK|DHDN)"
        rf"(?:[ -]?(?:zone|Streifen|{zone}))*",
        31464 + zone,
        (zone * 1_000_000 + 300_000, zone * 1_000_000 + 700_000),
        (5_200_000, 6_120_000),
    )
    for zone in (2, 3, 4, 5)
)

GRIDS = (
    LV95, LV03, OSGB, IRISH, RD, LAMBERT_93, SWEREF, TM35FIN, YKJ, UTM33, _AUSTRIA_LAMBERT,
    *_AUSTRIA, *_GAUSS_KRUEGER,
)  # fmt: skip

#: Swiss and other thousands: 2'600'072.37 and 2 600 072.
_NUMBER = (
    r"[+-]?[0-9]{1,3}(?:['’ ][0-9]{3}){1,2}(?:[.,][0-9]{1,6})?"
    r"|[+-]?[0-9]{1,8}(?:[.,][0-9]{1,6})?"
)
#: X and Y stand for either: the north is X in Switzerland, Austria and Germany.
_AXIS = (
    r"(?:(?:E(?:asting|ast)?|N(?:orthing|orth|ord|ordwert)?|Ost(?:wert)?|[XY]|R(?:echtswert)?"
    r"|H(?:ochwert)?)(?![^\W\d_]) ?[:=]? ?)?"
)
_PAIR = re.compile(
    rf"(?P<a>{_AXIS})(?P<one>{_NUMBER}) ?(?:m\b)? ?(?P<c>[EN]?)(?: ?[,;/|] ?| |(?=[A-Z]))"
    rf"(?P<b>{_AXIS})(?P<two>{_NUMBER}) ?(?:m\b)? ?(?P<d>[EN]?)",
    re.IGNORECASE,
)
_SWISS_THOUSANDS = re.compile(r"[0-9]{3}['’][0-9]{3}[^0-9]{1,5}[0-9]{2,3}['’][0-9]{3}(?![0-9])")
#: Numbers that may be metres; degrees have at most three digits before the point.
_METRES = re.compile(r"(?<![0-9.,])[0-9]{5}|[0-9]['’][0-9]{3}|[0-9] [0-9]{3}(?: [0-9]{3}| ?[/;])")
_EDGES = " \t\n.,;:()[]/-"


def read_national(text: str) -> Reading | None:
    """Read a pair of metres of a national grid, such as `LV95 2600072, 1199545`.

    Raises:
        Refused: when the grid is named and the numbers do not lie in its country, or pyproj is not
            installed.
    """
    if not _METRES.search(text):
        return None
    named = [grid for grid in GRIDS if _without_name(grid, text) is not None]
    if not named:
        return _unmistakable(text)
    rest = min((_without_name(grid, text) or "" for grid in named), key=len)
    match = _PAIR.fullmatch(rest)
    if match is None:
        return None
    found = list(_fitting(named, match))
    if not found:
        raise Refused(f"these numbers do not lie in the grid {named[0].name}", PASTE_COORDINATES)
    # Where both orders lie in the country, the east comes first, as these grids' own texts have it.
    if len({grid for grid, _, _ in found}) > 1:
        raise Refused(
            "these numbers lie in several grids of this name", "write the grid's EPSG number too"
        )
    return reading_of(*found[0])


def _without_name(grid: Grid, text: str) -> str | None:
    """Return the text without the name of a grid; None where the name is not in it."""
    names = rf"(?<![^\W_])(?:{grid.names}|EPSG:? ?{grid.epsg})(?![^\W_])"
    rest, found = re.subn(names, " ", text, flags=re.IGNORECASE)
    return re.sub(r"\s++", " ", rest).strip(_EDGES) if found else None


def _unmistakable(text: str) -> Reading | None:
    """Read what only one grid writes: seven digits of LV95, thousands of LV03, zones of GK."""
    plain = re.sub(r"\s++", " ", text.strip(_EDGES))
    match = _PAIR.fullmatch(plain)
    if match is None:
        return None
    grids = [LV95]
    if _SWISS_THOUSANDS.search(plain):
        grids.append(LV03)
    if match["a"][:1].upper() == "R" and match["b"][:1].upper() == "H":
        grids += _GAUSS_KRUEGER
    found = list(_fitting(grids, match))
    return reading_of(*found[0]) if len(found) == 1 else None


def _fitting(grids: list[Grid], match: re.Match[str]) -> Iterator[tuple[Grid, float, float]]:
    """Find the grids and orders in which two numbers lie in the grid's country."""
    one, two = _number(match["one"]), _number(match["two"])
    letters = [(match["a"] or match["c"])[:1].upper(), (match["b"] or match["d"])[:1].upper()]
    for grid in grids:
        if letters not in (["N", "E"], ["H", "R"]) and grid.holds(one, two):
            yield grid, one, two
        if letters not in (["E", "N"], ["R", "H"]) and grid.holds(two, one):
            yield grid, two, one


def _number(text: str) -> float:
    return float(re.sub("['’ ]", "", text).replace(",", "."))


def converted(grid: Grid, east: float, north: float) -> tuple[float, float, str]:
    """Return latitude and longitude in degrees, and the note on how exact they are.

    Raises:
        Refused: when pyproj is not installed.
    """
    latitude, longitude, accuracy = to_degrees(grid.epsg, grid.name, east, north - grid.cut)
    note = f"the position was converted from {grid.name}, to within about {accuracy:.0f} m"
    return latitude, longitude, note


def reading_of(grid: Grid, east: float, north: float, *, square: float = 0.0) -> Reading:
    """Convert a position in a grid.

    Args:
        grid: one of `GRIDS`.
        east: metres.
        north: metres.
        square: metres; the size of the square whose middle this is, 0 for a point.

    Raises:
        Refused: when pyproj is not installed.
    """
    latitude, longitude, note = converted(grid, east, north)
    area = (f"the reference is a square of {square:.0f} m: the position is its middle",)
    return Reading.at(
        latitude,
        longitude,
        kind=PositionKind.AREA if square > 1 else PositionKind.POINT,
        step=max(square, 1.0) / METRES_PER_DEGREE,
        notes=(*(area if square > 1 else ()), note),
    )
