"""The cohort's steps inside nbgrader's own commands."""
