"""What became of one input, as people and other programs read it."""

import json
from dataclasses import dataclass
from typing import Any

from glocbot.convert.reading import Reading
from glocbot.template import decimal_degrees, whole_heading


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of one input: a position with its wikitext, or the reason why there is none.

    Attributes:
        given: the input.
        reading: the position; None where the input was refused.
        wikitext: its template.
        error: why it was refused.
    """

    given: str
    reading: Reading | None = None
    wikitext: str = ""
    error: str = ""

    @property
    def heading(self) -> int | None:
        """Whole degrees from true north; None where it is unknown."""
        known = None if self.reading is None else self.reading.location.heading
        return None if known is None else whole_heading(known)

    def as_record(self) -> dict[str, Any]:
        """Return the object that other programs read."""
        if self.reading is None:
            return {"input": self.given, "error": self.error}
        location = self.reading.location
        return {
            "input": self.given,
            "latitude": float(decimal_degrees(location.latitude)),
            "longitude": float(decimal_degrees(location.longitude)),
            "heading": self.heading,
            "wikitext": self.wikitext,
            "notes": list(self.reading.notes),
        }

    def as_json(self) -> str:
        """Write that object on one line."""
        return json.dumps(self.as_record(), ensure_ascii=False)

    def as_row(self) -> str:
        """Write a row of the table: the input, the template, and notes or the refusal."""
        said = "; ".join(self.reading.notes) if self.reading else self.error
        return "\t".join(" ".join(cell.split()) for cell in (self.given, self.wikitext, said))
