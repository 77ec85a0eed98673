"""Read files' facts from a wiki through Pywikibot, in as few requests as its API allows."""
