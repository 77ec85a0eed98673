"""Tests on a real MediaWiki, and the bench they run on."""
