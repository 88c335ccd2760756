"""Step `diff` of the action: says what a pull request does to the customer, by `cjm diff` from the commit before it.

It never fails: what it came to is an output, and the last step leaves with it once everything has been said. Whoever
asks for a failure is not left without one where nothing can be compared.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from glob import glob, has_magic
from html import escape
from pathlib import Path

FINDINGS, USAGE = 1, 2


def main() -> int:
    folder = Path(tempfile.mkdtemp(prefix="cjm-", dir=os.environ["RUNNER_TEMP"]))
    told, listed = folder / "changes.md", folder / "changes.json"
    fail_on = os.environ["CJM_FAIL_ON_CHANGE"]
    code, log = diff("md", told, "--fail-on", fail_on)
    if told.exists():
        diff("json", listed)
    else:
        told.write_text(f"### ❔ cjm diff\n\n<pre>{escape(log.strip())}</pre>\n", "utf-8")
    print_inert(log)
    if code == FINDINGS and fail_on != "never":
        print("::error title=cjm::The pull request changes what `fail-on-change` guards; the comment says what.")
    elif code >= USAGE:
        print("::warning title=cjm::cjm could not say what the pull request changes; the summary says why.")
    changes = str(len(json.loads(listed.read_text("utf-8"))["changes"])) if listed.exists() else ""
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as outputs:
        outputs.write(f"exit-code={0 if fail_on == 'never' else code}\nchanges={changes}\nsummary={told}\n")
    return 0


def diff(form: str, file: Path, *more: str) -> tuple[int, str]:
    """The exit code, and what was said beside the file."""
    options = ("--format", form, "--out", str(file), "--lang", os.environ["CJM_LANG"], *more)
    command = [os.environ["CJM"], "diff", "--from", os.environ["CJM_FROM"], *options, "--", *paths()]
    try:
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", check=False, env=known()
        )
    except OSError as error:
        return USAGE, f"{os.environ['CJM']} cannot be run: {error.strerror}\n"
    return done.returncode, done.stdout + done.stderr


def paths() -> Iterator[str]:
    """What is named, with stars as a shell reads them: files that are there, and those that were taken out."""
    for name in filter(None, map(str.strip, os.environ["CJM_PATHS"].splitlines())):
        if not has_magic(name):
            yield name
            continue
        yield from sorted({*glob(name, recursive=True), *gone(name)}) or [name]  # noqa: PTH207 - may be absolute


def gone(pattern: str) -> Iterator[str]:
    """Files of the base that a pattern means and that are no longer there, as git reads the same stars."""
    wanted = ("--name-only", "--relative", "--no-renames", "--diff-filter=D", "-z", os.environ["CJM_FROM"])
    command = ["git", "diff", *wanted, "--", f":(glob){pattern}"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=known(), stdin=subprocess.DEVNULL)
    except OSError:
        return
    yield from filter(None, os.fsdecode(done.stdout).split("\0"))


def known() -> dict[str, str]:
    """The environment, with the checkout as one that git may read: a container's user need not own it."""
    count = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    setting = {f"GIT_CONFIG_KEY_{count}": "safe.directory", f"GIT_CONFIG_VALUE_{count}": str(Path.cwd())}
    return {**os.environ, **setting, "GIT_CONFIG_COUNT": str(count + 1)}


def print_inert(log: str) -> None:
    """Print texts of journeys so that the runner obeys none of their lines."""
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}\n{log.rstrip()}\n::{token}::")


if __name__ == "__main__":
    sys.exit(main())
