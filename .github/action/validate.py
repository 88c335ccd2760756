"""Step `validate` of the action: runs `cjm validate` once, for the log, the lines, the pull request and code scanning.

It never fails: what cjm left with is an output, and the last step leaves with it once everything has been said.
"""

from __future__ import annotations

import json
import os
import secrets
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from glob import glob
from html import escape
from pathlib import Path
from typing import NamedTuple

USAGE = 2


class Files(NamedTuple):
    """Where the reports of one run are."""

    annotations: Path
    sarif: Path
    summary: Path


def main() -> int:
    folder = Path(tempfile.mkdtemp(prefix="cjm-", dir=os.environ["RUNNER_TEMP"]))
    files = Files(folder / "annotations.txt", folder / "cjm.sarif", folder / "cjm.md")
    code, log = validate(files)
    print_inert(log)
    if files.annotations.exists():
        print(files.annotations.read_text("utf-8"), end="")
    if not files.summary.exists():
        files.summary.write_text(f"### ❌ cjm\n\n<pre>{escape(log.strip())}</pre>\n", "utf-8")
    if code >= USAGE:
        print("::error title=cjm::cjm could not look at the journeys; the log says why.")
    write_outputs(code, files)
    return 0


def validate(files: Files) -> tuple[int, str]:
    """The exit code, and what a person reads."""
    try:
        command = [os.environ["CJM"], "validate", *options(files), "--", *paths()]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except ValueError as error:
        return USAGE, f"the input `args` cannot be read as a command line: {error}\n"
    except OSError as error:
        return USAGE, f"{os.environ['CJM']} cannot be run: {error.strerror}\n"
    return done.returncode, done.stdout + done.stderr


def options(files: Files) -> Iterator[str]:
    for form, file in zip(("github", "sarif", "md"), files, strict=True):
        yield from ("--format", f"{form}={file}")
    yield from ("--format", "text", "--fail-on", os.environ["CJM_FAIL_ON"], "--lang", os.environ["CJM_LANG"])
    if baseline := os.environ["CJM_BASELINE"]:
        yield from ("--baseline", baseline)
    yield from shlex.split(os.environ["CJM_ARGS"])


def paths() -> Iterator[str]:
    """What is named, one a line, with stars as a shell reads them; what matches nothing stays, for cjm to say."""
    for name in filter(None, map(str.strip, os.environ["CJM_PATHS"].splitlines())):
        yield from sorted(glob(name, recursive=True)) or [name]  # noqa: PTH207 - a pattern may be absolute


def print_inert(log: str) -> None:
    """Print texts of journeys so that the runner obeys none of their lines."""
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}\n{log.rstrip()}\n::{token}::")


def write_outputs(code: int, files: Files) -> None:
    """What the steps after this one know. Where cjm could not run there is no number of findings, and no SARIF."""
    found = sarif = ""
    if files.sarif.exists():
        found, sarif = str(len(json.loads(files.sarif.read_text("utf-8"))["runs"][0]["results"])), str(files.sarif)
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as outputs:
        outputs.write(f"exit-code={code}\nfindings={found}\nsarif={sarif}\nsummary={files.summary}\n")


if __name__ == "__main__":
    sys.exit(main())
