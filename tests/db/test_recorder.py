"""The recorder: off the caller's thread, in order, errors to whoever asked, everything on the disk at the end."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from desktop.db.errors import ClosedFolder, DamagedStore
from desktop.db.recorder import Recorder
from desktop.db.repository import Repository
from tests.db.samples import session


def test_importing_the_recorder_does_not_import_sqlalchemy() -> None:
    code = "import sys, desktop.db.recorder; sys.exit('sqlalchemy' in sys.modules or 'sqlite3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_work_is_done_in_order_on_one_other_thread(file: Path) -> None:
    recorder = Recorder(file)
    seen: list[tuple[int, str]] = []
    for number in range(20):
        recorder.submit(partial(note, number, seen))
    recorder.close()
    assert [n for n, _ in seen] == list(range(20))
    assert {name for _, name in seen} == {"recorder_0"}


def note(number: int, seen: list[tuple[int, str]], _repository: Repository) -> None:
    seen.append((number, threading.current_thread().name))


def begin(repository: Repository) -> None:
    repository.sessions.begin(session())


def test_closing_waits_for_everything_handed_in(file: Path) -> None:
    recorder = Recorder(file)
    handed_in = [recorder.submit(begin), recorder.submit(lambda r: r.sessions.set_progress("one", 77.0))]
    recorder.close()
    assert all(future.done() for future in handed_in)
    again = Recorder(file)
    assert again.submit(lambda r: r.sessions.one("one").done_seconds).result(10) == 77.0
    again.close()


def test_marks_that_wait_give_way_to_newer_ones(file: Path) -> None:
    recorder = Recorder(file)
    written: list[float] = []
    free = threading.Event()
    recorder.submit(begin)
    recorder.submit(lambda r: watch(r, written))
    recorder.submit(lambda _: free.wait(10))
    for second in range(50):
        recorder.mark("one", second)
    free.set()
    recorder.submit(lambda _: None).result(10)
    recorder.mark("one", 50)
    recorder.close()
    assert written == [49, 50]


def watch(repository: Repository, written: list[float]) -> None:
    """Also notes every progress that is written."""
    write = repository.sessions.set_progress

    def noted(session_id: str, done_seconds: float) -> None:
        written.append(done_seconds)
        write(session_id, done_seconds)

    repository.sessions.set_progress = noted  # type: ignore[method-assign]


def test_marks_go_on_after_the_file_could_not_be_opened(tmp_path: Path) -> None:
    troubles: list[Exception] = []
    folder = tmp_path / "gone"
    recorder = Recorder(folder / "unknot.sqlite3", troubles.append)
    recorder.mark("one", 1)
    recorder.submit(lambda _: None).exception(10)
    folder.mkdir()
    recorder.submit(begin)
    recorder.mark("one", 2)
    assert recorder.submit(lambda r: r.sessions.one("one").done_seconds).result(10) == 2
    recorder.close()
    assert {type(error).__name__ for error in troubles} == {"ClosedFolder"}


def test_errors_reach_the_future_and_the_one_who_watches(tmp_path: Path) -> None:
    troubles: list[Exception] = []
    recorder = Recorder(tmp_path / "gone" / "unknot.sqlite3", troubles.append)
    with pytest.raises(ClosedFolder):
        recorder.open().result(10)
    (tmp_path / "gone").mkdir()
    recorder.submit(begin).result(10)
    with pytest.raises(LookupError):
        recorder.submit(lambda r: r.sessions.one("nobody")).result(10)
    recorder.close()
    assert [type(error).__name__ for error in troubles] == ["ClosedFolder", "UnknownSession"]


def test_after_a_damaged_file_it_goes_on_with_a_new_one(file: Path) -> None:
    file.write_bytes(b"no database at all, but long enough to be read as one" * 100)
    recorder = Recorder(file)
    with pytest.raises(DamagedStore) as caught:
        recorder.open().result(10)
    recorder.submit(begin).result(10)
    recorder.close()
    assert caught.value.kept_as.exists()
