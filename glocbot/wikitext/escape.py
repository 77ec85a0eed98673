"""Write any text so that it means itself in wikitext."""

#: Beside letters and figures, what is plain in wikitext within a line.
_PLAIN = frozenset(" .,()°/-")


def escape(text: str) -> str:
    """Write a text so that it means itself in wikitext, wherever it stands.

    >>> escape("[[User:A|~~~~]]")
    '&#91;&#91;User&#58;A&#124;&#126;&#126;&#126;&#126;&#93;&#93;'
    """
    return "".join(char if char.isalnum() or char in _PLAIN else f"&#{ord(char)};" for char in text)
