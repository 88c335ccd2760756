"""The `cjm` command."""

import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line; 0 is clean, 1 findings, 2 usage or configuration, 3 a bug in cjm.

    What is done is written and closed by then: to take the program apart piece by piece would take longer than to start
    it, so the process ends at once, as mypy's does.
    """
    from cjm.cli.app import run  # noqa: PLC0415 - `python -m cjm` and the tests of imports start here

    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody reads any more, or it is closed
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
