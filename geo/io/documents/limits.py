"""What reading one document may use, and how a process holds itself to it."""

from __future__ import annotations

import sys

CPU_SECONDS = 3
"""A report of 100 pages takes well under a second."""
MEMORY_BYTES = 256 * 1024**2
"""Address space; Python and a reader take 40 MB of it."""
WALL_SECONDS = 4.5 if sys.platform == "win32" else 20
"""Where processor time cannot be limited the clock decides; elsewhere a busy machine may take longer."""


def limit_this_process() -> None:
    """Let the system end this process at the limits, where it can: not on Windows, in part on macOS."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has no such module

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
