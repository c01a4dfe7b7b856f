"""Each guard of conftest.py, broken once on purpose."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")

FAULTS = """
import socket, threading, time
from PySide6.QtCore import QCoreApplication, QPropertyAnimation, QThread, QThreadPool, QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []


def test_network(qapp):
    try:
        socket.create_connection(("127.0.0.1", 9))
    except PermissionError:
        pass


def test_lookup():
    try:
        socket.getaddrinfo("unknot.invalid", 80)
    except PermissionError:
        pass


def test_thread():
    thread = threading.Thread(target=time.sleep, args=(60,), daemon=True, name="sleeper")
    thread.start()


def test_window(qapp):
    kept.append(QWidget())
    kept[-1].show()


def test_timer(qapp):
    timer = QTimer()
    timer.start(10_000)
    kept.append(timer)


def test_animation(qapp):
    widget = QWidget()
    animation = QPropertyAnimation(widget, b"windowOpacity")
    animation.setDuration(60_000)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.start()
    kept.extend([widget, animation])


def test_qt_thread(qapp):
    thread = QThread(qapp)
    thread.start()
    kept.append(thread)


def test_pool_job(qapp):
    QThreadPool.globalInstance().start(lambda: time.sleep(2))


def test_qt_warning(qapp):
    qWarning("something is odd")


def test_slot_exception(qtbot):
    def broken():
        raise ValueError("in a slot")

    QTimer.singleShot(0, broken)
    qtbot.wait(20)


def test_exception_in_a_thread():
    def broken():
        raise ValueError("in a thread")

    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()


def test_python_warning():
    import warnings

    warnings.warn("old", DeprecationWarning)


def test_clean(qtbot, tmp_path):
    import os

    assert os.environ["UNKNOT_DATA_DIR"] == str(tmp_path / "data")
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    timer = QTimer(widget)
    timer.start(10_000)
"""

EXPECTED = {
    "test_network": "network: 127.0.0.1",
    "test_lookup": "network: unknot.invalid",
    "test_thread": "thread: sleeper",
    "test_window": "window: QWidget",
    "test_timer": "QTimer",
    "test_animation": "QPropertyAnimation",
    "test_qt_thread": "QThread",
    "test_pool_job": "a job in the thread pool",
    "test_qt_warning": "something is odd",
    "test_slot_exception": "in a slot",
    "test_exception_in_a_thread": "PytestUnhandledThreadExceptionWarning",
    "test_python_warning": "DeprecationWarning: old",
}


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What pytest said of each faulty test."""
    folder = tmp_path_factory.mktemp("faults")
    (folder / "conftest.py").write_text(CONFTEST.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "test_faults.py").write_text(FAULTS, encoding="utf-8")
    settings = CONFTEST.parent.parent / "pyproject.toml"
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(settings), "--rootdir", str(folder), "--junitxml=r.xml"]
    subprocess.run([*command, str(folder)], cwd=folder, capture_output=True, check=False, timeout=120)
    said: dict[str, str] = {}
    for case in ET.parse(folder / "r.xml").iter("testcase"):
        faults = [f"{fault.get('message')}\n{fault.text}" for fault in case if fault.tag in ("failure", "error")]
        name = case.get("name") or ""
        said[name] = said.get(name, "") + "".join(faults)
    return said


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_guard_is_seen(outcome: dict[str, str], name: str) -> None:
    assert EXPECTED[name] in outcome[name]


def test_a_clean_test_passes(outcome: dict[str, str]) -> None:
    assert outcome["test_clean"] == ""
