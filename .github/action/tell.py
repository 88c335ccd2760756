"""Step `tell` of the action: says what changed and was found in the job's summary, and in one comment.

The comment is known by a marker that nobody sees and by who wrote it, and is written anew at each run. Nothing is said
where nothing changed and all is well from the beginning. A job that may not comment has its summary, and is not failed
for it.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from http.client import HTTPException
from itertools import count
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

LONGEST = 65_000
"""In characters; GitHub refuses a comment of more than 65,536."""
CUT = "\n\n</details>\n\n…"
AT_ONCE = 100
SECONDS = 30
BOT = "github-actions[bot]"


def main() -> int:
    parts = [linked(part) for part in map(read, os.environ["CJM_PARTS"].splitlines()) if part]
    with Path(os.environ["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as summary:
        summary.write("\n\n".join((*parts, "")))
    if os.environ["CJM_COMMENT"] == "true" and os.environ["CJM_PULL_REQUEST"]:
        try:
            comment(joined(parts), worth_saying=os.environ["CJM_FINDINGS"] != "0" or is_changed())
        except (OSError, HTTPException, ValueError, KeyError, TypeError) as error:
            print(f"::notice title=cjm::The pull request was not commented on ({reason(error)}); {ADVICE}")
    return 0


def is_changed() -> bool:
    """Whether the pull request does something to the customer; where nothing was compared, it was not asked."""
    return os.environ["CJM_CHANGES"] not in ("", "0")


ADVICE = (
    "the job's summary says the same. The job needs `pull-requests: write`, which one from a fork or from Dependabot "
    "never has."
)


def read(name: str) -> str:
    """The text of a part, one name a line; nothing where it was not made."""
    file = Path(name.strip())
    return file.read_text("utf-8").strip() if name.strip() and file.is_file() else ""


def linked(said: str) -> str:
    """The same with links that lead to the lines from wherever they are read: `[a.yaml:3](a.yaml#L3)` is relative."""
    server, repository, commit = (os.environ[name] for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "CJM_COMMIT"))
    return re.sub(r"(:\d+\]\()(?=[\w%.~-][^()\s]*#L\d+\))", rf"\g<1>{server}/{repository}/blob/{commit}/", said)


def comment(said: str, *, worth_saying: bool) -> None:
    repository, number = os.environ["GITHUB_REPOSITORY"], int(os.environ["CJM_PULL_REQUEST"])
    marker = f"<!-- cjm {re.sub(r'[^0-9A-Za-z]+', '-', os.environ['CJM_NAME']).strip('-')} -->"
    body = {"body": f"{marker}\n{said}\n"}
    before = next(own_comments(f"repos/{repository}/issues/{number}/comments", marker), None)
    if before is not None:
        ask("PATCH", f"repos/{repository}/issues/comments/{before}", body)
    elif worth_saying:
        ask("POST", f"repos/{repository}/issues/{number}/comments", body)


def own_comments(address: str, marker: str) -> Iterator[int]:
    """Comments with the marker that the token's owner wrote: anybody can write a marker."""
    me = login()
    for page in count(1):
        found = ask("GET", f"{address}?per_page={AT_ONCE}&page={page}")
        for each in found:
            if (each.get("user") or {}).get("login") == me and (each.get("body") or "").startswith(marker):
                yield int(each["id"])
        if len(found) < AT_ONCE:
            return


def login() -> str:
    """Who the token belongs to. The token of a job may not ask `GET /user`."""
    try:
        answer = ask("POST", "", {"query": "query { viewer { login } }"}, base="GITHUB_GRAPHQL_URL")
        return str(answer["data"]["viewer"]["login"])
    except (OSError, ValueError, KeyError, TypeError):
        return BOT


def ask(method: str, path: str, body: dict[str, str] | None = None, base: str = "GITHUB_API_URL") -> Any:  # noqa: ANN401 - JSON
    address = f"{os.environ[base]}/{path}".rstrip("/")
    if not address.startswith(("https://", "http://")):
        raise ValueError(f"{base} is no web address")
    headers = {"Authorization": f"Bearer {os.environ['CJM_TOKEN']}", "Accept": "application/vnd.github+json"}
    data = json.dumps(body).encode() if body else None
    request = Request(address, data, {**headers, "Content-Type": "application/json"}, method=method)  # noqa: S310 - above
    with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - above
        return json.load(answer)


def joined(parts: list[str]) -> str:
    """What GitHub accepts. Where all is too long, what is short stays whole, and the rest shares what is left."""
    left, kept = LONGEST, {}
    for number, place in enumerate(sorted(range(len(parts)), key=lambda place: len(parts[place]))):
        kept[place] = shortened(parts[place], left // (len(parts) - number))
        left -= len(kept[place]) + 2
    return "\n\n".join(kept[place] for place in sorted(kept))


def shortened(said: str, most: int) -> str:
    """A part without the lines at the end of its table, which is closed."""
    if len(said) <= most:
        return said
    kept = said[: most - len(CUT)].rpartition("\n")[0]
    closing = "\n\n</details>" if kept.count("<details>") > kept.count("</details>") else ""
    return f"{kept}{closing}\n\n…"


def reason(error: Exception) -> str:
    return f"HTTP {error.code}" if isinstance(error, HTTPError) else type(error).__name__


if __name__ == "__main__":
    sys.exit(main())
