"""Where on a page a location belongs, and when nobody can tell without looking."""

import pytest

from glocbot.wikitext.names import COMMONS_NAMES
from glocbot.wikitext.parse import ParsedText
from glocbot.wikitext.place import Place, find_place

#: What ``FLICKR`` stands for in the tables.
FLICKR = "{{flickr\n|title=Dawn\n|photographer=Kim\n|description=A hill\n}}"


def _find(marked: str) -> Place:
    """Find the place in a text, and check that it is where the triangle points."""
    before, _, behind = marked.replace("FLICKR", FLICKR).partition("▼")
    place = find_place(ParsedText(before + behind, COMMONS_NAMES))
    assert place.offset == len(before)
    return place


@pytest.mark.parametrize(
    "marked",
    [
        # By their parameters: in any case, with blanks or underscores, filled or not.
        "FLICKR▼\n{{cc-by-2.0}}",
        "== {{int:filedesc}} ==\nFLICKR▼\n",
        "{{BArch-image|wiki description=|short title=|photographer=|Date=}}▼",
        "{{NARA-image-full|Title=|Scope and content=|Author=|Location=|Date=}}▼",
        "{{Hausmuseum|ARTIST=a|Accession_Number=b|Credit line=c}}▼",
        "{{Hausmuseum| other_versions = | permission = | DATE = }}▼",
        "{{Bildarchiv|Titel=a|Beschreibung=b|Urheber=c}}▼",
        "{{Information Rätia|Beschreibung=|Quelle=|Datum=|Genehmigung=}}▼",
        "{{Photothèque|titre=a|auteur=b|source=c}}▼",
        "{{Archivo|título=a|fecha=b|fuente=c}}▼",
        "{{Arquivo|descrição=a|autor=b|licença=c}}▼",
        "{{Archivio|descrizione=a|autore=b|data=c}}▼",
        "{{Zbiory|opis=a|źródło=b|autor=c}}▼",
        "{{Фото|описание=a|источник=b|дата=c}}▼",
        "{{写真|説明=a|撮影者=b|日付=c}}▼",
        "{{ארכיון|תיאור=a|מקור=b|תאריך=c}}▼",
        "{{User:Kim/photo|description=a|date=b|author=c}}▼",
        "{{#invoke:Information|info|description=a|date=b|author=c}}▼",
        "{{Informatoin|description=a|date=b|source=c}}▼\n",
        # Whatever stands above or beside it.
        "{{nobots}}\n{{self|cc-zero}}\nFLICKR▼\n",
        "<div>\nFLICKR▼\n</div>",
        "FLICKR▼\nFLICKR",
        "FLICKR <!-- end -->▼\n{{BHL|pageid=1}}",
        # An infobox in a parameter of a template that describes the file itself.
        "{{Hausmuseum|title=a|date=b|author=c|other versions={{Artwork}}}}▼",
        # A listed name wins, wherever it stands, and however few parameters it has.
        "{{Published|author=a|date=b|title=c}}\n{{Information}}▼",
        "FLICKR\n{{Information|description=x}}▼\n",
        "{{Painting|x}}▼\nFLICKR",
        "{{Informazioni file}}▼\n",
        "{{Object|x}}▼\n",
        "{{BHL|pageid=1}}\n{{Information}}▼",
        # Nothing describes the file: as before.
        "== Summary ==▼\nA hill.\n{{BHL|pageid=1}}",
        "▼A hill.\n{{BHL|pageid=1}}",
        "== Summary ==▼\n{{en|1=A hill}}",
        "== Summary ==▼\n{{zh-hans|1=A hill}}",
        "▼{{self|cc-by-sa-4.0|author=Kim}}\n[[Category:Hills]]",
        "▼{{PD-user|Kim}}",
        "▼{{Cc-by-sa-3.0|Kim}}",
        "▼{{GFDL|migration=relicense}}",
        "▼{{#if:1|2}}",
        "▼{{DEFAULTSORT:Hill|x}}",
        "▼{{Kunsthalle}}\nA hill.",
        "▼{{Location possible|a}}{{GPS EXIF|b}}\nA hill.",
        "== Summary ==▼\n== Licensing ==\n{{BHL|pageid=1}}",
        "▼==Licensing==\n{{Custom marker|author=a|date=b|source=c}}",
        "▼[[Category:Hills]]\n{{BHL|pageid=1}}",
        # Parameters that a description shares with others are no description.
        "▼A hill.\n{{Published|author=a|date=b|title=c}}",
        "▼A hill.\n{{Cite web|author=a|date=b|title=c}}",
        "▼A hill.\n{{Credit line|author=a|license=b|other=c|date=d}}",
        "▼A hill.\n{{Permission ticket|author=a|date=b|source=c}}",
        "▼A hill.\n{{Retouched picture|author=a|date=b|source=c}}",
        "▼A hill.\n{{Hausmuseum|title=a|author=b|page=c|id=d}}",
        "▼A hill.\n{{Hausmuseum|title|author|date}}",
        "▼A hill.\n{{Wrapper|FLICKR}}",
        "▼A hill.\n<!-- FLICKR -->",
        # Vertical bars that are no rest of an infobox.
        "{{Information|description=a}}▼\n{|\n| a=b\n|}\n",
        "{{Information|description=a}}▼\n{{self\n|cc=b\n}}\n",
        "{{Information|description=a}}▼\n<gallery>\n|a=b\n</gallery>",
        "{{Information|description=a}}▼\n<nowiki>\n|a=b\n</nowiki>",
        "{{Information|description=a}}▼\n<!--\n|a=b\n-->\n",
        "{{Information|description=a}}▼\na | b = c",
        "{{Information|description=a}}▼\n\n== Log ==\n|a=b",
        "|a=b\n{{Information|description=a}}▼",
    ],
)  # fmt: skip
def test_the_place_is_clear(marked: str) -> None:
    assert _find(marked).doubt == ""


@pytest.mark.parametrize(
    "marked",
    [
        # A part of the infobox stands below it.
        "{{Information\n|Permission={{self|cc-zero}}}}▼\n|Source={{own}}\n}}",
        "{{Information|description={{en|a}}}}▼|date=b}}",
        "{{Information|description=a}}▼\n}}\n",
        "{{Information|description=a}} <!-- x -->▼\n<!-- y\n-->\n | other versions =\n",
        "{{Information|description=a}}▼\nb}}\n|Date=c\n",
        "{{Flickr|title=a|description=b|author=c}}▼\n|permission=d\n}}",
        # The infobox stands in something else.
        "{{Wrapper|{{Information}}}}▼",
        "FLICKR\n{{Wrapper|{{Information}}}}▼",
        "{|\n| {{Information}}\n|}▼",
        "<ref>{{Information}}</ref>▼",
        "[[File:A.jpg|thumb|{{Information}}]]▼",
        "<includeonly>{{Information}}</includeonly>▼",
        # Two descriptions.
        "FLICKR▼\n{{Hausmuseum|title=a|date=b|author=c}}",
        # An unknown template comes first.
        "▼{{BHL|pageid=1}}\n{{PD-old}}",
        "== Summary ==▼\n{{BHL|pageid=1}}",
        "=={{int:filedesc}}==▼\n<!-- scan -->\n\n{{BHL|pageid=1|x}}\n",
        "▼{{Kunsthalle}} {{GPS EXIF}}\n__NOTOC__\n{{BHL|pageid=1}}",
        "▼<center>{{Hausmuseum|title=a|date=b}}</center>",
        "▼{{User:Kim/photo|A hill}}",
        "▼{{#invoke:Museum|show|id=5}}",
        "▼{{Published|author=a|date=b|title=c}}",
        "{{BHL|pageid=1}}\n== Summary ==▼\nA hill.",
    ],
)  # fmt: skip
def test_the_place_is_not_clear(marked: str) -> None:
    assert _find(marked).doubt
