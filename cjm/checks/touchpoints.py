"""Does every touchpoint say where it happens, what the customer does, and who answers for it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.checks.likeness import MOST_PLACES, repeated
from cjm.checks.registry import (
    INFO,
    WARNING,
    AcrossFindings,
    Around,
    Finding,
    Findings,
    Path,
    Rule,
    Setting,
    in_file,
    once,
    rule,
)
from cjm.diagnostics import Related, counted, msg
from cjm.model import Journey, Touchpoint
from cjm.model.outline import Outline
from cjm.model.reading import say_path

ONLINE = frozenset({"web", "app", "email", "sms", "chat", "social"})
OFFLINE = frozenset({"phone", "store", "screen", "print", "mail", "person"})
"""Kinds of channel with a person, a place or a thing in the hand; `partner` and `other` are neither."""


@rule(WARNING)
def touchpoint_without_channel(journey: Journey, _: Setting) -> Findings:
    """Touchpoints do not say where they happen.

    The same message is one thing in an email and another at a counter, and without a channel nobody sees where
    customers are sent from one to the next. Waits, and actions that the customer takes alone, are not asked.

    Bad:
        cjm: 1
        title: Enrolling at the language school
        persona: Nurse on shifts
        objective: Half of those who try a lesson enrol
        stages:
          - {name: Looking, touchpoints: [{name: Timetable, channel: web}]}
          - {name: Trying, touchpoints: [{name: First lesson}]}
          - {name: Learning, touchpoints: [{name: Weekly lesson, channel: room}]}

    Good:
        cjm: 1
        title: Enrolling at the language school
        persona: Nurse on shifts
        objective: Half of those who try a lesson enrol
        stages:
          - {name: Looking, touchpoints: [{name: Timetable, channel: web}]}
          - {name: Trying, touchpoints: [{name: First lesson, channel: room}]}
          - {name: Learning, touchpoints: [{name: Weekly lesson, channel: room}]}

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016).
    """
    asked = [touchpoint for touchpoint in journey.touchpoints if touchpoint.kind == "contact"]
    lacking = [touchpoint for touchpoint in asked if not touchpoint.met_in]
    yield from once(
        journey,
        lacking,
        len(asked),
        "channel",
        counted(
            "{count} of {total} touchpoints does not say where it happens",
            "{count} of {total} touchpoints do not say where they happen",
            len(lacking),
            total=len(asked),
        ),
        msg("write `channel: …`, or `kind: action` if the customer is alone with it"),
        msg("this does not say it either"),
    )


@rule(INFO, agreed=WARNING)
def touchpoint_without_action(journey: Journey, _: Setting) -> Findings:
    """Nothing says what the customer does at a touchpoint.

    A touchpoint without an action is a thing of the company: a page, a letter, a counter. The journey is what she does
    with it. Waits are not asked.

    Bad:
        cjm: 1
        title: Enrolling at the language school
        persona: Nurse on shifts
        objective: Half of those who try a lesson enrol
        stages:
          - {name: Looking, touchpoints: [{name: Timetable, channel: web, actions: [Looks for a late hour]}]}
          - {name: Trying, touchpoints: [{name: First lesson, channel: room}]}
          - {name: Learning, touchpoints: [{name: Weekly lesson, channel: room, actions: [Repeats aloud]}]}

    Good:
        cjm: 1
        title: Enrolling at the language school
        persona: Nurse on shifts
        objective: Half of those who try a lesson enrol
        stages:
          - {name: Looking, touchpoints: [{name: Timetable, channel: web, actions: [Looks for a late hour]}]}
          - {name: Trying, touchpoints: [{name: First lesson, channel: room, actions: [Says her name]}]}
          - {name: Learning, touchpoints: [{name: Weekly lesson, channel: room, actions: [Repeats aloud]}]}

    Source: Bitner, Ostrom and Morgan, Service Blueprinting (2008), on customer actions as the first lane.
    """
    asked = _but_waits(journey)
    lacking = [touchpoint for touchpoint in asked if not touchpoint.actions]
    yield from once(
        journey,
        lacking,
        len(asked),
        "actions",
        counted(
            "{count} of {total} touchpoints does not say what the customer does",
            "{count} of {total} touchpoints do not say what the customer does",
            len(lacking),
            total=len(asked),
        ),
        msg("write what she does there, one sentence a line: `actions: […]`"),
        msg("this does not say it either"),
    )


@rule(INFO, agreed=WARNING)
def touchpoint_without_owner(journey: Journey, _: Setting) -> Findings:
    """Nobody answers for a touchpoint.

    What belongs to nobody is repaired by nobody, and touchpoints between two departments are the ones that hurt. Waits
    are not asked.

    Bad:
        cjm: 1
        title: Enrolling at the language school
        persona: Nurse on shifts
        objective: Half of those who try a lesson enrol
        owner: School office
        stages:
          - {name: Looking, touchpoints: [{name: Timetable, channel: web, owner: School office}]}
          - {name: Trying, touchpoints: [{name: First lesson, channel: room}]}
          - {name: Learning, touchpoints: [{name: Weekly lesson, channel: room, owner: Teachers}]}

    Good:
        cjm: 1
        title: Enrolling at the language school
        persona: Nurse on shifts
        objective: Half of those who try a lesson enrol
        owner: School office
        stages:
          - {name: Looking, touchpoints: [{name: Timetable, channel: web, owner: School office}]}
          - {name: Trying, touchpoints: [{name: First lesson, channel: room, owner: Teachers}]}
          - {name: Learning, touchpoints: [{name: Weekly lesson, channel: room, owner: Teachers}]}

    Source: Rawson, Duncan and Jones, The Truth About Customer Experience (HBR, 2013).
    """
    asked = _but_waits(journey)
    lacking = [touchpoint for touchpoint in asked if not touchpoint.owner]
    yield from once(
        journey,
        lacking,
        len(asked),
        "owner",
        counted(
            "{count} of {total} touchpoints has no owner",
            "{count} of {total} touchpoints have no owner",
            len(lacking),
            total=len(asked),
        ),
        msg("write the team that answers for it: `owner: …`"),
        msg("this has none either"),
    )


@rule(INFO)
def single_channel(journey: Journey, _: Setting) -> Findings:
    """Everything happens in one channel, and several are known.

    Customers do not stay in one channel: they ask on the telephone what the page did not say. A map of a single one is
    often the map of the department that runs it.

    Bad:
        cjm: 1
        title: Cancelling a contract
        persona: Subscriber who moves abroad
        objective: Nobody needs a second letter
        stages:
          - {name: Deciding, touchpoints: [{name: Account page, channel: web}]}
          - {name: Cancelling, touchpoints: [{name: Form, channel: web}]}
          - {name: Leaving, touchpoints: [{name: Last bill, channel: web}]}

        # file: cjm.yaml
        cjm_project: 1
        catalogue: {channels: [{id: web, name: Website, kind: web}, {id: hotline, name: Hotline, kind: phone}]}

    Good:
        cjm: 1
        title: Cancelling a contract
        persona: Subscriber who moves abroad
        objective: Nobody needs a second letter
        stages:
          - {name: Deciding, touchpoints: [{name: Account page, channel: web}]}
          - {name: Cancelling, touchpoints: [{name: Form, channel: web}, {name: Call to ask, channel: hotline}]}
          - {name: Leaving, touchpoints: [{name: Last bill, channel: web}]}

        # file: cjm.yaml
        cjm_project: 1
        catalogue: {channels: [{id: web, name: Website, kind: web}, {id: hotline, name: Hotline, kind: phone}]}

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016).
    """
    contacts = [touchpoint for touchpoint in journey.touchpoints if touchpoint.kind == "contact"]
    used = {channel for touchpoint in contacts for channel in touchpoint.met_in}
    if len(used) == 1 and len(contacts) > 1 and len(journey.known_channels) > 1 and all(t.met_in for t in contacts):
        yield Finding(
            _place_of_channel(contacts[0]),
            msg("all {count} touchpoints happen in `{channel}`", count=len(contacts), channel=contacts[0].met_in[0]),
            msg("ask customers where else they looked, called or went, and add it"),
        )


@rule(INFO)
def only_online(journey: Journey, _: Setting) -> Findings:
    """The journey happens on screens of the customer's own, and the company also has people, places or paper.

    The half that is not on the map is the one that customers turn to when the other fails. Online are the kinds
    `web`, `app`, `email`, `sms`, `chat` and `social`; offline are `phone`, `store`, `screen`, `print`, `mail` and
    `person`.

    Bad:
        cjm: 1
        title: Cancelling a contract
        persona: Subscriber who moves abroad
        objective: Nobody needs a second letter
        stages:
          - {name: Deciding, touchpoints: [{name: Account page, channel: web}]}
          - {name: Cancelling, touchpoints: [{name: Form, channel: web}]}
          - {name: Leaving, touchpoints: [{name: Last bill, channel: email}]}

        # file: cjm.yaml
        cjm_project: 1
        catalogue:
          channels:
            - {id: web, name: Website, kind: web}
            - {id: email, name: Email, kind: email}
            - {id: hotline, name: Hotline, kind: phone}

    Good:
        cjm: 1
        title: Cancelling a contract
        persona: Subscriber who moves abroad
        objective: Nobody needs a second letter
        stages:
          - {name: Deciding, touchpoints: [{name: Account page, channel: web}]}
          - {name: Cancelling, touchpoints: [{name: Call to ask, channel: hotline}]}
          - {name: Leaving, touchpoints: [{name: Last bill, channel: email}]}

        # file: cjm.yaml
        cjm_project: 1
        catalogue:
          channels:
            - {id: web, name: Website, kind: web}
            - {id: email, name: Email, kind: email}
            - {id: hotline, name: Hotline, kind: phone}

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016).
    """
    place = _met_only(journey, ONLINE, OFFLINE)
    if place:
        yield Finding(
            place,
            msg("every touchpoint is online, and the company has other channels too"),
            msg("add the calls, visits and letters that belong to this journey, if there are any"),
        )


@rule(INFO)
def only_offline(journey: Journey, _: Setting) -> Findings:
    """The journey happens among people, places and paper, and the company is also online.

    Nearly everybody looks something up before going, and writes about it afterwards. Online are the kinds
    `web`, `app`, `email`, `sms`, `chat` and `social`; offline are `phone`, `store`, `screen`, `print`, `mail` and
    `person`.

    Bad:
        cjm: 1
        title: Having a tooth crowned
        persona: Patient who fears the drill
        objective: Patients come to the second visit
        stages:
          - {name: Pain, touchpoints: [{name: Call, channel: phone}]}
          - {name: Treatment, touchpoints: [{name: Two visits, channel: practice}]}
          - {name: Chewing again, touchpoints: [{name: Check, channel: practice}]}

        # file: cjm.yaml
        cjm_project: 1
        catalogue:
          channels:
            - {id: phone, name: Telephone, kind: phone}
            - {id: practice, name: Practice, kind: person}
            - {id: web, name: Website, kind: web}

    Good:
        cjm: 1
        title: Having a tooth crowned
        persona: Patient who fears the drill
        objective: Patients come to the second visit
        stages:
          - {name: Pain, touchpoints: [{name: Opening hours, channel: web}, {name: Call, channel: phone}]}
          - {name: Treatment, touchpoints: [{name: Two visits, channel: practice}]}
          - {name: Chewing again, touchpoints: [{name: Check, channel: practice}]}

        # file: cjm.yaml
        cjm_project: 1
        catalogue:
          channels:
            - {id: phone, name: Telephone, kind: phone}
            - {id: practice, name: Practice, kind: person}
            - {id: web, name: Website, kind: web}

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016).
    """
    place = _met_only(journey, OFFLINE, ONLINE)
    if place:
        yield Finding(
            place,
            msg("every touchpoint is offline, and the company has online channels too"),
            msg("add what customers look up, get or write online on this journey, if they do"),
        )


@rule(INFO)
def frontstage_without_backstage(journey: Journey, _: Setting) -> Findings:
    """What the customer sees has nothing behind it.

    Where the map shows both sides elsewhere, a missing one is a hole in the blueprint: nobody can say what has to be
    repaired. Asked where at least half of the touchpoints have both.

    Bad:
        cjm: 1
        title: Breakfast at the hotel
        persona: Guest with an early train
        objective: Guests recommend the breakfast
        stages:
          - name: Evening
            touchpoints: [{name: Card on the door, channel: paper, frontstage: [A card], backstage: [Night porter]}]
          - name: Morning
            touchpoints: [{name: Buffet, channel: room, frontstage: [Warm bread]}]
          - name: Leaving
            touchpoints: [{name: Paper bag, channel: desk, frontstage: [A bag], backstage: [Kitchen packs it at five]}]

    Good:
        cjm: 1
        title: Breakfast at the hotel
        persona: Guest with an early train
        objective: Guests recommend the breakfast
        stages:
          - name: Evening
            touchpoints: [{name: Card on the door, channel: paper, frontstage: [A card], backstage: [Night porter]}]
          - name: Morning
            touchpoints: [{name: Buffet, channel: room, frontstage: [Warm bread], backstage: [Ovens start at five]}]
          - name: Leaving
            touchpoints: [{name: Paper bag, channel: desk, frontstage: [A bag], backstage: [Kitchen packs it at five]}]

    Source: Shostack, Designing Services That Deliver (HBR, 1984); Bitner, Ostrom and Morgan (2008).
    """
    seen = [touchpoint for touchpoint in journey.touchpoints if touchpoint.frontstage] if _is_blueprint(journey) else []
    lacking = [touchpoint for touchpoint in seen if not touchpoint.backstage]
    yield from once(
        journey,
        lacking,
        len(seen),
        "backstage",
        counted(
            "{count} touchpoint says what the customer sees, and not what happens behind it",
            "{count} touchpoints say what the customer sees, and not what happens behind it",
            len(lacking),
        ),
        msg("write what people and systems do unseen: `backstage: […]`"),
        msg("this does not say it either"),
    )


@rule(INFO)
def backstage_without_frontstage(journey: Journey, _: Setting) -> Findings:
    """Work goes on behind a touchpoint, and nothing says what the customer sees of it.

    Work that nobody sees is either missing its visible side on the map, or in the service: customers who see nothing
    happen believe that nothing does. Asked where at least half of the touchpoints have both.

    Bad:
        cjm: 1
        title: Breakfast at the hotel
        persona: Guest with an early train
        objective: Guests recommend the breakfast
        stages:
          - name: Evening
            touchpoints: [{name: Card on the door, channel: paper, frontstage: [A card], backstage: [Night porter]}]
          - name: Morning
            touchpoints: [{name: Buffet, channel: room, backstage: [Ovens start at five]}]
          - name: Leaving
            touchpoints: [{name: Paper bag, channel: desk, frontstage: [A bag], backstage: [Kitchen packs it at five]}]

    Good:
        cjm: 1
        title: Breakfast at the hotel
        persona: Guest with an early train
        objective: Guests recommend the breakfast
        stages:
          - name: Evening
            touchpoints: [{name: Card on the door, channel: paper, frontstage: [A card], backstage: [Night porter]}]
          - name: Morning
            touchpoints: [{name: Buffet, channel: room, frontstage: [Warm bread], backstage: [Ovens start at five]}]
          - name: Leaving
            touchpoints: [{name: Paper bag, channel: desk, frontstage: [A bag], backstage: [Kitchen packs it at five]}]

    Source: Shostack, Designing Services That Deliver (HBR, 1984); Bitner, Ostrom and Morgan (2008).
    """
    unseen = (
        [touchpoint for touchpoint in journey.touchpoints if touchpoint.backstage] if _is_blueprint(journey) else []
    )
    lacking = [touchpoint for touchpoint in unseen if not touchpoint.frontstage]
    yield from once(
        journey,
        lacking,
        len(unseen),
        "frontstage",
        counted(
            "{count} touchpoint says what happens unseen, and not what the customer sees",
            "{count} touchpoints say what happens unseen, and not what the customer sees",
            len(lacking),
        ),
        msg("write what she sees people and systems do: `frontstage: […]`"),
        msg("this does not say it either"),
    )


@rule(INFO)
def wait_without_length(journey: Journey, _: Setting) -> Findings:
    """A wait does not say how long it is.

    Three minutes and three weeks are two different journeys. `lasts` says how long it takes, `time_limit` how long it
    was promised to take; either is an answer.

    Bad:
        cjm: 1
        title: Getting a passport
        persona: Student before a year abroad
        objective: Nobody misses a flight
        stages:
          - {name: Applying, touchpoints: [{name: Counter, channel: office}]}
          - {name: Waiting, touchpoints: [{name: Printing, kind: wait, lasts: 3w}, {name: Post, kind: wait}]}
          - {name: Travelling, touchpoints: [{name: Border, channel: airport}]}

    Good:
        cjm: 1
        title: Getting a passport
        persona: Student before a year abroad
        objective: Nobody misses a flight
        stages:
          - {name: Applying, touchpoints: [{name: Counter, channel: office}]}
          - {name: Waiting, touchpoints: [{name: Printing, kind: wait, lasts: 3w}, {name: Post, kind: wait, lasts: 2d}]}
          - {name: Travelling, touchpoints: [{name: Border, channel: airport}]}

    Source: Maister, The Psychology of Waiting Lines (1985).
    """
    waits = [touchpoint for touchpoint in journey.touchpoints if touchpoint.kind == "wait"]
    lacking = [wait for wait in waits if not wait.lasts and not wait.time_limit]
    yield from once(
        journey,
        lacking,
        len(waits),
        "lasts",
        counted(
            "{count} of {total} waits does not say how long it is",
            "{count} of {total} waits do not say how long they are",
            len(lacking),
            total=len(waits),
        ),
        msg("write how long it takes, or what was promised: `lasts: 3d` or `time_limit: 2d`"),
        msg("this does not say it either"),
    )


@rule(INFO)
def promise_without_target(journey: Journey, _: Setting) -> Findings:
    """A time was promised to the customer, and no target watches over it.

    A broken promise hurts more than a slow service without one. A target at the touchpoint makes somebody notice
    before the customers do.

    Bad:
        cjm: 1
        title: Getting a passport
        persona: Student before a year abroad
        objective: {statement: Nobody misses a flight, metric: duration.p90, at_most: 6w}
        stages:
          - name: Applying
            touchpoints:
              - {name: Queue, kind: wait, time_limit: 30m, targets: [{metric: wait.p90, at_most: 30m}]}
          - name: Waiting
            targets: [{metric: dwell.median, at_most: 3w}]
            touchpoints:
              - {name: Printing, kind: wait, time_limit: 3w}
          - name: Travelling
            targets: [{metric: conversion, at_least: 98%}]
            touchpoints:
              - {name: Border, channel: airport}

    Good:
        cjm: 1
        title: Getting a passport
        persona: Student before a year abroad
        objective: {statement: Nobody misses a flight, metric: duration.p90, at_most: 6w}
        stages:
          - name: Applying
            touchpoints:
              - {name: Queue, kind: wait, time_limit: 30m, targets: [{metric: wait.p90, at_most: 30m}]}
          - name: Waiting
            targets: [{metric: dwell.median, at_most: 3w}]
            touchpoints:
              - {name: Printing, kind: wait, time_limit: 3w, targets: [{metric: wait.p90, at_most: 3w}]}
          - name: Travelling
            targets: [{metric: conversion, at_least: 98%}]
            touchpoints:
              - {name: Border, channel: airport}

    Source: Parasuraman, Zeithaml and Berry, A Conceptual Model of Service Quality (1985), on what is promised and done.
    """
    promises = [touchpoint for touchpoint in journey.touchpoints if touchpoint.time_limit]
    lacking = [touchpoint for touchpoint in promises if not touchpoint.targets]
    yield from once(
        journey,
        lacking,
        len(promises),
        "time_limit",
        counted(
            "{count} of {total} promised times has no target",
            "{count} of {total} promised times have no target",
            len(lacking),
            total=len(promises),
        ),
        msg("write what shows whether it is kept: `{example}`", example="targets: [{metric: wait.p90, at_most: 3d}]"),
        msg("this has none either"),
    )


@rule(INFO, when="across", shared_by=3)
def shared_touchpoint_without_owner(outlines: Sequence[Outline], around: Around) -> AcrossFindings:
    """Many journeys pass a touchpoint, and nobody owns it in any of them.

    What everybody uses and nobody answers for is the last to be mended, and hurts the most customers. Touchpoints of the
    same name count as one; a journey that shows another closer or replaces it is not counted beside it.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking, skipped: Alone},
          {name: Paying, touchpoints: [{name: Till, channel: shop}]}, {name: Wearing, skipped: Alone}]

        # file: boots.journey.yaml
        cjm: 1
        title: Buying boots
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking, skipped: Alone},
          {name: Paying, touchpoints: [{name: The till, channel: shop}]}, {name: Hiking, skipped: Alone}]

        # file: returns.journey.yaml
        cjm: 1
        title: Bringing shoes back
        persona: Laura
        objective: Money back at once
        stages: [{name: Trying, skipped: Alone},
          {name: Paying, touchpoints: [{name: Till, channel: shop}]}, {name: Going, skipped: Alone}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking, skipped: Alone},
          {name: Paying, touchpoints: [{name: Till, channel: shop, owner: Shops}]}, {name: Wearing, skipped: Alone}]

        # file: boots.journey.yaml
        cjm: 1
        title: Buying boots
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking, skipped: Alone},
          {name: Paying, touchpoints: [{name: The till, channel: shop, owner: Shops}]}, {name: Hiking, skipped: Alone}]

        # file: returns.journey.yaml
        cjm: 1
        title: Bringing shoes back
        persona: Laura
        objective: Money back at once
        stages: [{name: Trying, skipped: Alone},
          {name: Paying, touchpoints: [{name: Till, channel: shop, owner: Shops}]}, {name: Going, skipped: Alone}]

    Options:
        shared_by: in how many journeys it is many

    Source: Rawson, Duncan and Jones, The Truth About Customer Experience (HBR, 2013), on who answers for a journey.
    """
    for group in repeated(outlines, lambda outline: outline.contacts):
        if len(group) < around.number("shared_by") or any(said.mark for _, said in group):
            continue
        (first, said), *others = group
        yield in_file(
            first,
            "shared-touchpoint-without-owner",
            said.span,
            say_path(said.path),
            msg("{count} journeys pass `{name}`, and nobody owns it in any", count=len(group), name=said.text),
            msg("name the team that answers for it everywhere: `owner: …`"),
            tuple(
                Related(msg("it is in `{title}` too", title=each.title), other.span, each.file)
                for each, other in others[:MOST_PLACES]
            ),
        )


def _but_waits(journey: Journey) -> list[Touchpoint]:
    return [touchpoint for touchpoint in journey.touchpoints if touchpoint.kind != "wait"]


def _is_blueprint(journey: Journey) -> bool:
    """Whether at least half of the touchpoints show both what is seen and what is not."""
    sides = [bool(touchpoint.frontstage and touchpoint.backstage) for touchpoint in journey.touchpoints]
    return any(sides) and sum(sides) * 2 >= len(sides)


def _met_only(journey: Journey, here: frozenset[str], there: frozenset[str]) -> Path | None:
    """Where the first channel stands, if all are of these kinds, and others are known; one channel is a rule's own."""
    kinds = {channel.id: channel.kind for channel in journey.known_channels}
    if there.isdisjoint(kinds.values()):
        return None
    met = list(_meetings(journey))
    found = {kinds.get(channel) for channel, _ in met}
    several = len({channel for channel, _ in met}) > 1
    return met[0][1] if several and not found.isdisjoint(here) and found.isdisjoint(there) else None


def _meetings(journey: Journey) -> Iterator[tuple[str, Path]]:
    """Each channel of each touchpoint, with the place where the touchpoint says it."""
    return ((channel, _place_of_channel(each)) for each in journey.touchpoints for channel in each.met_in)


def _place_of_channel(touchpoint: Touchpoint) -> Path:
    return (*touchpoint.path, "channel") if touchpoint.channel else (*touchpoint.path, "channels", 0)


RULES: tuple[Rule, ...] = (
    touchpoint_without_channel,
    touchpoint_without_action,
    touchpoint_without_owner,
    single_channel,
    only_online,
    only_offline,
    frontstage_without_backstage,
    backstage_without_frontstage,
    wait_without_length,
    promise_without_target,
    shared_touchpoint_without_owner,
)
