"""File pages that lack a location: each should get a proposal."""

from tests.mediawiki.samples.sample import Sample
from tests.mediawiki.samples.views import view

TYPICAL = [
    Sample(
        "Stephansdom Südseite 2024-05-11.jpg",
        view(
            48.20799, 16.37288, heading=142.25, datum="WGS-84", dop=4.2, taken="2024:05:11 10:12:44"
        ),
        """\
== {{int:filedesc}} ==
{{Information
|description={{de|1=Südseite des Stephansdoms in [[:de:Wien|Wien]], vom Stephansplatz gesehen}}
{{en|1=South side of St. Stephen's Cathedral in Vienna}}
|date=2024-05-11 10:12:44
|source={{own}}
|author=[[User:Lena Fotografin|Lena Fotografin]]
|permission=
|other versions=
}}

== {{int:license-header}} ==
{{self|cc-by-sa-4.0}}

[[Category:South side of Stephansdom (Vienna)]]""",
    ),
    Sample(
        "Charles Bridge from Křižovnické náměstí.jpg",
        view(50.08598, 14.41433, heading=262, taken="2024:04:20 07:31:02"),
        """\
=={{int:filedesc}}==
{{information
| Description = {{en|Charles Bridge in the early morning, Prague Castle behind it}}
| Source      = {{own}}
| Date        = 2024-04-20
| Author      = Tomáš Novák
}}
=={{int:license-header}}==
{{self|cc-by-sa-4.0|cc-by-4.0}}
[[Category:Charles Bridge in the 2020s]]
[[Category:Křižovnické náměstí]]""",
        uploader="Tomáš Novák",
    ),
    Sample(
        "Eidsborg stavkyrkje, sørvegg.jpg",
        view(59.46374, 8.02114, taken="2019:07:18 15:03:40"),
        """\
== {{int:filedesc}} ==
{{Information
|description={{en|1=South wall of the stave church in Eidsborg, Tokke, Norway}}
|date=2019-07-18 15:03:40
|source={{own}}
|author=[[User:Kari Vandrar|Kari Vandrar]]
}}
{{GPS EXIF}}

== {{int:license-header}} ==
{{self|cc-by-sa-4.0}}

[[Category:Eidsborg stavkyrkje]]""",
        uploader="Kari Vandrar",
    ),
    Sample(
        "Alhambra desde el Mirador de San Nicolás.jpg",
        view(37.18114, -3.59262, heading=151.5, taken="2023:08:29 06:48:51"),
        """\
== {{int:filedesc}} ==
{{ Information
 |description = {{es|1=La Alhambra al amanecer, desde el Mirador de San Nicolás}}
 |date        = {{Taken on|2023-08-29}}
 |source      = {{own}}
 |author      = [[User:Tomáš Novák|Tomáš Novák]]
}}

== {{int:license-header}} ==
{{cc-zero}}

[[Category:Alhambra from Mirador de San Nicolás]]""",
        uploader="Tomáš Novák",
    ),
    Sample(
        "Tallinn in the snow, January 2023.jpg",
        view(
            59.43935,
            24.74238,
            heading=8.5,
            heading_ref="M",
            datum="WGS-84",
            gps_date="2023:01:25",
            gps_time=(7, 15, 9),
            taken="2023:01:25 09:15:11",
            make="SONY",
            model="DSC-HX5V",
        ),
        """\
== {{int:filedesc}} ==
{{Information
|description={{en|1=The old town of Tallinn after snowfall, from Toompea}}
{{et|1=Lumine vanalinn}}
|date=2023-01-25 09:15:11
|source={{own}}
|author=[[User:Lena Fotografin|Lena Fotografin]]
}}

== {{int:license-header}} ==
{{self|cc-by-sa-4.0}}

[[Category:Old town of Tallinn in winter]]
[[Category:January 2023 in Tallinn]]""",
    ),
    Sample(
        "Giambologna, Ratto delle Sabine, Loggia dei Lanzi.jpg",
        view(43.76936, 11.25567, heading=171, taken="2022:10:02 11:20:00"),
        """\
== {{int:filedesc}} ==
{{Artwork
 |artist = Giambologna
 |title = {{it|1=Ratto delle Sabine}}
 |date = 1579-1583
 |medium = marble
 |institution = [[:it:Loggia dei Lanzi|Loggia dei Lanzi]], Firenze
 |source = {{own}}
 |author = [[User:Lena Fotografin|Lena Fotografin]]
}}

== {{int:license-header}} ==
{{PD-old-70}}
{{self|cc-by-sa-4.0}}

[[Category:Ratto delle Sabine (Giambologna)]]""",
    ),
    Sample(
        "Tower Bridge at dusk from Potters Fields.jpg",
        view(51.50455, -0.07865, heading=48, dop=2.1, taken="2018:11:30 16:21:07"),
        """\
== {{int:filedesc}} ==
{{Photograph
|photographer = [[User:Kari Vandrar|Kari Vandrar]]
|title = Tower Bridge at dusk
|description = {{en|1=Tower Bridge, {{convert|0.2|km}} from [[:en:Potters Fields Park]]}}
|date = 2018-11-30 16:21:07
|source = {{own}}
|camera coord =
}}

== {{int:license-header}} ==
{{self|cc-by-sa-4.0}}

[[Category:Tower Bridge at dusk]]""",
        uploader="Kari Vandrar",
    ),
    Sample(
        "Mont Saint-Michel depuis La Caserne.jpg",
        view(48.6227, -1.5075, taken="2021:09:14 19:40:33"),
        """\
== {{int:filedesc}} ==
'''Le Mont-Saint-Michel''' depuis La Caserne, septembre 2021. Photo personnelle.

== {{int:license-header}} ==
{{self|cc-by-sa-3.0}}

[[Category:Mont-Saint-Michel from the south]]""",
        uploader="Tomáš Novák",
    ),
    Sample(
        "Giewont widziany z Zakopanego.jpg",
        view(49.28927, 19.96128, heading=192, heading_ref="T", taken="2024:01:06 12:02:18"),
        """\
== Opis pliku ==
{{Information<!-- Commonist -->
| description = {{pl|1=Giewont zimą, widok z Zakopanego
* po lewej: Kasprowy Wierch
* po prawej: [[:pl:Giewont|Giewont]]}}
| date = 2024-01-06
| source = {{own}}
| author = [[User:Tomáš Novák|Tomáš Novák]]
| other fields = <!-- none -->
}}
{{self|cc-by-sa-4.0}}
[[Category:Giewont]]""",
        uploader="Tomáš Novák",
    ),
    Sample(
        "Ponte Luís I vista da Serra do Pilar.jpg",
        view(41.13866, -8.60771, heading=287, taken="2022:06:12 08:09:54"),
        """\
== {{int:filedesc}} ==
{{Information
|description={{en|1=The bridge Luís I over the Douro in Porto, seen from the Serra do Pilar}}
|date=2022-06-12 08:09:54
|source={{own}}
|author=Lena Fotografin
}}
{{Location possible}}

== {{int:license-header}} ==
{{self|cc-by-4.0}}

[[Category:Ponte Luís I from Serra do Pilar]]""",
    ),
    Sample(
        "Arezzo, Piazza Grande in ottobre.jpg",
        # The camera's clock is a day behind its receiver's: the fix is not stale.
        view(
            43.466448,
            11.885126,
            heading=0,
            heading_ref="",
            datum="WGS-84   ",
            gps_date="2008:10:23",
            gps_time=(14, 27, 7),
            taken="2008:10:22 16:28:39",
            make="NIKON",
            model="COOLPIX P6000",
        ),
        """\
== {{int:filedesc}} ==
{{Information
|Description={{it|Piazza Grande ad Arezzo, le Logge del Vasari a sinistra}}
|Source=fotografia autoprodotta
|Date=ottobre 2008
|Author=[[User:Lena Fotografin|Lena Fotografin]]
|Permission=
|other_versions=
}}

== {{int:license-header}} ==
{{self|cc-by-sa-3.0}}

[[Category:Piazza Grande (Arezzo)]]""",
    ),
    Sample(
        "Hallgrímskirkja frá Skólavörðustíg.jpg",
        view(64.14408, -21.92962, heading=137.8, taken="2023:06:21 23:50:02"),
        """\
{{Template:Information
|description={{en|1=Hallgrímskirkja in the midnight light, from Skólavörðustígur, Reykjavík}}
|date=2023-06-21 23:50:02
|source={{own}}
|author=[[User:Kari Vandrar|Kari Vandrar]]
}}

{{self|cc-by-sa-4.0}}

[[Category:Hallgrímskirkja from Skólavörðustígur]]""",
        uploader="Kari Vandrar",
    ),
]
