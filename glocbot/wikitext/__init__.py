"""Wikitext of a file page: is it located or opted out, and where a location goes."""
