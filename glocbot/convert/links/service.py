"""One map service: its name, its hosts, how it writes positions, and a link that proves it."""

from dataclasses import dataclass

from glocbot.convert.links.link import Link, no_position, two_points
from glocbot.convert.links.sources import Source
from glocbot.convert.reading import Datum, PositionKind, Reading

#: A path with one of these shows a route, and its map's centre is no place of it.
_ROUTES = frozenset({"directions", "route", "routes", "routesearch"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """How one service writes positions.

    Attributes:
        name: as people call it.
        hosts: its domains, divided by blanks, each with all that lies below it; `yandex.*` stands
            for every country's. An app's scheme counts as a host.
        sources: in the order in which they win, a pin before a view.
        example: a link as the service writes it today.
        at: the latitude and longitude that `example` leads to.
        routes: parameters that each hold one end of a route.
        datum: whether the service shifts positions in mainland China.
    """

    name: str
    hosts: str
    sources: tuple[Source, ...]
    example: str
    at: tuple[float, float]
    routes: tuple[str, ...] = ()
    datum: Datum = Datum.WGS84

    def read(self, link: Link) -> Reading:
        """Read the position.

        Raises:
            Refused: when the link has none, or the two ends of a route.
        """
        ends = [name for name in self.routes if link.one(name)]
        if len(ends) > 1:
            raise two_points()
        for source in self.sources:
            found = source(link)
            if found is None:
                continue
            if found.kind is PositionKind.VIEW and _ROUTES & {part.lower() for part in link.path}:
                raise two_points()
            return found.reading(self.datum)
        raise no_position(self.name)
