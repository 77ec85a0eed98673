"""``glocbot sweep``: go through files, propose or save the missing locations."""
