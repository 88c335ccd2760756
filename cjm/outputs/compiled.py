"""Our own templates in compiled form, kept in the user's cache: compiling them takes longer than filling them."""

from __future__ import annotations

from contextlib import suppress

from jinja2.bccache import Bucket, FileSystemBytecodeCache

from cjm.project.cache import folder


class _Kept(FileSystemBytecodeCache):
    """A cache that cannot be written or read is none."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled from the same text by the same version of Jinja and Python."""
        with suppress(OSError, ValueError, EOFError, TypeError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, whole or not at all."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def kept() -> FileSystemBytecodeCache | None:
    """The cache, in a folder that is nobody else's; None where there is no such place."""
    with suppress(OSError, RuntimeError):
        place = folder() / "templates"
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _Kept(str(place))
    return None
