"""Can the file be read at all, and read by everybody in the same way? The reader of the text looks."""

from cjm.checks.registry import ERROR, Rule, rule


@rule(ERROR, when="source")
def invalid_yaml() -> None:
    """The file is not YAML.

    Nothing of the map can be read, drawn or compared until it is mended. Most often a colon or a question mark belongs
    to a sentence that needs quotes, or a line is indented by one space too many.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: One thing: raise repeat purchases
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: "One thing: raise repeat purchases"
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: YAML 1.2.2, section 7.3.3, Plain Style.
    """


@rule(ERROR, when="source")
def duplicate_key() -> None:
    """A key is given twice in one place.

    YAML allows each key once. Most programs keep one of the two values and say nothing, some the first and some the
    last, so two people see two maps.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        objective: Fewer returns
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases, with fewer returns
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: YAML 1.2.2, section 3.2.1.3, Node Comparison.
    """


@rule(ERROR, when="source")
def not_utf8() -> None:
    """The file is not saved as UTF-8.

    Accents and other letters come out as question marks, on somebody else's machine if not on one's own. Files that
    come from a spreadsheet or an old editor are often saved as Windows-1252 or UTF-16.

    Bad:
        # saved as Windows-1252
        cjm: 1
        title: Reservar pista de pádel
        persona: Íñigo
        objective: Más reservas por la mañana
        stages: [{name: Busca hueco}, {name: Reserva}, {name: Juega}]

    Good:
        cjm: 1
        title: Reservar pista de pádel
        persona: Íñigo
        objective: Más reservas por la mañana
        stages: [{name: Busca hueco}, {name: Reserva}, {name: Juega}]

    Source: YAML 1.2.2, section 5.2, Character Encodings; RFC 3629.
    """


@rule(ERROR, when="source")
def unsafe_tag() -> None:
    """A value has a tag that could make a program run something.

    `!!python/object` and its like ask the reader to build whatever the file says. Reading a map must never run
    anything, so no tag is followed but those of YAML's own plain types.

    Bad:
        cjm: 1
        title: Renting a car
        description: !!python/name:os.system From the airport and back
        persona: Tourist
        objective: Fewer complaints about the deposit
        stages: [{name: Booking}, {name: Driving}, {name: Returning}]

    Good:
        cjm: 1
        title: Renting a car
        description: From the airport and back
        persona: Tourist
        objective: Fewer complaints about the deposit
        stages: [{name: Booking}, {name: Driving}, {name: Returning}]

    Source: YAML 1.2.2, section 6.8.1, Node Tags; CWE-502, Deserialization of Untrusted Data.
    """


@rule(ERROR, when="source")
def expanding_aliases() -> None:
    """Aliases inside aliases stand for more text than a map can have.

    A few lines can stand for gigabytes, and a machine that checks files of strangers would be brought down by one. An
    honest map uses an alias now and then, and stays far below the limit.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - name: Looking
            offer: &a [Nine, times, as, much, with, every, line, of, it]
            alternatives: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            needs: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            expectations: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
            decided_by: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
            touchpoints: [*e, *e, *e, *e, *e, *e, *e, *e, *e]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, needs: &needs [To know the size]}
          - {name: Buying, needs: *needs}
          - {name: Wearing, needs: [To walk without pain]}

    Source: YAML 1.2.2, section 7.1, Alias Nodes; CWE-776, Improper Restriction of Recursive Entity References.
    """


@rule(ERROR, when="source")
def too_deep() -> None:
    """Values are nested deeper than any map needs.

    A journey has about ten levels. A hundred mean brackets that are not closed, or a file that was made to bring a
    program down.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
               [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
               ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
               ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        tags: [shoes, web]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: CWE-674, Uncontrolled Recursion.
    """


@rule(ERROR, when="source")
def too_large() -> None:
    """The file is larger than any map.

    A map of ten megabytes is an export of data, or an attack. Facts belong into the event log and the surveys, which
    the map only names.

    Bad:
        # … and ten megabytes more
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: CWE-400, Uncontrolled Resource Consumption.
    """


@rule(ERROR, when="source")
def several_documents() -> None:
    """The file holds more than one document.

    `---` on a line of its own ends one and begins another. Most programs read only the first, and half of the work
    would be missing from the drawing without a word.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]
        ---
        cjm: 1
        title: Sending shoes back
        stages: [{name: Trying on}, {name: Sending}, {name: Waiting}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: YAML 1.2.2, section 9.2, Streams.
    """


@rule(ERROR, when="source")
def recursive_alias() -> None:
    """An alias stands for a value that contains it.

    Such a value has no end: whoever writes it out, draws it or compares it never finishes.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        tags: &tags [shoes, *tags]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        tags: [shoes, web]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: YAML 1.2.2, section 7.1, Alias Nodes.
    """


RULES: tuple[Rule, ...] = (
    invalid_yaml,
    duplicate_key,
    not_utf8,
    unsafe_tag,
    expanding_aliases,
    too_deep,
    too_large,
    several_documents,
    recursive_alias,
)
