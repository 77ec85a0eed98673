"""Pywikibot's global options, which every command that works on a wiki takes."""

import math
import re
from typing import Any

from pywikibot import config
from pywikibot.exceptions import UnknownFamilyError, UnknownSiteError
from pywikibot.site import BaseSite

from glocbot.command_line import Section
from glocbot.options import (
    FLAG,
    TEXT,
    Given,
    Option,
    UsageError,
    ValueKind,
    of_pywikibot,
    optional,
    whole_number,
)


def _read_seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds < math.inf:
        raise ValueError("a number of seconds, 0 or more")
    return seconds


def _read_number(text: str) -> int:
    if not re.fullmatch("-?[0-9]{1,18}", text):
        raise ValueError("a whole number")
    return int(text)


_SECONDS = ValueKind("SECONDS", _read_seconds)
_NUMBER = ValueKind("N", _read_number)
_NAME = ValueKind("NAME", str)
_CODE = ValueKind("CODE", str)
_FILE = ValueKind("FILE", str)

SIMULATE = of_pywikibot(
    "simulate",
    optional(ValueKind("", str)),
    "Never save. This needs neither an account nor a configuration.",
)
SITE = of_pywikibot(
    "site",
    ValueKind("WIKI", str),
    "The wiki, as FAMILY:CODE; Wikimedia Commons without this.",
    "commons:commons",
)
PUT_THROTTLE = of_pywikibot("putthrottle", _SECONDS, "The least time between two saves.", "10")
USER = of_pywikibot("user", _NAME, "The account.")
_OTHERS: tuple[Option[Any], ...] = (
    USER,
    of_pywikibot("family", _NAME, "The wiki's family."),
    of_pywikibot("code", _CODE, "The wiki's code within its family."),
    of_pywikibot("lang", _CODE, "The same as -code."),
    of_pywikibot("dir", ValueKind("FOLDER", str), "The folder of user-config.py."),
    of_pywikibot("config", _FILE, "The name of the configuration, if not user-config.py."),
    of_pywikibot(
        "maxlag",
        whole_number("seconds", 0),
        "Wait while the wiki's servers lag behind by more than N seconds.",
        "5",
    ),
    of_pywikibot("pt", _SECONDS, "The same as -putthrottle.", "10"),
    of_pywikibot("log", optional(_FILE), "Write a log."),
    of_pywikibot("nolog", FLAG, "Write no log."),
    of_pywikibot("debug", optional(ValueKind("LAYER", str)), "Write a log with much detail."),
    of_pywikibot("verbose", FLAG, "Say more."),
    of_pywikibot("v", FLAG, "The same as -verbose."),
    of_pywikibot("daemonize", optional(_FILE), "Run in the background."),
    of_pywikibot("cosmeticchanges", optional(TEXT)),
    of_pywikibot("cc", optional(TEXT)),
    of_pywikibot(
        "max_retries",
        _NUMBER,
        "How often a request that failed is made again. Each other numeric setting of Pywikibot "
        "is an option as well.",
        "3",
    ),
)
_NAMED = {SIMULATE.name, SITE.name, PUT_THROTTLE.name, *(option.name for option in _OTHERS)}
_SETTINGS = tuple(
    of_pywikibot(name, _NUMBER)
    for name, value in sorted(vars(config).items())
    # As Pywikibot does it, which takes a boolean for a number.
    if isinstance(value, int) and name not in _NAMED and not name.startswith("_")
)
#: What follows the first page of a command, which shows `SIMULATE`, `SITE` and `PUT_THROTTLE`.
MORE_SECTIONS = (
    Section("Pywikibot's other global options", _OTHERS, more=True),
    Section("Pywikibot's settings", _SETTINGS, more=True),
)


def simulates(given: Given) -> bool:
    """Tell whether a call, or the configuration, asks for a simulation."""
    return SIMULATE in given or bool(config.simulate)


def find_site(given: Given) -> BaseSite:
    """Find the wiki and the account that a call names, without a request.

    Pywikibot makes one for each site of its own (docs/facts.md §4.3).

    Raises:
        UsageError: when Pywikibot knows no such wiki.
    """
    family, code = config.family, config.mylang
    for argument in given.pywikibot:
        name, _, value = argument.partition(":")
        match name:
            case "-site":
                family, _, code = value.partition(":")
                code = code or family
            case "-family":
                family = value
            case "-code" | "-lang":
                code = value
    users = config.usernames.get("*", {}) | config.usernames[family]
    user = given.get(USER) or users.get(code) or users.get("*")
    try:
        return BaseSite(code, family, user)
    except (UnknownFamilyError, UnknownSiteError) as error:
        raise UsageError(f"{error}: name a wiki such as -site:commons:commons") from error
