"""The sentences that the converter says most often, for the catalogues; `said` translates them.

Figures and quotations are numbered in their order, as `glocbot.web.said.pattern` writes them. A
refusal has two: what is wrong, and what to do instead.
"""

from glocbot.web.said import N_

NOTES = (
    N_("the link shows the centre of a map, not a pin: check that it is where the camera stood"),
    N_("the position is given only to the nearest {0} km: check it on a map"),
    N_(
        "the link is of Street View or its like: the position and heading are those of its camera, "
        "so check that yours stood and looked the same way"
    ),
    N_("a plus code is an area, this one of {0} m by {1} m: the position is its middle"),
    N_(
        "the template was for the location of the object: use it only if the camera stood there too"
    ),
    N_("the receiver marked its position as void (GPSStatus V)"),
    N_("the dilution of precision is {0}, over {1}"),
    N_("both coordinates are whole degrees ({0}, {1})"),
    N_(
        "the photo's heading, {0} from magnetic north, was turned to true north by the World "
        "Magnetic Model"
    ),
    N_("the photo's heading {0} is left out, as it does not say from which north it counts"),
)
PROBLEMS = (
    N_("the latitude {0} is not between {1} and {2} degrees"),
    N_("the longitude {0} is not between {1} and {2} degrees"),
    N_("there is only one number"),
    N_("{0} holds no coordinates, and names of places are not looked up"),
    N_("links of {0} are not read, as it is not known how they write positions"),
    N_("{0} is a short link, and only its server knows the position"),
    N_("the link is a route with two points or more, of which the camera stood at one at most"),
    N_("the Google Maps link has no coordinates, only a name, an identifier or nothing"),
    N_("nothing says which of the {0} numbers belong together"),
    N_("the file's EXIF has no GPS position"),
)
REMEDIES = (
    N_("paste the latitude first and the longitude second, such as {0}, {1}"),
    N_("paste the latitude and the longitude, such as {0}, {1} or {2}°{3}′{4}″N {5}°{6}′{7}″E"),
    N_("find it on a map and paste its coordinates, such as {0}, {1}"),
    N_("open it, put a pin where the camera stood, and paste the pin's coordinates"),
    N_("open it in a browser and paste the long link that you see then"),
    N_("paste a link to that one point"),
    N_("give its coordinates instead, such as {0}, {1}"),
)
#: Those of the page itself.
OWN = (
    N_("the text has {0} characters, and at most {1} are read at once"),
    N_("paste fewer lines"),
    N_("{0} photos were sent, and at most {1} are read at once"),
    N_("choose fewer"),
    N_("at most {0} short links and file names are looked up at once"),
    N_("paste the others after these"),
    N_("only the first {0} kB of the photo were read"),
)
