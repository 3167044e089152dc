"""What can go wrong while the site is built."""


class SiteError(RuntimeError):
    """The site can't be built or served; the message says why and what to do."""
