"""Guards around every test: nothing may be left behind, nobody may be called, no one else's data may be touched.

Qt warnings and exceptions in slots fail a test through pytest-qt, exceptions in threads through pytest
(pyproject.toml). `test_guards.py` breaks each guard on purpose.
"""

from __future__ import annotations

import gc
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = os.environ["LANG"] = "C.UTF-8"
os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"  # with summer time, and written so that no zone files are needed
os.environ["SPEECHD_ADDRESS"] = "unix_socket:/nowhere/speechd.sock"  # no test speaks aloud, or starts what would
if hasattr(time, "tzset"):
    time.tzset()

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.sound.device import Device

QT_OWN = {"QTipLabel"}
"""Top-level widgets that Qt makes and keeps for itself."""

calls: list[str] = []
"""Attempts to reach a network since the guard last looked."""


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook: raises at anything that would leave the process other than through a Unix socket."""
    if event == "socket.getaddrinfo":
        target = str(arguments[0])
    elif event in ("socket.connect", "socket.sendto", "socket.bind") and isinstance(arguments[0], socket.socket):
        if arguments[0].family not in (socket.AF_INET, socket.AF_INET6):
            return
        target = str(arguments[1])
    else:
        return
    calls.append(target)
    raise PermissionError(f"a test tried to reach the network: {target}")


sys.addaudithook(refuse_network)


@pytest.fixture(autouse=True, scope="module")
def known_things() -> None:
    """Takes what was imported and loaded before this module's tests out of the sight of the collector: looking for
    leaks after each test takes a millisecond then, not hundreds."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of this test alone."""
    folder = tmp_path / "data"
    monkeypatch.setenv("UNKNOT_DATA_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_loudspeaker(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test is heard: those about real sound bring a sound server and a process of their own."""
    monkeypatch.setattr(Device, "open", lambda _device: False)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    threads = set(threading.enumerate())
    windows = set(top_levels())
    calls.clear()
    yield
    left = [f"network: {target}" for target in calls]
    left += [f"thread: {thread.name}" for thread in set(threading.enumerate()) - threads if still_alive(thread)]
    if QApplication.instance() is not None:
        left += qt_left(windows)
    assert not left, f"left behind: {', '.join(left)}"


def still_alive(thread: threading.Thread) -> bool:
    thread.join(timeout=1)
    return thread.is_alive()


def top_levels() -> list[QWidget]:
    return QApplication.topLevelWidgets() if QApplication.instance() is not None else []


def qt_left(windows: set[QWidget]) -> list[str]:
    """Windows that were not there before, and whatever of Qt still ticks, moves or runs."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    names = [type(widget).__name__ for widget in top_levels() if widget not in windows]
    left = [f"window: {name}" for name in names if name not in QT_OWN]
    left += [f"{type(thing).__name__} {thing.objectName()}".strip() for thing in qt_objects() if was_busy(thing)]
    if not QThreadPool.globalInstance().waitForDone(1000):
        left.append("a job in the thread pool")
    return left


def qt_objects() -> list[QObject]:
    kinds = (QTimer, QAbstractAnimation, QThread)
    return [thing for thing in gc.get_objects() if issubclass(type(thing), kinds) and isValid(thing)]


def was_busy(thing: QObject) -> bool:
    """Whether it still ticked, moved or ran; it is stopped, so that the next test is not blamed."""
    match thing:
        case QTimer() if thing.isActive():
            thing.stop()
        case QAbstractAnimation() if thing.state() != QAbstractAnimation.State.Stopped:
            thing.stop()
        case QThread() if thing.isRunning() and thing is not QThread.currentThread():
            thing.quit()
            thing.wait(1000)
        case _:
            return False
    return True
