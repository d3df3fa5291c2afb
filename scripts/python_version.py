"""Stop in one line where this Python is not one that planmap runs on.

Written so that any Python 3 can read it: it has to be able to say no. The scripts call it before they
import what only a supported Python can read.
"""

import sys

OLDEST = (3, 11)
NEWEST = (3, 13)


def require_supported_python() -> None:
    """Exit with status 2 and one line where the running Python is too old or too new."""
    running = tuple(sys.version_info[:2])
    if OLDEST <= running <= NEWEST:
        return
    oldest, newest, this = ("{}.{}".format(*version) for version in (OLDEST, NEWEST, running))
    sys.stderr.write(
        f"planmap: Python {this}: planmap needs Python {oldest} to {newest}; "
        f"install one and start this script with it: python{newest} {sys.argv[0]}\n"
    )
    sys.exit(2)
