"""Cohorts: an nbgrader course, released, graded by the judge, and exported."""
