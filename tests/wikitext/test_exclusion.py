"""``{{bots}}`` and ``{{nobots}}``, more often a no than Pywikibot says."""

import pytest

from glocbot.wikitext.exclusion import denies_bots
from glocbot.wikitext.names import COMMONS_NAMES
from glocbot.wikitext.parse import parsed

ALL_BOTS = [
    "{{nobots}}", "{{Nobots}}", "{{nobots }}", "{{Template:Nobots}}", "{{safesubst:nobots}}",
    "{{nobots|all}}", "{{nobots|ALL}}", "{{nobots|OtherBot, all}}", "{{nobots|deny=OtherBot}}",
    "{{bots|deny=all}}", "{{Bots|deny=All}}", "{{bots|deny=ALL}}", "{{ bots | deny = all }}",
    "{{bots|deny=OtherBot,all}}", "{{bots|deny=<!-- x -->all}}", "{{bots|Deny=all}}",
    "{{bots|allow=none}}", "{{bots|allow=None}}", "{{bots|optout=all}}",
    "{{bots|allow=all|deny=all}}", "{{bots|allowscript=cosmetic_changes}}",
    "{{bots|denyscript=all}}", "{{bots|denyscript=add_location}}", "{{bots|denyscript=glocbot}}",
    "{{nobots|add_location}}", "{{Information|description={{nobots}}}}", "<div>{{nobots}}",
]  # fmt: skip
NO_BOTS = [
    "", "bots nobots", "{{bots}}", "{{bots|allow=all}}", "{{bots|allow=ALL}}",
    "{{bots|allow=}}", "{{bots|deny=}}", "{{bots|deny=none}}", "{{bots|deny=OtherBot}}",
    "{{bots|deny=GlocBotter}}", "{{bots|optout=nosource}}", "{{nobots|OtherBot}}",
    "{{bots|denyscript=cosmetic_changes}}", "{{bots|allowscript=all}}",
    "{{bots|allowscript=add_location}}", "<!-- {{nobots}} -->", "<nowiki>{{nobots}}</nowiki>",
    "{{:nobots}}", "{{NOBOTS}}", "{{nobots/doc}}", "{{User:Nobots}}", "{{{nobots}}}",
]  # fmt: skip
US = [
    "{{bots|deny=GlocBot}}", "{{bots|deny=OtherBot,GlocBot}}", "{{bots|deny= glocBot }}",
    "{{nobots|GlocBot}}", "{{bots|optout=GlocBot}}",
    "{{bots|allow=OtherBot|deny=GlocBot}}",
]  # fmt: skip
ONLY_US = ["{{bots|allow=GlocBot}}", "{{bots|allow=OtherBot,GlocBot}}"]


def _denies(text: str, account: str | None) -> bool:
    return denies_bots(parsed(text, COMMONS_NAMES), account)


@pytest.mark.parametrize("account", ["GlocBot", None])
@pytest.mark.parametrize("text", ALL_BOTS)
def test_every_bot_is_denied(text: str, account: str | None) -> None:
    assert _denies(text, account)


@pytest.mark.parametrize("account", ["GlocBot", None])
@pytest.mark.parametrize("text", NO_BOTS)
def test_no_bot_is_denied(text: str, account: str | None) -> None:
    assert not _denies(text, account)


@pytest.mark.parametrize("text", US)
def test_we_are_denied_by_name(text: str) -> None:
    assert _denies(text, "GlocBot")
    assert not _denies(text, None)


@pytest.mark.parametrize("text", ONLY_US)
def test_those_named_are_allowed(text: str) -> None:
    """Without an account, the one that will save may be among them."""
    assert not _denies(text, "GlocBot")
    assert not _denies(text, None)
    assert _denies(text, "ThirdBot")


def test_an_account_with_a_blank_is_found_under_either_spelling() -> None:
    assert _denies("{{bots|deny=Gloc_bot}}", "Gloc bot")
    assert _denies("{{bots|deny=Gloc bot}}", "Gloc_bot")
