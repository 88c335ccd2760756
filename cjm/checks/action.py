"""From insight to change: does somebody do something about what hurts, by when, and did it help?"""

from __future__ import annotations

from collections.abc import Sequence

from cjm.checks.likeness import MOST_PLACES, repeated
from cjm.checks.registry import (
    INFO,
    WARNING,
    AcrossFindings,
    Around,
    Findings,
    Rule,
    Setting,
    at,
    in_file,
    once,
    rule,
    together,
)
from cjm.diagnostics import Message, Related, counted, msg
from cjm.model import Journey, Opportunity, Touchpoint
from cjm.model.answers import CLOSED
from cjm.model.answers import answers as answers_of
from cjm.model.outline import Outline
from cjm.model.reading import say_path

HURTS = -1
"""The score from which down something hurts."""


@rule(WARNING, high_severity=4)
def pain_point_without_opportunity(journey: Journey, setting: Setting) -> Findings:
    """A pain point has no opportunity.

    The map knows where it hurts, and leaves it at that. An opportunity that addresses the pain point answers it, as does
    one beside it that addresses nothing else; a rejected one does not. It is a warning where it hurts much, and a remark
    otherwise. A draft is asked once it has opportunities.

    Bad:
        cjm: 1
        title: Registering a newborn
        persona: Father on his second day off
        objective: One visit is enough
        stages:
          - name: Gathering papers
            pain_points: [{text: The list on the website is out of date, severity: 4}]
          - name: Queueing
            pain_points: [{text: Nobody knows how long, severity: 4}]
            opportunities: [Tickets by phone]
          - name: Telling the family

    Good:
        cjm: 1
        title: Registering a newborn
        persona: Father on his second day off
        objective: One visit is enough
        stages:
          - name: Gathering papers
            pain_points: [{text: The list on the website is out of date, severity: 4}]
            opportunities: [The clerks keep the list themselves]
          - name: Queueing
            pain_points: [{text: Nobody knows how long, severity: 4}]
            opportunities: [Tickets by phone]
          - name: Telling the family

    Options:
        high_severity: from which severity on it hurts much

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on aligning and envisioning.
    """
    answers = answers_of(journey)
    pains = {pain.id: pain for pain in journey.every_pain_point}
    misspelt = "opportunities" in setting.broken or not answers.keys() <= pains.keys()
    if misspelt or (journey.status != "agreed" and not answers):
        return
    lacking = [pain for name, pain in pains.items() if name not in answers]
    severe = [pain for pain in lacking if (pain.severity or 0) >= setting.number("high_severity")]
    yield from together(
        [pain.path for pain in severe],
        counted(
            "{count} severe pain point has no opportunity",
            "{count} severe pain points have no opportunity",
            len(severe),
        ),
        msg("write what could change: `{example}`", example="opportunities: [{text: …, addresses: […]}]"),
        msg("this has none either"),
    )
    others = [pain for pain in lacking if pain not in severe]
    yield from together(
        [pain.path for pain in others],
        counted("{count} pain point has no opportunity", "{count} pain points have no opportunity", len(others)),
        msg("write what could change, or let an opportunity address it too"),
        msg("this has none either"),
        severity=INFO,
    )


@rule(INFO, agreed=WARNING)
def opportunity_without_owner(journey: Journey, _: Setting) -> Findings:
    """Opportunities have no owner.

    A wall of ideas that belong to everybody is photographed and taken down. What is done or rejected needs no owner any
    more.

    Bad:
        cjm: 1
        title: Getting a library card
        persona: Pupil without an identity card
        objective: Every school year signs up
        owner: Children's library
        stages:
          - name: Signing up
            opportunities: [{text: Sign up the whole class at once, owner: Children's library}]
          - name: Borrowing
            opportunities: [A shelf at the height of children]
          - name: Returning

    Good:
        cjm: 1
        title: Getting a library card
        persona: Pupil without an identity card
        objective: Every school year signs up
        owner: Children's library
        stages:
          - name: Signing up
            opportunities: [{text: Sign up the whole class at once, owner: Children's library}]
          - name: Borrowing
            opportunities: [{text: A shelf at the height of children, owner: House services}]
          - name: Returning

    Source: Stickdorn et al., This Is Service Design Doing (2018), on making it real; Rawson, Duncan and Jones (2013).
    """
    asked = _open(journey)
    lacking = [opportunity for opportunity in asked if not opportunity.owner]
    yield from once(
        journey,
        lacking,
        len(asked),
        "owner",
        counted(
            "{count} of {total} opportunities has no owner",
            "{count} of {total} opportunities have no owner",
            len(lacking),
            total=len(asked),
        ),
        msg("write the team that will do it: `owner: …`"),
        msg("this has none either"),
    )


@rule(INFO)
def opportunity_unscored(journey: Journey, _: Setting) -> Findings:
    """Some opportunities have impact and effort, and others do not.

    In the matrix of impact and effort they have no place, and the meeting that chooses never sees them.

    Bad:
        cjm: 1
        title: Getting a library card
        persona: Pupil without an identity card
        objective: Every school year signs up
        stages:
          - name: Signing up
            opportunities: [{text: Sign up the whole class at once, impact: 4, effort: 2}]
          - name: Borrowing
            opportunities: [A shelf at the height of children]
          - name: Returning

    Good:
        cjm: 1
        title: Getting a library card
        persona: Pupil without an identity card
        objective: Every school year signs up
        stages:
          - name: Signing up
            opportunities: [{text: Sign up the whole class at once, impact: 4, effort: 2}]
          - name: Borrowing
            opportunities: [{text: A shelf at the height of children, impact: 3, effort: 1}]
          - name: Returning

    Source: Stickdorn et al., This Is Service Design Doing (2018), on choosing ideas by impact and effort.
    """
    asked = _open(journey)
    lacking = [each for each in asked if each.impact is None or each.effort is None]
    if len(lacking) < len(asked):
        yield from together(
            [each.path for each in lacking],
            counted(
                "{count} of {total} opportunities has no impact or no effort, and the others have both",
                "{count} of {total} opportunities have no impact or no effort, and the others have both",
                len(lacking),
                total=len(asked),
            ),
            msg("write both from 1 to 5: `impact: 4` and `effort: 2`"),
            msg("this is not scored either"),
        )


@rule(WARNING)
def opportunity_overdue(journey: Journey, setting: Setting) -> Findings:
    """The date of an opportunity has passed, and it is not done.

    Either it is late, which somebody should know, or it is done, which the map should know.

    Bad:
        cjm: 1
        title: Collecting a parcel at the kiosk
        persona: Retired courier
        objective: Nobody waits longer than two minutes
        owner: Kiosks
        stages:
          - {name: Being told}
          - name: Collecting
            opportunities: [{text: A scanner for every kiosk, owner: Kiosks, status: planned, due: 2026-01-31}]
          - {name: Opening it}

    Good:
        cjm: 1
        title: Collecting a parcel at the kiosk
        persona: Retired courier
        objective: Nobody waits longer than two minutes
        owner: Kiosks
        stages:
          - {name: Being told}
          - name: Collecting
            opportunities:
              - {text: A scanner for every kiosk, owner: Kiosks, status: done, due: 2026-01-31, shipped: 2026-01-20}
          - {name: Opening it}

    Source: Stickdorn et al., This Is Service Design Doing (2018), on implementation.
    """
    for opportunity in _open(journey) if journey.status != "retired" else ():
        if opportunity.due and opportunity.due < setting.today:
            late = (setting.today - opportunity.due).days
            yield at(
                opportunity,
                "due",
                counted(
                    "this was due {count} day ago, and is `{status}`",
                    "this was due {count} days ago, and is `{status}`",
                    late,
                    status=opportunity.status,
                ),
                msg("write `status: done` with the day it was `shipped`, or a new date"),
            )


@rule(INFO)
def done_without_shipped(journey: Journey, _: Setting) -> Findings:
    """An opportunity is done, and nothing says since when.

    Whether it helped can only be seen by comparing before and after. In a draft it is said where others have the day.

    Bad:
        cjm: 1
        title: Having a suit altered
        persona: Best man
        objective: Ready before the wedding
        stages:
          - name: Measuring
            opportunities: [{text: Appointments in the evening, status: done, shipped: 2026-09-01}]
          - name: Waiting
            opportunities: [{text: A message when it is ready, status: done}]
          - name: Wearing

    Good:
        cjm: 1
        title: Having a suit altered
        persona: Best man
        objective: Ready before the wedding
        stages:
          - name: Measuring
            opportunities: [{text: Appointments in the evening, status: done, shipped: 2026-09-01}]
          - name: Waiting
            opportunities: [{text: A message when it is ready, status: done, shipped: 2026-10-05}]
          - name: Wearing

    Source: Rawson, Duncan and Jones, The Truth About Customer Experience (HBR, 2013), on measuring what has changed.
    """
    done = [opportunity for opportunity in journey.every_opportunity if opportunity.status == "done"]
    lacking = [opportunity for opportunity in done if not opportunity.shipped]
    yield from once(
        journey,
        lacking,
        len(done),
        "status",
        counted(
            "{count} of {total} finished opportunities does not say when customers got it",
            "{count} of {total} finished opportunities do not say when customers got them",
            len(lacking),
            total=len(done),
        ),
        msg("write the day: `shipped: 2026-10-05`"),
        msg("this does not say it either"),
    )


@rule(WARNING)
def done_but_still_hurting(journey: Journey, setting: Setting) -> Findings:
    """Everything that was planned for a touchpoint is done, and it feels as bad as before.

    Either it did not help, and something else should be tried, or nobody has asked customers since. Counted are the
    touchpoint's own opportunities and those that address its pain points, without the rejected ones. With a measurement,
    a touchpoint hurts as well where customers say so, or where it misses a target.

    Bad:
        cjm: 1
        title: Having a suit altered
        persona: Best man
        objective: Ready before the wedding
        stages:
          - {name: Measuring}
          - name: Waiting
            touchpoints:
              - name: No news
                kind: wait
                emotion: -2
                pain_points: [Nobody knows the day]
                opportunities: [{text: A message when it is ready, status: done, shipped: 2026-01-15}]
          - {name: Wearing}

    Good:
        cjm: 1
        title: Having a suit altered
        persona: Best man
        objective: Ready before the wedding
        stages:
          - {name: Measuring}
          - name: Waiting
            touchpoints:
              - name: No news
                kind: wait
                emotion: 0
                pain_points: [Nobody knows the day]
                opportunities: [{text: A message when it is ready, status: done, shipped: 2026-01-15}]
          - {name: Wearing}

    Source: Rawson, Duncan and Jones, The Truth About Customer Experience (HBR, 2013), on measuring what has changed.
    """
    answers = answers_of(journey)
    for touchpoint in journey.touchpoints:
        hurts = _hurts(touchpoint, journey, setting)
        if hurts is None:
            continue
        ideas = {each.path: each for pain in touchpoint.pain_points for each in answers.get(pain.id, ())}
        ideas |= {each.path: each for each in touchpoint.opportunities if each.status != "rejected"}
        if ideas and all(each.status == "done" for each in ideas.values()):
            yield at(
                touchpoint,
                "emotion" if touchpoint.emotion else "name",
                counted(
                    "the opportunity here is done, and {how}",
                    "all {count} opportunities here are done, and {how}",
                    len(ideas),
                    how=hurts,
                ),
                msg("ask customers again: write how it feels now, or what else could change"),
                related=tuple((path, msg("this is done")) for path in ideas),
            )


def _hurts(touchpoint: Touchpoint, journey: Journey, setting: Setting) -> Message | None:
    """That it still hurts, as the map says it, or as customers do."""
    if touchpoint.score is not None and touchpoint.score <= HURTS:
        return msg("it still feels like {score}", score=f"{touchpoint.score:g}")
    if setting.measurement is None:
        return None
    felt = setting.measurement.felt(touchpoint.id)
    if felt is not None and felt.value is not None and felt.value <= HURTS:
        return msg("customers still say {score}", score=f"{felt.value:.2g}")
    from cjm.model.verdicts import held  # noqa: PLC0415 - few runs have a measurement

    missed = (each for each in held(journey, setting.measurement) if each.outcome == "missed")
    found = next((each for each in missed if each.place is touchpoint), None)
    return msg("its target for `{metric}` is still missed", metric=found.metric) if found else None


@rule(INFO)
def started_without_due(journey: Journey, _: Setting) -> Findings:
    """Work on an opportunity has begun, and nothing says until when.

    Without a date it is never late. In a draft it is said where other work has one.

    Bad:
        cjm: 1
        title: Ordering school meals
        persona: Mother of two allergic children
        objective: No meal is thrown away
        stages:
          - name: Choosing
            opportunities: [{text: Allergies in the profile, status: in_progress, due: 2027-01-31}]
          - name: Eating
            opportunities: [{text: Names on the plates, status: in_progress}]
          - name: Paying

    Good:
        cjm: 1
        title: Ordering school meals
        persona: Mother of two allergic children
        objective: No meal is thrown away
        stages:
          - name: Choosing
            opportunities: [{text: Allergies in the profile, status: in_progress, due: 2027-01-31}]
          - name: Eating
            opportunities: [{text: Names on the plates, status: in_progress, due: 2026-12-20}]
          - name: Paying

    Source: Stickdorn et al., This Is Service Design Doing (2018), on implementation.
    """
    started = [opportunity for opportunity in journey.every_opportunity if opportunity.status == "in_progress"]
    lacking = [opportunity for opportunity in started if not opportunity.due]
    yield from once(
        journey,
        lacking,
        len(started),
        "status",
        counted(
            "{count} of {total} opportunities in progress has no date",
            "{count} of {total} opportunities in progress have no date",
            len(lacking),
            total=len(started),
        ),
        msg("write when it should be done: `due: 2026-12-20`"),
        msg("this has none either"),
    )


@rule(WARNING, high_severity=4)
def high_severity_ideas_only(journey: Journey, setting: Setting) -> Findings:
    """For what hurts most there are only ideas.

    Nothing is planned for it, while work goes on elsewhere. A draft is asked once one of its opportunities has become
    more than an idea.

    Bad:
        cjm: 1
        title: Ordering school meals
        persona: Mother of two allergic children
        objective: No meal is thrown away
        stages:
          - name: Choosing
            pain_points: [{text: The menu does not name nuts, severity: critical}]
            opportunities: [Allergies in the profile]
          - name: Eating
          - name: Paying
            opportunities: [{text: Pay by phone, status: planned}]

    Good:
        cjm: 1
        title: Ordering school meals
        persona: Mother of two allergic children
        objective: No meal is thrown away
        stages:
          - name: Choosing
            pain_points: [{text: The menu does not name nuts, severity: critical}]
            opportunities: [{text: Allergies in the profile, status: planned}]
          - name: Eating
          - name: Paying
            opportunities: [Pay by phone]

    Options:
        high_severity: from which severity on it hurts much

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on choosing where to act.
    """
    if journey.status != "agreed" and all(each.status in ("idea", "rejected") for each in journey.every_opportunity):
        return
    answers = answers_of(journey)
    severe = [pain for pain in journey.every_pain_point if (pain.severity or 0) >= setting.number("high_severity")]
    waiting = [pain for pain in severe if _only_ideas(answers.get(pain.id, []))]
    yield from together(
        [(*pain.path, "severity") for pain in waiting],
        counted(
            "for {count} severe pain point there are only ideas",
            "for {count} severe pain points there are only ideas",
            len(waiting),
        ),
        msg("plan one of them: `status: planned` and `due: …`"),
        msg("for this too"),
    )


@rule(INFO, when="across")
def repeated_pain_point(outlines: Sequence[Outline], _: Around) -> AcrossFindings:
    """Several journeys have the same pain point.

    It is mended once or not at all, and each map waits for the others. The same words count, in whatever order; a
    journey that shows another closer or replaces it may repeat what it says. One `ref` for all says that the team knows.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying, pain_points: [The total changes at the till]}, {name: Wearing}]

        # file: boots.journey.yaml
        cjm: 1
        title: Buying boots
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Paying, pain_points: [At the till the total changes]}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking}
          - {name: Buying, pain_points: [{text: The total changes at the till, ref: CX-12}]}
          - {name: Wearing}

        # file: boots.journey.yaml
        cjm: 1
        title: Buying boots
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking}
          - {name: Paying, pain_points: [{text: At the till the total changes, ref: CX-12}]}
          - {name: Wearing}

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on finding patterns; Rawson, Duncan and Jones (2013).
    """
    for (first, said), *others in repeated(outlines, lambda outline: outline.pains):
        known_as = {said.mark, *(other.mark for _, other in others)}
        if others and (len(known_as) > 1 or "" in known_as):
            yield in_file(
                first,
                "repeated-pain-point",
                said.span,
                say_path(said.path),
                counted(
                    "`{text}` hurts in {count} other journey too",
                    "`{text}` hurts in {count} other journeys too",
                    len(others),
                    text=said.text,
                ),
                msg("answer it once, with one owner, and give all of them the same `ref: …`"),
                tuple(
                    Related(msg("the same in `{title}`", title=each.title), other.span, each.file)
                    for each, other in others[:MOST_PLACES]
                ),
            )


def _only_ideas(opportunities: list[Opportunity]) -> bool:
    return bool(opportunities) and all(each.status == "idea" for each in opportunities)


def _open(journey: Journey) -> list[Opportunity]:
    """Opportunities that are neither done nor rejected."""
    return [opportunity for opportunity in journey.every_opportunity if opportunity.status not in CLOSED]


RULES: tuple[Rule, ...] = (
    pain_point_without_opportunity,
    opportunity_without_owner,
    opportunity_unscored,
    opportunity_overdue,
    done_without_shipped,
    done_but_still_hurting,
    started_without_due,
    high_severity_ideas_only,
    repeated_pain_point,
)
