"""JSON lines, or one array of objects; a nested value is named by its way: `properties.device`."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from cjm.diagnostics import Message, msg
from cjm.measure.inputs import quoting
from cjm.measure.inputs.carrying import carry_over
from cjm.measure.inputs.dialects import encoding_of
from cjm.measure.inputs.kinds import head, unpacked
from cjm.measure.inputs.partitions import literal, partitioned
from cjm.measure.inputs.places import Place
from cjm.measure.inputs.reading import Selection
from cjm.measure.inputs.scratch import Scratch
from cjm.measure.troubles import MeasureError
from cjm.model.measurement import SetAside

_HEAD = 1 << 20
_DEEPEST = 3
_SAMPLE = 2000


class JsonFiles:
    """Objects; every value is read as text."""

    def __init__(self, places: Sequence[Place], scratch: Scratch) -> None:
        self.label = places[0].label
        self._places = places = [_in_utf8(place, scratch) for place in places]
        starts = [head(place.path, place.label, _HEAD) for place in places[:20]]
        self._array = starts[0].decode("utf-8-sig", "replace").lstrip().startswith("[")
        self._ways: dict[str, tuple[str, ...]] = {}
        for place, start in zip(places, starts, strict=False):
            for item in islice(_objects(start, array=self._array), _SAMPLE):
                self._gather(item, ())
            if not self._ways:
                raise MeasureError(
                    msg("`{file}` holds no JSON objects", file=place.label),
                    msg("write one object a line, an event each"),
                )
        self._hive = partitioned(places)

    @property
    def columns(self) -> tuple[str, ...]:
        """The ways to every value that is not an object, and what the folders say."""
        return (*self._ways, *(key for key in self._hive if key not in self._ways))

    def look_further(self) -> None:
        """Keys that first turn up late: those of lines; of an array, the first megabyte says all."""
        for place in self._places:
            with unpacked(place.path) as stream:
                for line in () if self._array else stream:
                    for item in _objects(line, array=False):
                        self._gather(item, ())

    def _gather(self, item: Mapping[str, object], way: tuple[str, ...]) -> None:
        for key, value in item.items():
            if isinstance(value, dict) and len(way) + 1 < _DEEPEST:
                self._gather(value, (*way, key))
            else:
                self._ways.setdefault(".".join((*way, key)), (*way, key))

    def select(self, wanted: Sequence[str]) -> Selection:
        """Texts by their ways."""
        tops = {way[0]: None for each in wanted if (way := self._ways.get(each))}
        options = (
            f"format='{'array' if self._array else 'newline_delimited'}', ignore_errors={str(not self._array).lower()}"
        )
        options += ", compression='auto', maximum_object_size=67108864"
        options += ", hive_partitioning=true, hive_types_autocast=false" if self._hive else ""
        columns = ", ".join(f"{quoting.text(top)}: 'JSON'" for top in tops) or "'_': 'JSON'"
        origin = f"read_json({literal(self._places)}, {options}, columns={{{columns}}})"
        return Selection(tuple(map(self._value, wanted)), ("VARCHAR",) * len(wanted), origin)

    def _value(self, column: str) -> str:
        way = self._ways.get(column)
        if way is None:
            return quoting.name(column) if column in self._hive else "NULL"
        steps = "".join('."' + step.replace('"', '""') + '"' for step in way[1:])
        return f"json_extract_string({quoting.name(way[0])}, {quoting.text('$' + steps)})"

    def left_out(self) -> tuple[SetAside, ...]:
        """None: a line that is no JSON comes out empty, and is set aside for that."""
        return ()

    def notes(self) -> tuple[Message, ...]:
        """None."""
        return ()


def _in_utf8(place: Place, scratch: Scratch) -> Place:
    """The file, or a copy of it in UTF-8 where it is in other letters or begins with a mark."""
    start = head(place.path, place.label, _HEAD)
    encoding = encoding_of(start)
    if encoding == "utf-8" and not start.startswith(BOM_UTF8):
        return place
    file = scratch.file(*place.label.split("/")[:-1])
    carry_over(place, encoding, file)
    return place._replace(path=file)


def _objects(start: bytes, *, array: bool) -> Iterator[Mapping[str, object]]:
    written = start.decode("utf-8-sig", "replace")
    if array:
        yield from _elements(written)
        return
    for line in written.splitlines():
        try:
            item = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(item, dict):
            yield item


def _elements(written: str) -> Iterator[Mapping[str, object]]:
    decoder, place = json.JSONDecoder(), written.index("[") + 1
    while True:
        while place < len(written) and written[place] in " \t\r\n,":
            place += 1
        try:
            item, place = decoder.raw_decode(written, place)
        except (ValueError, RecursionError):
            return
        if isinstance(item, dict):
            yield item
