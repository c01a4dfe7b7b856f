"""Results and errors cross from a worker's thread to the screen's."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.courier import Courier


def test_results_arrive_in_the_screens_thread(qtbot: QtBot) -> None:
    courier = Courier()
    got: list[tuple[int, threading.Thread]] = []

    def keep(value: int) -> None:
        got.append((value, threading.current_thread()))

    with ThreadPoolExecutor(1) as worker:
        courier.fetch(worker.submit(pow, 2, 5), keep)
        qtbot.waitUntil(lambda: bool(got))
    assert got == [(32, threading.main_thread())]


def test_a_failure_is_told_once_and_calls_nobody(qtbot: QtBot) -> None:
    courier = Courier()
    got: list[float] = []
    errors: list[Exception] = []
    courier.failed.connect(errors.append)

    def work() -> float:
        try:
            return 1 / 0
        except ZeroDivisionError as error:
            courier.trouble(error)
            raise

    with ThreadPoolExecutor(1) as worker:
        courier.fetch(worker.submit(work), got.append)
        qtbot.waitUntil(lambda: bool(errors))
    assert not got
    assert isinstance(errors[0], ZeroDivisionError)


def test_nothing_is_brought_once_it_is_closed(qtbot: QtBot) -> None:
    courier, brought = Courier(), list[int]()
    future: Future[int] = Future()
    courier.fetch(future, brought.append)
    future.set_result(1)
    courier.close()
    QCoreApplication.processEvents()
    assert brought == []
