"""The application without a network: short links and the wiki are tables."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from glocbot.web.application import create_app
from glocbot.web.lookups import limiter
from glocbot.web.settings import WebSettings
from tests.web.network import Shorteners, TableWiki

MakeClient = Callable[..., FlaskClient]


@pytest.fixture
def shorteners() -> Shorteners:
    """The servers of short links, and what they were asked."""
    return Shorteners()


@pytest.fixture
def wiki() -> TableWiki:
    """The wiki, and what it was asked."""
    return TableWiki()


@pytest.fixture
def make_client(shorteners: Shorteners, wiki: TableWiki) -> MakeClient:
    """Make a visitor of a page with these settings."""

    def make(**settings: object) -> FlaskClient:
        app = create_app(
            replace(WebSettings(), **settings),  # type: ignore[arg-type]
            transport=shorteners,
            ask=wiki,
        )
        with app.app_context():
            limiter.reset()
        return app.test_client()

    return make


@pytest.fixture
def client(make_client: MakeClient) -> FlaskClient:
    """A visitor."""
    return make_client()
