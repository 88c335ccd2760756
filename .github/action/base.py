"""Step `base` of the action: says at which commit a pull request's changes begin, and fetches it where it is not there.

What is checked out for a pull request is its merge into the base branch of now, whose first parent is what it changes;
the base that the event names may be older, and would count what others have merged meanwhile. The token is for git
alone, and only where git cannot fetch without.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

OF_A_MERGE = 2


def main() -> int:
    base = first_parent() or os.environ["CJM_BASE"]
    if not has(base):
        fetch(base)
    if first_parent() is None:
        base = git("merge-base", base, "HEAD") or base
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as outputs:
        outputs.write(f"commit={base}\n")
    return 0


def first_parent() -> str | None:
    """What the pull request was merged into; None where something else is checked out than its merge."""
    about = (git("cat-file", "commit", "HEAD") or "").partition("\n\n")[0]
    parents = [line.removeprefix("parent ") for line in about.splitlines() if line.startswith("parent ")]
    return parents[0] if len(parents) == OF_A_MERGE and parents[1] == os.environ["CJM_HEAD"] else None


def has(commit: str) -> bool:
    return git("cat-file", "-e", f"{commit}^{{tree}}") is not None


def fetch(commit: str) -> None:
    """Fetch no more than one commit into a clone that lacks others, first with what the checkout left to git."""
    depth = ("--depth=1",) if git("rev-parse", "--is-shallow-repository") == "true" else ()
    wanted = ("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", *depth, "origin", commit)
    if git(*wanted) is None and git(*with_token(), *wanted) is None:
        print("::notice title=cjm::The base of the pull request could not be fetched; the summary says what to set.")


def with_token() -> tuple[str, ...]:
    """For GitHub's own address; git is told the name of the variable, as others may read a command line."""
    said = base64.b64encode(f"x-access-token:{os.environ['CJM_TOKEN']}".encode()).decode()
    os.environ["CJM_AUTHORIZATION"] = f"AUTHORIZATION: basic {said}"
    return (f"--config-env=http.{os.environ['GITHUB_SERVER_URL']}/.extraheader=CJM_AUTHORIZATION",)


def git(*arguments: str) -> str | None:
    """What git prints; None when it fails. A container's user need not own the checkout."""
    command = ["git", "-c", f"safe.directory={Path.cwd()}", *arguments]
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment, stdin=subprocess.DEVNULL)
    except OSError:
        return None
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main())
