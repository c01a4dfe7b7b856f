"""Skin tones: the rendered skin coloured anew when a picture is loaded, so that a tone costs nothing in a frame.

Light to import: the first paint needs it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QImage

if TYPE_CHECKING:
    from PySide6.QtGui import QColorTransform

Colour = tuple[int, int, int]
Ramp = tuple[Colour, ...]

AS_DRAWN: Final = "light"
"""The tone the pictures are rendered in: nothing is done to them."""

_DRAWN: Final[Ramp] = (
    (0, 0, 0), (99, 60, 49), (133, 100, 86), (171, 140, 121), (212, 180, 157), (242, 212, 189), (255, 255, 255),
)  # fmt: skip
"""The rendered skin in seven steps from black over deep shadow and full light to the gloss; a tone says what
becomes of each. The undertone moves from rose over gold to a cooler brown, and the gloss keeps its white longest."""
_TONES: Final[dict[str, Ramp]] = {
    "very_light": (
        (0, 0, 0), (111, 73, 65), (148, 118, 107), (188, 161, 148), (230, 205, 190), (252, 233, 220), (255, 255, 253),
    ),
    AS_DRAWN: _DRAWN,
    "medium": (
        (0, 0, 0), (90, 51, 37), (121, 84, 64), (157, 118, 91), (196, 156, 123), (227, 192, 161), (248, 232, 216),
    ),
    "tan": (
        (0, 0, 0), (74, 40, 28), (100, 65, 47), (131, 91, 66), (166, 122, 91), (201, 161, 133), (236, 210, 192),
    ),
    "brown": (
        (0, 0, 0), (53, 28, 21), (72, 45, 34), (97, 65, 50), (128, 90, 71), (168, 133, 115), (214, 190, 178),
    ),
    "deep": (
        (0, 0, 0), (34, 20, 16), (47, 30, 24), (66, 44, 35), (95, 67, 55), (144, 115, 102), (200, 180, 172),
    ),
}  # fmt: skip
TONES: Final = tuple(_TONES)
"""From very light to deep."""


def toned(image: QImage, tone: str) -> QImage:
    """The picture in a tone, itself where that is how it is drawn. Raises KeyError for a tone that is none."""
    if tone != AS_DRAWN:
        image.applyColorTransform(_transform(tone))
    return image


def swatch(tone: str) -> tuple[QColor, QColor]:
    """The tone in full light and in half shadow. Raises KeyError for a tone that is none."""
    *_, shadow, light, _, _ = _TONES[tone]
    return QColor(*light), QColor(*shadow)


def curve(tone: str, channel: int) -> tuple[float, ...]:
    """What becomes of each of the 256 values of a channel (0 red to 2 blue), 0 to 255."""
    steps = [(drawn[channel], wanted[channel]) for drawn, wanted in zip(_DRAWN, _TONES[tone], strict=True)]
    values = [0.0]
    for (start, low), (end, high) in pairwise(steps):
        values += [low + (high - low) * (value - start) / (end - start) for value in range(start + 1, end + 1)]
    return tuple(values)


@cache
def _transform(tone: str) -> QColorTransform:
    """The curves as a change of colour spaces, which Qt works through without Python."""
    from PySide6.QtGui import QColorSpace

    plain, drawn = (QColorSpace(QColorSpace.NamedColorSpace.SRgb) for _ in range(2))
    red, green, blue = ([round(_linear(value / 255) * 65535) for value in curve(tone, channel)] for channel in range(3))
    drawn.setTransferFunctions(red, green, blue)
    return drawn.transformationToColorSpace(plain)


def _linear(value: float) -> float:
    """Light of an sRGB value, both 0 to 1."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
