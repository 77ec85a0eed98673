"""What the page's script says, in the reader's language."""

from glocbot.web.languages import _


def words() -> dict[str, str]:
    """Return the script's words by its keys for them; ``{name}`` is a value's place."""
    return {
        "copied": _("Copied."),
        "copiedForPage": _(
            "Copied. Paste it on the edit page, directly below the information box."
        ),
        "notCopied": _("The browser does not allow it; the template is selected, copy it by hand."),
        "moved": _("The template follows your correction."),
        "unreached": _("The server did not answer. Try again in a moment."),
        "offline": _(
            "You are offline. Your text stays here and is converted when the network is back."
        ),
        "offlineHere": _(
            "You are offline. Your place, right to about {metres} m, stays in the field and is "
            "converted when the network is back."
        ),
        "locating": _("Asking the device where it is …"),
        "standing": _("The device says where it is, right to about {metres} m."),
        "looking": _(
            "The device says where it is, right to about {metres} m, and its compass says "
            "{heading}°. Turn the wedge if the camera looked elsewhere."
        ),
        "tooCoarse": _(
            "The device knows its place only to {kilometres} km, and that is too coarse. Switch on "
            "precise location, go outside and try again."
        ),
        "notAllowed": _("The browser may not know where you are; allow it in its settings."),
        "noFix": _("The device does not know where it is. Go outside and try again."),
        "reading": _("Reading the photos …"),
        "tooManyPhotos": _("At most {number} photos are read at once; choose fewer."),
        "noMap": _("The map could not be loaded; the template is right all the same."),
        "tapTheMap": _("Go near, then tap where the camera stood."),
        "takeMiddle": _("Take the middle of the map"),
        "towards": _("Camera’s direction in degrees"),
        "forgetHeading": _("Unknown"),
        "movePin": _("Place of the camera; the arrow keys move it"),
        "turnWedge": _("Where the camera looks; the arrow keys turn it"),
        "noHeading": _("unknown"),
        "degrees": _("{degrees} degrees from north"),
        "zoomIn": _("Zoom in"),
        "zoomOut": _("Zoom out"),
        "forgotten": _("Forgotten."),
    }
