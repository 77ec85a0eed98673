"""The tests; those that need a real MediaWiki or a browser have folders of their own."""
