"""Is the curve somebody's, does it dip, and does the map say why?"""

from __future__ import annotations

from collections.abc import Iterator

from cjm.checks.registry import INFO, WARNING, Findings, Path, Rule, Setting, at, once, rule, together
from cjm.diagnostics import counted, msg
from cjm.model import Emotion, Journey, Stage, Touchpoint
from cjm.model.uses import stages_and_touchpoints

VALLEY, PEAK = -1, 2
SHORTEST_CURVE = 4
OBSERVED = frozenset({"interview", "survey", "analytics", "support", "observation", "customer_review"})
"""Kinds of evidence that only what exists can leave behind."""


@rule(INFO, agreed=WARNING)
def touchpoint_without_emotion(journey: Journey, _: Setting) -> Findings:
    """Nothing says how a touchpoint feels.

    The curve is what a map shows at a glance, and over a gap it lies: it is drawn straight from the touchpoint before to
    the one after. Where the stage has an emotion of its own, its touchpoints need none.

    Bad:
        cjm: 1
        title: Moving into a care home
        persona: Daughter who decides with her mother
        objective: Families recommend us after three months
        stages:
          - {name: Visiting, touchpoints: [{name: Tour of the house, channel: house, emotion: 1}]}
          - {name: Deciding, touchpoints: [{name: Contract, channel: house}]}
          - {name: Settling in, touchpoints: [{name: First Sunday, channel: house, emotion: 0}]}

    Good:
        cjm: 1
        title: Moving into a care home
        persona: Daughter who decides with her mother
        objective: Families recommend us after three months
        stages:
          - {name: Visiting, touchpoints: [{name: Tour of the house, channel: house, emotion: 1}]}
          - {name: Deciding, touchpoints: [{name: Contract, channel: house, emotion: 0}]}
          - {name: Settling in, touchpoints: [{name: First Sunday, channel: house, emotion: 0}]}

    Source: Kalbach, Mapping Experiences (2nd ed., 2020); Stickdorn et al., This Is Service Design Doing (2018).
    """
    touchpoints = list(journey.touchpoints)
    lacking = [each for stage in journey.stages if not stage.emotion for each in stage.touchpoints if not each.emotion]
    yield from once(
        journey,
        lacking,
        len(touchpoints),
        "emotion",
        counted(
            "{count} of {total} touchpoints does not say how it feels",
            "{count} of {total} touchpoints do not say how they feel",
            len(lacking),
            total=len(touchpoints),
        ),
        msg("write it from −2 to 2, or in a word: `emotion: -1` or `emotion: {example}`", example="{feeling: doubt}"),
        msg("this does not say it either"),
    )


@rule(WARNING)
def flat_curve(journey: Journey, _: Setting) -> Findings:
    """The emotional curve is a straight line, or never leaves the good half.

    A journey in which everything is fine gives nobody anything to do, and no customer has ever told it so: people
    remember a peak, a low and the end. Judged from four scores on.

    Bad:
        cjm: 1
        title: A weekend in the mountain hut
        persona: Hiker with two children
        objective: Families come back in winter
        stages:
          - {name: Booking, touchpoints: [{name: Website, channel: web, emotion: 1}]}
          - name: Staying
            touchpoints: [{name: Dormitory, channel: hut, emotion: 2}, {name: Soup, channel: hut, emotion: 2}]
          - {name: Leaving, touchpoints: [{name: Bill, channel: hut, emotion: 1}]}

    Good:
        cjm: 1
        title: A weekend in the mountain hut
        persona: Hiker with two children
        objective: Families come back in winter
        stages:
          - {name: Booking, touchpoints: [{name: Website, channel: web, emotion: 1}]}
          - name: Staying
            touchpoints: [{name: Dormitory, channel: hut, emotion: 0}, {name: Soup, channel: hut, emotion: 2}]
          - {name: Leaving, touchpoints: [{name: Bill, channel: hut, emotion: 1}]}

    Source: Kahneman et al., When More Pain Is Preferred to Less (1993), on peak and end; Kalbach (2nd ed., 2020).
    """
    curve = list(_curve(journey))
    scores = {score for _, _, score in curve}
    if len(curve) < SHORTEST_CURVE or (len(scores) > 1 and min(scores) < 1):
        return
    first = curve[0][1]
    if len(scores) == 1:
        message = msg("all {count} scores of the curve are {score}", count=len(curve), score=f"{curve[0][2]:g}")
    else:
        message = msg("none of the {count} scores of the curve is below 1", count=len(curve))
    yield at(first, "score", message, msg("ask customers where it was hard, and let the curve show it"))


@rule(INFO, agreed=WARNING)
def emotion_without_evidence(journey: Journey, _: Setting) -> Findings:
    """Nothing says how the team knows what customers feel.

    A curve that was guessed around a table looks exactly like one that was heard from customers. Evidence of the whole
    touchpoint counts. Maps of a future or new journey are not asked: nobody can have felt it yet.

    Bad:
        cjm: 1
        title: Moving into a care home
        persona: Daughter who decides with her mother
        objective: Families recommend us after three months
        stages:
          - name: Visiting
            touchpoints: [{name: Tour, channel: house, emotion: {score: 1, evidence: [Twelve interviews]}}]
          - name: Deciding
            touchpoints: [{name: Contract, channel: house, emotion: 0}]
          - name: Settling in
            touchpoints: [{name: First Sunday, channel: house, emotion: {score: 0, evidence: [Twelve interviews]}}]

    Good:
        cjm: 1
        title: Moving into a care home
        persona: Daughter who decides with her mother
        objective: Families recommend us after three months
        stages:
          - name: Visiting
            touchpoints: [{name: Tour, channel: house, emotion: {score: 1, evidence: [Twelve interviews]}}]
          - name: Deciding
            touchpoints: [{name: Contract, channel: house, emotion: {score: 0, evidence: [A guess of ours]}}]
          - name: Settling in
            touchpoints: [{name: First Sunday, channel: house, emotion: {score: 0, evidence: [Twelve interviews]}}]

    Source: Nielsen Norman Group, Journey Mapping 101, on maps that rest on research.
    """
    if journey.state in ("future", "new"):
        return
    emotions = list(_emotions(journey))
    lacking = [emotion for place, emotion in emotions if not emotion.evidence and not _rests_on_something(place)]
    yield from once(
        journey,
        lacking,
        len(emotions),
        "evidence",
        counted(
            "{count} of {total} emotions has no evidence",
            "{count} of {total} emotions have no evidence",
            len(lacking),
            total=len(emotions),
        ),
        msg("write what it rests on: `{example}`", example="emotion: {score: -1, evidence: [interviews]}"),
        msg("this has none either"),
    )


@rule(INFO)
def emotion_without_score(journey: Journey, _: Setting) -> Findings:
    """An emotion is only a word, on a map that draws a curve.

    The curve leaves the touchpoint out, and its feeling is read by those who come close enough.

    Bad:
        cjm: 1
        title: Giving blood
        persona: First-time donor
        objective: Half of them give a second time
        stages:
          - {name: Deciding, touchpoints: [{name: Poster, channel: tram, emotion: 1}]}
          - {name: Giving, touchpoints: [{name: Needle, channel: centre, emotion: {feeling: fear}}]}
          - {name: Afterwards, touchpoints: [{name: Sandwich, channel: centre, emotion: 1}]}

    Good:
        cjm: 1
        title: Giving blood
        persona: First-time donor
        objective: Half of them give a second time
        stages:
          - {name: Deciding, touchpoints: [{name: Poster, channel: tram, emotion: 1}]}
          - {name: Giving, touchpoints: [{name: Needle, channel: centre, emotion: {feeling: fear, score: 0}}]}
          - {name: Afterwards, touchpoints: [{name: Sandwich, channel: centre, emotion: 1}]}

    Source: Stickdorn et al., This Is Service Design Doing (2018), on emotional journeys.
    """
    emotions = [emotion for _, emotion in _emotions(journey)]
    lacking = [emotion for emotion in emotions if emotion.score is None]
    if len(lacking) < len(emotions):
        yield from together(
            [(*emotion.path, "feeling") for emotion in lacking],
            counted(
                "{count} emotion has words and no score, and the curve leaves it out",
                "{count} emotions have words and no score, and the curve leaves them out",
                len(lacking),
            ),
            msg("add how good or bad it is, from −2 to 2: `score: -1`"),
            msg("this has no score either"),
        )


@rule(INFO)
def emotion_on_a_future_map(journey: Journey, _: Setting) -> Findings:
    """A future map says that customers have already felt it.

    What does not exist yet has been felt by nobody. An interview, a survey, an observation, support cases, reviews or
    analytics are of the journey as it is; what can speak of the next one is a test, a workshop, a benchmark, a review by
    experts, a document, or an assumption that is called one.

    Bad:
        cjm: 1
        title: Giving blood at the workplace
        persona: First-time donor
        objective: Half of them give a second time
        state: new
        evidence: [{title: Interviews with donors, kind: interview, date: 2026-09-01, sample: 11}]
        stages:
          - name: Deciding
            touchpoints: [{name: Reading mail, kind: action, emotion: 0}]
          - name: Giving
            emotion: {score: 1, evidence: [Interviews with donors]}
            touchpoints: [{name: Bus, channel: person}]
          - name: Afterwards
            touchpoints: [{name: Message, channel: sms, emotion: 1}]

    Good:
        cjm: 1
        title: Giving blood at the workplace
        persona: First-time donor
        objective: Half of them give a second time
        state: new
        evidence: [{title: Trial at two offices, kind: test, date: 2026-09-01, sample: 11}]
        stages:
          - name: Deciding
            touchpoints: [{name: Reading mail, kind: action, emotion: 0}]
          - name: Giving
            emotion: {score: 1, evidence: [Trial at two offices]}
            touchpoints: [{name: Bus, channel: person}]
          - name: Afterwards
            touchpoints: [{name: Message, channel: sms, emotion: 1}]

    Source: Stickdorn et al., This Is Service Design Doing (2018), on current-state and future-state maps.
    """
    if journey.state not in ("future", "new"):
        return
    observed = {each.id for each in journey.known_evidence if each.kind in OBSERVED}
    cited = [
        (*emotion.path, "evidence", number)
        for _, emotion in _emotions(journey)
        for number, name in enumerate(emotion.evidence)
        if name in observed
    ]
    yield from together(
        cited,
        counted(
            "{count} emotion cites what customers said or did, and they cannot have felt this yet",
            "{count} emotions cite what customers said or did, and they cannot have felt this yet",
            len(cited),
        ),
        msg("cite a test of it, or evidence of `kind: assumption`"),
        msg("this is of the journey as it is too"),
    )


@rule(WARNING)
def valley_without_pain_point(journey: Journey, setting: Setting) -> Findings:
    """The curve falls, and nothing says why.

    A low point of −1 or −2 is the reason to make a map. Without its cause people argue about the drawing instead of the
    service. A pain point of the touchpoint, its stage or the whole journey says it, and so does an opportunity that
    addresses one.

    Bad:
        cjm: 1
        title: Changing trains with a wheelchair
        persona: Traveller who books assistance
        objective: Every booked assistance is there
        stages:
          - {name: Booking, touchpoints: [{name: Form, channel: web, emotion: 0}]}
          - {name: Changing, touchpoints: [{name: Platform 7, channel: station, emotion: -2}]}
          - {name: Arriving, touchpoints: [{name: Exit, channel: station, emotion: 1}]}

    Good:
        cjm: 1
        title: Changing trains with a wheelchair
        persona: Traveller who books assistance
        objective: Every booked assistance is there
        stages:
          - {name: Booking, touchpoints: [{name: Form, channel: web, emotion: 0}]}
          - name: Changing
            touchpoints:
              - {name: Platform 7, channel: station, emotion: -2, pain_points: [Nobody is there with the ramp]}
          - {name: Arriving, touchpoints: [{name: Exit, channel: station, emotion: 1}]}

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on pain points; Richardson (HBR, 2010).
    """
    explained = journey.pain_points or "pain_points" in setting.broken
    places = [] if explained else [(*emotion.path, "score") for emotion in _unexplained_valleys(journey)]
    yield from together(
        places,
        counted(
            "the curve falls here, and no pain point says why",
            "the curve falls in {count} places, and no pain point says why",
            len(places),
        ),
        msg("write what hurts: `pain_points: […]`"),
        msg("nothing says why here either"),
    )


@rule(INFO)
def peak_not_protected(journey: Journey, _: Setting) -> Findings:
    """The best moment of the journey has no owner.

    What customers remember best is the first thing to be saved on, because nobody complains about it. Somebody should
    answer for a +2.

    Bad:
        cjm: 1
        title: Renting skis for a week
        persona: Father of three beginners
        objective: The same family comes next year
        stages:
          - {name: Reserving, touchpoints: [{name: Form, channel: web, emotion: 0}]}
          - {name: Collecting, touchpoints: [{name: Fitting, channel: shop, emotion: 2}]}
          - {name: Returning, touchpoints: [{name: Counter, channel: shop, emotion: 1}]}

    Good:
        cjm: 1
        title: Renting skis for a week
        persona: Father of three beginners
        objective: The same family comes next year
        owner: Rental shops
        stages:
          - {name: Reserving, touchpoints: [{name: Form, channel: web, emotion: 0, owner: Website}]}
          - {name: Collecting, touchpoints: [{name: Fitting, channel: shop, emotion: 2, owner: Workshop}]}
          - {name: Returning, touchpoints: [{name: Counter, channel: shop, emotion: 1, owner: Rental shops}]}

    Source: Kahneman et al., When More Pain Is Preferred to Less (1993), on the peak that is remembered.
    """
    places = [
        (*touchpoint.path, "emotion")
        for touchpoint in journey.touchpoints
        if (touchpoint.score or 0) >= PEAK and not touchpoint.owner and touchpoint.kind != "wait"
    ]
    yield from together(
        places,
        counted(
            "the curve is at its best here, and nobody answers for it",
            "the curve is at its best in {count} places that nobody answers for",
            len(places),
        ),
        msg("write the team that keeps it so good: `owner: …`"),
        msg("nobody answers for this one either"),
    )


@rule(WARNING)
def bad_moment_of_truth(journey: Journey, setting: Setting) -> Findings:
    """A moment of truth goes badly, and the map has no idea what to do about it.

    Here the relation is won or lost, by the team's own word. If one thing on the map deserves an opportunity, it is
    this. One of the touchpoint, of its stage, or one that addresses its pain points answers it; a rejected one does not.

    Bad:
        cjm: 1
        title: Telling the bank about a death
        persona: Widower
        objective: One visit is enough
        stages:
          - {name: Gathering papers}
          - name: Telling
            touchpoints:
              - {name: Counter, channel: branch, emotion: -2, moment_of_truth: true, pain_points: [He tells it four times]}
          - {name: Waiting}

    Good:
        cjm: 1
        title: Telling the bank about a death
        persona: Widower
        objective: One visit is enough
        stages:
          - {name: Gathering papers}
          - name: Telling
            touchpoints:
              - name: Counter
                channel: branch
                emotion: -2
                moment_of_truth: true
                pain_points: [He tells it four times]
                opportunities: [One clerk goes with him from desk to desk]
          - {name: Waiting}

    Source: Carlzon, Moments of Truth (1987).
    """
    if "opportunities" in setting.broken:
        return
    wanted = [each for each in journey.every_opportunity if each.status != "rejected"]
    addressed = {pain for opportunity in wanted for pain in opportunity.addresses}
    for stage, touchpoint, score in _moments_of_truth(journey):
        own = any(each.status != "rejected" for each in (*touchpoint.opportunities, *stage.opportunities))
        if score <= VALLEY and not own and not any(pain.id in addressed for pain in touchpoint.pain_points):
            yield at(
                touchpoint,
                "moment_of_truth",
                msg(
                    "`{name}` is a moment of truth at {score}, and has no opportunity",
                    name=touchpoint.name,
                    score=f"{score:g}",
                ),
                msg("write what could change: `opportunities: […]`"),
                related=(((*touchpoint.path, "emotion"), msg("how it feels")),),
            )


@rule(INFO, agreed=WARNING)
def moment_of_truth_without_target(journey: Journey, _: Setting) -> Findings:
    """A moment of truth has no figure to reach.

    The team has said that the relation is won or lost here. Without a target nobody will notice which of the two
    happens.

    Bad:
        cjm: 1
        title: Having the boiler repaired
        persona: Tenant
        objective: Warm again on the same day
        targets: [{metric: duration.median, at_most: 24h}]
        stages:
          - name: Noticing
            touchpoints: [{name: Cold shower, kind: action}]
            targets: [{metric: dwell.median, at_most: 1h}]
          - name: Reporting
            touchpoints:
              - {name: Call, channel: phone, moment_of_truth: true, targets: [{metric: wait.p90, at_most: 3m}]}
          - name: Being repaired
            touchpoints: [{name: Visit, channel: home, moment_of_truth: true}]
            targets: [{metric: dwell.median, at_most: 8h}]

    Good:
        cjm: 1
        title: Having the boiler repaired
        persona: Tenant
        objective: Warm again on the same day
        targets: [{metric: duration.median, at_most: 24h}]
        stages:
          - name: Noticing
            touchpoints: [{name: Cold shower, kind: action}]
            targets: [{metric: dwell.median, at_most: 1h}]
          - name: Reporting
            touchpoints:
              - {name: Call, channel: phone, moment_of_truth: true, targets: [{metric: wait.p90, at_most: 3m}]}
          - name: Being repaired
            touchpoints:
              - {name: Visit, channel: home, moment_of_truth: true, targets: [{metric: csat, at_least: 4.5}]}

    Source: Carlzon, Moments of Truth (1987); Rawson, Duncan and Jones (HBR, 2013).
    """
    moments = [touchpoint for touchpoint in journey.touchpoints if touchpoint.moment_of_truth]
    lacking = [touchpoint for touchpoint in moments if not touchpoint.targets]
    yield from once(
        journey,
        lacking,
        len(moments),
        "moment_of_truth",
        counted(
            "{count} of {total} moments of truth has no target",
            "{count} of {total} moments of truth have no target",
            len(lacking),
            total=len(moments),
        ),
        msg("write a figure and its value: `{example}`", example="targets: [{metric: csat, at_least: 4.5}]"),
        msg("this has none either"),
    )


@rule(WARNING, gap=2)
def perception_gap(journey: Journey, setting: Setting) -> Findings:
    """The company rates a touchpoint much better than its customers do.

    It will not spend a thought on what it believes to be good. This gap is the one that surveys among colleagues never
    show.

    Bad:
        cjm: 1
        title: Calling the water company
        persona: Neighbour with a leak
        objective: Solved in the first call
        stages:
          - {name: Leaking}
          - {name: Calling, touchpoints: [{name: Menu of choices, channel: phone, views: {company: 5, customer: 2}}]}
          - {name: Being repaired}

    Good:
        cjm: 1
        title: Calling the water company
        persona: Neighbour with a leak
        objective: Solved in the first call
        stages:
          - {name: Leaking}
          - {name: Calling, touchpoints: [{name: Menu of choices, channel: phone, views: {company: 3, customer: 2}}]}
          - {name: Being repaired}

    Options:
        gap: from how many points of difference on, the company's view less the customer's

    Source: Parasuraman, Zeithaml and Berry, A Conceptual Model of Service Quality (1985).
    """
    gap = setting.number("gap")
    for touchpoint in journey.touchpoints:
        views = touchpoint.views
        if views and views.company is not None and views.customer is not None and views.company - views.customer >= gap:
            yield at(
                views,
                "company",
                msg(
                    "the company rates `{name}` {company}, and customers {customer}",
                    name=touchpoint.name,
                    company=f"{views.company:g}",
                    customer=f"{views.customer:g}",
                ),
                msg("show this to the team that answers for it, and write what hurts as a pain point"),
                related=(((*views.path, "customer"), msg("what customers say")),),
            )


@rule(INFO)
def one_sided_view(journey: Journey, _: Setting) -> Findings:
    """A touchpoint is rated from one side only.

    The two views are worth something side by side: what the company believes, and what customers say.

    Bad:
        cjm: 1
        title: Calling the water company
        persona: Neighbour with a leak
        objective: Solved in the first call
        stages:
          - {name: Leaking, skipped: She sees it on the meter}
          - {name: Calling, touchpoints: [{name: Menu of choices, channel: phone, views: {company: 4}}]}
          - {name: Being repaired, skipped: Another map}

    Good:
        cjm: 1
        title: Calling the water company
        persona: Neighbour with a leak
        objective: Solved in the first call
        stages:
          - {name: Leaking, skipped: She sees it on the meter}
          - {name: Calling, touchpoints: [{name: Menu of choices, channel: phone, views: {company: 4, customer: 3}}]}
          - {name: Being repaired, skipped: Another map}

    Source: Parasuraman, Zeithaml and Berry, A Conceptual Model of Service Quality (1985).
    """
    views = [touchpoint.views for touchpoint in journey.touchpoints if touchpoint.views]
    lacking: list[Path] = [
        (*each.path, "customer" if each.customer is None else "company")
        for each in views
        if (each.company is None) != (each.customer is None)
    ]
    yield from together(
        lacking,
        counted(
            "{count} of {total} ratings is from one side only",
            "{count} of {total} ratings are from one side only",
            len(lacking),
            total=len(views),
        ),
        msg("ask the other side too: `{example}`", example="views: {company: 4, customer: 3}"),
        msg("this has only one side too"),
    )


def _emotions(journey: Journey) -> Iterator[tuple[Stage | Touchpoint, Emotion]]:
    """Every emotion, with whose it is."""
    return ((place, place.emotion) for place in stages_and_touchpoints(journey) if place.emotion)


def _curve(journey: Journey) -> Iterator[tuple[Stage | Touchpoint, Emotion, float]]:
    """The scores of the main persona in order: of the touchpoints, or of a stage whose touchpoints have none."""
    for stage in journey.stages:
        scored = [each for each in stage.touchpoints if each.score is not None]
        for place in scored or (stage,):
            if place.emotion and place.emotion.score is not None:
                yield place, place.emotion, place.emotion.score


def _moments_of_truth(journey: Journey) -> Iterator[tuple[Stage, Touchpoint, float]]:
    """Those with a score, each with its stage."""
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            if touchpoint.moment_of_truth and touchpoint.score is not None:
                yield stage, touchpoint, touchpoint.score


def _unexplained_valleys(journey: Journey) -> Iterator[Emotion]:
    for stage in journey.stages:
        places: tuple[Stage | Touchpoint, ...] = () if stage.pain_points else (stage, *stage.touchpoints)
        for place in places:
            emotion = place.emotion
            if emotion and emotion.score is not None and emotion.score <= VALLEY and not _says_why(place):
                yield emotion


def _says_why(place: Stage | Touchpoint) -> bool:
    within: tuple[Stage | Touchpoint, ...] = (place, *place.touchpoints) if isinstance(place, Stage) else (place,)
    return any(each.pain_points or any(idea.addresses for idea in each.opportunities) for each in within)


def _rests_on_something(place: Stage | Touchpoint) -> bool:
    return isinstance(place, Touchpoint) and bool(place.evidence)


RULES: tuple[Rule, ...] = (
    touchpoint_without_emotion,
    flat_curve,
    emotion_without_evidence,
    emotion_without_score,
    emotion_on_a_future_map,
    valley_without_pain_point,
    peak_not_protected,
    bad_moment_of_truth,
    moment_of_truth_without_target,
    perception_gap,
    one_sided_view,
)
