"""Keeps the process small."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_M_ARENA_MAX = -8
"""glibc's malloc.h."""


def share_one_heap() -> None:
    """Lets all threads use one heap. By its custom glibc gives each thread its own: the recorder's alone would hold
    8 MiB that nobody else can use (measured). Other systems have no such custom."""
    if sys.platform != "linux":
        return
    from ctypes import CDLL

    mallopt = getattr(CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, 1)


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles meanwhile: among millions of new things that are all kept it finds none, and it holds up
    every thread for a second each time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
