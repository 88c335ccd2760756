"""The Graphviz that draws: the embedded one, or the system's when asked. DOT goes in and comes out as text."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from functools import cache

from cjm.diagnostics import msg
from cjm.outputs.look import Engine
from cjm.outputs.troubles import OutputError

EMBEDDED = "graphviz-pure"
_ARGUMENTS = ("-Kneato", "-n2", "-Tsvg")
_PATIENCE = 60


class EngineError(OutputError):
    """Graphviz is missing or failed."""


def draw(dot: str, engine: Engine = "embedded") -> str:
    """The picture of a DOT text as SVG. Raises EngineError."""
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - a program we looked up, fixed arguments, no shell
            [find(engine), *_ARGUMENTS],
            input=dot.encode(),
            capture_output=True,
            timeout=_PATIENCE,
            env=environment,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EngineError(msg("Graphviz could not be run: {reason}", reason=str(error))) from error
    if done.returncode or not done.stdout:
        raise EngineError(msg("Graphviz failed: {reason}", reason=_reason(done)))
    return done.stdout.decode()


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    """What it said of its error, without the warnings before."""
    said = done.stderr.decode(errors="replace")
    return said[max(said.find("Error:"), 0) :].strip() or f"exit code {done.returncode}"


@cache
def find(engine: Engine) -> str:
    """The program: the embedded one beside the interpreter, then on the PATH; the system's `dot` on the PATH."""
    if engine == "system":
        program = shutil.which("dot") or shutil.which("neato")
        hint = msg("Install Graphviz from https://graphviz.org/download, or leave out `--graphviz system`.")
        missing = msg("The system has no Graphviz: `dot` is not on the PATH")
    else:
        program = shutil.which(EMBEDDED, path=sysconfig.get_path("scripts")) or shutil.which(EMBEDDED)
        hint = msg("Install it with `pip install graphviz-pure`, or use `--graphviz system`.")
        missing = msg("The embedded Graphviz is missing: `graphviz-pure` is not installed")
    if program is None:
        raise EngineError(missing, hint)
    return program
