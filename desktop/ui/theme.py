"""Colours, type sizes and measures of the whole interface, light and dark."""

from __future__ import annotations

import sys
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.colours import DARK, LIGHT, Palette
from desktop.ui.measures import RADIUS, SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS
from desktop.ui.skin_tone import AS_DRAWN, TONES
from desktop.ui.style_sheet import style_sheet

__all__ = [
    "DARK", "LIGHT", "RADIUS", "SPACE_L", "SPACE_M", "SPACE_S", "SPACE_XL", "SPACE_XS", "Kind", "Mode", "Palette",
    "Theme", "qt_palette", "set_kind",
]  # fmt: skip

Mode = Literal["light", "dark", "system"]
Kind = Literal["display", "title", "body", "strong", "small"]

_SCALES: dict[Kind, float] = {"display": 26 / 14, "title": 18 / 14, "body": 1.0, "strong": 1.0, "small": 12.5 / 14}
_WEIGHTS: dict[Kind, QFont.Weight] = {
    "display": QFont.Weight.DemiBold,
    "title": QFont.Weight.DemiBold,
    "body": QFont.Weight.Normal,
    "strong": QFont.Weight.DemiBold,
    "small": QFont.Weight.Normal,
}
_BODY_POINTS = 14.0 if sys.platform == "darwin" else 10.5
"""14 pixels on screens of the system's normal density."""
_HATCHING = {"tan": QColor("#331a16"), "brown": QColor("#f6d3c3"), "deep": QColor("#f6d3c3")}
_MOST_ROOM = 1.45
_GOOD_FAMILIES = ("Inter", "Noto Sans", "Cantarell")
_FALLBACK_FAMILIES = ("DejaVu Sans", "Bitstream Vera Sans")


class Theme(QObject):
    """What everything is drawn with. `changed`: palette, text scale, motion wish or skin tone are new."""

    changed = Signal()

    def __init__(self, mode: Mode = "system", text_percent: int = 100, reduced_motion: bool = False) -> None:
        super().__init__()
        self._mode: Mode = mode
        self._text_percent = text_percent
        self._reduced_motion = reduced_motion
        self._skin_tone = AS_DRAWN
        self._app: QApplication | None = None
        self._family = ""
        self._system_points = 0.0

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def palette(self) -> Palette:
        return DARK if self._is_dark() else LIGHT

    @property
    def text_percent(self) -> int:
        return self._text_percent

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self._refresh()

    def set_text_percent(self, percent: int) -> None:
        """80 to 200; raises ValueError outside."""
        if not 80 <= percent <= 200:
            raise ValueError(f"text is scaled by 80 to 200 percent, not {percent}")
        self._text_percent = percent
        self._refresh()

    @property
    def reduced_motion(self) -> bool:
        return self._reduced_motion

    def set_reduced_motion(self, reduced: bool) -> None:
        self._reduced_motion = reduced
        self.changed.emit()

    @property
    def skin_tone(self) -> str:
        """What body and hands are coloured in, one of `skin_tone.TONES`."""
        return self._skin_tone

    @property
    def hatching(self) -> QColor:
        """What lies on places that are not to be pressed: it stands out from the skin tone."""
        return _HATCHING.get(self._skin_tone, self.palette.no_press)

    def set_skin_tone(self, tone: str) -> None:
        """Raises ValueError for a tone that is none."""
        if tone not in TONES:
            raise ValueError(f"there is no skin tone {tone!r}")
        self._skin_tone = tone
        self.changed.emit()

    def motion(self, milliseconds: int, widget: QWidget) -> int:
        """How long a transition of `widget` may take: 0 where it is hidden or less motion is wished for."""
        still = self._reduced_motion or not widget.isVisible() or widget.window().isMinimized()
        return 0 if still else milliseconds

    def points(self, kind: Kind) -> float:
        return max(_BODY_POINTS, self._system_points) * _SCALES[kind] * self._text_percent / 100

    def room(self, pixels: int) -> int:
        """A width that grows with the text, within what a window can give."""
        return round(pixels * self.growth)

    @property
    def growth(self) -> float:
        """How much wider than normal the text makes things, within what a window can give."""
        return min(max(self.points("body") / _BODY_POINTS, 1.0), _MOST_ROOM)

    def font(self, kind: Kind) -> QFont:
        font = QFont(self._family) if self._family else QFont()
        font.setPointSizeF(self.points(kind))
        font.setWeight(_WEIGHTS[kind])
        return font

    def apply(self, app: QApplication) -> None:
        """Dresses the application and follows the system's colour scheme from now on."""
        self._app = app
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._family, self._system_points = _family(system), system.pointSizeF()
        app.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._refresh()

    def _is_dark(self) -> bool:
        if self._mode == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode == "dark"

    def _on_scheme_changed(self) -> None:
        if self._mode == "system":
            self._refresh()

    def _refresh(self) -> None:
        if self._app is not None:
            self._app.setFont(self.font("body"))
            self._app.setPalette(qt_palette(self.palette))
            self._app.setStyleSheet(style_sheet(self))
        self.changed.emit()


def set_kind(widget: QWidget, kind: Kind, soft: bool = False) -> None:
    """Gives a label or button one of the type sizes; it follows theme and text scale by itself."""
    widget.setProperty("kind", kind)
    widget.setProperty("soft", soft)


def qt_palette(colours: Palette) -> QPalette:
    """The roles of the stock widgets filled from our colours."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, colours.ground), (role.WindowText, colours.text), (role.Base, colours.surface),
        (role.AlternateBase, colours.surface_soft), (role.Text, colours.text), (role.Button, colours.surface_soft),
        (role.ButtonText, colours.text), (role.Highlight, colours.accent), (role.HighlightedText, colours.on_accent),
        (role.ToolTipBase, colours.bubble), (role.ToolTipText, colours.bubble_text), (role.Link, colours.accent_ink),
        (role.PlaceholderText, colours.text_soft), (role.Accent, colours.accent),
    ):  # fmt: skip
        palette.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(colours.text_soft)
        faded.setAlpha(150)
        palette.setColor(QPalette.ColorGroup.Disabled, name, faded)
    return palette


def _family(system: QFont) -> str:
    """The system's own family; where only the last fallback is configured, a better one if installed."""
    if QFontInfo(system).family() not in _FALLBACK_FAMILIES:
        return system.family()
    return next((name for name in _GOOD_FAMILIES if QFontDatabase.hasFamily(name)), system.family())
