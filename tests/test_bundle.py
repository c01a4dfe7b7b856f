"""The bundle is built and does the whole job from an empty folder, offscreen and in a real window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.long
def test_the_bundle_proves_itself() -> None:
    done = subprocess.run([sys.executable, "dev.py", "build"], cwd=ROOT, capture_output=True, text=True, timeout=1200)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "exit code 0" in done.stdout
