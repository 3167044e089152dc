"""The student's side."""
