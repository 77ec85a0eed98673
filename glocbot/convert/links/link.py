"""A link taken apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, unquote_plus, urlsplit

from glocbot.convert.reading import COPY_AGAIN, Refused, shown

INSTEAD = "open it, put a pin where the camera stood, and paste the pin's coordinates"


@dataclass(frozen=True, slots=True)
class Link:
    """A URI, decoded.

    Attributes:
        scheme: lower case, such as ``https`` or ``geo``.
        host: lower case, without ``www.``; empty where the scheme has none.
        path: the segments between slashes; a plus is a space.
        query: the parameters, names in lower case.
        fragment: what follows the ``#``.
    """

    scheme: str
    host: str
    path: tuple[str, ...]
    query: Mapping[str, tuple[str, ...]]
    fragment: str

    def one(self, name: str) -> str | None:
        """Return the one value of a parameter, None where it is missing or empty.

        Raises:
            Refused: when the link has two different ones.
        """
        values = {value for value in self.query.get(name, ()) if value.strip()}
        if len(values) > 1:
            raise Refused(f"the link says {name}= more than once, with different values", INSTEAD)
        return values.pop() if values else None


def parse_link(text: str) -> Link:
    """Take a URI apart.

    Raises:
        Refused: when it is not one.
    """
    try:
        split = urlsplit(text)
        host = split.hostname or ""
        split.port  # noqa: B018 - a wrong one raises
    except ValueError as error:
        raise Refused(f"{shown(text)} is not a whole link", COPY_AGAIN) from error
    path = split.path
    if split.scheme.lower() not in {"http", "https"}:  # an app's, where nothing is a host
        path, host = f"{split.netloc}/{path}", ""
    return Link(
        split.scheme.lower(),
        host.removeprefix("www."),
        tuple(unquote_plus(part) for part in path.split("/") if part),
        parameters(split.query),
        unquote(split.fragment),
    )


def parameters(query: str) -> dict[str, tuple[str, ...]]:
    """Read `a=1&b=2`; names in lower case, values decoded."""
    found: dict[str, tuple[str, ...]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        found[name.lower()] = (*found.get(name.lower(), ()), value)
    return found


def no_position(name: str) -> Refused:
    """Say that a link has no position of its own."""
    return Refused(
        f"the {name} link has no coordinates, only a name, an identifier or nothing", INSTEAD
    )


def two_points() -> Refused:
    """Say that a link has two positions or more."""
    return Refused(
        "the link is a route with two points or more, of which the camera stood at one at most",
        "paste a link to that one point",
    )
