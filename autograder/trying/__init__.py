"""An answer is called in this process."""
