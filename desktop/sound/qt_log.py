"""What Qt's own sound libraries write to the log without need."""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory

_RULES = "qt.multimedia.symbolsresolver.warning=false"
"""Where there is no PipeWire Qt warns twice, and then uses PulseAudio as it should."""


def calm_log() -> None:
    """To be called before QtMultimedia or QtTextToSpeech is imported."""
    QLoggingCategory.setFilterRules(_RULES)
