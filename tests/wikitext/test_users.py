"""The list of users who want no location, as people write such pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glocbot.wikitext.users import linked_users
from tests.wikitext.fragments import PAGES

ENGLISH = ["User", "User talk"]
GERMAN = ["Benutzer", "Benutzerin", "Benutzer Diskussion", *ENGLISH]


@pytest.mark.parametrize(
    "text",
    [
        "[[User:Anna Müller]]",
        "* [[User:Anna Müller|Anna]]",
        "# [[ user : anna_Müller ]] ([[User talk:Anna Müller|talk]])",
        "[[:User:Anna Müller]]",
        "[[User talk:Anna Müller#Locations|please]]",
        "[[user_talk:Anna_Müller/Archive 1]]",
        "[[USER TALK:Anna Müller]]",
        "[[User:Anna Müller/no locations|my wish]]",
        "[[User:Anna%20M%C3%BCller]]",
        "[[User:Anna&nbsp;M&uuml;ller]]",
        "[[User:\u200eAnna Müller]]",
        "{{something|[[User:Anna Müller]]}}",
        "{|\n| [[User:Anna Müller]] || 2024\n|}",
        "== [[User:Anna Müller]] ==",
        "<small>[[User:Anna Müller]]</small> [[",
        "[[User:Anna Müller|[[File:A.jpg]]]]",
        "{{" * 100 + "[[User:Anna Müller]]",
    ],
)
def test_a_link_to_a_user(text: str) -> None:
    assert linked_users(text, ENGLISH) == {"Anna Müller"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "User:Anna",
        "[[User]] [[User:]] [[User:|x]] [[User: #x]] [[User:/x]]",
        "[[Anna]] [[File:Anna.jpg]] [[Category:Files by User:Anna]] [[Commons:User:Anna]]",
        "[[:de:User:Anna]] [[de:Benutzer:Anna]] [[Users:Anna]] [[User page:Anna]]",
        "[[Special:Contributions/Anna]] [https://x.example/wiki/User:Anna Anna]",
        "{{User|Anna}} {{User:Anna}} [User:Anna] [[User:Anna",
        "[[User:An\nna]]",
        "<!-- [[User:Anna]] --> <nowiki>[[User:Anna]]</nowiki> <pre>[[User:Anna]]</pre>",
        "[[Benutzer:Anna]]",
        "[[File:A.jpg|User:Anna]]",
    ],
)
def test_no_link_to_a_user(text: str) -> None:
    assert linked_users(text, ENGLISH) == frozenset()


def test_many_users_with_everything_around_them() -> None:
    text = """{{Shortcut|NOLOC}}
    Sign below with four tildes. See [[Commons:Geocoding]].
    * No locations, please. --[[User:Anna|Anna]] ([[User talk:Anna|talk]]) 10:20, 11 May 2024 (UTC)
    * [[Benutzerin:Kim]], [[benutzer diskussion:Lea/Wünsche]]
    """
    assert linked_users(text, ENGLISH) == {"Anna"}
    assert linked_users(text, GERMAN) == {"Anna", "Kim", "Lea"}


@given(PAGES, st.sampled_from(["", "x", "\n"]))
def test_any_page_is_read(text: str, between: str) -> None:
    linked_users(text + between + text, GERMAN)
