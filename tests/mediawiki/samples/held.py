"""File pages with a doubtful position: each should be held for a person."""

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
        "Tōdai-ji, Nandaimon gate.jpg",
        view(34.68244, 135.84263, datum="TOKYO", taken="2009:04:05 13:15:00"),
        page(
            "Nandaimon, the great south gate of Tōdai-ji, Nara", "2009-04-05", "Nandaimon (Tōdaiji)"
        ),
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
        "Steppe near Dalanzadgad.jpg",
        view(44, 104, taken="2011:07:13 15:00:00"),
        page("Steppe near Dalanzadgad, Mongolia", "2011-07-13", "Landscapes of Ömnögovi Province"),
        "whole-degrees",
    ),
    Sample(
        "Equator sign at Nanyuki.jpg",
        view(0, 37.07447, taken="2016:02:22 12:00:00"),
        page("The sign at the equator in Nanyuki, Kenya", "2016-02-22", "Equator signs in Kenya"),
        "zero-axis",
    ),
]
