"""The ground: what everything else is made of, on the standard library alone."""
