"""Random wikitext from fragments that go wrong together."""

from hypothesis import strategies as st

FRAGMENTS = [
    "{{", "}}", "{{{", "}}}", "[[", "]]", "|", "=", "\n", "\n\n", " ", "a", "<!--", "-->", "''",
    "'''", "<nowiki>", "</nowiki>", "<nowiki/>", "<pre>", "</pre>", "<div>", "</div>", "<div ",
    "<ref>", "</ref>", "<br>", "<includeonly>", "</includeonly>", "<noinclude>", "</noinclude>",
    "<gallery>\n", "\n</gallery>", "<math>", "</math>", "{|\n", "\n|-\n", "\n| ", "\n|}", "* ",
    "== ", " ==", "{{Information|", "{{Information}}", "{{information\n|description=x\n}}",
    "{{Artwork|title={{en|y}}}}", "{{Photograph|camera coord=", "{{Location|1|2}}", "{{Location",
    "{{Location possible}}", "{{GPS EXIF}}", "\n{{GPS EXIF}}\n", "{{Object location|1|2}}",
    "{{Coord|1|2}}", "== {{int:filedesc}} ==\n", "\n=={{int:license-header}}==\n",
    "[[Category:X]]", "[[Category:Location not applicable]]", "{{nobots}}", "{{bots|deny=all}}",
    "{{#if:1|", "{{#coordinates:1|2}}", "{{!}}", "\u200f", "🏔️", "\U000f0000", "\ue000", "\r\n",
    "https://x.example/{{a}} ", "[https://x.example b]", "-{", "}-", "~~~~", "&#123;&#123;",
    "#REDIRECT [[", "__NOTOC__", "\0", "Location: here",
]  # fmt: skip
PAGES = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)
