"""File pages that need no location or must not get one: each should be skipped."""

from PIL.TiffImagePlugin import IFDRational

from tests.mediawiki.pages import UNLISTED_ALIAS, WRAPPER
from tests.mediawiki.samples.sample import Edit, Sample, categorised
from tests.mediawiki.samples.views import odd_view, view
from tests.photos import Gps, dms

PAGE = """\
== {{{{int:filedesc}}}} ==
{{{{Information
|description={{{{en|1={description}}}}}
|date={date}
|source={{{{own}}}}
|author=[[User:Lena Fotografin|Lena Fotografin]]{fields}
}}}}{below}

== {{{{int:license-header}}}} ==
{{{{self|cc-by-sa-4.0}}}}

[[Category:{category}]]"""


def page(description: str, date: str, category: str, *, below: str = "", fields: str = "") -> str:
    """Write a page as UploadWizard does.

    Args:
        description: in English.
        date: when the photo was taken.
        category: without its namespace.
        below: what stands on the lines after the infobox.
        fields: further lines within the infobox.
    """
    return PAGE.format(
        description=description,
        date=date,
        category=category,
        below=f"\n{below}" if below else "",
        fields=f"\n{fields}" if fields else "",
    )


NEUSCHWANSTEIN = page(
    "Neuschwanstein from the Marienbrücke", "2023-09-30", "Neuschwanstein from Marienbrücke"
)

REFUSED = [
    Sample(
        "Ulm Minster, nave.jpg",
        view(taken="2017:03:04 14:00:12", model="EOS 40D"),
        page("Nave of Ulm Minster, looking east", "2017-03-04", "Nave of Ulmer Münster"),
        "no-gps",
    ),
    Sample(
        "Lighthouse of Alcatraz.jpg",
        view(None, -122.42225, taken="2016:05:19 11:30:00"),
        page("The lighthouse on Alcatraz", "2016-05-19", "Alcatraz Island Light"),
        "half-position",
    ),
    Sample(
        "Ferry to Texel, Den Helder.jpg",
        view(0, 0, taken="2020:08:08 09:45:31"),
        page("The ferry to Texel leaving Den Helder", "2020-08-08", "TESO ferries"),
        "null-island",
    ),
    Sample(
        "Market hall, Wrocław.jpg",
        odd_view(
            {
                Gps.LATITUDE_REF: "N",
                Gps.LATITUDE: (IFDRational(4294967248), IFDRational(0), IFDRational(0)),
                Gps.LONGITUDE_REF: "E",
                Gps.LONGITUDE: dms(17.0398),
            },
            taken="2015:10:10 10:10:00",
        ),
        page("Inside the market hall of Wrocław", "2015-10-10", "Hala Targowa in Wrocław"),
        "out-of-range",
    ),
    Sample(
        "Rialto Bridge from the Fondamenta del Vin.jpg",
        view(45.43768, 12.33512, taken="2024:03:02 08:20:00"),
        page(
            "Rialto Bridge from the Fondamenta del Vin",
            "2024-03-02",
            "Rialto Bridge from the south-west",
            below="{{Location|45.437680|12.335120|heading:41}}",
        ),
        "located",
    ),
    Sample(
        "Wawel Castle across the Vistula.jpg",
        view(50.0512, 19.93096, taken="2012:06:30 17:00:00"),
        page(
            "Wawel Castle across the Vistula",
            "2012-06-30",
            "Wawel from the Vistula",
            below="{{Camera location|50|3|4.3|N|19|55|51.5|E|alt:202_source:exif_heading:?}}",
        ),
        "located",
    ),
    Sample(
        "Pont du Gard, upstream.jpg",
        view(43.94808, 4.53461, taken="2014:08:15 13:00:00"),
        page(
            "Pont du Gard from upstream",
            "2014-08-15",
            "Pont du Gard",
            fields=f"|other fields={{{{{UNLISTED_ALIAS}|43.94808|4.53461}}}}",
        ),
        "located",
    ),
    Sample(
        "Jungfrau from the Wengernalp.jpg",
        view(46.58631, 7.96083, taken="2024:07:27 12:12:12"),
        page(
            "The Jungfrau from the Wengernalp", "2024-07-27", "Jungfrau", below=f"{{{{{WRAPPER}}}}}"
        ),
        "located",
    ),
    Sample(
        "Cypripedium calceolus, flowering.jpg",
        view(47.6021, 11.3411, taken="2021:06:05 10:31:00"),
        page(
            "Lady's-slipper orchid in flower; the place is not published to protect it",
            "2021-06-05",
            "Cypripedium calceolus",
            below="{{Location withheld}}",
        ),
        "opted-out",
    ),
    Sample(
        "Night train, somewhere in Austria.jpg",
        view(47.2654, 11.3928, taken="2022:12:23 02:14:00"),
        page(
            "View from the night train; the phone kept the position of the departure",
            "2022-12-23",
            "Night trains in Austria",
            below="{{GPS EXIF ambiguous}}",
        ),
        "opted-out",
    ),
    Sample(
        "Espresso cup on a white table.jpg",
        view(41.9009, 12.4833, taken="2019:02:14 08:00:00"),
        page(
            "An espresso cup",
            "2019-02-14",
            "Espresso cups]]\n[[Category:Location not applicable",
        ),
        "opted-out",
    ),
    Sample(
        "Gasometer Oberhausen, west view.jpg",
        view(51.49421, 6.86957, taken="2020:05:01 18:00:00"),
        "{{bots|deny=all}}\n"
        + page("Gasometer Oberhausen from the west", "2020-05-01", "Gasometer Oberhausen"),
        "opted-out",
    ),
    Sample(
        "Neuschwanstein from the Marienbrücke.jpg",
        view(47.55462, 10.74903, heading=341, taken="2023:09:30 10:05:59"),
        NEUSCHWANSTEIN.replace("}}\n\n==", "}}\n{{Location|47.554620|10.749030}}\n\n=="),
        "removed-before",
        later=(
            Edit(
                "Lena Fotografin",
                "I do not want the position of my photos here",
                categorised(NEUSCHWANSTEIN),
            ),
        ),
    ),
    Sample(
        "IMG 2034.jpg",
        b"",
        "#REDIRECT [[File:Stephansdom Südseite 2024-05-11.jpg]]\n",
        "redirect",
    ),
    Sample(
        "Brandenburg Gate by night.jpg",
        view(52.51625, 13.37935, taken="2023:12:31 23:40:00"),
        page("Brandenburg Gate on New Year's Eve", "2023-12-31", "Brandenburger Tor at night"),
        "protected",
        protected=True,
    ),
    Sample(
        "Our balcony in Margareten.jpg",
        view(48.18731, 16.35702, taken="2022:06:04 19:20:00"),
        page("Evening on a balcony in Margareten, Vienna", "2022-06-04", "Balconies in Vienna"),
        "rejected",
    ),
]
