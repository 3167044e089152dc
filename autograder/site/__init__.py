"""The static course: lessons, executed and rendered as HTML that needs no server."""
