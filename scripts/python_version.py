"""Stop in one line where this Python is not one that planmap runs on.

Written so that any Python 3 can read it: it has to be able to say no. The scripts call it before they
import what only a supported Python can read.
"""

import sys

OLDEST = (3, 11)
NEWEST = (3, 13)


def require_supported_python():
    """Exit with status 2 and one line where the running Python is too old or too new."""
    running = tuple(sys.version_info[:2])
    if OLDEST <= running <= NEWEST:
        return
    sys.stderr.write(
        "planmap: Python %d.%d: planmap needs Python %d.%d to %d.%d; "
        "install one and start this script with it, for example python%d.%d %s\n"
        % (running + OLDEST + NEWEST + NEWEST + (sys.argv[0],))
    )
    sys.exit(2)
