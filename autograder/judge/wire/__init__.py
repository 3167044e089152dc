"""What crosses between the grader and the sandbox."""
