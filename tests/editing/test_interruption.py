"""A signal ends a wait at once, and a save not before its end."""

import signal
from collections.abc import Iterator

import pytest

from glocbot.editing.interruption import Interruption

SIGNALS = [signal.SIGINT, signal.SIGTERM]


@pytest.fixture
def interruption() -> Iterator[Interruption]:
    made = Interruption()
    with made.handling():
        yield made


@pytest.mark.parametrize("number", SIGNALS)
def test_at_once_where_it_is_allowed(interruption: Interruption, number: signal.Signals) -> None:
    with pytest.raises(KeyboardInterrupt), interruption.allowed():
        signal.raise_signal(number)
    assert interruption.asked


@pytest.mark.parametrize("number", SIGNALS)
def test_else_before_what_comes_next(
    interruption: Interruption, number: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    signal.raise_signal(number)
    assert interruption.asked
    assert "The run ends after this page; once more to end at once." in capsys.readouterr().err
    with pytest.raises(KeyboardInterrupt), interruption.allowed():
        pytest.fail("the next block was begun")


def test_the_second_one_ends_it_wherever_it_is(interruption: Interruption) -> None:
    signal.raise_signal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    assert interruption.asked


def test_a_block_within_a_block(interruption: Interruption) -> None:
    def blocks() -> None:
        with interruption.allowed():
            with interruption.allowed():
                pass
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        blocks()


def test_after_a_block_it_is_not_allowed_any_more(interruption: Interruption) -> None:
    with interruption.allowed():
        pass
    signal.raise_signal(signal.SIGINT)
    assert interruption.asked


def test_an_error_in_a_block_closes_it(interruption: Interruption) -> None:
    with pytest.raises(ValueError, match="of its own"), interruption.allowed():
        raise ValueError("of its own")
    signal.raise_signal(signal.SIGINT)
    assert interruption.asked


def test_the_handlers_are_put_back() -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    with Interruption().handling():
        assert [signal.getsignal(number) for number in SIGNALS] != before
    assert [signal.getsignal(number) for number in SIGNALS] == before
