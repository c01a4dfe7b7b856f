"""Whether the desktop itself is set to less motion, where that can be read: Qt 6.11 does not tell."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

_PATIENCE = 2.0
"""Seconds for a desktop's own command."""
_GNOME = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
_MAC = ("defaults", "read", "com.apple.Accessibility", "ReduceMotionEnabled")
_NO_ANIMATIONS = (
    ("kdeglobals", re.compile(r"^AnimationDurationFactor\s*=\s*0(\.0*)?\s*$", re.MULTILINE)),
    ("gtk-4.0/settings.ini", re.compile(r"^gtk-enable-animations\s*=\s*(false|0)\s*$", re.MULTILINE)),
    ("gtk-3.0/settings.ini", re.compile(r"^gtk-enable-animations\s*=\s*(false|0)\s*$", re.MULTILINE)),
)
"""Files below the folder of settings, and what stands in them where nothing is to move."""


class MotionWish(QObject):
    """Signal: `known(bool)`, once after `ask`: whether less motion is wished for."""

    known = Signal(bool)

    def ask(self) -> None:
        """Looks in a thread of its own: a command may take its time."""
        Thread(target=self._look, name="motion", daemon=True).start()

    def _look(self) -> None:
        self.known.emit(less_motion())


def less_motion() -> bool:
    """False also where nothing can be read."""
    if sys.platform == "win32":
        return _less_on_windows()
    if sys.platform == "darwin":
        return _said(_MAC) == "1"
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    if any(pattern.search(_text(folder / name)) for name, pattern in _NO_ANIMATIONS):
        return True
    return "GNOME" in os.environ.get("XDG_CURRENT_DESKTOP", "") and _said(_GNOME) == "false"


def _less_on_windows() -> bool:
    import ctypes

    animated = ctypes.c_int(1)
    get_client_area_animation = 0x1042
    windows = getattr(ctypes, "windll")  # noqa: B009 - there is none on other systems
    known = windows.user32.SystemParametersInfoW(get_client_area_animation, 0, ctypes.byref(animated), 0)
    return bool(known) and not animated.value


def _said(command: tuple[str, ...]) -> str:
    """What a command answers; empty where there is no such command or no answer."""
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=True).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
