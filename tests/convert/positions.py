"""What most tests of the converter say: this input is at that position, or is refused."""

import pytest

from glocbot.convert import Reading, Refused, convert

#: A little more than half of the last of 6 decimal places, which the template has.
CLOSE = 6e-7


def assert_at(
    given: str, latitude: float, longitude: float, heading: float | None = None
) -> Reading:
    reading = convert(given)
    location = reading.location
    assert location.latitude == pytest.approx(latitude, abs=CLOSE)
    assert location.longitude == pytest.approx(longitude, abs=CLOSE)
    assert location.heading == (None if heading is None else pytest.approx(heading))
    return reading


def refusal(given: str) -> str:
    """Give the message with which an input is refused."""
    with pytest.raises(Refused) as refused:
        convert(given)
    message = str(refused.value)
    assert message
    assert "\n" not in message
    return message
