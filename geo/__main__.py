"""``python -m geo`` is ``planmap``."""

from geo.cli import main

main()
