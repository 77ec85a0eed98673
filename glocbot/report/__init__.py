"""The page on which a reviewer looks at proposed edits; asks no wiki and needs no Pywikibot."""
