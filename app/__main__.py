"""`python -m app` is `sourcetint`."""

import sys

from app.cli import main

sys.exit(main())
