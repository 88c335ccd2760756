"""`cjm schema`: JSON Schema for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Optional

import typer

from cjm.cli.options import Lang, language, write_report

ABOUT = "The YAML language server of editors completes and checks keys with it."
EXAMPLE = "cjm schema --output journey.schema.json"

OutputFile = Optional[Path]  # noqa: UP045 - typer reads it


def run(
    *,
    project: Annotated[bool, typer.Option("--project", help="The schema of `cjm.yaml` instead.")] = False,
    output: Annotated[OutputFile, typer.Option("--output", "-o", help="Write to a file.", show_default=False)] = None,
    lang: Lang = None,
) -> None:
    from cjm.model.schema import journey_schema, project_schema  # noqa: PLC0415 - `--help` needs none of it

    schema = project_schema() if project else journey_schema()
    write_report(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", output, language(lang))
