"""What ``glocbot reject`` takes."""

from dataclasses import replace
from pathlib import Path

import pytest
from pywikibot import config

from glocbot.editing.options import PeoplesWords
from glocbot.options import UsageError
from glocbot.reasons import RejectionReason
from glocbot.reject.options import COMMAND_LINE, RejectOptions, understand

PLAIN = RejectOptions(("File:A.jpg",), PeoplesWords(Path(config.base_dir, "rejected.jsonl")))
UNDERSTOOD = {
    "File:A.jpg": PLAIN,
    "File:A.jpg File:B.jpg": replace(PLAIN, titles=("File:A.jpg", "File:B.jpg")),
    "File:A.jpg -why:private": replace(PLAIN, why=RejectionReason.PRIVATE),
    "--why wrong-place File:A.jpg": replace(PLAIN, why=RejectionReason.WRONG_PLACE),
    "File:A.jpg --by=Robin": replace(PLAIN, by="Robin"),
    "File:A.jpg -undo": replace(PLAIN, undo=True),
    "File:A.jpg -rejected:r.jsonl": replace(PLAIN, people=PeoplesWords(Path("r.jsonl"))),
}
REFUSED = {
    "": "name the files",
    "-undo": "name the files",
    "File:A.jpg -why:bored": "wrong-place or private or not-useful or other",
    "File:A.jpg -why:private -undo": "leave -why out",
    "File:A.jpg -wyh:private": "did you mean -why",
}


@pytest.mark.parametrize(("call", "options"), UNDERSTOOD.items(), ids=UNDERSTOOD)
def test_what_is_understood(call: str, options: RejectOptions) -> None:
    assert understand(COMMAND_LINE.read(call.split())) == options


@pytest.mark.parametrize(("call", "why"), REFUSED.items(), ids=REFUSED)
def test_what_is_refused(call: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        understand(COMMAND_LINE.read(call.split()))
