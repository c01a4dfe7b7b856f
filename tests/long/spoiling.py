"""Files spoilt at random: by decay, by hand, and by malice. The same seed gives the same files."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from types import FrameType

SEED = int(os.environ.get("UNKNOT_SEED", "5"))
"""Named in every failure; another one can be given to spoil other copies."""
LONGEST_SECONDS = 5.0
"""Of CPU time, so that other work on the machine does not count. Nothing may take longer, whatever is in a file."""
_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?")
_A_VALUE = re.compile(rb"(?<=[=:] )[^\n,]+|\"[^\"\n]*\"|(?<![\w.])-?\d+(?:\.\d+)?|true|false")
_NUMBERS = (
    b"0", b"-1", b"1e309", b"-1e300", b"nan", b"inf", b"1e-320", b"9" * 4500, b"-0.0", b"2147483648",
    b"9223372036854775808", b"0x7f", b"1_000", b"NaN", b"Infinity", b"1.", b"00", b"1e5", b"999999", b"0.5",
)  # fmt: skip
VALUES = (
    b'"text"', b'""', b"true", b"[]", b"[[]]", b"{}", b"null", b"1979-05-27", b"'", b'"""', b"[1, 'a', {}]", b"3.5",
    '"\u202e\u2066é\U0001f600"'.encode(), b'"\\u0000"', b'"\\ud800"', b'"\\u001b[2J"', b'"\xed\xa0\x80"', b'"\xff"',
    b'"' + b"x" * 300 + b'"', b'"' + b"x" * 70_000 + b'"',
)  # fmt: skip
_STRANGE = (
    b"\x00", b"\xff\xfe", "\ufeff".encode(), "\u202e".encode(), "\u2028".encode(), "\U0001f9e0".encode(), b"\xc3",
    b"\r", b"\x1b[2J", b'"', b"[", b"]", b"{", b"}", b"=", b"#", b"\n", b"..", b"\\",
)  # fmt: skip
Spoiler = Callable[[bytes, Random], bytes]


def bits(data: bytes, random: Random) -> bytes:
    """Some bits are turned over."""
    spoilt = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        spoilt[random.randrange(len(spoilt))] ^= 1 << random.randrange(8)
    return bytes(spoilt)


def cut(data: bytes, random: Random) -> bytes:
    """The end is missing."""
    return data[: random.randrange(len(data))]


def hole(data: bytes, random: Random) -> bytes:
    """A piece is missing, or full of zeros, as after a power cut."""
    begin = random.randrange(len(data))
    end = min(begin + random.choice((1, 10, 100, 512, 4096)), len(data))
    return data[:begin] + bytes(random.choice((0, end - begin))) + data[end:]


def twice(data: bytes, random: Random) -> bytes:
    """A piece is there twice."""
    begin = random.randrange(len(data))
    end = begin + random.choice((1, 30, 300, 3000))
    return data[:end] + data[begin:end] + data[end:]


def strange(data: bytes, random: Random) -> bytes:
    """Characters that nobody would type stand in the way."""
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(_STRANGE) * random.choice((1, 1, 3)) + data[at + random.choice((0, 1)) :]


def number(data: bytes, random: Random) -> bytes:
    """A number is one that cannot be."""
    return _instead(data, _NUMBER, random.choice(_NUMBERS), random)


def deep(data: bytes, random: Random) -> bytes:
    """Something is nested far too deep."""
    depth = random.choice((9, 500, 5000, 100_000))
    opening, closing = random.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"{a=", b"}"), (b"[[", b"]]")))
    return _instead(data, _NUMBER, opening * depth + b"1" + closing * depth, random)


def kind(data: bytes, random: Random) -> bytes:
    """A value is of another kind."""
    return _instead(data, _A_VALUE, random.choice(VALUES), random)


OF_BYTES: tuple[Spoiler, ...] = (bits, cut, hole, twice)
OF_TEXT: tuple[Spoiler, ...] = (*OF_BYTES, strange, number, deep, kind)


def spoilt(data: bytes, spoilers: tuple[Spoiler, ...], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many spoilt copies, each with what was done to it (one to three things) and its number."""
    random = Random(seed)
    for copy in range(count):
        done, found = [], data
        for spoiler in random.choices(spoilers, k=random.choice((1, 1, 1, 2, 3))):
            found = spoiler(found, random) if found else found
            done.append(spoiler.__name__)
        yield f"seed {seed}, copy {copy}: {', '.join(done)}", found


def _instead(data: bytes, what: re.Pattern[bytes], other: bytes, random: Random) -> bytes:
    places = [match.span() for match in what.finditer(data)]
    if not places:
        return data + other
    begin, end = random.choice(places)
    return data[:begin] + other + data[end:]


@contextmanager
def not_for_ever(what: str) -> Iterator[None]:
    """Raises AssertionError where the work takes longer than `LONGEST_SECONDS`; on POSIX even if it never ends."""

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"{what}: still busy after {LONGEST_SECONDS:g} seconds")

    begun = time.process_time()
    if sys.platform != "win32":
        signal.signal(signal.SIGPROF, give_up)
        signal.setitimer(signal.ITIMER_PROF, LONGEST_SECONDS)
    try:
        yield
    finally:
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_PROF, 0)
    assert time.process_time() - begun < LONGEST_SECONDS, what
