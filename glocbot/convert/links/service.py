"""One map service: its name, its hosts, how it writes positions, and a link that proves it."""

from dataclasses import dataclass

from glocbot.convert.links.link import INSTEAD, Link, no_position, two_points
from glocbot.convert.links.sources import Found, Source
from glocbot.convert.reading import Datum, PositionKind, Reading, Refused

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
        for i, source in enumerate(self.sources):
            found = source(link)
            if found is None:
                continue
            if found.kind is PositionKind.VIEW:
                if _ROUTES & {part.lower() for part in link.path}:
                    raise two_points()
                self._check_views(link, found, i + 1)
            return found.reading(self.datum)
        raise no_position(self.name)

    def _check_views(self, link: Link, found: Found, start: int) -> None:
        """Refuse a link with two different centres of its map, such as `?lat=&lon=` and `#map=`."""
        for source in self.sources[start:]:
            other = source(link)
            if other is not None and other.kind is PositionKind.VIEW and not found.is_near(other):
                raise Refused("the link says two different positions", INSTEAD)
