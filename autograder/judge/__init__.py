"""Runs other people's code safely and decides the marks."""
