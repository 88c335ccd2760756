"""The action of this repository, run step by step as a runner does, and a GitHub that is a small server here."""

from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
TOKEN = "the-token-of-the-job"
TOKENS = re.compile(r"\s*(\|\||&&|==|!=|'[^']*'|[\w.-]+)")
HOLE = re.compile(r"\$\{\{(.*?)\}\}")
Context = dict[str, Any]


@dataclass
class GitHub:
    """What the service was asked, and the comments it has; `forbids` what a job without permission gets."""

    address: str = ""
    login: str | None = "github-actions[bot]"
    forbids: bool = False
    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def answer(self, method: str, target: str, body: dict[str, Any]) -> tuple[int, Any]:
        self.asked.append((method, target))
        path = urlsplit(target).path
        if path == "/graphql":
            return (200, {"data": {"viewer": {"login": self.login}}}) if self.login else (403, {})
        if method == "GET" and path == "/repos/acme/maps/issues/7/comments":
            query = {name: int(values[0]) for name, values in parse_qs(urlsplit(target).query).items()}
            start = (query["page"] - 1) * query["per_page"]
            return 200, self.comments[start : start + query["per_page"]]
        if self.forbids:
            return 403, {"message": "Resource not accessible by integration"}
        if method == "POST" and path == "/repos/acme/maps/issues/7/comments":
            self.comment(**body)
            return 201, self.comments[-1]
        mine = [each for each in self.comments if path == f"/repos/acme/maps/issues/comments/{each['id']}"]
        if method == "PATCH" and mine:
            mine[0].update(body)
            return 200, mine[0]
        return 404, {"message": "Not Found"}

    def comment(self, body: str, login: str | None = None) -> None:
        user = {"login": login or self.login or "github-actions[bot]"}
        self.comments.append({"id": 5_000_000_000 + len(self.comments), "user": user, "body": body})


@pytest.fixture
def github() -> Iterator[GitHub]:
    service = GitHub()

    class Handler(BaseHTTPRequestHandler):
        def serve(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(size)) if size else {}
            code, said = service.answer(self.command, self.path, body)
            if self.headers["Authorization"] != f"Bearer {TOKEN}":
                code, said = 401, {}
            self.send_response(code)
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        do_GET = do_POST = do_PATCH = serve  # noqa: N815 - http.server's names

        def log_message(self, *_: Any) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        service.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield service
        server.shutdown()
        thread.join()


class Done(NamedTuple):
    """What a run left: what each step printed, what the action gives, and what it would have asked of others' steps."""

    code: int
    log: dict[str, str]
    outputs: dict[str, str]
    summary: str
    used: dict[str, dict[str, str]]


Run = Callable[..., Done]


@pytest.fixture
def act(tmp_path: Path, github: GitHub) -> Run:
    """Runs the action in a folder, on a pull request unless another event is given."""
    place = tmp_path / "runner"
    place.mkdir()

    def run(folder: Path, event: Context | None = None, *, only: str = "", checkout: Path = ROOT, **given: str) -> Done:
        inputs = {name: each.get("default", "") for name, each in ACTION["inputs"].items()}
        given = {name.replace("_", "-"): value for name, value in given.items()}
        assert set(given) <= set(inputs)
        inputs |= {"installed": str(Path(sys.executable).with_name("cjm")), **given}
        pull = {"pull_request": {"number": 7, "head": {"sha": "abc123", "repo": {"fork": False}}}}
        context: Context = {
            "inputs": inputs,
            "github": {"token": TOKEN, "sha": "merge456", "event": pull if event is None else event},
            "steps": {"python": {"outputs": {"python-path": sys.executable}}},
        }
        inputs["token"] = filled(inputs["token"], context)
        wanted = [
            each for each in ACTION["runs"]["steps"] if each["id"] == only or (not only and each["id"] != "python")
        ]
        return steps(wanted, folder, context, runner(place, checkout, github))

    return run


def runner(place: Path, checkout: Path, github: GitHub) -> dict[str, str]:
    """What the runner tells every step, and nothing that the tests themselves were told."""
    return {
        **{name: each for name, each in os.environ.items() if not name.startswith(("CJM", "GITHUB"))},
        "GITHUB_ACTION_PATH": str(checkout),
        "GITHUB_API_URL": github.address,
        "GITHUB_GRAPHQL_URL": f"{github.address}/graphql",
        "GITHUB_SERVER_URL": "https://github.example",
        "GITHUB_REPOSITORY": "acme/maps",
        "GITHUB_STEP_SUMMARY": str(place / "summary.md"),
        "RUNNER_TEMP": str(place),
    }


def steps(wanted: list[Context], folder: Path, context: Context, environment: dict[str, str]) -> Done:
    log, used, code = {}, {}, 0
    for step in wanted:
        name = step["id"]
        if "if" in step and not truth(value(step["if"], context)):
            continue
        if "uses" in step:
            used[name] = {key: filled(each, context) for key, each in step["with"].items()}
            continue
        given = {key: filled(each, context) for key, each in step["env"].items()}
        code, log[name], outputs = one_step(step["run"], folder, {**environment, **given})
        context["steps"][name] = {"outputs": outputs}
        if code:
            break
    outputs = {name: filled(each["value"], context) for name, each in ACTION["outputs"].items()}
    summary = Path(environment["GITHUB_STEP_SUMMARY"])
    return Done(code, log, outputs, summary.read_text("utf-8") if summary.exists() else "", used)


def one_step(script: str, folder: Path, environment: dict[str, str]) -> tuple[int, str, dict[str, str]]:
    """What a step left with, printed and gave."""
    output = Path(environment["RUNNER_TEMP"], "output")
    output.write_text("")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={**environment, "GITHUB_OUTPUT": str(output)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    given = dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())
    return done.returncode, done.stdout, given


def filled(text: str, context: Context) -> str:
    """A text with its expressions worked out."""
    return HOLE.sub(lambda hole: spoken(value(hole[1], context)), text)


def spoken(found: Any) -> str:
    return {None: "", True: "true", False: "false"}.get(found, str(found)) if not isinstance(found, int) else str(found)


def value(expression: str, context: Context) -> Any:
    """Of the language of expressions, what the action makes use of: names, texts, `==`, `!=`, `&&` and `||`."""
    words = TOKENS.findall(expression)
    assert "".join(words) == re.sub(r"\s+(?=(?:[^']*'[^']*')*[^']*$)", "", expression.strip()), expression
    found: Any = None
    for clause in split(words, "||"):
        for part in split(clause, "&&"):
            found = compared(part, context)
            if not truth(found):
                break
        if truth(found):
            break
    return found


def split(words: list[str], at: str) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word == at:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def compared(words: list[str], context: Context) -> Any:
    if len(words) == 1:
        return named(words[0], context)
    left, sign, right = words
    same = alike(named(left, context), named(right, context))
    return same if sign == "==" else not same


def named(word: str, context: Context) -> Any:
    if word.startswith("'"):
        return word[1:-1]
    if word in ("true", "false"):
        return word == "true"
    found: Any = context
    assert word.partition(".")[0] in context, word
    for part in word.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def alike(one: Any, other: Any) -> bool:
    """Values of different kinds are compared as numbers: nothing is 0, true is 1; a text equals no number but 0."""
    if type(one) is type(other):
        return one.lower() == other.lower() if isinstance(one, str) else bool(one == other)
    numbers = [float(each or 0) if not isinstance(each, str) or not each else math.nan for each in (one, other)]
    return numbers[0] == numbers[1]


def truth(found: Any) -> bool:
    return found not in (None, False, 0, "")
