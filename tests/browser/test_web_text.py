"""Typing and pasting: results as one types, copying, options, what is remembered."""

import pytest

from tests.browser.visitor import Visitor
from tests.web.network import SHORT, Shorteners

STEPHANSDOM = "{{Location|48.20849|16.37208}}"


def test_the_result_comes_as_one_types(visitor: Visitor) -> None:
    visitor.open()
    visitor.type("48.20849, 16.37208")
    visitor.wait_for(STEPHANSDOM)
    visitor.type("95, 200")
    visitor.until("return document.querySelector('.refused .message')")
    assert visitor.find(".refused .message").text.startswith("the latitude 95 is not between")
    visitor.type(" ")
    visitor.until("return document.querySelector('#results').children.length === 0")


def test_nothing_is_sent_until_one_pauses(visitor: Visitor) -> None:
    visitor.open()
    visitor.run(
        "window.sent = []; const real = fetch;"
        "window.fetch = (...given) => { sent.push(given[0]); return real(...given); }"
    )
    for end in range(1, 19):
        visitor.paste("48.20849, 16.37208"[:end])
    visitor.wait_for(STEPHANSDOM)
    assert visitor.run("return sent") == ["/"]


def test_a_pasted_short_link_is_followed(visitor: Visitor, shorteners: Shorteners) -> None:
    visitor.open()
    visitor.paste(f"Look at this: {SHORT}")
    visitor.wait_for("{{Location|48.2082|16.3738}}")
    assert shorteners.asked == [SHORT]


def test_notes_are_shown_in_plain_words(visitor: Visitor) -> None:
    visitor.open()
    visitor.paste("https://www.google.com/maps/@48.2084,16.3721,3a,75y,133.5h,90t")
    visitor.wait_for("{{Location|48.2084|16.3721|heading:134}}")
    assert visitor.find(".notes li").text.startswith("the link is of Street View")


def test_copying(visitor: Visitor) -> None:
    visitor.open()
    visitor.allow("clipboardReadWrite", "clipboardSanitizedWrite")
    visitor.paste("48.20849, 16.37208")
    visitor.wait_for(STEPHANSDOM)
    visitor.find("[data-copy]").click()
    visitor.wait_until_it_says("Copied.")
    assert visitor.clipboard() == STEPHANSDOM


def test_where_the_clipboard_is_forbidden_it_is_copied_as_before(visitor: Visitor) -> None:
    visitor.open()
    visitor.allow("clipboardReadWrite", "clipboardSanitizedWrite")
    visitor.paste("48.20849, 16.37208")
    visitor.wait_for(STEPHANSDOM)
    visitor.run("navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'))")
    visitor.find("[data-copy]").click()
    visitor.wait_until_it_says("Copied.")
    assert visitor.clipboard() == STEPHANSDOM
    visitor.run("document.execCommand = () => false")
    visitor.find("[data-copy]").click()
    visitor.wait_until_it_says("copy it by hand")
    assert visitor.run("return String(getSelection())") == STEPHANSDOM


def test_several_lines(visitor: Visitor) -> None:
    visitor.open()
    visitor.allow("clipboardReadWrite", "clipboardSanitizedWrite")
    visitor.paste("48.20849, 16.37208\nVienna\n1.5, 2.5")
    visitor.wait_for(STEPHANSDOM, "{{Location|1.5|2.5}}")
    assert visitor.find("caption").text == "2 positions, 1 refusal"
    assert visitor.all(".leaflet-container") == []
    visitor.all("[data-copy]")[1].click()
    visitor.wait_until_it_says("Copied.")
    assert visitor.clipboard() == "{{Location|1.5|2.5}}"


def test_options_hold_at_once_and_are_remembered(visitor: Visitor) -> None:
    visitor.open()
    visitor.paste("48.20849, 16.37208")
    visitor.wait_for(STEPHANSDOM)
    visitor.find(".options summary").click()
    visitor.find("#object").click()
    visitor.wait_for("{{Object location|48.20849|16.37208}}")
    visitor.find("#object").click()
    visitor.find("#licence").send_keys("{{self|cc-by-4.0}}")
    visitor.wait_for(f"{STEPHANSDOM}\n{{{{self|cc-by-4.0}}}}")
    visitor.open("/?q=1.5,2.5")
    visitor.wait_for("{{Location|1.5|2.5}}\n{{self|cc-by-4.0}}")
    assert visitor.run("return document.cookie") == ""
    visitor.find(".options summary").click()
    visitor.find("#forget").click()
    visitor.wait_for("{{Location|1.5|2.5}}")
    assert visitor.run("return localStorage.length") == 0


def test_the_address_fills_the_field(visitor: Visitor) -> None:
    visitor.open("/?q=48.20849%2C%2016.37208")
    assert visitor.find("#q").get_attribute("value") == "48.20849, 16.37208"
    visitor.wait_for(STEPHANSDOM)


def test_a_pasted_template_is_shown_on_the_map_with_its_heading(visitor: Visitor) -> None:
    visitor.open()
    visitor.paste("{{Location|48|12|30|N|16|22|19|E|heading:NW}}")
    visitor.wait_for("{{Location|48.208333|16.371944|heading:315}}")
    visitor.wait_for_map()
    assert visitor.find(".pin-hold").get_attribute("aria-valuenow") == "315"


@pytest.mark.parametrize("status", [500, 429])
def test_a_server_that_fails_is_told_of(visitor: Visitor, status: int) -> None:
    """What it says itself is shown; what is no page is not."""
    visitor.open()
    visitor.run(
        "window.fetch = () => Promise.resolve(new Response('oh', {status: arguments[0],"
        "headers: {'Content-Type': 'text/plain'}}))".replace("arguments[0]", str(status))
    )
    visitor.paste("48.20849, 16.37208")
    visitor.wait_until_it_says("The server did not answer")
