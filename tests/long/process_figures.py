"""What a process costs, read from outside (Linux)."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_MIB = 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds since the process began; memory in MiB: `pss` with its fair share of what others use too, which
    changes as others come and go; `own` what it alone has made."""

    cpu: float
    rss: float
    pss: float
    own: float


def cost(pid: int) -> Cost:
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = dict(re.findall(r"^(\w+):\s+(\d+) kB", rollup, re.MULTILINE))
    return Cost(cpu_seconds(pid), *(int(found[name]) / _MIB for name in ("Rss", "Pss", "Anonymous")))


def cpu_seconds(pid: int) -> float:
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / _TICKS


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def machine_seconds() -> dict[str, float]:
    """CPU seconds of the whole machine since it was started: `busy`, `idle`, and `stolen` by other machines."""
    user, nice, system, idle, wait, irq, soft, stolen = (
        int(value) / _TICKS for value in Path("/proc/stat").read_text().split()[1:9]
    )
    return {"busy": user + nice + system + irq + soft, "idle": idle + wait, "stolen": stolen}
