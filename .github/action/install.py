"""Step `install` of the action: puts cjm in a folder of its own, away from the job's Python, and says where it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def main() -> int:
    cjm = os.environ["CJM_INSTALLED"]
    if not cjm:
        folder = Path(os.environ["RUNNER_TEMP"], "cjm-installed")
        code = run("venv", "--without-pip", str(folder)) or install(folder, what())
        if code:
            print("::error title=cjm::cjm could not be installed; the log says why.")
            return code
        cjm = str(folder / ("Scripts/cjm.exe" if os.name == "nt" else "bin/cjm"))
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as outputs:
        outputs.write(f"cjm={cjm}\n")
    return 0


def what() -> str:
    """A version from PyPI, or the checkout that this file is part of."""
    version = os.environ["CJM_VERSION"].strip().removeprefix("v")
    return f"cjm-toolkit=={version}" if version else str(Path(__file__).parents[2])


def install(folder: Path, wanted: str) -> int:
    pip = ("pip", "--python", str(folder), "--disable-pip-version-check", "--no-input")
    return run(*pip, "install", "--quiet", "--", wanted)


def run(module: str, *arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", module, *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
