"""A diff shows each change, and nothing that is far from one."""

from hypothesis import given
from hypothesis import strategies as st

from glocbot.report.diff import CONTEXT, Hunk, Span, diff

LINES = "\n".join(f"line {n}" for n in range(1, 21))


def shown(hunks: tuple[Hunk, ...]) -> list[str]:
    """Write hunks as people do."""
    signs = {"same": " ", "out": "-", "in": "+"}
    rows = []
    for hunk in hunks:
        rows.append(f"@{hunk.number}")
        for line in hunk.lines:
            text = "".join(f"[{s.text}]" if s.marked else s.text for s in line.spans)
            rows.append(signs[line.kind] + text)
    return rows


def test_an_inserted_line_stands_between_its_neighbours() -> None:
    new = LINES.replace("line 5\n", "line 5\n{{Location|1|2}}\n")
    assert shown(diff(LINES, new)) == [
        *("@4", " line 4", " line 5", "+{{Location|1|2}}", " line 6", " line 7"),
    ]


def test_a_line_that_asks_for_the_edit_goes_out_whole() -> None:
    """{{GPS EXIF}} and the template that replaces it share braces, which says nothing."""
    old = "a\n{{GPS EXIF}}\nb"
    assert shown(diff(old, "a\n{{Location|48.2|16.37}}\nb")) == [
        *("@1", " a", "-{{GPS EXIF}}", "+{{Location|48.2|16.37}}", " b"),
    ]


def test_words_are_marked_in_lines_that_are_alike() -> None:
    old, new = "|author=[[User:Kari]] of Wien", "|author=[[User:Kari]] of Graz"
    assert shown(diff(old, new)) == [
        *("@1", "-|author=[[User:Kari]] of [Wien]", "+|author=[[User:Kari]] of [Graz]"),
    ]


def test_changes_far_apart_are_two_hunks() -> None:
    new = LINES.replace("line 3\n", "").replace("line 15", "line 15!")
    assert [hunk.number for hunk in diff(LINES, new)] == [1, 13]


def test_the_same_text_has_no_diff() -> None:
    assert diff(LINES, LINES) == ()
    assert diff("", "") == ()


def test_a_lost_last_line_feed_is_seen() -> None:
    assert shown(diff("a\n", "a")) == ["@1", " a", "-"]


def test_texts_with_nothing_in_common() -> None:
    assert shown(diff("a", "b")) == ["@1", "-a", "+b"]


def test_a_text_edited_into_another_of_thousands_of_lines() -> None:
    """Compared line by line with each other, they would take minutes."""
    old = "\n".join(f"old {n}" for n in range(20_000))
    new = "\n".join(f"new {n}" for n in range(20_000))
    assert len(diff(old, new)[0].lines) == 40_000


texts = st.lists(st.sampled_from(["a", "b", "", "a b c d", "a b x d", "é\u202e"]), max_size=12)


@given(texts, texts)
def test_old_and_new_lines_can_be_read_off_the_diff(old: list[str], new: list[str]) -> None:
    """What goes out is of the old text, what comes in is of the new; context is of both."""
    hunks = diff("\n".join(old), "\n".join(new))
    before, after = "\n".join(old).split("\n"), "\n".join(new).split("\n")
    changes = {"out": 0, "in": 0}
    for hunk in hunks:
        kept = [_text(line.spans) for line in hunk.lines if line.kind != "in"]
        assert before[hunk.number - 1 :][: len(kept)] == kept
        for line in hunk.lines:
            changes[line.kind] = changes.get(line.kind, 0) + 1
    assert len(before) - changes["out"] + changes["in"] == len(after)
    assert all(_context(hunk) <= CONTEXT for hunk in hunks)


def _text(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans)


def _context(hunk: Hunk) -> int:
    kinds = [line.kind for line in hunk.lines]
    changed = [at for at, kind in enumerate(kinds) if kind != "same"]
    return max(changed[0], len(kinds) - 1 - changed[-1])
