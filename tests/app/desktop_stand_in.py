"""A desktop that is only acted: a message bus of our own with a screen saver on it that writes down what is asked."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PYTHON = "/usr/bin/python3"
"""Debian's own, which python3-dbusmock is installed for."""
NAME, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
_METHODS = "[('Inhibit','ss','u','ret = 7'),('UnInhibit','u','','')]"
_UP_SECONDS = 10


def missing() -> list[str]:
    """What is not installed that this needs."""
    tools = [name for name in ("dbus-daemon", "gdbus", PYTHON) if shutil.which(name) is None]
    if tools:
        return tools
    found = subprocess.run([PYTHON, "-c", "import dbusmock"], capture_output=True).returncode == 0
    return [] if found else ["python3-dbusmock"]


class ActedDesktop:
    """`surroundings` are the environment variables that lead to it."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "asked"
        address = f"unix:path={folder / 'bus'}"
        self.surroundings = {"DBUS_SESSION_BUS_ADDRESS": address}
        self._bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}"])
        self._until((folder / "bus").exists)
        mock = (PYTHON, "-m", "dbusmock", "--session", "--logfile", str(self._log), NAME, PATH, NAME)
        self._mock = subprocess.Popen(mock, env=self.surroundings)
        self._until(lambda: self._call("org.freedesktop.DBus.Mock.AddMethods", NAME, _METHODS))

    def asked(self) -> list[str]:
        """The methods called so far."""
        lines = self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []
        return [line.split()[1] for line in lines]

    def names(self) -> int:
        """How many programs are connected: a desktop forgets the wishes of those that are not any more."""
        told = self._ask_bus("ListNames")
        return told.count("':")

    def end(self) -> None:
        for process in (self._mock, self._bus):
            process.kill()
            process.wait()

    def _call(self, method: str, *arguments: str) -> bool:
        command = ("gdbus", "call", "--session", "-d", NAME, "-o", PATH, "-m", method, *arguments)
        return subprocess.run(command, env=self.surroundings, capture_output=True).returncode == 0

    def _ask_bus(self, method: str) -> str:
        bus = ("-d", "org.freedesktop.DBus", "-o", "/org/freedesktop/DBus", "-m", f"org.freedesktop.DBus.{method}")
        command = ("gdbus", "call", "--session", *bus)
        return subprocess.run(command, env=self.surroundings, capture_output=True, text=True).stdout

    def _until(self, ready: object) -> None:
        deadline = time.monotonic() + _UP_SECONDS
        while not (callable(ready) and ready()):
            assert time.monotonic() < deadline, "the acted desktop did not come up"
            time.sleep(0.05)


@contextmanager
def acted_desktop(folder: Path) -> Iterator[ActedDesktop]:
    desktop = ActedDesktop(folder)
    try:
        yield desktop
    finally:
        desktop.end()
