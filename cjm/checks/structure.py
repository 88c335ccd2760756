"""Does the file say what it says in the words and shapes of the format? The reader of the model looks."""

from cjm.checks.registry import ERROR, INFO, WARNING, Rule, rule


@rule(ERROR, when="structure")
def unknown_key() -> None:
    """A key is not one of the format.

    What stands below it is not read, and nobody would notice that it is missing from the drawing. Keys are English;
    the Spanish, French or Portuguese word for one is answered with the key that it means.

    Bad:
        cjm: 1
        title: Joining a choir
        persona: Ruth
        objective: Half of the visitors come back a second time
        etapas: [{name: Hearing them}, {name: First rehearsal}, {name: First concert}]

    Good:
        cjm: 1
        title: Joining a choir
        persona: Ruth
        objective: Half of the visitors come back a second time
        stages: [{name: Hearing them}, {name: First rehearsal}, {name: First concert}]

    Source: FORMAT, keys.
    """


@rule(ERROR, when="structure")
def missing_key() -> None:
    """A part lacks a key without which it says nothing.

    A stage or a touchpoint without a name cannot be drawn, spoken of or referred to.

    Bad:
        cjm: 1
        title: Learning to drive
        persona: Iker
        objective: He passes the theory at the first attempt
        stages: [{name: Theory}, {kind: use}, {name: Driving alone}]

    Good:
        cjm: 1
        title: Learning to drive
        persona: Iker
        objective: He passes the theory at the first attempt
        stages: [{name: Theory}, {name: Practice, kind: use}, {name: Driving alone}]

    Source: FORMAT, required keys.
    """


@rule(ERROR, when="structure")
def wrong_type() -> None:
    """A value has another shape than its key takes.

    A list is missing its dashes, a number is a word, a choice is none of the format's: the value cannot be read, and
    what depends on it stays empty.

    Bad:
        cjm: 1
        title: Borrowing for university
        persona: Aitana
        objective: An answer within 48 hours
        stages: [{name: Asking}, {name: Waiting, touchpoints: A letter}, {name: Paying back}]

    Good:
        cjm: 1
        title: Borrowing for university
        persona: Aitana
        objective: An answer within 48 hours
        stages: [{name: Asking}, {name: Waiting, touchpoints: [{name: A letter, channel: mail}]}, {name: Paying back}]

    Source: FORMAT, short and full forms.
    """


@rule(ERROR, when="structure")
def value_out_of_range() -> None:
    """A number lies outside its scale.

    Emotions go from -2 to 2; importance, severity, impact, effort and the two views from 1 to 5. A figure of another
    scale would bend the curve of the whole map.

    Bad:
        cjm: 1
        title: Having the boiler checked
        persona: Amparo
        objective: Repaired at the first visit
        stages: [{name: Calling, emotion: 4}, {name: Waiting}, {name: The visit}]

    Good:
        cjm: 1
        title: Having the boiler checked
        persona: Amparo
        objective: Repaired at the first visit
        stages: [{name: Calling, emotion: 1}, {name: Waiting}, {name: The visit}]

    Source: FORMAT, emotion; a score from 1 to 5 is less 3.
    """


@rule(ERROR, when="structure")
def invalid_date() -> None:
    """A date is not one of the calendar, or is written in another order than year, month, day.

    `03/04/2026` is April in Madrid and March in Boston, and a review that falls due on it is missed by one of them.

    Bad:
        cjm: 1
        title: Renting a country house
        persona: Four friends
        objective: Fewer cancellations
        reviewed: 03/04/2026
        stages: [{name: Choosing}, {name: Staying}, {name: Telling others}]

    Good:
        cjm: 1
        title: Renting a country house
        persona: Four friends
        objective: Fewer cancellations
        reviewed: 2026-10-03
        stages: [{name: Choosing}, {name: Staying}, {name: Telling others}]

    Source: ISO 8601-1:2019, calendar dates.
    """


@rule(ERROR, when="structure")
def invalid_duration() -> None:
    """A length of time is not written with a unit that can be read.

    What somebody waits is compared with what was promised: `2 days` and `48h` have to be the same for that.

    Bad:
        cjm: 1
        title: Having films developed
        persona: Ramiro
        objective: Ready within a day
        stages: [{name: Leaving them, lasts: five minutes}, {name: Waiting}, {name: Looking at them}]

    Good:
        cjm: 1
        title: Having films developed
        persona: Ramiro
        objective: Ready within a day
        stages: [{name: Leaving them, lasts: 5m}, {name: Waiting}, {name: Looking at them}]

    Source: FORMAT, values.
    """


@rule(ERROR, when="structure")
def invalid_share() -> None:
    """A share is not from 0 to 100 per cent.

    `35` may mean 35 % or a slip; a share of customers can only be drawn and added up when it is one.

    Bad:
        cjm: 1
        title: Lunch in the canteen
        persona: Vega
        objective: Nobody queues longer than five minutes
        stages: [{name: Choosing}, {name: Queueing}, {name: Eating}]
        paths: [{name: With a tray, share: 135%}]

    Good:
        cjm: 1
        title: Lunch in the canteen
        persona: Vega
        objective: Nobody queues longer than five minutes
        stages: [{name: Choosing}, {name: Queueing}, {name: Eating}]
        paths: [{name: With a tray, share: 35%}]

    Source: FORMAT, values.
    """


@rule(ERROR, when="structure")
def invalid_link() -> None:
    """A link is neither an address of the web, nor of mail, nor a path inside the project.

    Links are drawn into reports that people open and press. `javascript:` would run, and a path outside the project
    shows a file that was not meant to be shown.

    Bad:
        cjm: 1
        title: Asking for a grant
        persona: Malena
        objective: Eight in ten applications are complete
        evidence: [{title: Visits, kind: observation, date: 2026-09-01, sample: 9, link: "file:///home/ana/notes.txt"}]
        stages: [{name: Hearing of it}, {name: Applying}, {name: Waiting}]

    Good:
        cjm: 1
        title: Asking for a grant
        persona: Malena
        objective: Eight in ten applications are complete
        evidence: [{title: Visits, kind: observation, date: 2026-09-01, sample: 9, link: "https://example.org/notes"}]
        stages: [{name: Hearing of it}, {name: Applying}, {name: Waiting}]

    Source: OWASP, Cross Site Scripting Prevention Cheat Sheet; FORMAT, values.
    """


@rule(ERROR, when="structure")
def invalid_target() -> None:
    """A target does not say what should be reached, or says it in another unit than its figure has.

    It can be neither met nor missed, and whoever works for it does not know when he has done.

    Bad:
        cjm: 1
        title: Returning a parcel
        persona: Dana
        objective: Money back within five days
        targets: [{metric: completed}]
        stages: [{name: Packing}, {name: Sending}, {name: Waiting}]

    Good:
        cjm: 1
        title: Returning a parcel
        persona: Dana
        objective: Money back within five days
        targets: [{metric: completed, at_least: 90%}]
        stages: [{name: Packing}, {name: Sending}, {name: Waiting}]

    Source: Doran, There's a S.M.A.R.T. Way to Write Management's Goals and Objectives (1981); FORMAT, targets.
    """


@rule(ERROR, when="structure")
def invalid_id() -> None:
    """An id has characters that an id cannot have.

    Ids stand in links, file names and event mappings. Letters of any script, digits, `-`, `_` and `.` survive all of
    these; spaces and other signs do not.

    Bad:
        cjm: 1
        title: Taking a newspaper
        persona: Eloy
        objective: He still reads it after half a year
        stages: [{id: first day!, name: First day}, {name: First month}, {name: First bill}]

    Good:
        cjm: 1
        title: Taking a newspaper
        persona: Eloy
        objective: He still reads it after half a year
        stages: [{id: first-day, name: First day}, {id: month, name: First month}, {id: bill, name: First bill}]

    Source: FORMAT, ids; Unicode Standard Annex 31, Unicode Identifiers and Syntax.
    """


@rule(ERROR, when="structure")
def unsupported_format() -> None:
    """The file is written in a version of the format that this cjm does not know.

    A newer format may mean something else by the same words; to guess would draw another map than the team agreed on.

    Bad:
        cjm: 2
        title: A place at the nursery
        persona: Mother who goes back to work
        objective: An answer before June
        stages: [{name: Visiting}, {name: Applying}, {name: Waiting}]

    Good:
        cjm: 1
        title: A place at the nursery
        persona: Mother who goes back to work
        objective: An answer before June
        stages: [{name: Visiting}, {name: Applying}, {name: Waiting}]

    Source: FORMAT, versions.
    """


@rule(WARNING, when="structure")
def empty_text() -> None:
    """A key or a list item has nothing after it.

    It looks answered in the file and is empty on the map. If nobody knows the answer yet, the line is better away.

    Bad:
        cjm: 1
        title: Having a key cut
        description:
        persona: Tomás
        objective: Ready while one waits
        stages: [{name: Losing it}, {name: The workshop}, {name: Trying it}]

    Good:
        cjm: 1
        title: Having a key cut
        persona: Tomás
        objective: Ready while one waits
        stages: [{name: Losing it}, {name: The workshop}, {name: Trying it}]

    Source: YAML 1.2.2, section 7.2, Empty Nodes.
    """


@rule(WARNING, when="structure")
def placeholder_text() -> None:
    """A text of the template has not been replaced.

    `TODO` on a printed map says that nobody has read it to the end.

    Bad:
        cjm: 1
        title: Adopting a dog
        persona: Marina
        objective: TODO
        stages: [{name: Looking}, {name: Meeting}, {name: First week}]

    Good:
        cjm: 1
        title: Adopting a dog
        persona: Marina
        objective: Nine in ten dogs stay longer than a year
        stages: [{name: Looking}, {name: Meeting}, {name: First week}]

    Source: the practice of linters, such as flake8-fixme.
    """


@rule(WARNING, when="structure")
def split_sentence() -> None:
    """A comma between brackets, or a `#`, has cut a sentence in two.

    In `[a, b]` every comma begins a new item, so one action becomes two on the map, and the second makes no sense. A
    space and a `#` begin a comment: of `Call desk #12` the map shows `Call desk`.

    Bad:
        cjm: 1
        title: Reporting lost luggage
        persona: Business traveller
        objective: The suitcase arrives within 24 hours
        stages:
          - {name: Noticing}
          - {name: Reporting, offer: [A form on the phone, with the number of the flight filled in]}
          - {name: Waiting}

    Good:
        cjm: 1
        title: Reporting lost luggage
        persona: Business traveller
        objective: The suitcase arrives within 24 hours
        stages:
          - {name: Noticing}
          - name: Reporting
            offer:
              - A form on the phone, with the number of the flight filled in
          - {name: Waiting}

    Source: YAML 1.2.2, section 7.4.1, Flow Sequences.
    """


@rule(INFO, when="structure")
def implicit_boolean() -> None:
    """An unquoted `no` or `on` stands where a text is meant.

    cjm takes it as written. Tools that read YAML 1.1, and there are many, take it for false or true, and may write it
    back as that.

    Bad:
        cjm: 1
        title: Signing a petition
        persona: Neighbour
        objective: A thousand signatures by summer
        tags: [no, town]
        stages: [{name: Hearing of it}, {name: Signing}, {name: Hearing of the result}]

    Good:
        cjm: 1
        title: Signing a petition
        persona: Neighbour
        objective: A thousand signatures by summer
        tags: ["no", town]
        stages: [{name: Hearing of it}, {name: Signing}, {name: Hearing of the result}]

    Source: YAML 1.2.2, section 10.3.2, Tag Resolution; YAML 1.1, the type bool.
    """


RULES: tuple[Rule, ...] = (
    unknown_key,
    missing_key,
    wrong_type,
    value_out_of_range,
    invalid_date,
    invalid_duration,
    invalid_share,
    invalid_link,
    invalid_target,
    invalid_id,
    unsupported_format,
    empty_text,
    placeholder_text,
    split_sentence,
    implicit_boolean,
)
