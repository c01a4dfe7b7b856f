"""A speech service of our own that speaks into a sound server of our own."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.sound.pulse import MISSING as NO_SERVER
from tests.sound.pulse import PulseServer, pulse_server

_ESPEAK = Path("/etc/speech-dispatcher/modules/espeak-ng.conf")
MISSING = [
    *NO_SERVER,
    *(["speech-dispatcher"] if shutil.which("speech-dispatcher") is None else []),
    *([] if _ESPEAK.exists() else ["speech-dispatcher-espeak-ng"]),
]
_SETTINGS = f"""
LogLevel 0
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" "{_ESPEAK}"
DefaultModule espeak-ng
"""
_UP_SECONDS = 10


class SpeechService:
    """speech-dispatcher with eSpeak; it probes for nothing else and ends with the test."""

    def __init__(self, sound: PulseServer) -> None:
        self.sound = sound
        folder = Path(sound.surroundings["HOME"]) / "speech"
        folder.mkdir()
        (folder / "speechd.conf").write_text(_SETTINGS, encoding="utf-8")
        socket = folder / "socket"
        self.address = f"unix_socket:{socket}"
        place = ("-C", str(folder), "-L", str(folder), "-P", str(folder / "pid"), "-S", str(socket))
        command = ("speech-dispatcher", "--run-single", "--timeout", "0", "-c", "unix_socket", *place)
        quiet = subprocess.DEVNULL
        surroundings = sound.surroundings | {
            "PULSE_SERVER": f"unix:{sound.surroundings['XDG_RUNTIME_DIR']}/pulse/native"
        }
        self._process = subprocess.Popen(command, env=surroundings, stdin=quiet, stdout=quiet, stderr=quiet)
        deadline = time.monotonic() + _UP_SECONDS
        while not socket.exists():
            assert time.monotonic() < deadline, "the speech service did not come up"
            time.sleep(0.05)

    @property
    def surroundings(self) -> dict[str, str]:
        """What makes a program speak here."""
        return self.sound.surroundings | {"SPEECHD_ADDRESS": self.address}

    def kill(self) -> None:
        """As if it had crashed."""
        self._process.kill()
        self._process.wait()


@contextmanager
def speech_service() -> Iterator[SpeechService]:
    with pulse_server() as sound:
        sound.record()
        service = SpeechService(sound)
        try:
            yield service
        finally:
            service.kill()
