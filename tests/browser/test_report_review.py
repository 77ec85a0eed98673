"""Marking and moving: keyboard, buttons, many at once, and what survives a reload."""

from dataclasses import replace

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.reviewer import Reviewer
from tests.proposals.samples import sample

FILES = [sample("Abbey"), sample("Bridge", reasons=["datum"]), sample("Castle")]


def test_keys_move_and_decide(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("jajrj")
    assert reviewer.current() == "Castle"
    assert reviewer.decided() == {"Abbey": "Approved", "Bridge": "Rejected"}
    reviewer.press("kukr")
    assert reviewer.current() == "Abbey"
    assert reviewer.decided() == {"Abbey": "Rejected"}


def test_moving_ends_at_the_first_and_the_last(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("kkk")
    assert reviewer.current() == "Abbey"
    reviewer.press("jjjjj")
    assert reviewer.current() == "Castle"


def test_capitals_decide_and_go_on(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("jAR")
    assert reviewer.current() == "Castle"
    assert reviewer.decided() == {"Abbey": "Approved", "Bridge": "Rejected"}


def test_the_current_row_has_the_focus(reviewer: Reviewer) -> None:
    """A screen reader reads what the keys reach."""
    reviewer.open(FILES)
    reviewer.press("jj")
    assert "Bridge" in reviewer.chromium.switch_to.active_element.text


def test_a_decision_needs_a_current_row(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("a")
    assert reviewer.decided() == {}


def test_buttons_decide_and_a_second_press_takes_back(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    approve = reviewer.row("Bridge").find_element(By.CSS_SELECTOR, ".act-approve")
    approve.click()
    assert approve.get_attribute("aria-pressed") == "true"
    assert reviewer.decided() == {"Bridge": "Approved"}
    assert reviewer.current() == "Bridge"
    approve.click()
    assert reviewer.decided() == {}
    reviewer.row("Castle").find_element(By.CSS_SELECTOR, ".act-reject").click()
    reviewer.row("Castle").find_element(By.CSS_SELECTOR, ".act-take-back").click()
    assert reviewer.decided() == {}


def test_keys_are_letters_while_somebody_writes(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("j/")
    reviewer.press("ar")
    assert reviewer.decided() == {}
    assert reviewer.find("#filter-text").get_attribute("value") == "ar"
    reviewer.press(Keys.ESCAPE)
    reviewer.press("a")
    assert len(reviewer.decided()) == 1


def test_keys_with_control_are_the_browsers(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("j")
    reviewer.run(
        "for (const held of ['ctrlKey', 'metaKey', 'altKey']) document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'a', [held]: true, bubbles: true}))"
    )
    assert reviewer.decided() == {}


def test_help_opens_and_closes_and_takes_the_keys(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("j?")
    assert reviewer.find("#help-dialog").is_displayed()
    reviewer.press("a")
    reviewer.press(Keys.ESCAPE)
    assert not reviewer.find("#help-dialog").is_displayed()
    assert reviewer.decided() == {}


def test_single_keys_can_be_turned_off_for_good(reviewer: Reviewer) -> None:
    """WCAG 2.1.4: who speaks to the computer would press them by talking."""
    reviewer.open(FILES)
    reviewer.press("j?")
    reviewer.find("#keys-on").click()
    reviewer.press(Keys.ESCAPE)
    reviewer.press("a")
    assert reviewer.decided() == {}
    reviewer.chromium.refresh()
    reviewer.press("ja")
    assert reviewer.decided() == {}
    reviewer.press("?")
    reviewer.find("#keys-on").click()
    reviewer.press(Keys.ESCAPE)
    reviewer.press("ja")
    assert len(reviewer.decided()) == 1


def test_decisions_survive_a_reload(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("jajr")
    reviewer.chromium.refresh()
    assert reviewer.decided() == {"Abbey": "Approved", "Bridge": "Rejected"}
    assert reviewer.find("#progress-words").text == "1 approved, 1 rejected, 1 left"


def test_decisions_on_other_revisions_do_not_come_back(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("ja")
    reviewer.open([replace(FILES[0], revid=99), *FILES[1:]], "later.html")
    assert reviewer.decided() == {}
    reviewer.open(FILES, "again.html")
    assert reviewer.decided() == {"Abbey": "Approved"}


def test_approving_all_clean_leaves_holds_and_rejected_ones(reviewer: Reviewer) -> None:
    near = [sample(name) for name in ("Abbey", "Bridge", "Castle", "Dam")]
    held = sample("Esplanade", reasons=["datum"])
    reviewer.open([*near, held, sample("Far", 48.2, -100, reasons=["far-from-category"])])
    reviewer.press("jr")
    button = reviewer.find("#approve-clean")
    assert button.text == "Approve 3 clean"
    button.click()
    approved = reviewer.save()["approved"]
    assert [entry["title"] for entry in approved] == [
        *("File:Bridge.jpg", "File:Castle.jpg", "File:Dam.jpg"),
    ]
    assert not button.is_enabled()


def test_approving_all_clean_takes_only_what_is_shown(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.search("castle")
    reviewer.find("#approve-clean").click()
    reviewer.find("#clear").click()
    assert reviewer.decided() == {"Castle": "Approved"}


def test_approving_all_clean_can_be_undone(reviewer: Reviewer) -> None:
    reviewer.open(FILES)
    reviewer.press("jr")
    reviewer.find("#approve-clean").click()
    reviewer.until("return !document.getElementById('undo').hidden")
    reviewer.find("#undo").click()
    assert reviewer.decided() == {"Abbey": "Rejected"}


@pytest.mark.parametrize("many", [0, 1])
def test_few_proposals_are_a_page_too(reviewer: Reviewer, many: int) -> None:
    reviewer.open(FILES[:many])
    reviewer.press("jajkms")
    assert reviewer.find("#save-dialog").is_displayed() is (many == 1)
    assert len(reviewer.decided()) == many
    assert reviewer.find("#empty").is_displayed() is (many == 0)


def test_without_storage_the_page_works_and_says_so(reviewer: Reviewer) -> None:
    """Mail programs and private windows refuse it."""
    refuse = (
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }})"
    )
    command = "Page.addScriptToEvaluateOnNewDocument"
    made = reviewer.chromium.execute_cdp_cmd(command, {"source": refuse})
    try:
        reviewer.open(FILES)
        reviewer.press("ja")
        assert reviewer.decided() == {"Abbey": "Approved"}
        reviewer.press("u?")
        assert "keeps no decisions" in reviewer.find("#storage-words").text
    finally:
        reviewer.chromium.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)
        reviewer.chromium.refresh()
