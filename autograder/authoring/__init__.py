"""What an author works with: lessons are read, built, checked and tested by their banks."""
