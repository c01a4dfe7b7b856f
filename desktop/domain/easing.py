"""Easing: pure functions from [0, 1] to [0, 1]. What lies outside is held at the ends."""

from __future__ import annotations


def clamp(u: float) -> float:
    return 0.0 if u < 0 else 1.0 if u > 1 else u


def smooth(u: float) -> float:
    """Slow at both ends."""
    u = clamp(u)
    return u * u * (3 - 2 * u)


def reach(u: float) -> float:
    """The way a hand reaches for a place: minimum jerk."""
    u = clamp(u)
    return u * u * u * (10 - 15 * u + 6 * u * u)


def stroke(u: float, ramp: float = 0.28) -> float:
    """The way a hand strokes: sets off softly, moves evenly, arrives softly; `ramp` is the share spent on each end."""
    u = clamp(u)
    if u > 0.5:
        return 1 - stroke(1 - u, ramp)
    speed = 1 / (1 - ramp)
    if u >= ramp:
        return speed * (u - ramp / 2)
    s = u / ramp
    return speed * ramp * (s * s * s - s * s * s * s / 2)


def between(start: float, end: float, u: float) -> float:
    return start + (end - start) * u
