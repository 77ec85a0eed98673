"""File names as people have them: with or without a namespace, as links, as wikitext."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

#: What files on Commons end in.
_ENDINGS = (
    "jpe?g|jpe|png|tiff?|webp|gif|svg|heic|xcf|djvu|pdf|webm|ogv|ogg|oga|opus|mp3|mp4|mpe?g|wav|"
    "flac|mid|stl"
)
#: The file namespace in the languages of this page and of Commons' larger communities.
_NAMESPACES = (
    "file|image|datei|bild|fichier|archivo|imagen|ficheiro|immagine|bestand|plik|файл|изображение|"
    "चित्र|fayl|tasvir|ファイル|文件|ملف|קובץ"
)
_NAMED = re.compile(rf"(?:{_NAMESPACES})\s*:\s*(?P<name>\S.*)", re.IGNORECASE)
_ENDS = re.compile(rf".*\S\.(?:{_ENDINGS})", re.IGNORECASE)
_LINKED = re.compile(r"\[\[:?(?P<title>[^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_WIKI = re.compile(r"(?:[a-z-]+\.)?(?:m\.)?(?:wikimedia|wikipedia)\.org", re.IGNORECASE)
_UPLOADED = re.compile(r"/wikipedia/commons/(?:thumb/)?[0-9a-f]/[0-9a-f]{2}/(?P<name>[^/]+)")
#: What MediaWiki has in no title; see https://www.mediawiki.org/wiki/Manual:Page_title
_FORBIDDEN = re.compile(r"[#<>\[\]|{}\x00-\x1f\x7f/\\]|~~~|%[0-9a-f]{2}", re.IGNORECASE)
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONGEST = 240


def file_title(text: str) -> str | None:
    """Return the title of the file that a line names, or None where it is something else.

    >>> file_title("https://commons.wikimedia.org/wiki/File:Wien_Oper.jpg?uselang=de")
    'File:Wien Oper.jpg'
    >>> file_title("wien_Oper.jpg")
    'File:Wien Oper.jpg'
    """
    line = _DIRECTION_MARKS.sub("", text).strip()
    if "://" in line:
        name = _of_link(line)
    elif linked := _LINKED.fullmatch(line):
        name = _of_title(linked["title"])
    else:
        name = _of_title(line) or line
    return None if name is None else _checked(name)


def _of_title(title: str) -> str | None:
    named = _NAMED.fullmatch(title.strip())
    return named["name"] if named else None


def _of_link(link: str) -> str | None:
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    if not _WIKI.fullmatch(parts.hostname or ""):
        return None
    if uploaded := _UPLOADED.match(parts.path):
        return unquote(uploaded["name"])
    shown = parts.fragment.removeprefix("/media/") if parts.fragment.startswith("/media/") else ""
    queried = parse_qs(parts.query).get("title", [""])[0]
    for title in (unquote(shown), queried, unquote(parts.path.removeprefix("/wiki/"))):
        if name := _of_title(title.replace("_", " ")):
            return name
    return None


def _checked(name: str) -> str | None:
    name = " ".join(name.replace("_", " ").split())
    wrong = _FORBIDDEN.search(name) or not _ENDS.fullmatch(name)
    if wrong or len(name.encode()) > _LONGEST:
        return None
    return f"File:{name[:1].upper()}{name[1:]}"
