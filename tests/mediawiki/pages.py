"""The pages that a wiki needs before file pages look and behave as on Commons.

The templates are as small as can be, but categorise, transclude and redirect like Commons' own.
"""

INFORMATION = """\
<includeonly>{| class="fileinfotpl-type-information"
! Description
| {{{description|{{{Description|}}}}}}
|-
! Date
| {{{date|{{{Date|}}}}}}
|-
! Source
| {{{source|{{{Source|}}}}}}
|-
! Author
| {{{author|{{{Author|}}}}}}
|}
{{{other fields|{{{other_fields|}}}}}}</includeonly>"""

#: An alias that no list in a program names.
UNLISTED_ALIAS = "Where the camera stood"
#: A template with a location inside, as users make for their series of photos.
WRAPPER = "Taken from the Wengernalp"

TEMPLATES = {
    "Information": INFORMATION,
    "Artwork": INFORMATION,
    "Photograph": INFORMATION,
    "Location": "<includeonly>Camera location: {{{1|}}}, {{{2|}}}"
    "[[Category:Media with locations]]</includeonly>",
    "Camera location": "#REDIRECT [[Template:Location]]",
    "Location dec": "#REDIRECT [[Template:Location]]",
    UNLISTED_ALIAS: "#REDIRECT [[Template:Location]]",
    WRAPPER: "<includeonly>{{Location|46.5863|7.9608}}</includeonly>",
    "Object location": "<includeonly>Object location: {{{1|}}}, {{{2|}}}</includeonly>",
    "Location withheld": "<includeonly>The location is withheld.</includeonly>",
    "Location possible": "<includeonly>[[Category:Location possible]]</includeonly>",
    "GPS EXIF": "<includeonly>[[Category:Files with GPS EXIF to import]]</includeonly>",
    "GPS EXIF ambiguous": "<includeonly>[[Category:Ambiguous location in EXIF]]</includeonly>",
    "Bots": "<includeonly></includeonly>",
    "Nobots": "<includeonly></includeonly>",
    "Own": "Own work",
    "En": "'''English:''' {{{1}}}",
    "De": "'''Deutsch:''' {{{1}}}",
    "Fr": "'''Français :''' {{{1}}}",
    "It": "'''Italiano:''' {{{1}}}",
    "Es": "'''Español:''' {{{1}}}",
    "Ja": "'''日本語:''' {{{1}}}",
    "Pl": "'''Polski:''' {{{1}}}",
    "Taken on": "{{{1}}}",
    "Convert": "{{{1}}} {{{2}}}",
    "Self": "I, the copyright holder of this work, publish it under {{{1}}}.",
    "Cc-by-4.0": "This file is licensed under Creative Commons Attribution 4.0.",
    "Cc-by-sa-3.0": "This file is licensed under Creative Commons Attribution-Share Alike 3.0.",
    "Cc-by-sa-4.0": "This file is licensed under Creative Commons Attribution-Share Alike 4.0.",
    "Cc-zero": "This file is in the public domain.",
    "PD-old-70": "The author died more than 70 years ago.",
}
