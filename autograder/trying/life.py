"""A sign of life while a check takes long: how long it has run, and in the end how long it took."""

from __future__ import annotations

import contextlib
import contextvars
import sys
import threading
import time
from collections.abc import Callable, Iterator

AFTER = 2.0
"""Seconds without a word."""


@contextlib.contextmanager
def sign_of_life(
    name: str, most: float, say: Callable[[str, bool], object], after: float = AFTER
) -> Iterator[None]:
    """Say after some seconds that ``name`` is still being checked, and in the end how long it took.

    ``say(text, again)`` shows a text, ``again`` in place of the one before. It is called in another
    thread, which one long call into C may keep waiting. A check takes at most ``most`` seconds.
    """
    if sys.platform == "emscripten":  # a page says itself that it is at work, and has no threads
        yield
        return
    began, done, lock = time.monotonic(), threading.Event(), threading.Lock()
    said = False

    def wait() -> None:
        nonlocal said
        if done.wait(after):
            return
        with lock:
            if not done.is_set():
                said = True
                say(f"Still checking {name}. A check is stopped after about {most:g} s.", False)

    context = contextvars.copy_context()  # it says which cell the text belongs to
    waiting = threading.Thread(target=context.run, args=(wait,), daemon=True)
    waiting.start()
    try:
        yield
    finally:
        with lock:
            done.set()
        if said:
            say(f"Checking {name} took {time.monotonic() - began:.0f} s.", True)
