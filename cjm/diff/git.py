"""The `git` command: started without a shell, never over the network, and deaf to what a repository wants run.

A folder that somebody was sent may hold settings that name programs (monitors, hooks, filters, external diffs, the
verification of signatures). Only commands that read are used, and each of those settings is switched off for them.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from cjm.diagnostics import Message, msg
from cjm.project.reading import MOST_BYTES

_SETTINGS = (
    "core.fsmonitor=",
    f"core.hooksPath={os.devnull}",
    "core.quotePath=false",
    "diff.external=",
    "i18n.logOutputEncoding=UTF-8",
    "log.showSignature=false",
    "log.showRoot=true",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
)
_MOST_CONFLICTS = 127
"""What `git merge-file` leaves with at most; more means that it failed."""
_OPTIONS = ("--no-pager",)
_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LC_ALL": "C",
}
_HEARD = frozenset(
    {"GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE2_PERF"}
    | {f"GIT_{kind}_PATHSPECS" for kind in ("LITERAL", "GLOB", "NOGLOB", "ICASE")}
)
"""What somebody may have set for their own use of git, and which changes what git prints."""


class GitTrouble(Exception):  # noqa: N818 - an end that the user is told of, not a bug
    """Git could not give what was asked for: why, and what can be done."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.template)
        self.message, self.hint = message, hint


class Repository:
    """A repository with a working tree; `top` is its folder."""

    def __init__(self, top: Path) -> None:
        self.top = top

    def run(self, *arguments: str) -> bytes:
        """What a git command prints. Raises GitTrouble with git's own words when it fails."""
        return _answer(self.top, arguments)

    def ask(self, *arguments: str) -> str:
        """What a git command prints in one line; empty when it fails."""
        try:
            return os.fsdecode(self.run(*arguments)).strip()
        except GitTrouble:
            return ""

    @property
    def is_shallow(self) -> bool:
        """Whether the clone lacks the older commits."""
        return self.ask("rev-parse", "--is-shallow-repository") == "true"

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever committed where we are."""
        return not self.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")

    def commit(self, revision: str) -> str:
        """The hash of the commit that a revision means. Raises GitTrouble when there is none."""
        said = revision.strip()
        usual = said and not said.startswith("-") and not any(char in said for char in "\0\n\r")
        found = self.ask("rev-parse", "--verify", "--quiet", f"{said}^{{commit}}") if usual else ""
        if not found:
            raise self._unknown(said)
        return found

    def _unknown(self, revision: str) -> GitTrouble:
        if self.is_empty:
            return nothing_committed()
        message = msg("git knows no revision `{revision}`", revision=revision)
        if ".." in revision:
            return GitTrouble(message, msg("name one revision: a branch, a tag or a commit"))
        if self.is_shallow:
            return GitTrouble(
                message,
                msg(
                    "this clone lacks older commits: run `git fetch --unshallow`, or in CI fetch with `fetch-depth: 0`"
                ),
            )
        near = get_close_matches(revision, self._names(), 1, 0.5)
        if near:
            return GitTrouble(message, msg("did you mean `{meant}`?", meant=near[0]))
        return GitTrouble(message, msg("name a branch, a tag or a commit, as `git log` shows them"))

    def _names(self) -> list[str]:
        wanted = ("refs/heads", "refs/tags", "refs/remotes")
        return self.ask("for-each-ref", "--format=%(refname:short)", *wanted).split("\n")


def nothing_committed() -> GitTrouble:
    """The trouble of a repository without any commit."""
    return GitTrouble(
        msg("nothing has been committed here yet"), msg("commit the journeys first: `git add .`, then `git commit`")
    )


def find_repository(folder: Path) -> Repository:
    """The repository that a folder lies in. Raises GitTrouble when there is none, or no git."""
    try:
        top = os.fsdecode(_answer(folder, ("rev-parse", "--show-toplevel"))).rstrip("\n")
    except GitTrouble as trouble:
        reason = dict(trouble.message.arguments).get("reason", "")
        if "not a git repository" in str(reason):
            raise GitTrouble(
                msg("`{folder}` is in no git repository", folder=folder.resolve().name or str(folder)),
                msg("run this where the journeys are kept in git; `git init` begins a repository"),
            ) from None
        if "must be run in a work tree" in str(reason) or "cannot use bare repository" in str(reason):
            raise GitTrouble(
                msg("this repository is bare: it holds no files to look at"), msg("clone it, and run this in the clone")
            ) from None
        if "dubious ownership" in str(reason):
            raise GitTrouble(
                msg("git does not read a repository of another user"),
                msg("if you trust it, run `git config --global --add safe.directory` with its folder"),
            ) from None
        raise
    return Repository(Path(top))


def merge_lines(old: Path, ours: Path, theirs: Path, labels: tuple[str, str], size: int) -> tuple[bytes, bool] | None:
    """Our file with their changes, merged line by line, and whether nothing is left to decide; None for no texts."""
    names = ("-L", labels[0], "-L", "base", "-L", labels[1])
    files = [str(each.absolute()) for each in (ours, old, theirs)]
    command = ("merge-file", "-p", f"--marker-size={size}", *names, "--", *files)
    done = _start(Path.cwd(), command, subprocess.run, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    return (done.stdout, done.returncode == 0) if 0 <= done.returncode <= _MOST_CONFLICTS else None


def _answer(folder: Path, arguments: Sequence[str]) -> bytes:
    done = _start(folder, arguments, subprocess.run, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        told = next((line for line in said if line.startswith(("fatal:", "error:"))), said[0] if said else "")
        reason = told.partition(": ")[2] or told
        raise GitTrouble(msg("git could not answer: {reason}", reason=reason))
    answer: bytes = done.stdout
    return answer


def _start(folder: Path, arguments: Sequence[str], how: Any, **options: Any) -> Any:  # noqa: ANN401 - `run` or `Popen`
    environment = {name: value for name, value in os.environ.items() if name not in _HEARD}
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    try:
        return how(["git", *_OPTIONS, *settings, *arguments], cwd=folder, env=environment | _QUIET, **options)
    except FileNotFoundError:
        if not folder.is_dir():
            raise GitTrouble(msg("there is no folder `{folder}`", folder=folder)) from None
        raise GitTrouble(
            msg("git is not installed"), msg("install it from https://git-scm.com, or compare two files instead")
        ) from None
    except OSError as error:
        raise GitTrouble(msg("git cannot be started: {reason}", reason=error.strerror or "")) from None


class Blobs:
    """Contents of files by the hashes that git gives them; one process answers for all. A context manager."""

    def __init__(self, repository: Repository) -> None:
        self._process: subprocess.Popen[bytes] = _start(
            repository.top,
            ("cat-file", "--batch"),
            subprocess.Popen,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with suppress(OSError):
            self._process.stdin.close()  # type: ignore[union-attr]
        self._process.stdout.close()  # type: ignore[union-attr]
        self._process.wait()

    def read(self, blob: str) -> bytes:
        """The content, one byte more than are allowed at most. Raises GitTrouble when the clone lacks it."""
        to, answers = self._process.stdin, self._process.stdout
        assert to is not None  # noqa: S101
        assert answers is not None  # noqa: S101
        with suppress(OSError):
            to.write(f"{blob}\n".encode())
            to.flush()
        head = answers.readline().split()
        if len(head) != 3:  # noqa: PLR2004 - hash, kind and size
            raise GitTrouble(
                msg("this clone lacks the content of an older version"),
                msg("clone again without `--filter`, or fetch all of it: `git fetch --refetch`"),
            )
        size = int(head[2])
        content = answers.read(min(size, MOST_BYTES + 1))
        left = size - len(content) + 1  # the line break after it
        while left > 0 and (passed := answers.read(min(left, 1 << 20))):
            left -= len(passed)
        return content
