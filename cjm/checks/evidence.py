"""Does the map say how the team knows, from whom, and since when?"""

from __future__ import annotations

from collections.abc import Iterator

from cjm.checks.figures_in_text import figure_in
from cjm.checks.personal_data import KINDS, personal_data_in
from cjm.checks.registry import INFO, WARNING, Finding, Findings, Path, Rule, Setting, at, once, rule, together
from cjm.diagnostics import counted, msg
from cjm.model import Evidence, Journey, uses

NUMBERS = frozenset({"survey", "analytics", "benchmark"})
WORDS = frozenset({"interview", "observation", "test", "workshop", "expert_review", "customer_review"})
"""Kinds of evidence that say how much, and those that say why; `support` and `document` can be both."""


@rule(INFO, agreed=WARNING)
def pain_point_without_evidence(journey: Journey, _: Setting) -> Findings:
    """Nothing says how the team knows of a pain point.

    What colleagues believe to hurt and what does hurt are two lists. Evidence of the touchpoint that a pain point
    stands at counts.

    Bad:
        cjm: 1
        title: Borrowing an electric van
        persona: Florist with two deliveries a day
        objective: Four bookings a month
        stages:
          - name: Booking
            pain_points: [{text: The deposit surprises, evidence: [Nine interviews]}]
          - name: Driving
            pain_points: [The range is a guess]
          - name: Returning

    Good:
        cjm: 1
        title: Borrowing an electric van
        persona: Florist with two deliveries a day
        objective: Four bookings a month
        stages:
          - name: Booking
            pain_points: [{text: The deposit surprises, evidence: [Nine interviews]}]
          - name: Driving
            pain_points: [{text: The range is a guess, evidence: [Nine interviews]}]
          - name: Returning

    Source: Nielsen Norman Group, Journey Mapping 101; Kalbach, Mapping Experiences (2nd ed., 2020), on investigating.
    """
    pains = list(journey.every_pain_point)
    covered = {
        pain.path for touchpoint in journey.touchpoints if touchpoint.evidence for pain in touchpoint.pain_points
    }
    lacking = [pain for pain in pains if not pain.evidence and pain.path not in covered]
    yield from once(
        journey,
        lacking,
        len(pains),
        "evidence",
        counted(
            "{count} of {total} pain points has no evidence",
            "{count} of {total} pain points have no evidence",
            len(lacking),
            total=len(pains),
        ),
        msg("write what it rests on: `evidence: […]`"),
        msg("this has none either"),
    )


@rule(INFO, agreed=WARNING)
def pain_point_without_severity(journey: Journey, _: Setting) -> Findings:
    """Nothing says how much a pain point hurts.

    Without it the loudest pain point in the room is mended first. From 1 to 5, or `low`, `medium`, `high`, `critical`.

    Bad:
        cjm: 1
        title: Borrowing an electric van
        persona: Florist with two deliveries a day
        objective: Four bookings a month
        stages:
          - name: Booking
            pain_points: [{text: The deposit surprises, severity: 2}]
          - name: Driving
            pain_points: [The range is a guess]
          - name: Returning

    Good:
        cjm: 1
        title: Borrowing an electric van
        persona: Florist with two deliveries a day
        objective: Four bookings a month
        stages:
          - name: Booking
            pain_points: [{text: The deposit surprises, severity: low}]
          - name: Driving
            pain_points: [{text: The range is a guess, severity: medium}]
          - name: Returning

    Source: Nielsen, Severity Ratings for Usability Problems (Nielsen Norman Group, 1994).
    """
    pains = list(journey.every_pain_point)
    lacking = [pain for pain in pains if pain.severity is None]
    yield from once(
        journey,
        lacking,
        len(pains),
        "severity",
        counted(
            "{count} of {total} pain points does not say how much it hurts",
            "{count} of {total} pain points do not say how much they hurt",
            len(lacking),
            total=len(pains),
        ),
        msg("write it from 1 to 5: `severity: 4`"),
        msg("this does not say it either"),
    )


@rule(INFO, agreed=WARNING)
def assumption_only(journey: Journey, setting: Setting) -> Findings:
    """Every claim of the map rests on assumptions, or on nothing.

    A map of guesses is a fine beginning, and it should be called one: the next step is five conversations with
    customers. In a draft it is said once something is cited. Claims are emotions and pain points.

    Bad:
        cjm: 1
        title: Complaining about a noisy neighbour
        persona: Night nurse
        objective: Solved without the police
        evidence: [{title: Our own afternoon, kind: assumption}]
        stages:
          - {name: Lying awake}
          - {name: Complaining, emotion: {score: 0, evidence: [Our own afternoon]}}
          - {name: Sleeping again}

    Good:
        cjm: 1
        title: Complaining about a noisy neighbour
        persona: Night nurse
        objective: Solved without the police
        evidence: [{title: Nurses, kind: interview, date: 2026-10-01, sample: 6}]
        stages:
          - {name: Lying awake}
          - {name: Complaining, emotion: {score: 0, evidence: [Nurses]}}
          - {name: Sleeping again}

    Source: Nielsen Norman Group, on assumption maps; Stickdorn et al., This Is Service Design Doing (2018).
    """
    if "evidence" in setting.broken:
        return
    assumed = {each.id for each in journey.known_evidence if each.kind == "assumption"}
    cited = False
    for use in uses.evidence(journey):
        if use.said not in assumed:
            return
        cited = True
    if (cited or journey.status == "agreed") and _claims(journey):
        message = (
            msg("everything on the map rests on assumptions") if cited else msg("nothing on the map rests on evidence")
        )
        yield at(
            journey,
            "evidence",
            message,
            msg("ask five customers, and cite what they say; until then, say `status: draft`"),
            on_key=True,
        )


@rule(INFO)
def one_kind_of_evidence(journey: Journey, _: Setting) -> Findings:
    """All evidence is numbers, or all of it is words.

    Numbers say how many and never why; words say why and never how many. Surveys, analytics and benchmarks are numbers;
    interviews, observations, tests, workshops and reviews are words; support and documents can be both. Said from two
    pieces on, and not of a future or new journey, which nobody can have counted.

    Bad:
        cjm: 1
        title: Using the night bus
        persona: Waitress after closing time
        objective: Twice as many passengers after midnight
        evidence:
          - {title: Tickets, kind: analytics, date: 2026-09-30, sample: 8000}
          - {title: Passengers, kind: survey, date: 2026-06-01, sample: 400}
        stages:
          - name: Waiting
            emotion: {score: -1, evidence: [Passengers]}
            pain_points: [{text: No light, evidence: [Tickets]}]
          - {name: Riding}
          - {name: Walking home}

    Good:
        cjm: 1
        title: Using the night bus
        persona: Waitress after closing time
        objective: Twice as many passengers after midnight
        evidence:
          - {title: Tickets, kind: analytics, date: 2026-09-30, sample: 8000}
          - {title: Passengers, kind: interview, date: 2026-06-01, sample: 12}
        stages:
          - name: Waiting
            emotion: {score: -1, evidence: [Passengers]}
            pain_points: [{text: No light, evidence: [Tickets]}]
          - {name: Riding}
          - {name: Walking home}

    Source: Stickdorn et al., This Is Service Design Doing (2018), on triangulation; Kalbach (2nd ed., 2020).
    """
    if journey.state in ("future", "new"):
        return
    kinds = _one_sort(journey) if journey.known_evidence else None
    if kinds is NUMBERS:
        yield at(
            journey,
            "evidence",
            msg("all evidence is numbers, and none says why"),
            msg("talk to some of those who were counted, or watch them: an interview, an observation"),
            on_key=True,
        )
    elif kinds is WORDS:
        yield at(
            journey,
            "evidence",
            msg("all evidence is words, and none says how many"),
            msg("count how often it happens: a survey, analytics, cases of support"),
            on_key=True,
        )


@rule(WARNING, evidence_age="18mo")
def stale_evidence(journey: Journey, setting: Setting) -> Findings:
    """Evidence is old.

    Prices, screens and customers have changed since, and the map goes on saying what was true. What a retired map rests
    on may be as old as it is.

    Bad:
        cjm: 1
        title: Learning to swim as a grown-up
        persona: Swimmer who starts at fifty
        objective: Two in three finish the course
        evidence: [{title: Pupils, kind: interview, date: 2023-05-04, sample: 9}]
        stages:
          - {name: Daring, emotion: {score: 0, evidence: [Pupils]}}
          - {name: Learning}
          - {name: Swimming}

    Good:
        cjm: 1
        title: Learning to swim as a grown-up
        persona: Swimmer who starts at fifty
        objective: Two in three finish the course
        evidence: [{title: Pupils, kind: interview, date: 2026-05-04, sample: 9}]
        stages:
          - {name: Daring, emotion: {score: 0, evidence: [Pupils]}}
          - {name: Learning}
          - {name: Swimming}

    Options:
        evidence_age: how old evidence may be

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on maps as living documents.
    """
    if journey.status == "retired":
        return
    most = setting.days("evidence_age")
    for each, path in _pieces(journey, "date"):
        if each.date and (setting.today - each.date).days > most:
            yield Finding(
                path,
                msg(
                    "`{title}` is of {date}, older than {age}",
                    title=each.title or each.id,
                    date=each.date.isoformat(),
                    age=str(setting.options["evidence_age"]),
                ),
                msg("look whether it still holds, and cite what you find"),
            )


@rule(INFO, interview_sample=5, survey_sample=30)
def small_sample(journey: Journey, setting: Setting) -> Findings:
    """Few people were asked.

    Two interviews are two opinions, and a percentage of twelve answers changes with the thirteenth.

    Bad:
        cjm: 1
        title: Learning to swim as a grown-up
        persona: Swimmer who starts at fifty
        objective: Two in three finish the course
        evidence: [{title: Pupils, kind: interview, date: 2026-05-04, sample: 2}]
        stages:
          - {name: Daring, emotion: {score: 0, evidence: [Pupils]}}
          - {name: Learning}
          - {name: Swimming}

    Good:
        cjm: 1
        title: Learning to swim as a grown-up
        persona: Swimmer who starts at fifty
        objective: Two in three finish the course
        evidence: [{title: Pupils, kind: interview, date: 2026-05-04, sample: 6}]
        stages:
          - {name: Daring, emotion: {score: 0, evidence: [Pupils]}}
          - {name: Learning}
          - {name: Swimming}

    Options:
        interview_sample: the fewest people to interview
        survey_sample: the fewest answers to a survey

    Source: Nielsen, Why You Only Need to Test with 5 Users (Nielsen Norman Group, 2000), for the first number.
    """
    fewest = {"interview": int(setting.number("interview_sample")), "survey": int(setting.number("survey_sample"))}
    for each, path in _pieces(journey, "sample"):
        least = fewest.get(each.kind or "", 0)
        if each.sample is not None and each.sample < least:
            yield Finding(
                path,
                counted(
                    "`{title}` rests on {count} answer, fewer than {least}",
                    "`{title}` rests on {count} answers, fewer than {least}",
                    each.sample,
                    title=each.title or each.id,
                    least=least,
                ),
                msg("ask a few more, or say that it is a first impression: `kind: assumption`"),
            )


@rule(INFO)
def undated_evidence(journey: Journey, _: Setting) -> Findings:
    """Evidence does not say from when it is.

    Nobody can tell whether it still holds, and it never grows old. Assumptions need no date. In a draft it is said where
    other evidence has one.

    Bad:
        cjm: 1
        title: Learning to swim as a grown-up
        persona: Swimmer who starts at fifty
        objective: Two in three finish the course
        evidence:
          - {title: Pupils, kind: interview, date: 2026-05-04, sample: 9}
          - {title: Cards, kind: analytics}
        stages:
          - {name: Daring, emotion: {score: 0, evidence: [Pupils, Cards]}}
          - {name: Learning}
          - {name: Swimming}

    Good:
        cjm: 1
        title: Learning to swim as a grown-up
        persona: Swimmer who starts at fifty
        objective: Two in three finish the course
        evidence:
          - {title: Pupils, kind: interview, date: 2026-05-04, sample: 9}
          - {title: Cards, kind: analytics, date: 2026-08-31}
        stages:
          - {name: Daring, emotion: {score: 0, evidence: [Pupils, Cards]}}
          - {name: Learning}
          - {name: Swimming}

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on maps as living documents.
    """
    asked = [each for each in journey.evidence if each.kind != "assumption"]
    lacking = [each for each in asked if not each.date]
    yield from once(
        journey,
        lacking,
        len(asked),
        "date",
        counted(
            "{count} of {total} pieces of evidence does not say from when it is",
            "{count} of {total} pieces of evidence do not say from when they are",
            len(lacking),
            total=len(asked),
        ),
        msg("write when it was gathered: `date: 2026-10-01`"),
        msg("this does not say it either"),
    )


@rule(INFO)
def numbers_in_text(journey: Journey, _: Setting) -> Findings:
    """A figure stands in a sentence, where nothing can compare it.

    Next quarter the sentence still says 35 %, and nobody sees that it was true once. Looked at are the descriptions
    and actions of stages and touchpoints that have no `figures`, and pain points that have no `share`; what customers
    say in their own words is left alone.

    Bad:
        cjm: 1
        title: Parking at the stadium
        persona: Season-ticket holder
        objective: Out of the car park within half an hour
        stages:
          - {name: Arriving}
          - {name: Watching}
          - {name: Leaving, description: They queue for 50 minutes at the only exit}

    Good:
        cjm: 1
        title: Parking at the stadium
        persona: Season-ticket holder
        objective: Out of the car park within half an hour
        stages:
          - {name: Arriving}
          - {name: Watching}
          - {name: Leaving, description: They queue at the only exit, figures: [{metric: dwell.median, value: 50m}]}

    Source: Rawson, Duncan and Jones, The Truth About Customer Experience (HBR, 2013); FORMAT, figures.
    """
    found = [(path, figure) for path, text in _sentences(journey) if (figure := figure_in(text))]
    if found:
        yield from together(
            [path for path, _ in found],
            counted(
                "`{figure}` stands in a sentence, where nothing can compare it",
                "{count} sentences hold a figure, where nothing can compare it, first of them `{figure}`",
                len(found),
                figure=found[0][1],
            ),
            msg(
                "write it as `{example}`, or as the `share` of the pain point",
                example="figures: [{metric: …, value: …}]",
            ),
            msg("this sentence holds one too"),
        )


@rule(WARNING)
def quote_with_personal_data(journey: Journey, _: Setting) -> Findings:
    """A quote holds an e-mail address, a telephone number or the number of a card.

    Maps hang on walls, are sent to agencies and stay in the history of a repository for ever. The person who said it
    agreed to none of that. Looked at are quotes, thoughts, and titles of evidence.

    Bad:
        cjm: 1
        title: Resetting a password
        persona: Volunteer
        objective: Nobody needs to call us
        stages:
          - {name: Being locked out}
          - name: Asking for a new one
            touchpoints:
              - {name: Form, channel: web, thoughts: ["I am ana.prueba@example.com, why does it not know me?"]}
          - {name: Being back in}

    Good:
        cjm: 1
        title: Resetting a password
        persona: Volunteer
        objective: Nobody needs to call us
        stages:
          - {name: Being locked out}
          - name: Asking for a new one
            touchpoints:
              - {name: Form, channel: web, thoughts: ["I gave it my address, why does it not know me?"]}
          - {name: Being back in}

    Source: Regulation (EU) 2016/679 (GDPR), article 5, on data minimisation; ISO/IEC 7812-1, on the check digit.
    """
    for path, text in _quotes(journey):
        kind = personal_data_in(text)
        if kind:
            yield Finding(
                path,
                msg("somebody's words hold {kind}", kind=KINDS[kind]),
                msg("take it out, here and in the history of the file; the sentence stays true without it"),
            )


def _pieces(journey: Journey, key: str) -> Iterator[tuple[Evidence, Path]]:
    """The journey's own evidence with the place of a key, and the catalogue's where the journey first cites it."""
    for each in journey.evidence:
        yield each, (*each.path, key)
    if journey.catalogue.evidence:
        own = {each.id for each in journey.evidence}
        cited: dict[str, Path] = {}
        for use in uses.evidence(journey):
            cited.setdefault(use.said, use.path)
        for each in journey.catalogue.evidence:
            if each.id in cited and each.id not in own:
                yield each, cited[each.id]


def _claims(journey: Journey) -> bool:
    """Whether the map says what customers feel, or where it hurts."""
    return any(place.pain_points for place in journey.places) or any(
        place.emotion for place in uses.stages_and_touchpoints(journey)
    )


def _one_sort(journey: Journey) -> frozenset[str] | None:
    """NUMBERS or WORDS, when everything that is cited is of that sort, and is two pieces at least."""
    kinds = {each.id: each.kind for each in journey.known_evidence if each.kind != "assumption"}
    assumed = {each.id for each in journey.known_evidence if each.kind == "assumption"}
    cited: set[str] = set()
    sorts = {NUMBERS, WORDS}
    for use in uses.evidence(journey):
        if use.said not in cited and use.said not in assumed:
            cited.add(use.said)
            sorts = {sort for sort in sorts if kinds.get(use.said) in sort}
            if not sorts:
                return None
    return sorts.pop() if len(cited) > 1 else None


def _sentences(journey: Journey) -> Iterator[tuple[Path, str]]:
    """What the team wrote about what happens and hurts, where no field holds the figure."""
    for pain in journey.every_pain_point:
        if pain.share is None:
            yield (*pain.path, "text"), pain.text
    for place in uses.stages_and_touchpoints(journey):
        if not place.figures and place.description:
            yield (*place.path, "description"), place.description
    for touchpoint in journey.touchpoints:
        if not touchpoint.figures:
            for number, action in enumerate(touchpoint.actions):
                yield (*touchpoint.path, "actions", number), action


def _quotes(journey: Journey) -> Iterator[tuple[Path, str]]:
    for persona in journey.personas:
        if persona.quote:
            yield (*persona.path, "quote"), persona.quote
    for touchpoint in journey.touchpoints:
        for number, thought in enumerate(touchpoint.thoughts):
            yield (*touchpoint.path, "thoughts", number), thought
    for each in journey.evidence:
        if each.title:
            yield (*each.path, "title"), each.title
    if not journey.known_evidence:  # then what is cited is free text
        for use in uses.evidence(journey):
            yield use.path, use.said


RULES: tuple[Rule, ...] = (
    pain_point_without_evidence,
    pain_point_without_severity,
    assumption_only,
    one_kind_of_evidence,
    stale_evidence,
    small_sample,
    undated_evidence,
    numbers_in_text,
    quote_with_personal_data,
)
