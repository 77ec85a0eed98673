"""The options that commands which edit share."""

from glocbot.options import TEXT, Option

SUMMARY = Option("summary", TEXT, "The edit summary, in place of glocbot's own.")
