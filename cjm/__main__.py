"""The `cjm` command."""

import sys


def main() -> int:
    """Run the command line; 0 is clean, 1 findings, 2 usage or configuration, 3 a bug in cjm."""
    from cjm.cli.app import run  # noqa: PLC0415 - `python -m cjm` and the tests of imports start here

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
