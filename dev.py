#!/usr/bin/env python3
"""Run, test and build Unknot: `python3 dev.py VERB`.

Only Python 3.11 or newer has to be there. Every verb does its own set-up: the virtual environment `.venv` with the
packages of requirements.lock, and on Debian and Ubuntu, as root, the system packages that are missing.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
DIVIDER = "# For work on the app:\n"
BUILD = ROOT / "build"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

PICTURE = ("libglib2.0-0", "libgl1", "libegl1", "libdbus-1-3", "libfontconfig1", "libxkbcommon0", "fonts-inter")
"""What Qt needs to draw a picture, and a face for the letters."""
WINDOW = ("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0")
"""What Qt needs besides to open a window under X11."""
SOUND = ("libpulse0",)
"""What Qt needs to make a sound."""
EAR = ("libxrandr2", "pulseaudio", "pulseaudio-utils")
"""A sound server that nobody hears, for the tests that record what is played."""
SPEECH = ("speech-dispatcher", "speech-dispatcher-espeak-ng")
"""A voice, for the tests that listen to one."""
MESSAGES = ("dbus-daemon", "libglib2.0-bin", "python3-dbusmock")
"""A desktop that is only acted, for the tests that ask it for something."""
SCREEN = ("xvfb", "xauth")
"""A screen that nobody sees, for the tests in a real window."""
WATCH = ("strace",)
"""What tells the tests whether the app calls anybody."""


def say(text: str) -> None:
    print(f"dev.py: {text}", flush=True)


def installed_packages() -> set[str]:
    """Names of the installed Debian packages and of what they provide."""
    form = "${db:Status-Abbrev}\t${Package}\t${Provides}\n"
    listing = subprocess.run(["dpkg-query", "-W", "-f", form], check=True, capture_output=True, text=True).stdout
    rows = [line.split("\t") for line in listing.splitlines() if line.startswith("ii")]
    provided = (name.split()[0] for row in rows for name in row[2].split(",") if name.strip())
    return {row[1] for row in rows}.union(provided)


def need_system(*packages: str) -> None:
    """Installs missing Debian packages as root; elsewhere says what to install and goes on."""
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        return
    missing = sorted(set(packages) - installed_packages())
    if not missing:
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        say(f"system packages are missing; please run: sudo {' '.join(command)}")
        return
    say(f"installing system packages: {' '.join(missing)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)  # one unreachable source is no reason to stop
    if subprocess.run([*command, "-qq"], env=quiet, stdout=subprocess.DEVNULL, check=False).returncode:
        say("that failed; going on without them")


def need_python(*, tools: bool) -> None:
    """Makes `.venv` what the lock says: the app's packages, or with `tools` those for work on it too."""
    lock = LOCK.read_text(encoding="utf-8")
    digest = hashlib.sha256(f"{lock}{sys.version_info[:2]}{sys.base_prefix}".encode()).hexdigest()
    stamp = VENV / "set-up.txt"
    state = stamp.read_text(encoding="utf-8").split() if stamp.exists() else []
    if PYTHON.exists() and digest in state and (not tools or "tools" in state):
        return
    say(f"setting up {VENV.name}{' with the tools' if tools else ''}")
    if digest not in state:
        create_venv()
    wanted = VENV / "wanted.txt"
    wanted.write_text(lock if tools else lock.partition(DIVIDER)[0], encoding="utf-8")
    pip = ("-m", "pip", "--disable-pip-version-check", "-qq", "install", "--require-hashes", "--only-binary=:all:")
    inside(*pip, "-r", str(wanted))
    stamp.write_text(f"{digest}{' tools' if tools else ''}\n", encoding="utf-8")


def create_venv() -> None:
    try:
        import ensurepip  # noqa: F401  # Debian keeps it in a package of its own
    except ImportError:
        need_system("python3-venv")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode:
        sys.exit("dev.py: no virtual environment could be made; on Debian and Ubuntu install python3-venv")


def inside(*arguments: str, wrapper: tuple[str, ...] = (), **settings: str) -> None:
    """Runs `.venv`'s Python in the checkout; a failure ends this program with its exit code."""
    command = [*wrapper, str(PYTHON), *arguments]
    code = subprocess.run(command, cwd=ROOT, env={**os.environ, **settings}, check=False).returncode
    if code:
        sys.exit(code)


def offscreen(*arguments: str) -> None:
    """Runs `.venv`'s Python with Qt drawing into memory."""
    inside(*arguments, QT_QPA_PLATFORM="offscreen")


def in_a_window(*arguments: str) -> None:
    """Runs `.venv`'s Python with real windows on a screen that nobody sees; says so where there is none."""
    if shutil.which("xvfb-run") is None:
        say(f"xvfb-run is not installed, so this is left out: {' '.join(arguments)}")
        return
    wrapper = ("xvfb-run", "--auto-servernum", "--server-args=-screen 0 1920x1200x24")
    inside(*arguments, wrapper=wrapper, QT_QPA_PLATFORM="xcb")


def run(options: argparse.Namespace) -> None:
    """open Unknot; without a display, drive it offscreen and keep the pictures"""
    need_system(*PICTURE, *WINDOW, *SOUND)
    need_python(tools=False)
    if os.name == "nt" or sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        inside("-m", "desktop", *options.rest)
    else:
        say("there is no display, so the whole job is done offscreen")
        picture_tour("tour")


def tour(options: argparse.Namespace) -> None:
    """drive the real windows through the whole job and keep the pictures"""
    need_system(*PICTURE)
    need_python(tools=False)
    picture_tour("tour", *options.rest)


def picture_tour(name: str, *arguments: str) -> None:
    folder = fresh_folder(name)
    offscreen("-m", "desktop", "tour", "--out", str(folder), *arguments)
    say(f"the pictures are in {folder}")


def fresh_folder(name: str) -> Path:
    """An empty folder in `build/`."""
    folder = BUILD / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def check(_: argparse.Namespace) -> None:
    """lint, types and import contracts"""
    need_python(tools=True)
    inside("-m", "ruff", "check", "--output-format=concise")
    inside("-m", "mypy")
    inside("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo")


def test(options: argparse.Namespace) -> None:
    """everything `check` does, then all tests, offscreen and in a real window; --long adds soak and fuzz"""
    need_system(*PICTURE, *WINDOW, *SOUND, *EAR, *SPEECH, *MESSAGES, *SCREEN, *WATCH)
    check(options)
    wanted = "" if options.long else "not long"
    offscreen("-m", "pytest", "-n", "2", "-m", wanted, *options.rest)
    in_a_window("-m", "pytest", "-m", f"xvfb and ({wanted})" if wanted else "xvfb", *options.rest)


def sheets(options: argparse.Namespace) -> None:
    """contact sheets of the routines"""
    need_system(*PICTURE)
    need_python(tools=True)
    offscreen("-m", "tools.sheets", *options.rest)


def bench(options: argparse.Namespace) -> None:
    """measure start-up, painting, hit test and memory as ratios to a bare window"""
    need_system(*PICTURE)
    need_python(tools=True)
    offscreen("-m", "benchmarks", *options.rest)


def atlas(options: argparse.Namespace) -> None:
    """render desktop/assets/body anew from the mesh"""
    need_python(tools=True)
    inside("-m", "tools.atlas", *options.rest)


def build(_: argparse.Namespace) -> None:
    """bundle the app with PyInstaller into dist/unknot and let the bundle prove itself"""
    need_system(*PICTURE, *WINDOW, *SCREEN, "binutils", *shared_python())
    need_python(tools=True)
    inside("-m", "PyInstaller", "--noconfirm", "--log-level=WARN", "build.spec")
    offscreen("-m", "tools.prove_bundle")
    in_a_window("-m", "tools.prove_bundle")


def shared_python() -> tuple[str, ...]:
    """Debian's own Python keeps the library that a bundle takes along in a package of its own."""
    return (f"libpython3.{sys.version_info.minor}",) if sys.base_prefix == "/usr" else ()


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  # this file alone may meet an older one
        sys.exit("dev.py: Unknot needs Python 3.11 or newer")
    parser = argparse.ArgumentParser(description="Run, test and build Unknot.")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for verb in (run, test, check, tour, sheets, bench, atlas, build):
        sub = verbs.add_parser(verb.__name__, help=verb.__doc__, description=verb.__doc__)
        sub.set_defaults(verb=verb)
        if verb is test:
            sub.add_argument("--long", action="store_true", help="with soak, fuzz and real-time runs")
    options, rest = parser.parse_known_args()
    if rest and options.verb in (check, build):
        parser.error(f"not understood: {' '.join(rest)}")
    options.rest = rest
    options.verb(options)


if __name__ == "__main__":
    main()
