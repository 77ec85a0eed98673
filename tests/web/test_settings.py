"""What an operator may set, and the WSGI application that is made of it."""

import pytest
from flask import Flask

import glocbot.web
from glocbot.web.settings import COMMONS, WebSettings


def test_without_settings_it_is_commons() -> None:
    settings = WebSettings.from_environment({})
    assert settings == WebSettings()
    assert (settings.wiki, settings.online) == (COMMONS, True)


def test_the_environment_sets() -> None:
    settings = WebSettings.from_environment(
        {
            "GLOCBOT_WEB_WIKI": "http://127.0.0.1:8090/",
            "GLOCBOT_WEB_ONLINE": "0",
            "GLOCBOT_WEB_LOOKUPS": "5/hour",
            "GLOCBOT_WEB_CONTACT": "me@example.org",
        }
    )
    assert settings == WebSettings(
        wiki="http://127.0.0.1:8090/", online=False, lookups="5/hour", contact="me@example.org"
    )


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("WIKI", "http://commons.wikimedia.org/w/", "no https address"),
        ("WIKI", "https://commons.wikimedia.org/w", "no https address"),
        ("WIKI", "file:///etc/", "no https address"),
        ("LOOKUPS", "many", "couldn't parse rate limit"),
        ("UPLOADS", "5 per fortnight", "no granularity matched"),
    ],
)
def test_what_is_no_setting_is_refused(name: str, value: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        WebSettings.from_environment({f"GLOCBOT_WEB_{name}": value})


def test_the_application_for_servers() -> None:
    assert isinstance(glocbot.web.app, Flask)
    assert glocbot.web.app is glocbot.web.app
    with pytest.raises(AttributeError):
        _ = glocbot.web.nothing
