"""``glocbot reject``: remember that a file shall not be located, or forget it again."""
