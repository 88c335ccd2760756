"""What the action and the example for GitLab say of a change: in repositories as a runner checks them out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GITLAB = ROOT / "samples" / "ci" / "gitlab-ci.yml"
Run = Callable[..., Any]
WELL = """\
cjm: 1
title: Buying shoes
persona: Laura
objective: Fewer returns
stages:
  - name: Wanting
    touchpoints:
      - {name: Advertisement, emotion: 0}
  - name: Choosing
    touchpoints:
      - {name: Size guide, emotion: 1, moment_of_truth: true, channels: [web, chat]}
  - name: Wearing
    touchpoints:
      - {name: First run, emotion: 1}
"""
SADDER = WELL.replace("Size guide, emotion: 1", "Size guide, emotion: -2")
FELL = "*Size guide* fell from +1 to −2, at a moment of truth"


def git(folder: Path, *arguments: str) -> str:
    named = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "protocol.file.allow=always")
    done = subprocess.run(["git", *named, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


class Forge(NamedTuple):
    """A repository as a service has it: `main` has moved on since the branch of the pull request began."""

    place: Path

    def commit(self, text: str | None, name: str = "shoes") -> str:
        file = self.place / "maps" / f"{name}.journey.yaml"
        file.parent.mkdir(exist_ok=True)
        if text is None:
            file.unlink()
        else:
            file.write_text(text, "utf-8")
        git(self.place, "add", "-A")
        git(self.place, "commit", "-q", "--allow-empty", "-m", "A change")
        return git(self.place, "rev-parse", "HEAD")

    def event(self, base: str, head: str) -> dict[str, Any]:
        return {"pull_request": {"number": 7, "base": {"sha": base}, "head": {"sha": head, "repo": {"fork": False}}}}

    def checkout(self, ref: str, *, whole: bool = False) -> Path:
        """What `actions/checkout` leaves: one ref, without anything before it unless it is asked for the whole."""
        folder = self.place.parent / "checkout"
        git(self.place.parent, "init", "-q", str(folder))
        git(folder, "remote", "add", "origin", f"file://{self.place}")
        if whole:
            git(folder, "fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*")
        git(folder, "fetch", "-q", *(() if whole else ("--depth=1",)), "origin", ref)
        git(folder, "checkout", "-q", "FETCH_HEAD")
        return folder


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    place = tmp_path / "forge"
    place.mkdir()
    git(place, "init", "-q", "-b", "main")
    git(place, "config", "uploadpack.allowAnySHA1InWant", "true")
    return Forge(place)


@pytest.fixture
def pull(forge: Forge) -> tuple[Forge, dict[str, Any]]:
    """A pull request that makes a moment of truth worse, while somebody else has added a journey to main."""
    base = forge.commit(WELL)
    git(forge.place, "checkout", "-q", "-b", "sadder")
    head = forge.commit(SADDER)
    git(forge.place, "checkout", "-q", "main")
    forge.commit(WELL.replace("shoes", "boots"), "boots")
    git(forge.place, "checkout", "-q", "--detach")
    git(forge.place, "merge", "-q", "--no-edit", "sadder")
    git(forge.place, "update-ref", "refs/pull/7/merge", "HEAD")
    return forge, forge.event(base, head)


def changes(comment: dict[str, Any]) -> str:
    """What a comment says before it comes to the rules' findings."""
    said: str = comment["body"].partition("### ✅")[0].partition("cjm: ")[0]
    assert "### " in said
    return said


def test_the_comment_says_what_the_pull_request_does_and_nothing_of_what_others_did(
    act: Run, pull: tuple[Forge, dict[str, Any]], github: Any
) -> None:
    forge, event = pull
    done = act(forge.checkout("refs/pull/7/merge"), event)
    assert (done.code, done.outputs["changes"]) == (0, "1"), done.log
    (said,) = github.comments
    assert said["body"].startswith("<!-- cjm  -->\n")
    assert FELL in said["body"]
    assert "boots" not in changes(said)
    assert said["body"].index(FELL) < said["body"].index("### ⚠️ cjm: ")
    assert FELL in done.summary
    assert FELL in Path(done.outputs["diff"]).read_text("utf-8")


def test_the_comment_is_kept_up_to_date_when_the_change_is_taken_back(
    act: Run, pull: tuple[Forge, dict[str, Any]], github: Any
) -> None:
    forge, event = pull
    folder = forge.checkout("refs/pull/7/merge")
    act(folder, event)
    (folder / "maps" / "shoes.journey.yaml").write_text(WELL, "utf-8")
    assert act(folder, event).outputs["changes"] == "0"
    (said,) = github.comments
    assert "nothing of meaning has changed" in said["body"]


@pytest.mark.parametrize(("fail_on", "code"), [("worse", 1), ("flat-curve", 0)])
def test_a_change_fails_the_job_only_where_it_is_asked_to(
    act: Run, pull: tuple[Forge, dict[str, Any]], github: Any, fail_on: str, code: int
) -> None:
    forge, event = pull
    done = act(forge.checkout("refs/pull/7/merge"), event, fail_on_change=fail_on)
    assert (done.code, done.outputs["exit-code"]) == (code, "0"), done.log
    assert FELL in github.comments[0]["body"]
    assert ("::error title=cjm::" in done.log["diff"]) == bool(code)


def test_a_checkout_of_the_branch_itself_begins_where_the_branch_did(
    act: Run, pull: tuple[Forge, dict[str, Any]], github: Any
) -> None:
    forge, event = pull
    event["pull_request"]["base"]["sha"] = git(forge.place, "rev-parse", "main")
    done = act(forge.checkout("sadder", whole=True), event)
    assert done.outputs["changes"] == "1", done.log
    assert "boots" not in changes(github.comments[0])


def test_a_journey_that_is_taken_out_is_missed_where_stars_name_the_files(act: Run, forge: Forge, github: Any) -> None:
    forge.commit(WELL.replace("shoes", "boots"), "boots")
    base = forge.commit(WELL)
    head = forge.commit(None, "boots")
    done = act(forge.checkout("main"), forge.event(base, head), paths="maps/*.yaml\n")
    assert done.outputs["changes"] == "1", done.log
    assert "The journey *Buying boots* is gone" in github.comments[0]["body"]


def test_a_base_that_cannot_be_fetched_is_told_with_what_to_set(
    act: Run, pull: tuple[Forge, dict[str, Any]], github: Any
) -> None:
    forge, event = pull
    folder = forge.checkout("refs/pull/7/merge")
    git(folder, "remote", "set-url", "origin", str(forge.place / "nowhere"))
    done = act(folder, event)
    assert (done.code, done.outputs["changes"]) == (0, "")
    assert "fetch-depth: 0" in done.summary
    assert "fetch-depth: 0" in github.comments[0]["body"]
    assert act(folder, event, fail_on_change="worse").code == 2


def test_the_token_is_offered_to_git_only_where_git_may_not_fetch_without(
    act: Run, pull: tuple[Forge, dict[str, Any]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A private repository whose checkout has left nothing behind: a git that is told, instead of a service."""
    forge, event = pull
    folder = forge.checkout("refs/pull/7/merge")
    real = subprocess.run(["which", "git"], capture_output=True, text=True, check=True).stdout.strip()
    programs = tmp_path / "programs"
    programs.mkdir()
    fake = programs / "git"
    fake.write_text(
        f'#!/bin/bash\necho "$*" >> {tmp_path}/called\n'
        f'if [[ "$*" == *fetch* && -z $CJM_AUTHORIZATION ]]; then exit 128; fi\nexec {real} "$@"\n'
    )
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    assert act(folder, event).outputs["changes"] == "1"
    called = (tmp_path / "called").read_text()
    assert "--config-env=http.https://github.example/.extraheader=CJM_AUTHORIZATION" in called
    assert "the-token-of-the-job" not in called


def test_nothing_is_compared_where_nobody_wants_it_or_there_is_no_git(
    act: Run, pull: tuple[Forge, dict[str, Any]], tmp_path: Path
) -> None:
    forge, event = pull
    folder = forge.checkout("refs/pull/7/merge")
    assert "diff" not in act(folder, event, diff="false").log
    assert "diff" not in act(folder, {}).log
    plain = tmp_path / "plain"
    plain.mkdir()
    (plain / "shoes.journey.yaml").write_text(WELL, "utf-8")
    done = act(plain, event)
    assert (done.code, done.outputs["changes"]) == (0, "")
    assert "is in no git repository" in done.summary


def test_a_wrong_fail_on_change_fails_the_job_and_says_which(act: Run, pull: tuple[Forge, dict[str, Any]]) -> None:
    forge, event = pull
    done = act(forge.checkout("refs/pull/7/merge"), event, fail_on_change="wrose")
    assert done.code == 2
    assert "`--fail-on wrose` is neither" in done.log["diff"]


def test_two_long_parts_share_what_github_takes_and_neither_is_lost(act: Run, forge: Forge, github: Any) -> None:
    base = forge.commit(WELL)
    added = "".join(f"  - {{name: Stage {n} {'x' * 60}, touchpoints: [T{n}]}}\n" for n in range(600))
    lines = "".join(f"key_that_nobody_knows_{number}: 1\n" for number in range(900))
    forge.commit(WELL + added)
    head = forge.commit(WELL + lines, "boots")
    done = act(forge.checkout("main"), forge.event(base, head))
    assert done.code == 1
    body = github.comments[0]["body"]
    assert len(body) < 65_536
    assert "A new stage: *Stage 1 " in body
    assert "nobody" in body
    assert body.count("<details>") == body.count("</details>")


@pytest.fixture
def gitlab() -> Iterator[tuple[str, list[tuple[str, str, str]], list[dict[str, Any]]]]:
    """Its address, what it was asked, and its comments."""
    asked: list[tuple[str, str, str]] = []
    notes = [{"id": 3, "body": "Looks good"}]

    class Handler(BaseHTTPRequestHandler):
        def serve(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            body = parse_qs(self.rfile.read(size).decode()).get("body", [""])[0]
            asked.append((self.command, self.path, self.headers.get("PRIVATE-TOKEN", "")))
            if self.command == "POST":
                notes.append({"id": 4, "body": body})
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(notes).encode())

        do_GET = do_POST = do_PUT = serve  # noqa: N815 - http.server's names

        def log_message(self, *_: Any) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked, notes
        server.shutdown()
        thread.join()


def test_gitlab_is_told_in_one_comment_and_a_page(pull: tuple[Forge, dict[str, Any]], gitlab: Any) -> None:
    forge, event = pull
    address, asked, notes = gitlab
    folder = forge.checkout("sadder", whole=True)
    job = yaml.safe_load(GITLAB.read_text("utf-8"))["journey changes"]
    given = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": event["pull_request"]["base"]["sha"],
        "CI_API_V4_URL": address,
        "CI_PROJECT_ID": "12",
        "CI_MERGE_REQUEST_IID": "5",
        "NO_PROXY": "127.0.0.1",
    }
    for token in ("secret", "secret"):
        script = "\n".join(job["script"])
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=folder,
            env={**os.environ, **given, "CJM_TOKEN": token},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert FELL in notes[1]["body"]
    at = "/projects/12/merge_requests/5/notes"
    assert [(method, path.partition("?")[0]) for method, path, _ in asked] == [
        ("GET", at),
        ("POST", at),
        ("GET", at),
        ("PUT", f"{at}/4"),
    ]
    assert {token for _, _, token in asked} == {"secret"}
    assert (folder / job["artifacts"]["paths"][0]).read_text("utf-8").startswith("<!doctype html>")
