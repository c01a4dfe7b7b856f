"""The house keeps its rules: nothing of one machine in it, no promise of a cure, a lock that fits, a slim body."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.step_rules import BANNED

ROOT = Path(__file__).resolve().parent.parent
DESKTOP = ROOT / "desktop"

OF_ONE_MACHINE = re.compile(
    r"(?<![\w.])/(?:work|root|home/\w+|opt/\w+|Users/\w+)/|pypi\.org|pythonhosted\.|deb\.debian\.|npmjs\."
)
"""Paths of somebody's machine and addresses of registries."""

OF_A_DOCTOR = "Tap tumour, port and treated areas on the map: they are locked."
"""What a doctor did, not what the app does."""
INTENDED_USE = (
    "A relaxation and self-care guide for healthy adults (18 and older). It shows simple massage strokes, timing and"
    " breathing. It does not diagnose, treat, cure or prevent any disease and is not a medical device."
)
"""The sentence in which the banned words deny themselves (content sheet 5.7)."""

ASSETS_LIMIT = 15 * 1024 * 1024
"""Bytes that all pictures and texts may take together."""


def tracked_files() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).is_file()]


def strings_of_toml(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from strings_of_toml(inner)
        case list():
            for inner in value:
                yield from strings_of_toml(inner)


def strings_of_python(source: str) -> Iterator[str]:
    """All text constants but docstrings and other bare strings, which no user sees."""
    tree = ast.parse(source)
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value


def shown_texts() -> Iterator[tuple[Path, str]]:
    for file in sorted(DESKTOP.rglob("*.toml")):
        for text in strings_of_toml(tomllib.loads(file.read_text(encoding="utf-8"))):
            yield file, text
    for file in sorted(DESKTOP.rglob("*.py")):
        for text in strings_of_python(file.read_text(encoding="utf-8")):
            yield file, text


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout")
def test_nothing_of_one_machine_is_tracked() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {match.group()}"
        for file in tracked_files()
        for match in OF_ONE_MACHINE.finditer(file.read_text(encoding="utf-8", errors="ignore"))
        if file.suffix not in {".webp", ".png", ".bin", ".sqlite3"}
    ]
    assert found == []


@pytest.mark.parametrize(
    "text", ["/home/" + "me/x", "a (/" + "root/y)", "https://" + "pypi" + ".org/simple", "/" + "work/z"]
)
def test_what_belongs_to_one_machine_is_recognised(text: str) -> None:
    assert OF_ONE_MACHINE.search(text)


def test_no_shown_text_promises_a_cure() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {match.group()!r} in {text!r}"
        for file, text in shown_texts()
        if text not in (INTENDED_USE, OF_A_DOCTOR, BANNED.pattern) and (match := BANNED.search(text))
    ]
    assert found == []


@pytest.mark.parametrize("text", ["Treats aches", "healing hands", "a detox", "clinically proven", "relieve migraine"])
def test_a_promise_is_recognised(text: str) -> None:
    assert BANNED.search(text)


@pytest.mark.parametrize("text", ["healthy adults", "accurate", "obscure", "retreat", "ease and comfort"])
def test_a_plain_word_is_left_alone(text: str) -> None:
    assert not BANNED.search(text)


def test_the_lock_has_every_dependency_with_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    app, _, tools = lock.partition("# For work on the app:\n")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    assert names(project["project"]["dependencies"]) <= names(app.splitlines())
    wanted = [line for line in groups["dev"] + groups["atlas"] if isinstance(line, str)]
    assert names(wanted) <= names(lock.splitlines())
    assert tools
    assert "://" not in lock
    pinned = [line for line in lock.splitlines() if re.match(r"\w", line)]
    assert all("==" in line and line.endswith("\\") for line in pinned)


def names(requirements: list[str]) -> set[str]:
    """Normalised names of the distributions in requirement lines."""
    found = (re.match(r"[A-Za-z][\w.-]*", line) for line in requirements)
    return {re.sub(r"[-_.]+", "-", match.group()).lower() for match in found if match}


def test_the_assets_stay_slim() -> None:
    assert sum(file.stat().st_size for file in (DESKTOP / "assets").rglob("*") if file.is_file()) < ASSETS_LIMIT
