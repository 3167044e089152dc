"""What runs exercises in a page."""
