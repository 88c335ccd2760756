"""What a report is made of: texts of the journey as they are, labels already said. Knows no journey and no format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from cjm.views.picture import Picture
from cjm.views.shapes import FlowView, Point

if TYPE_CHECKING:
    from cjm.views.measured.shapes import Measured

Look = Literal["line", "list", "quotes", "codes"]


class Item(NamedTuple):
    """A text; `link` is an anchor of the page or, when `away`, an address elsewhere. `aside` is what we add to it."""

    text: str
    link: str = ""
    aside: str = ""
    away: bool = False
    proofs: tuple[Item, ...] = ()
    """The evidence that it rests on."""


class Fact(NamedTuple):
    """A label and what stands for it."""

    label: str
    items: tuple[Item, ...]
    look: Look = "line"


class Group(NamedTuple):
    """Facts under a heading of their own."""

    title: str
    facts: tuple[Fact, ...]


class Sign(NamedTuple):
    """A word with the name of its sign, such as a status; `figure` is its number, where it has one."""

    name: str
    word: str
    figure: str = ""


class Mood(NamedTuple):
    """How something feels. `face` is one of five, None where only words are given."""

    face: int | None
    word: str
    figure: str
    feeling: str
    others: tuple[Item, ...]
    proofs: tuple[Item, ...]


class Pain(NamedTuple):
    """A pain point, where it stands, and what answers it."""

    anchor: str
    text: str
    severity: Sign | None
    share: str
    place: Item
    felt_by: tuple[Item, ...]
    answers: tuple[Item, ...]
    proofs: tuple[Item, ...]
    order: dict[str, str]
    """What its row is sorted by, by column."""


class Chance(NamedTuple):
    """An opportunity. `late` says by words that its day has passed."""

    anchor: str
    text: str
    status: Sign
    place: Item
    addresses: tuple[Item, ...]
    priority: str
    impact: str
    effort: str
    gain: str
    owner: str
    due: str
    late: str
    shipped: str
    link: Item | None
    order: dict[str, str]
    """What its row is sorted by, by column."""


class Remark(NamedTuple):
    """A note of the team."""

    anchor: str
    kind: Sign
    text: str


class Touch(NamedTuple):
    """A touchpoint. `about` is its small line; `groups` are what the customer lives, what is behind, and the rest."""

    anchor: str
    number: str
    name: str
    kind: str
    about: tuple[Item, ...]
    channels: str
    description: str
    star: bool
    mood: Mood | None
    groups: tuple[Group, ...]
    pains: tuple[Pain, ...]
    chances: tuple[Chance, ...]
    remarks: tuple[Remark, ...]


class Chapter(NamedTuple):
    """A stage. `notice` stands where it has no touchpoints."""

    anchor: str
    number: str
    hue: int
    name: str
    kind: str
    description: str
    mood: Mood | None
    facts: tuple[Fact, ...]
    pains: tuple[Pain, ...]
    chances: tuple[Chance, ...]
    remarks: tuple[Remark, ...]
    touches: tuple[Touch, ...]
    notice: str


class Piece(NamedTuple):
    """A run of a sentence of ours: plain, a `code` that stood in backticks, or a `name` of the journey."""

    text: str
    kind: Literal["plain", "code", "name"] = "plain"
    link: str = ""


class Finding(NamedTuple):
    """What a rule says, and the place of the page that it speaks of."""

    severity: Sign
    message: tuple[Piece, ...]
    hint: tuple[Piece, ...]
    rule: str
    place: Item
    line: str


class Person(NamedTuple):
    """A persona."""

    anchor: str
    name: str
    main: str
    summary: str
    quote: str
    facts: tuple[Fact, ...]


class Way(NamedTuple):
    """A path: its steps are links, with what takes the customer there as their aside."""

    anchor: str
    name: str
    share: str
    about: tuple[Fact, ...]
    steps: tuple[Item, ...]


class Measure(NamedTuple):
    """A figure at a place, with its target. `verdict` says in words whether it is reached."""

    anchor: str
    name: str
    place: Item
    target: str
    today: Item
    verdict: Sign | None
    benchmark: str
    about: tuple[Item, ...]
    proofs: tuple[Item, ...]


class Proof(NamedTuple):
    """A piece of evidence, how often the journey rests on it, and where."""

    anchor: str
    title: Item
    kind: str
    day: str
    sample: str
    used: str
    places: tuple[Item, ...]


class Tile(NamedTuple):
    """A key figure: the number large, and what it counts. `parts` are its shares, by sign."""

    figure: str
    label: str
    items: tuple[Item, ...]
    face: int | None = None


class Dot(NamedTuple):
    """A touchpoint on the strip."""

    x: float
    y: float
    face: int
    title: str


class Band(NamedTuple):
    """A stage on the strip, from its start to its end."""

    hue: int
    text: str
    start: float
    end: float


class Strip(NamedTuple):
    """The emotion curve, small: bands for the stages, a line through the dots, the level of zero."""

    width: float
    height: float
    zero: float
    bands: tuple[Band, ...]
    curve: tuple[Point, ...]
    dots: tuple[Dot, ...]
    title: str
    many: bool


class Option(NamedTuple):
    """A choice of a filter: what it is called in the file, and for people."""

    value: str
    text: str


class Filter(NamedTuple):
    """Choices of which a reader takes one or none."""

    name: str
    options: tuple[Option, ...]


class Exhibit(NamedTuple):
    """A picture of the page. Its anchor is the name of its view."""

    anchor: str
    name: str
    view: Picture | FlowView


@dataclass(frozen=True, slots=True)
class Heading:
    """A section of the page, as the contents list it."""

    anchor: str
    text: str
    count: str = ""


class Head(NamedTuple):
    """What the journey is, what it is for, and who keeps it."""

    eyebrow: tuple[str, ...]
    title: str
    description: str
    persona: Person | None
    objective: str
    aims: tuple[Fact, ...]
    facts: tuple[Fact, ...]


class Summary(NamedTuple):
    """Sentences to quote, the key figures, and the curve. `measured` are sentences on what customers did."""

    sentences: tuple[tuple[Piece, ...], ...]
    tiles: tuple[Tile, ...]
    strip: Strip | None
    measured: tuple[tuple[Piece, ...], ...] = ()


class Body(NamedTuple):
    """The sections of the page in their order. Their names are their anchors; pictures have their own."""

    summary: Summary
    pictures: tuple[Exhibit, ...]
    stages: tuple[Chapter, ...]
    pains: tuple[Pain, ...]
    chances: tuple[Chance, ...]
    findings: tuple[Finding, ...]
    measured: tuple[Measured, ...]
    ways: tuple[Way, ...]
    people: tuple[Person, ...]
    measures: tuple[Measure, ...]
    notes: tuple[Remark, ...]
    proofs: tuple[Proof, ...]


class ReportView(NamedTuple):
    """The whole page. `language` is that of the journey, `labels` that of the words we add.

    `links` leads from family and id of a part to its anchor. `flags` counts findings by the anchor they lead to.
    `reach` says which options of the filters keep a part, by anchor and filter. `words` are our own, by their use.
    """

    id: str
    language: str
    labels: str
    head: Head
    body: Body
    contents: tuple[Heading, ...]
    footer: tuple[str, ...]
    links: dict[tuple[str, str], str]
    flags: dict[str, int]
    filters: tuple[Filter, ...]
    reach: dict[str, dict[str, str]]
    words: dict[str, str]
