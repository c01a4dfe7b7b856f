"""What is wrong with a routine file: `unknot routines check`."""

from __future__ import annotations

from pathlib import Path

from desktop.assets.catalog import check_routine
from desktop.assets.files import CatalogError


def check(file: Path) -> int:
    """One line for each fault of a routine file; 0 where there is none."""
    try:
        faults = check_routine(file)
    except CatalogError as error:
        print(str(error))
        return 1
    for fault in faults:
        print(f"{file}: {fault}")
    if not faults:
        print(f"{file}: nothing to mend")
    return 1 if faults else 0
