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
    _call_glibc("mallopt", _M_ARENA_MAX, 1)


def give_back() -> None:
    """Gives the system what was freed: glibc keeps up to 85 MiB of a session's pictures to itself (measured)."""
    _call_glibc("malloc_trim", 0)


def _call_glibc(name: str, *arguments: int) -> None:
    """Does nothing on systems that have no such function."""
    if sys.platform != "linux":
        return
    from ctypes import CDLL

    function = getattr(CDLL(None), name, None)
    if function is not None:
        function(*arguments)


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles meanwhile: among millions of new things that are all kept it finds none, and it holds up
    every thread for a second each time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
