"""File pages with something doubtful about them: each should be held for a person."""

from tests.mediawiki.samples.refused import page
from tests.mediawiki.samples.sample import Sample
from tests.mediawiki.samples.views import view

HELD = [
    Sample(
        "Matterhorn from Riffelsee.jpg",
        view(45.98322, 7.76223, heading=247, taken="2024:08:10 06:30:20"),
        page(
            "The Matterhorn mirrored in the Riffelsee",
            "2024-08-10",
            "Matterhorn from Riffelsee",
            below="{{Object location|45.976389|7.658333}}",
        ),
        "object-location",
    ),
    Sample(
        "EKŌ-Haus, Düsseldorf.jpg",
        # The camera is from Japan, and so is the datum that it is set to.
        view(51.22552, 6.72661, datum="TOKYO", taken="2009:04:05 13:15:00"),
        page("The Japanese temple in Düsseldorf", "2009-04-05", "EKŌ-Haus (Düsseldorf)"),
        "datum",
    ),
    Sample(
        "Underground station Olaias, Lisbon.jpg",
        view(38.73946, -9.12365, status="V", taken="2018:09:09 16:45:00"),
        page("Platform of the station Olaias, Lisbon", "2018-09-09", "Olaias metro station"),
        "void-fix",
    ),
    Sample(
        "Partnach Gorge, lower end.jpg",
        view(47.46747, 11.11913, dop=38.5, taken="2019:10:03 11:11:00"),
        page("In the Partnach Gorge near Garmisch-Partenkirchen", "2019-10-03", "Partnachklamm"),
        "poor-fix",
    ),
    Sample(
        "Hotel lobby, Tromsø.jpg",
        view(
            59.91114,
            10.75026,
            gps_date="2024:01:12",
            gps_time=(9, 30, 0),
            taken="2024:01:16 20:05:00",
        ),
        page(
            "Lobby of a hotel in Tromsø during the film festival", "2024-01-16", "Hotels in Tromsø"
        ),
        "stale-fix",
    ),
    Sample(
        "Puszta near Szolnok.jpg",
        view(47, 20, taken="2011:07:13 15:00:00"),
        page("The puszta near Szolnok, Hungary", "2011-07-13", "Landscapes of Szolnok County"),
        "whole-degrees",
    ),
    Sample(
        "Meridian line at Greenwich.jpg",
        view(51.47788, 0, taken="2016:02:22 12:00:00"),
        page("The meridian line at Greenwich", "2016-02-22", "Prime meridian at Greenwich"),
        "zero-axis",
    ),
    Sample(
        "Sydney Opera House from Mrs Macquarie's Chair.jpg",
        view(-33.85966, 151.22229, heading=293.4, taken="2024:02:03 18:55:10"),
        """\
{{Information
|Description=The Opera House and the Harbour Bridge at sunset, seen from Mrs Macquarie's Chair
|Source=own work
|Date=2024-02-03
|Author=Kari Vandrar
|Permission={{self|cc-by-4.0}}
|other_versions=
}}

[[Category:Sydney Opera House from Mrs Macquaries Point]]""",
        "far-from-category",
        uploader="Kari Vandrar",
    ),
    Sample(
        "Garden in Hietzing.jpg",
        view(48.18512, 16.29077, taken="2019:06:15 18:40:00"),
        page("Roses in a garden in Hietzing, Vienna", "2019-06-15", "Roses in Vienna"),
        "left-out",
        summary="User created page with UploadWizard",
    ),
    # Two photos of one camera, two minutes and 143 km apart: one of the two fixes is wrong.
    Sample(
        "Uhrturm from the Schloßberg, Graz.jpg",
        view(
            47.07588,
            15.43757,
            gps_date="2024:09:07",
            gps_time=(9, 12, 0),
            taken="2024:09:07 11:12:00",
        ),
        page("The clock tower on the Schloßberg in Graz", "2024-09-07", "Uhrturm (Graz)"),
        "impossible-speed",
    ),
    Sample(
        "Belvedere from the lower gardens.jpg",
        view(
            48.19358,
            16.38051,
            gps_date="2024:09:07",
            gps_time=(9, 14, 0),
            taken="2024:09:07 11:14:00",
        ),
        page("The upper Belvedere in Vienna", "2024-09-07", "Upper Belvedere"),
        "impossible-speed",
    ),
]
