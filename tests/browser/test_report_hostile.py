"""What comes from the wiki is data: shown as it is, and never run."""

from dataclasses import fields, replace

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

from glocbot.evidence.doubts import Doubt
from glocbot.evidence.exif import GpsEvidence
from glocbot.proposals.checking import Text
from glocbot.proposals.proposal import Proposal
from tests.browser.reviewer import Reviewer
from tests.proposals.samples import sample

VALUES = {
    "is a page": "data:text/html,<script>window.ran = 1</script>",
    "is a picture that is a page": "data:image/svg+xml,<svg onload='window.ran = 1'/>",
    "ends the script": "</script><script>window.ran = 1</script>",
    "ends the comment": "--><!--<script><img src=x onerror='window.ran = 1'>",
    "is a picture": "<img src=x onerror=\"window.ran = 1\"><b id='made'>",
    "ends an attribute": "\"' onfocus=window.ran=1 autofocus x=\"'><svg onload=window.ran=1>",
    "is an address": "javascript:window.ran=1//",
    "is an address of data": "data:text/html,<script>opener.ran=1</script>",
    "is an address of a file": "file:///etc/hostname",
    "is a template": "{{ 7 * 7 }}{% include 'page.html' %}${7*7}{{constructor}}",
    "turns around": "\u202e\u2067gpj.exe\u2066\u200f",
    "is a prototype": "__proto__",
    "has unusual ends of lines": "a\u2028b\u2029c\u0085d\x00e\rf",
    "is emoji": "👩‍👩‍👧 🏔️ ﷽ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
}
STRINGS = [field.name for field in fields(Proposal) if field.type in (str, Text, str | None)]


def hostile(value: str) -> Proposal:
    """Make a hold whose every string is hostile; the reader would refuse some of them."""
    texts = {name: value for name in STRINGS if name not in {"old_text", "new_text"}}
    evidence = GpsEvidence(48.2, 16.37, camera=value, datum=value, status=value)
    return replace(
        sample(),
        **texts,  # type: ignore[arg-type]
        doubts=(Doubt(value, value),),
        evidence=evidence,
        old_text=f"old {value} text",
        new_text=f"old {value}{value} text\n{value}",
    )


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_hostile_values_are_shown_and_do_nothing(reviewer: Reviewer, value: str) -> None:
    reviewer.open([hostile(value), sample("Abbey")])
    reviewer.press("jam")
    assert reviewer.run("return window.ran") is None
    assert reviewer.chromium.title == "Proposed locations · glocbot"
    assert reviewer.all("#made, [onerror], [onload], [onfocus], main script, iframe") == []
    row = reviewer.find("#proposal-0")
    assert len(row.find_elements(By.CSS_SELECTOR, "img")) == 1
    shown = {
        slot: reviewer.run(
            "return arguments[0].querySelector(`[data-slot=${arguments[1]}]`).textContent",
            row,
            slot,
        )
        for slot in ("title", "summary", "doubts")
    }
    assert shown == dict.fromkeys(shown, value)
    assert reviewer.find("#proposal-1 .title").text == "File:Abbey.jpg"


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_every_link_leads_to_the_web(reviewer: Reviewer, value: str) -> None:
    """`javascript:` and its like are no addresses here, whatever field they stand in."""
    reviewer.open([hostile(value)])
    schemes = reviewer.run(
        "return [...document.querySelectorAll('.row a[href], .row img[src]')]"
        ".map(element => new URL(element.href ?? element.src).protocol)"
    )
    assert set(schemes) <= {"https:", "data:"}  # pictures, in which nothing runs
    assert reviewer.all("a[href^='data:']") == []
    assert "https:" in schemes


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_hostile_values_survive_filters_and_files(reviewer: Reviewer, value: str) -> None:
    """As an option of a list, as a search, in approved.json and back."""
    reviewer.open([hostile(value), sample("Abbey", site=value)])
    Select(reviewer.find("#filter-doubt")).select_by_index(1)
    reviewer.run("document.activeElement.blur()")
    assert len(reviewer.all(".row")) == 1
    reviewer.press("ja")
    saved = reviewer.save(value.replace("\r", "").replace("\x00", ""))
    assert (saved["site"], saved["approved"][0]["title"]) == (value, value)
    reviewer.press("u")
    assert reviewer.load(reviewer.folder / "approved.json") == "1 decision loaded."
    assert reviewer.run("return window.ran") is None


def test_the_policy_would_stop_a_script_that_got_in(reviewer: Reviewer) -> None:
    """The second lock: even where an element were made of a text, nothing would run or be sent."""
    reviewer.open([sample()])
    refused = reviewer.chromium.execute_async_script(
        """
        const done = arguments[0];
        const refused = new Set();
        addEventListener("securitypolicyviolation", (event) => {
          refused.add(event.effectiveDirective);
        });
        const script = document.createElement("script");
        script.textContent = "window.ran = 1";
        const style = document.createElement("style");
        style.textContent = "body { display: none }";
        const frame = document.createElement("iframe");
        frame.src = "data:text/html,x";
        document.body.append(script, style, frame);
        document.body.setAttribute("onclick", "window.ran = 1");
        fetch("https://127.0.0.1/").catch(() => {});
        setTimeout(() => done([...refused].sort()), 300);
        """
    )
    # Not every Chromium reports a handler that was never called (script-src-attr).
    assert {"connect-src", "frame-src", "script-src-elem", "style-src-elem"} <= set(refused)
    reviewer.find(".row").click()
    assert reviewer.run("return window.ran") is None
    reviewer.forgive()


def test_texts_of_other_directions_stay_in_their_place(reviewer: Reviewer) -> None:
    """A name in Hebrew does not carry the words after it to its other side."""
    reviewer.open([sample(user="שלום \u202e", category="Category:مدينة")])
    isolated = reviewer.run(
        "return [...document.querySelectorAll('.row .meta bdi, .row .title a, .row .diff-text')]"
        ".map(element => getComputedStyle(element).unicodeBidi)"
    )
    assert set(isolated) == {"isolate"}
