"""Queries carried over to another engine's dialect.

Every query is written once, in DuckDB's dialect. SQLGlot reads it and writes it as the other engine does, which quotes
names and texts too; what it does not know of an engine is changed here, in the parsed query and never in its text.

Our own tables are written without quotes and come under names that begin with `cjm_`, so that none hides or drops
one of the engine's. Names of anybody else are quoted, and stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlglot import exp

    Change = Callable[[exp.Expression], exp.Expression]

WRITTEN = "duckdb"
PREFIX = "cjm_"
BUCKETS = 1024
"""Parts in which Spark numbers rows side by side."""


def own(table: str) -> str:
    """What a table of ours is called in an engine."""
    return PREFIX + table


def carried(sql: str, dialect: str) -> str:
    """A query in another dialect: `postgres` or `spark`."""
    from sqlglot import parse_one  # noqa: PLC0415 - an extra

    tree, change = parse_one(sql, read=WRITTEN), _CHANGES[dialect]
    for node in reversed(list(tree.walk())):  # what is inside first
        changed = change(node)
        if changed is not node:
            node.replace(changed)
    return str(tree.sql(dialect=dialect, comments=False))


def _renamed(node: exp.Expression) -> exp.Expression:
    from sqlglot import exp  # noqa: PLC0415 - an extra

    if isinstance(node, exp.Table) and isinstance(node.this, exp.Identifier) and not node.this.quoted and not node.db:
        node.this.set("this", own(node.name))
    return node


def _to_postgres(node: exp.Expression) -> exp.Expression:
    from sqlglot import exp  # noqa: PLC0415 - an extra

    if isinstance(node, exp.IntDiv):
        return _cast(exp.func("div", _bare(node.this), _bare(node.expression)), "bigint")
    if isinstance(node, exp.BitwiseLeftShift | exp.BitwiseRightShift):
        node.set("expression", _cast(node.expression, "int"))
    elif isinstance(node, exp.Collate):
        node.set("expression", exp.to_identifier("C", quoted=True))
    elif isinstance(node, exp.Anonymous) and node.name.lower() == "bit_count":
        node.set("expressions", [exp.cast(node.expressions[0], "bit(64)", dialect="postgres")])
    elif isinstance(node, exp.Anonymous) and node.name.lower() == "epoch_us":
        since = exp.Extract(this=exp.var("epoch"), expression=node.expressions[0])
        return _cast(exp.Mul(this=since, expression=exp.Literal.number(1_000_000)), "bigint")
    return _renamed(node)


def _to_spark(node: exp.Expression) -> exp.Expression:
    from sqlglot import exp  # noqa: PLC0415 - an extra

    if isinstance(node, exp.BitwiseLeftShift | exp.BitwiseRightShift):
        node.set("expression", _cast(node.expression, "int"))
    elif isinstance(node, exp.Collate):
        return node.this
    elif isinstance(node, exp.PercentileCont):
        return exp.func("percentile", node.this, node.expression)
    elif isinstance(node, exp.DataType) and node.is_type("timestamp", "timestampntz"):
        return exp.DataType.build("timestampltz")
    elif isinstance(node, exp.Anonymous) and node.name.lower() == "epoch_us":
        return exp.func("unix_micros", node.expressions[0])
    elif isinstance(node, exp.Window) and isinstance(node.this, exp.RowNumber) and not node.args.get("order"):
        return _numbered(node)
    return _renamed(node)


def _numbered(window: exp.Window) -> exp.Expression:
    """The same number for the same row whenever Spark works a row out again, and not all of it in one place.

    Rows are numbered within buckets; the number is made of the place in the bucket and the bucket, so that a hash
    decides where a row is numbered, and never whether two are the same.
    """
    from sqlglot import exp  # noqa: PLC0415 - an extra

    select = window.find_ancestor(exp.Select)
    columns = [each.copy() for each in select.expressions if isinstance(each, exp.Column)] if select else []
    bucket = exp.func("pmod", exp.func("hash", *columns), exp.Literal.number(BUCKETS))
    placed = exp.Window(
        this=exp.RowNumber(),
        partition_by=[bucket],
        order=exp.Order(expressions=[exp.Ordered(this=each.copy()) for each in columns]),
    )
    return exp.Paren(
        this=exp.Add(this=exp.Mul(this=placed, expression=exp.Literal.number(BUCKETS)), expression=bucket.copy())
    )


def _cast(node: exp.Expression, kind: str) -> exp.Expression:
    from sqlglot import exp  # noqa: PLC0415 - an extra

    return exp.cast(_bare(node), kind)


def _bare(node: exp.Expression) -> exp.Expression:
    """Without the brackets around it, where its new place has its own."""
    from sqlglot import exp  # noqa: PLC0415 - an extra

    return node.unnest() if isinstance(node, exp.Paren) else node


_CHANGES: dict[str, Change] = {"postgres": _to_postgres, "spark": _to_spark}
