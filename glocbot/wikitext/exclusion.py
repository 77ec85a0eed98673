"""``{{bots}}`` and ``{{nobots}}``: does a page let this bot edit it?

Pywikibot asks the wiki for the same, one request a page, and reads only a template's first
parameter (docs/facts.md §2.2). Here the text at hand is read, and any parameter may deny.
"""

from mwparserfromhell.nodes import Template

from glocbot.wikitext.names import normal_title
from glocbot.wikitext.parse import ParsedText, plain_value

#: The names under which a page may exclude this script.
_SCRIPTS = frozenset({"add_location", "glocbot"})


def denies_bots(page: ParsedText, account: str | None) -> bool:
    """Tell whether a page excludes this bot.

    Args:
        page: the page's text.
        account: the user name of the bot; None, for a run without an account, is denied only by
            what denies every bot, or this script by name.
    """
    return any(_denies(name, template, account) for name, template in page.templates)


def _denies(name: str, template: Template, account: str | None) -> bool:
    match name:
        case "Nobots":
            return _nobots(template, account)
        case "Bots":
            return any(
                _parameter_denies(
                    str(param.name).strip().lower(), plain_value(param.value), account
                )
                for param in template.params
            )
        case _:
            return False


def _nobots(template: Template, account: str | None) -> bool:
    """Without parameters it denies all; a named one is no valid use, so denies (as Pywikibot)."""
    if not template.params:
        return True
    return any(param.showkey for param in template.params) or any(
        _names_us(_listed(plain_value(param.value)), account) for param in template.params
    )


def _parameter_denies(key: str, value: str, account: str | None) -> bool:
    listed = _listed(value)
    match key:
        case "allow":
            return bool(listed) and not ("All" in listed or _may_be(listed, account))
        case "deny" | "optout":
            return "All" in listed or (account is not None and normal_title(account) in listed)
        case "allowscript":
            return bool(listed) and not ("All" in listed or _scripts_in(listed))
        case "denyscript":
            return "All" in listed or _scripts_in(listed)
        case _:
            return False


def _listed(value: str) -> frozenset[str]:
    names = (normal_title(name) for name in value.split(",") if name.strip())
    return frozenset(name.title() if name.upper() in {"ALL", "NONE"} else name for name in names)


def _may_be(listed: frozenset[str], account: str | None) -> bool:
    """An unknown account may be any that is listed; ``none`` lists nobody."""
    return listed != {"None"} if account is None else normal_title(account) in listed


def _names_us(listed: frozenset[str], account: str | None) -> bool:
    ours = account is not None and normal_title(account) in listed
    return "All" in listed or ours or _scripts_in(listed)


def _scripts_in(listed: frozenset[str]) -> bool:
    return not listed.isdisjoint(normal_title(script) for script in _SCRIPTS)
