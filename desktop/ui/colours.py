"""The named colours of the two themes. Light to import: the first paint needs them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Palette:
    """Named colours of one theme. `*_ink` is for text and thin lines, the plain name for areas."""

    dark: bool
    ground: QColor
    ground_edge: QColor
    surface: QColor
    surface_soft: QColor
    line: QColor
    text: QColor
    text_soft: QColor
    accent: QColor
    accent_hover: QColor
    accent_ink: QColor
    on_accent: QColor
    chosen: QColor
    chosen_ink: QColor
    warn: QColor
    warn_ink: QColor
    no_press: QColor
    bubble: QColor
    bubble_text: QColor
    outline: QColor
    shadow: QColor


def _palette(dark: bool, **colours: str) -> Palette:
    return Palette(dark=dark, **{name: QColor(value) for name, value in colours.items()})


LIGHT = _palette(
    False, ground="#f6f1eb", ground_edge="#e7ddd3", surface="#fffdfa", surface_soft="#f3ece4", line="#e2d8cd",
    text="#231e1a", text_soft="#695e55", accent="#0b7d7f", accent_hover="#096a6c", accent_ink="#07686a",
    on_accent="#ffffff", chosen="#e86a48", chosen_ink="#a8391b", warn="#f6e3c5", warn_ink="#7a4a06",
    no_press="#7d4a44", bubble="#27221e", bubble_text="#fffaf4", outline="#fff3e6", shadow="#2a5a4634",
)  # fmt: skip
DARK = _palette(
    True, ground="#1d232a", ground_edge="#0e1216", surface="#20262d", surface_soft="#2b323a", line="#39424b",
    text="#f4f0ea", text_soft="#adb2b8", accent="#35c6c0", accent_hover="#5ad6d1", accent_ink="#55d3cd",
    on_accent="#04211f", chosen="#ff8a66", chosen_ink="#ff9f81", warn="#46391f", warn_ink="#f3cd8a",
    no_press="#2b1a1a", bubble="#f3ede6", bubble_text="#1d1a17", outline="#fff3e6", shadow="#90000000",
)  # fmt: skip
