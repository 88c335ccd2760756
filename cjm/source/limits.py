"""How much of a file is read, so that a hostile one costs no more than a big honest one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`bytes` of a file, `depth` of nesting, number of `values`, characters that all aliases together stand for."""

    bytes: int = 10_000_000
    depth: int = 100
    values: int = 200_000
    expansion: int = 200_000
