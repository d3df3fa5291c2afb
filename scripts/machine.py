"""Say on what machine something was measured."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path


def machine_line() -> str:
    """Name processor, cores, system and Python, in one line."""
    cores = os.cpu_count()
    return f"Machine: {processor()}, {cores} cores, {platform.system()}, Python {platform.python_version()}."


def processor() -> str:
    """Name the processor where the system tells."""
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    named = re.search(r"^model name\s*: (.+)$", told, re.MULTILINE)
    return named[1] if named else platform.machine()
