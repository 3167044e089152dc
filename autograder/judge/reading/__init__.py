"""What a submission's text says, read without running it."""
