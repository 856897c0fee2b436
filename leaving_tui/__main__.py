"""`python -m leaving_tui` is the same as `leaving`."""

import sys

from leaving_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
