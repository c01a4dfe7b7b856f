"""The figures of the long runs, kept in `build/long/` and printed."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import Any

import pytest

from tests.long.telling import ROOT

FOLDER = ROOT / "build" / "long"


def keep(name: str, figures: dict[str, Any], capfd: pytest.CaptureFixture[str]) -> None:
    """Writes `build/long/NAME.json`, and past pytest to the terminal."""
    dated = {"at": datetime.now().astimezone().isoformat(timespec="seconds"), **figures}
    text = json.dumps(dated, indent=1)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
    with capfd.disabled():
        sys.stdout.write(f"\n{name}: {text}\n")
