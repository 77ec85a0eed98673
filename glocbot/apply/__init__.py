"""``glocbot apply``: save the proposals of a sweep, exactly as a reviewer approved them."""
