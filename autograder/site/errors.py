"""What can go wrong while the site is built."""

from autograder.core.errors import UserError


class SiteError(UserError):
    """The site can't be built or served; the message says why and what to do."""
