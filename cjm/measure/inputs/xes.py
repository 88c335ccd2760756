"""XES event logs (IEEE 1849), streamed: whatever their size, one event is in memory at a time.

The parser is expat with every door closed: no DTD, no entity, nothing fetched. A trace's attributes are columns that
begin with `case:`; a nested attribute is named by its way, `cost.currency`.
"""

from __future__ import annotations

import csv
import zlib
from collections.abc import Callable, Sequence
from gzip import BadGzipFile
from typing import NoReturn
from xml.parsers import expat

from cjm.diagnostics import Message, msg
from cjm.measure.inputs.kinds import broken_gzip, unpacked
from cjm.measure.inputs.places import Place
from cjm.measure.inputs.reading import Selection
from cjm.measure.inputs.scratch import Scratch
from cjm.measure.troubles import MeasureError
from cjm.model.measurement import SetAside

ATTRIBUTES = frozenset({"string", "date", "int", "float", "boolean", "id", "list", "container"})
_DECLARED = frozenset({"global", "classifier", "extension"})
"""What says something of attributes, and has none."""
_CHUNK = 1 << 18
_DEEPEST = 32
_LONGEST = 1 << 26
"""Bytes without the end of a tag or a text: more is no log."""
_PEEK = 1 << 21
_MOST_COLUMNS = 5000

Row = dict[str, str]


class XesFiles:
    """Logs as one; the columns are those of the first part of each."""

    def __init__(self, places: Sequence[Place], scratch: Scratch) -> None:
        self._places, self._scratch, self.label = places, scratch, places[0].label
        self.columns = self._seen(_PEEK)
        if not self.columns:
            raise MeasureError(msg("`{file}` has no event", file=places[0].label))

    def _seen(self, most: int | None) -> tuple[str, ...]:
        seen: dict[str, None] = {}
        for place in self._places:
            _Reader(place, lambda row: seen.update(dict.fromkeys(row))).read(most)
        return tuple(seen)

    def look_further(self) -> None:
        """Columns that first turn up late."""
        self.columns = self._seen(None)

    def select(self, wanted: Sequence[str]) -> Selection:
        """Texts, traces in their order, events in theirs."""
        file = self._scratch.file()
        columns = tuple(dict.fromkeys(wanted))
        with file.open("w", encoding="utf-8", newline="") as stream:
            write = csv.writer(stream, lineterminator="\n").writerow
            for place in self._places:
                _Reader(place, lambda row: write([row.get(column) for column in columns]), frozenset(columns)).read()
        return self._scratch.written(file, columns, wanted)

    def left_out(self) -> tuple[SetAside, ...]:
        """None."""
        return ()

    def notes(self) -> tuple[Message, ...]:
        """None."""
        return ()


class _Reader:
    """One pass over a file; `give` gets each event with its trace's attributes."""

    def __init__(self, place: Place, give: Callable[[Row], object], only: frozenset[str] | None = None) -> None:
        self._place, self._give, self._only = place, give, only
        self._depth = 0
        self._keys: list[str] = []
        self._trace: Row | None = None
        self._event: Row | None = None
        self._aside = 0
        self._fed = 0
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse_dtd
        parser.EntityDeclHandler = self._refuse_dtd
        parser.ExternalEntityRefHandler = self._refuse_dtd
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser = parser

    def read(self, most: int | None = None) -> None:
        """Read the file, or the first `most` bytes of it."""
        place = self._place
        try:
            with unpacked(place.path) as stream:
                while chunk := stream.read(_CHUNK):
                    self._feed(chunk)
                    if most is not None and self._fed >= most:
                        return
                self._parser.Parse(b"", True)  # noqa: FBT003 - expat's signature
        except expat.ExpatError as error:
            raise self._broken(error) from error
        except (EOFError, zlib.error, BadGzipFile) as error:
            raise broken_gzip(place.label) from error
        except (ValueError, LookupError) as error:  # an encoding that expat does not know
            raise MeasureError(msg("`{file}` is no XES log: its encoding cannot be read", file=place.label)) from error

    def _feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)  # noqa: FBT003 - expat's signature
        self._fed += len(chunk)
        if self._fed - self._parser.CurrentByteIndex > _LONGEST:
            raise MeasureError(msg("`{file}` is no XES log: it has a tag of more than 64 MB", file=self._place.label))

    def _broken(self, error: expat.ExpatError) -> MeasureError:
        return MeasureError(
            msg(
                "`{file}` is damaged: line {line}: {reason}",
                file=self._place.label,
                line=error.lineno,
                reason=expat.ErrorString(error.code) or "",
            ),
            msg("it may be cut short; export it again"),
        )

    def _refuse_dtd(self, *_: object) -> NoReturn:
        raise MeasureError(
            msg(
                "`{file}` declares entities or a document type, which an event log has no need of",
                file=self._place.label,
            ),
            msg("it is not read, as such files can do harm; export it again, without them"),
        )

    def _start(self, tag: str, attributes: Row) -> None:
        self._depth += 1
        if tag in ATTRIBUTES:
            if not self._aside:
                self._attribute(attributes)
        else:
            self._open(tag.rpartition(":")[2], attributes)
        if self._depth > _DEEPEST:
            raise MeasureError(msg("`{file}` is no XES log: its elements are nested too deep", file=self._place.label))

    def _open(self, tag: str, attributes: Row) -> None:
        if self._depth == 1 and tag != "log":
            raise MeasureError(
                msg("`{file}` is no XES log: it begins with `{tag}`", file=self._place.label, tag=tag),
                msg("an XES log begins with `log`"),
            )
        if tag in ATTRIBUTES:  # with a prefix of its namespace
            if not self._aside:
                self._attribute(attributes)
        elif tag == "event" and not self._keys:
            self._event = {}
        elif tag == "trace":
            self._trace = {}
        elif tag == "values":
            self._keys.append("")
        elif tag in _DECLARED:
            self._aside += 1

    def _attribute(self, attributes: Row) -> None:
        """Of an event, else of its trace; those of the log itself say nothing of events."""
        self._keys.append(attributes.get("key", ""))
        value = attributes.get("value")
        if value is None:
            return
        key = self._keys[0] if len(self._keys) == 1 else ".".join(filter(None, self._keys))
        row = self._event
        if row is None:
            row, key = self._trace, f"case:{key}"
            if row is None:
                return
        if (self._only is None or key in self._only) and len(row) < _MOST_COLUMNS:
            row[key] = value

    def _end(self, tag: str) -> None:
        self._depth -= 1
        if tag in ATTRIBUTES:
            if not self._aside:
                self._keys.pop()
        else:
            self._close(tag.rpartition(":")[2])

    def _close(self, tag: str) -> None:
        if tag == "values" or (tag in ATTRIBUTES and not self._aside):
            self._keys.pop()
        elif tag == "event" and self._event is not None and not self._keys:
            event, self._event = self._event, None
            self._give(event if self._trace is None else self._trace | event)
        elif tag == "trace":
            self._trace = None
        elif tag in _DECLARED:
            self._aside -= 1
