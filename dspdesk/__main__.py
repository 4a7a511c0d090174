"""`python -m dspdesk` is the command line."""

import sys

from dspdesk.cli import main

sys.exit(main())
