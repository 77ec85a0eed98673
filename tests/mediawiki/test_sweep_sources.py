"""Which files a sweep looks at, by category, by any other generator, and by both."""

from pathlib import Path

import pytest

from tests.mediawiki.embedded import EmbeddedWiki
from tests.mediawiki.pwb import configure
from tests.mediawiki.sweeping import PAGE, Gallery, Swept, blank, sound, sweep

#: Where each file of the tree is; a loop leads from the lowest category back to the top.
TREE = {
    "Tree": ["File:Tree A.jpg"],
    "Tree/1": ["File:Tree B.jpg", "File:Tree both.jpg"],
    "Tree/2": ["File:Tree both.jpg"],
    "Tree/1/1": ["File:Tree C.jpg"],
}
PARENTS = {
    "Tree": "[[Category:Tree/1/1]]",
    "Tree/1": "[[Category:Tree]]",
    "Tree/2": "[[Category:Tree]]",
    "Tree/1/1": "[[Category:Tree/1]] [[Category:Tree/1/1]]",
}
FILES = ["A", "B", "C", "both"]


@pytest.fixture(scope="module")
def tree(wiki_for_all: EmbeddedWiki) -> EmbeddedWiki:
    for name, text in PARENTS.items():
        wiki_for_all.edit(f"Category:{name}", text)
    titles = sorted({title for members in TREE.values() for title in members})
    marks = {
        title: "".join(f"[[Category:{name}]]" for name in TREE if title in TREE[name])
        for title in titles
    }
    tagged = {"File:Tree B.jpg": "{{GPS EXIF}}", "File:Tree A.jpg": "{{GPS EXIF}}"}
    wiki_for_all.upload(
        {title: (sound(), f"{PAGE}{tagged.get(title, '')}{marks[title]}") for title in titles},
        user="Tree planter",
    )
    return wiki_for_all


@pytest.fixture(scope="module")
def folder(wiki_for_all: EmbeddedWiki, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return configure(tmp_path_factory.mktemp("sources"), wiki_for_all.url, None)


def found(swept: Swept) -> list[str]:
    """Return the short names of the files of the tree, in order, each as often as examined."""
    return sorted(
        record["title"].removeprefix("File:Tree ").removesuffix(".jpg")
        for record in swept.records
        if record["title"].startswith("File:Tree ")
    )


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["-cat:Tree"], ["A"]),
        (["-cat:Category:Tree"], ["A"]),
        (["-cat:tree"], ["A"]),
        (["-catr:Tree"], FILES),
        (["-catr:Tree", "-depth:0"], ["A"]),
        (["-catr:Tree", "-depth:1"], ["A", "B", "both"]),
        (["-cat:Tree/1", "-cat:Tree/2"], ["B", "both"]),
        (["-cat:Tree", "-catr:Tree/1"], FILES),
        (["-cat:Tree/1", "-titleregex:both"], ["both"]),
        (["-catr:Tree", "-titleregex:[AB]\\.jpg"], ["A", "B"]),
        (["-catr:Tree", "-titleregexnot:both"], ["A", "B", "C"]),
        (["-cat:Tree/1", "-cat:Tree/2", "-intersect"], ["both"]),
        (["-catr:Tree", "-transcludes:GPS EXIF", "-intersect"], ["A", "B"]),
        (["-catr:Tree", "-grep:GPS EXIF"], ["A", "B"]),
        (["-transcludes:GPS EXIF", "-titleregex:Tree"], ["A", "B"]),
        (["-usercontribs:Tree planter"], FILES),
        (["-newimages:500", "-titleregex:Tree"], FILES),
        (["-search:Tree both", "-ns:6"], ["both"]),
        (["-prefixindex:File:Tree"], FILES),
        (["-page:File:Tree A.jpg", "-page:Image:Tree_A.jpg"], ["A"]),
        (["-links:List of trees"], ["A", "C"]),
    ],
    ids=lambda value: " ".join(value) if value and value[0].startswith("-") else "",
)
def test_a_source(tree: EmbeddedWiki, folder: Path, arguments: list[str], names: list[str]) -> None:
    """Each file once; a category loop ends."""
    tree.edit("List of trees", "[[:File:Tree A.jpg]] [[:File:Tree C.jpg]] [[Main Page]]")
    swept = sweep(tree, folder, *arguments, "-simulate", "-nohistory")
    assert found(swept) == names
    assert swept.status == 0


@pytest.mark.parametrize("arguments", [["-catr:Tree"], ["-prefixindex:File:Tree"]])
def test_a_limit(tree: EmbeddedWiki, folder: Path, arguments: list[str]) -> None:
    swept = sweep(tree, folder, *arguments, "-limit:2", "-simulate", "-nohistory")
    assert len(found(swept)) == 2
    assert "Examined 2 files" in swept.output


class TestList:
    """``-file:``, a list of titles that somebody wrote."""

    def sweep(self, tree: EmbeddedWiki, folder: Path, text: str) -> Swept:
        (folder / "list.txt").write_text(text, encoding="utf-8")
        return sweep(tree, folder, f"-file:{folder / 'list.txt'}", "-simulate", "-nohistory")

    def test_titles_come_in_their_order(self, tree: EmbeddedWiki, folder: Path) -> None:
        titles = ["File:Tree C.jpg", "File:Tree A.jpg", "File:Tree B.jpg"]
        swept = self.sweep(tree, folder, "\n".join(titles))
        assert [record["title"] for record in swept.records] == titles

    def test_links_count_as_well(self, tree: EmbeddedWiki, folder: Path) -> None:
        text = "* [[:File:Tree A.jpg]], [[File:Tree_B.jpg|thumb]] and [[Main Page]]"
        assert found(self.sweep(tree, folder, text)) == ["A", "B"]

    def test_a_title_twice_is_one_file(self, tree: EmbeddedWiki, folder: Path) -> None:
        text = "File:Tree A.jpg\nFile:Tree B.jpg\nFile:Tree_A.jpg\n" * 40
        assert found(self.sweep(tree, folder, text)) == ["A", "B"]

    def test_odd_lines_are_left_out(self, tree: EmbeddedWiki, folder: Path) -> None:
        """One line that is no title does not end the sweep."""
        swept = self.sweep(tree, folder, "File:Tree A.jpg\nFile:Tree <B>.jpg\n\n:\nFile:Tree C.jpg")
        assert found(swept) == ["A", "C"]
        assert swept.status == 0

    def test_a_page_that_is_not_there(self, tree: EmbeddedWiki, folder: Path) -> None:
        swept = self.sweep(tree, folder, "File:No such tree.jpg\nFile:Tree A.jpg")
        assert swept.reasons == {
            "File:No such tree.jpg": "skip missing",
            "File:Tree A.jpg": "propose",
        }

    def test_redirects_and_pages_without_a_file(self, tree: EmbeddedWiki, folder: Path) -> None:
        tree.edit("File:Old tree.jpg", "#REDIRECT [[File:Tree A.jpg]]")
        tree.edit("File:Idea of a tree.jpg", PAGE)
        swept = self.sweep(tree, folder, "File:Old tree.jpg\nFile:Idea of a tree.jpg")
        assert swept.reasons == {
            "File:Old tree.jpg": "skip redirect",
            "File:Idea of a tree.jpg": "skip missing",
        }

    def test_an_empty_list(self, tree: EmbeddedWiki, folder: Path) -> None:
        swept = self.sweep(tree, folder, "")
        assert (swept.status, swept.records) == (0, [])
        assert "Examined 0 files" in swept.output


def test_where_to_begin_in_a_category(gallery: Gallery, folder: Path) -> None:
    gallery.add({"A": blank(), "B": blank(), "C": blank()})
    middle = gallery.title("B").removeprefix("File:")
    swept = sweep(gallery.wiki, folder, f"-cat:{gallery.name}|{middle}", "-simulate")
    assert set(swept.reasons) == {gallery.title("B"), gallery.title("C")}


@pytest.mark.parametrize(
    "form",
    [
        "{name}", " {name} ", "category:{name}", ":Category:{name}", "{line}", "{address}",
        "[[Category:{name}]]", "[[:Category:{name}|there]]",
        "https://wiki.example/wiki/Category:{line}", "https://wiki.example/wiki/Category:{line}?uselang=de",
        "https://wiki.example/w/index.php?title=Category:{line}&filefrom=B#mw-category-media",
    ],
)  # fmt: skip
def test_a_category_as_people_copy_it(gallery: Gallery, folder: Path, form: str) -> None:
    [title] = gallery.add({"A": sound()})
    line = gallery.name.replace(" ", "_")
    address = line.replace("_", "%20")
    written = form.format(name=gallery.name, line=line, address=address)
    swept = sweep(gallery.wiki, folder, f"-cat:{written}", "-simulate", "-nohistory")
    assert swept.reasons == {title: "propose"}


def test_a_category_redirect(gallery: Gallery, folder: Path) -> None:
    """Its own files are swept, as few as they are; it is there."""
    gallery.wiki.edit(gallery.category, "#REDIRECT [[Category:Tree]]")
    swept = gallery.sweep(folder, "-simulate")
    assert (swept.status, swept.records) == (0, [])
