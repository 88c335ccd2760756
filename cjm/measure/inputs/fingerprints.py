"""What tells one state of a source from another: a digest of its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from cjm.measure.inputs.places import Place

_LENGTH = 16


def fingerprint(found: Sequence[Place]) -> str:
    """SHA-256 of the files one after the other, each by its name and its own digest; the first 16 signs."""
    whole = hashlib.sha256()
    for place in found:
        with place.path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        whole.update(f"{place.path.name}\0{place.table or ''}\0{digest}\n".encode(errors="surrogateescape"))
    return f"sha256:{whole.hexdigest()[:_LENGTH]}"
