"""Does everything that the map refers to exist, once, and under one name?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cjm.checks.registry import (
    ERROR,
    INFO,
    WARNING,
    AcrossFindings,
    Around,
    Finding,
    Findings,
    Path,
    Rule,
    Setting,
    at,
    in_file,
    once,
    rule,
)
from cjm.diagnostics import Message, Related, counted, msg
from cjm.edit.adding import Addition
from cjm.model import Journey, uses
from cjm.model.graph import circles
from cjm.model.measures import FIGURES
from cjm.model.outline import Mention, Outline
from cjm.model.parts import Identified
from cjm.model.reading import say_path
from cjm.model.uses import Use

_SHOWN = 8
Stranger = tuple[Use, Message, tuple[tuple[Path, Message], ...]]


@rule(ERROR)
def unknown_persona(journey: Journey, setting: Setting) -> Findings:
    """The map speaks of a persona that is not defined.

    Her curve, her segment and her pain points belong to nobody: the drawing leaves them out, and a measurement cannot
    pick her cases out of the log.

    Bad:
        cjm: 1
        title: Buying shoes
        objective: Raise repeat purchases
        persona: luara
        personas: [{id: laura, name: Laura}]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        objective: Raise repeat purchases
        persona: laura
        personas: [{id: laura, name: Laura}]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: Kalbach, Mapping Experiences (2nd ed., 2020); FORMAT, references.
    """
    for use, hint, related in _strangers(
        uses.personas(journey), journey.known_personas, journey.personas, "personas", setting
    ):
        yield Finding(use.path, msg("there is no persona `{name}`", name=use.said), hint, use.on_key, related)


@rule(ERROR)
def unknown_channel(journey: Journey, setting: Setting) -> Findings:
    """A touchpoint happens in a channel that is not defined.

    One channel under two spellings is two rows in the drawing and two figures in the measurement, and nobody sees that
    they are one.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        channels: [{id: web, name: Web}, {id: store, name: Shop}]
        stages:
          - {name: Looking, touchpoints: [{name: Shop window, channel: store}]}
          - {name: Buying, touchpoints: [{name: Product page, channel: webb}]}
          - {name: Wearing}

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        channels: [{id: web, name: Web}, {id: store, name: Shop}]
        stages:
          - {name: Looking, touchpoints: [{name: Shop window, channel: store}]}
          - {name: Buying, touchpoints: [{name: Product page, channel: web}]}
          - {name: Wearing}

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016); FORMAT.
    """
    for use, hint, related in _strangers(
        uses.channels(journey), journey.known_channels, journey.channels, "channels", setting
    ):
        yield Finding(use.path, msg("there is no channel `{name}`", name=use.said), hint, use.on_key, related)


@rule(ERROR)
def unknown_team(journey: Journey, setting: Setting) -> Findings:
    """An owner or a participant is a team that is not defined.

    Work that belongs to a team which does not exist is done by nobody, and does not show in the list of any team that
    does exist.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        owner: custmer-care
        teams: [{id: customer-care, name: Customer care}]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        owner: customer-care
        teams: [{id: customer-care, name: Customer care}]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: Rawson, Duncan and Jones, The Truth About Customer Experience (HBR, 2013); FORMAT, references.
    """
    for use, hint, related in _strangers(uses.teams(journey), journey.known_teams, journey.teams, "teams", setting):
        yield Finding(use.path, msg("there is no team `{name}`", name=use.said), hint, use.on_key, related)


@rule(ERROR)
def unknown_evidence(journey: Journey, setting: Setting) -> Findings:
    """A claim cites evidence that is not defined.

    Whoever wants to check the claim finds nothing, and it looks better founded than it is.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        evidence: [{id: spring, kind: interview, title: Buyers of last spring, date: 2026-09-01, sample: 12}]
        stages:
          - {name: Looking}
          - {name: Buying, pain_points: [{text: The total changes at the till, severity: 3, evidence: [sprng]}]}
          - {name: Wearing}

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        evidence: [{id: spring, kind: interview, title: Buyers of last spring, date: 2026-09-01, sample: 12}]
        stages:
          - {name: Looking}
          - {name: Buying, pain_points: [{text: The total changes at the till, severity: 3, evidence: [spring]}]}
          - {name: Wearing}

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on investigating; FORMAT, references.
    """
    for use, hint, related in _strangers(
        uses.evidence(journey), journey.known_evidence, journey.evidence, "evidence", setting
    ):
        yield Finding(use.path, msg("there is no evidence `{name}`", name=use.said), hint, use.on_key, related)


@rule(ERROR)
def unknown_touchpoint(journey: Journey, setting: Setting) -> Findings:
    """A path, or the end of the scope, names a touchpoint that the map does not have.

    The path is drawn around the gap, and every figure about it (who follows it, how long it takes, where it ends)
    speaks of another path than the team meant.

    Bad:
        cjm: 1
        title: Parking in the centre
        persona: Driver from out of town
        objective: Nobody queues at the exit
        stages:
          - {name: Arriving, touchpoints: [{id: barrier, name: Barrier, channel: machine}]}
          - {name: Paying, touchpoints: [{id: till, name: Ticket machine, channel: machine}]}
          - {name: Leaving, touchpoints: [{id: exit, name: Way out, channel: garage}]}
        paths: [{name: All in one go, steps: [barrier, tilt, exit]}]

    Good:
        cjm: 1
        title: Parking in the centre
        persona: Driver from out of town
        objective: Nobody queues at the exit
        stages:
          - {name: Arriving, touchpoints: [{id: barrier, name: Barrier, channel: machine}]}
          - {name: Paying, touchpoints: [{id: till, name: Ticket machine, channel: machine}]}
          - {name: Leaving, touchpoints: [{id: exit, name: Way out, channel: garage}]}
        paths: [{name: All in one go, steps: [barrier, till, exit]}]

    Source: FORMAT, paths; MEASURES, fit.
    """
    if setting.broken & {"stages", "touchpoints"}:
        return
    own = tuple(journey.touchpoints)
    for use, hint, related in _strangers(uses.touchpoints(journey), own, own, "", setting):
        yield Finding(use.path, msg("there is no touchpoint `{name}`", name=use.said), hint, use.on_key, related)


@rule(ERROR)
def unknown_lane(journey: Journey, setting: Setting) -> Findings:
    """A stage or touchpoint has text for a lane that is not defined.

    The text is drawn nowhere: the lane is missing from the list that says which lanes there are, and in which order.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        lanes: [{id: legal, name: Legal requirements}]
        stages:
          - {name: Looking, lanes: {legal: [Prices include tax]}}
          - {name: Buying, lanes: {leagl: [Two weeks to change one's mind]}}
          - {name: Wearing}

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        lanes: [{id: legal, name: Legal requirements}]
        stages:
          - {name: Looking, lanes: {legal: [Prices include tax]}}
          - {name: Buying, lanes: {legal: [Two weeks to change one's mind]}}
          - {name: Wearing}

    Source: FORMAT, lanes.
    """
    for use, hint, related in _strangers(uses.lanes(journey), journey.lanes, journey.lanes, "lanes", setting):
        yield Finding(use.path, msg("there is no lane `{name}`", name=use.said), hint, use.on_key, related)


@rule(ERROR, when="across")
def unknown_journey(outlines: Sequence[Outline], _: Around) -> AcrossFindings:
    """A step is shown closer in a journey that the project does not have, or a future is compared with one.

    The link in the report leads nowhere, and the comparison that a future journey is made for cannot be drawn.

    Bad:
        cjm: 1
        id: shoes-2027
        title: Buying shoes, next year
        persona: Laura
        objective: Raise repeat purchases
        state: future
        compares_to: shose
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

        # file: shoes.journey.yaml
        cjm: 1
        id: shoes
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        id: shoes-2027
        title: Buying shoes, next year
        persona: Laura
        objective: Raise repeat purchases
        state: future
        compares_to: shoes
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

        # file: shoes.journey.yaml
        cjm: 1
        id: shoes
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on current and future state; FORMAT, details and compares_to.
    """
    ids = {outline.id for outline in outlines}
    words = [(word, outline.id) for outline in outlines for word in (outline.id, outline.title)]
    for outline in outlines:
        for mention in (*outline.details, *outline.compares_to):
            if mention.target not in ids:
                near = _nearest(mention.target, words)
                hint = (
                    msg("did you mean `{near}`?", near=near)
                    if near
                    else msg("write the `id` of a journey of the project, or take the line out")
                )
                yield in_file(
                    outline,
                    "unknown-journey",
                    mention.span,
                    say_path(mention.path),
                    msg("there is no journey `{name}`", name=mention.target),
                    hint,
                )


@rule(ERROR)
def unknown_pain_point(journey: Journey, setting: Setting) -> Findings:
    """An opportunity addresses a pain point that the map does not have.

    The work looks as if it answered something, while the pain point that was meant still waits for an answer.

    Bad:
        cjm: 1
        title: Collecting a prescription
        persona: Adela
        objective: Nobody waits longer than five minutes
        stages:
          - {name: Seeing the doctor}
          - {name: Waiting, pain_points: [{id: queue, text: Nobody knows whose turn it is, severity: 3}]}
          - {name: Going home, opportunities: [{text: Numbers at the door, addresses: [queues]}]}

    Good:
        cjm: 1
        title: Collecting a prescription
        persona: Adela
        objective: Nobody waits longer than five minutes
        stages:
          - {name: Seeing the doctor}
          - {name: Waiting, pain_points: [{id: queue, text: Nobody knows whose turn it is, severity: 3}]}
          - {name: Going home, opportunities: [{text: Numbers at the door, addresses: [queue]}]}

    Source: Stickdorn et al., This Is Service Design Doing (2018); FORMAT, opportunities.
    """
    if setting.broken & {"stages", "touchpoints", "pain_points"}:
        return
    own = tuple(journey.every_pain_point)
    for use, hint, related in _strangers(uses.pain_points(journey), own, own, "", setting):
        yield Finding(use.path, msg("there is no pain point `{name}`", name=use.said), hint, use.on_key, related)


@rule(ERROR)
def unknown_metric(journey: Journey, setting: Setting) -> Findings:
    """A target names a figure that nothing measures and nobody has defined.

    It can be neither met nor missed. A target's metric is a figure of `cjm measure`, a survey's own column, or one of
    `metrics`; figures written by hand are free text until `metrics` lists some.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        targets: [{metric: compleeted, at_least: 6%}]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        targets: [{metric: completed, at_least: 6%}]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: MEASURES, figures; FORMAT, targets.
    """
    if setting.broken & {"metrics", "sources"}:
        return
    defined = journey.known_metrics
    columns = _columns(journey, setting)
    for use in (*uses.targets(journey), *(uses.observed(journey) if defined else ())):
        if use.said in FIGURES or use.said in columns or any(metric.id == use.said for metric in defined):
            continue
        words = [(word, word) for word in (*_words(defined), *FIGURES, *sorted(columns))]
        near = _nearest(use.said, words)
        hint = (
            msg("did you mean `{near}`?", near=near)
            if near
            else msg(
                "say what it is under `metrics`, or choose a figure of `cjm measure`, such as {names}",
                names=tuple(FIGURES)[:_SHOWN],
            )
        )
        yield Finding(use.path, msg("there is no metric `{name}`", name=use.said), hint)


@rule(ERROR)
def duplicate_id(journey: Journey, _: Setting) -> Findings:
    """Two parts of one kind have the same id.

    Whatever refers to it (a path, an opportunity, an event mapping, last month's diff) reaches the first of them, and
    the second can be reached by nothing.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {id: buy, name: Looking}
          - {id: buy, name: Buying}
          - {id: wear, name: Wearing}

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {id: look, name: Looking}
          - {id: buy, name: Buying}
          - {id: wear, name: Wearing}

    Source: FORMAT, ids.
    """
    first: dict[tuple[str, str], Identified] = {}
    for family, part in uses.identified_parts(journey):
        if part.generated or not part.id:
            continue
        other = first.setdefault((family, part.id), part)
        if other is not part:
            yield at(
                part,
                "id",
                msg("the id `{id}` already belongs to {part}", id=part.id, part=part.noun),
                msg("give this one another id; whatever says `{id}` means the first", id=part.id),
                related=(((*other.path, "id"), msg("`{id}` is given here first", id=part.id)),),
            )


@rule(ERROR, when="across")
def duplicate_journey_id(outlines: Sequence[Outline], _: Around) -> AcrossFindings:
    """Two journeys of the project have the same id.

    Their pictures and reports would be written over each other, and a link to one leads to the other. Nothing is
    drawn until one of them has an id of its own; a journey without a written id takes it from its title.

    Bad:
        cjm: 1
        id: shoes
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

        # file: returns.journey.yaml
        cjm: 1
        id: shoes
        title: Sending shoes back
        persona: Laura
        objective: Money back within five days
        stages: [{name: Trying on}, {name: Sending}, {name: Waiting}]

    Good:
        cjm: 1
        id: shoes
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

        # file: returns.journey.yaml
        cjm: 1
        id: returns
        title: Sending shoes back
        persona: Laura
        objective: Money back within five days
        stages: [{name: Trying on}, {name: Sending}, {name: Waiting}]

    Source: FORMAT, ids.
    """
    first: dict[str, Outline] = {}
    for outline in outlines:
        other = first.setdefault(outline.id, outline)
        if other is not outline:
            related = Related(msg("`{id}` is given here first", id=outline.id), other.id_span, other.file)
            yield in_file(
                outline,
                "duplicate-journey-id",
                outline.id_span,
                "id",
                msg("the id `{id}` already belongs to `{title}`", id=outline.id, title=other.title),
                msg("give this journey another id: `id: …`"),
                (related,),
            )


@rule(WARNING)
def duplicate_name(journey: Journey, _: Setting) -> Findings:
    """Two parts that stand side by side have the same name.

    On the map nobody can tell them apart, and a reference by name reaches only the first. The same touchpoint in two
    stages is no mistake, nor are two of one stage that have ids of their own: the team knows that they are two.

    Bad:
        cjm: 1
        title: Booking a ferry
        persona: Lorry driver
        objective: Fewer calls on the day before
        stages:
          - {name: Booking}
          - {name: Crossing}
          - {name: Crossing}

    Good:
        cjm: 1
        title: Booking a ferry
        persona: Lorry driver
        objective: Fewer calls on the day before
        stages:
          - {name: Booking}
          - {name: Boarding}
          - {name: Crossing}

    Source: Nielsen Norman Group, on journey mapping: a map has to be read by people who were not in the room.
    """
    for parts in (
        journey.personas,
        journey.channels,
        journey.teams,
        journey.evidence,
        journey.metrics,
        journey.lanes,
        journey.stages,
        *(stage.touchpoints for stage in journey.stages),
        journey.paths,
    ):
        yield from _same_names(parts)


@rule(INFO)
def unused_definition(journey: Journey, setting: Setting) -> Findings:
    """The journey defines something that it never speaks of.

    Often the reference is what is missing: an interview that no claim cites, a persona whom nothing happens to. If it
    is shared by other journeys, its place is the project's catalogue.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        owner: Marketing
        teams: [{name: Marketing}, {name: Customer care}]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        owner: Marketing
        teams: [{name: Marketing}]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: the practice of linters, such as pyflakes; FORMAT, references.
    """
    if not setting.whole:
        return
    main = Use((), journey.main_persona or "")
    not_shown = [metric for metric in journey.metrics if metric.value is None]
    families: tuple[tuple[Sequence[Identified], Iterable[Identified], Iterable[Use]], ...] = (
        (journey.personas, journey.known_personas, (main, *uses.personas(journey))),
        (journey.channels, journey.known_channels, uses.channels(journey)),
        (journey.teams, journey.known_teams, uses.teams(journey)),
        (journey.evidence, journey.known_evidence, uses.evidence(journey)),
        (not_shown, journey.known_metrics, (*uses.targets(journey), *uses.observed(journey))),
        (journey.lanes, journey.lanes, uses.lanes(journey)),
    )
    measured = {*FIGURES, *_columns(journey, setting)}
    for parts, known, said in families:
        spoken_of = {use.said for use in said} if parts else set()
        if spoken_of <= {part.id for part in known} | measured:  # else a misspelt reference may mean one of them
            for part in parts:
                if part.id not in spoken_of:
                    yield at(
                        part,
                        "id",
                        msg("nothing in the journey refers to `{name}`", name=_name(part)),
                        msg("refer to it where it belongs, or take it out"),
                    )


@rule(INFO)
def shadowed_definition(journey: Journey, _: Setting) -> Findings:
    """The journey defines again what the project's catalogue already defines.

    Its own definition wins in this journey, and changes to the catalogue no longer reach it: one persona slowly
    becomes two.

    Bad:
        cjm: 1
        title: Buying shoes
        objective: Raise repeat purchases
        persona: Laura
        personas: [{name: Laura}]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

        # file: cjm.yaml
        cjm_project: 1
        catalogue: {personas: [{id: laura, name: Laura}]}

    Good:
        cjm: 1
        title: Buying shoes
        objective: Raise repeat purchases
        persona: laura
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

        # file: cjm.yaml
        cjm_project: 1
        catalogue: {personas: [{id: laura, name: Laura}]}

    Source: FORMAT, the project file.
    """
    shared = journey.catalogue
    families: tuple[tuple[Sequence[Identified], Sequence[Identified]], ...] = (
        (journey.personas, shared.personas),
        (journey.channels, shared.channels),
        (journey.teams, shared.teams),
        (journey.evidence, shared.evidence),
        (journey.metrics, shared.metrics),
    )
    for own, theirs in families:
        ids = {part.id for part in theirs}
        for part in own:
            if part.id in ids:
                yield at(
                    part,
                    "id",
                    msg("the project's catalogue already defines `{id}`", id=part.id),
                    msg("take it out here, or give it another id if it is not the same"),
                )


@rule(INFO, agreed=WARNING)
def generated_id(journey: Journey, _: Setting) -> Findings:
    """Parts have no id of their own, and take it from their name.

    The first time somebody finds a better name, the part becomes another one: its history ends, paths and event
    mappings lose it, and the comparison with last month shows one part gone and a new one come. A draft is asked only
    where others of the same kind have an id.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {id: look, name: Looking}
          - {name: Buying}
          - {id: wear, name: Wearing}

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {id: look, name: Looking}
          - {id: buy, name: Buying}
          - {id: wear, name: Wearing}

    Source: FORMAT, ids; Berners-Lee, Cool URIs Don't Change (W3C, 1998).
    """
    named = list(uses.named_parts(journey))
    asked = {family for family, part in named if journey.status == "agreed" or not part.generated}
    parts = [part for family, part in named if family in asked]
    lacking = [part for part in parts if part.generated]
    ids = tuple(Addition(part.path, part.id, part.label) for part in lacking)
    found = once(
        journey,
        lacking,
        len(parts),
        "",
        counted(
            "{count} of {total} parts has no id, and would lose its history with its name",
            "{count} of {total} parts have no id, and would lose their history with their names",
            len(lacking),
            total=len(parts),
        ),
        msg("write an `id: …` beside each name, once"),
        msg("this has no id either"),
    )
    yield from (each._replace(lacking=ids) for each in found)


@rule(WARNING, when="across")
def missing_evidence_file(outlines: Sequence[Outline], around: Around) -> AcrossFindings:
    """The journey names a file of the project that is not there.

    Whoever wants to see the proof, the sketch or the photograph meets a broken link, and the report shows an empty
    frame.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        evidence: [{title: Buyers, kind: interview, date: 2026-09-01, sample: 12, link: research/gone.pdf}]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        evidence: [{title: Buyers, kind: interview, date: 2026-09-01, sample: 12, link: "https://example.org/1"}]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: FORMAT, links.
    """
    for outline in outlines:
        for mention in outline.files:
            path = mention.target.partition("#")[0].partition("?")[0]
            if path and not _is_elsewhere(path) and not around.exists(outline.file, path):
                yield in_file(
                    outline,
                    "missing-evidence-file",
                    mention.span,
                    say_path(mention.path),
                    msg("the file `{path}` is not there", path=path),
                    msg("put the file into the project, or correct the path"),
                )


@rule(ERROR, when="across")
def circular_details(outlines: Sequence[Outline], _: Around) -> AcrossFindings:
    """A journey is a closer view of itself.

    Whoever follows `details` to see a step closer comes back to where he was. Each journey should be larger than those
    that show its steps.

    Bad:
        cjm: 1
        id: shoes
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking}
          - {name: Paying, touchpoints: [{name: Till, channel: store, details: payment}]}
          - {name: Wearing}

        # file: payment.journey.yaml
        cjm: 1
        id: payment
        title: Paying at the till
        persona: Laura
        objective: Nobody queues
        stages:
          - {name: Queueing}
          - {name: Paying, touchpoints: [{name: Card reader, channel: store, details: shoes}]}
          - {name: Packing}

    Good:
        cjm: 1
        id: shoes
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking}
          - {name: Paying, touchpoints: [{name: Till, channel: store, details: payment}]}
          - {name: Wearing}

        # file: payment.journey.yaml
        cjm: 1
        id: payment
        title: Paying at the till
        persona: Laura
        objective: Nobody queues
        stages:
          - {name: Queueing}
          - {name: Paying, touchpoints: [{name: Card reader, channel: store}]}
          - {name: Packing}

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on levels of detail; FORMAT, details.
    """
    known: dict[str, Outline] = {}
    for outline in outlines:
        known.setdefault(outline.id, outline)
    leads_to = {
        name: [mention.target for mention in outline.details if mention.target in known]
        for name, outline in known.items()
    }
    for circle in circles(leads_to):
        *before, (last, closing) = _ways(circle, known)
        related = tuple(
            Related(msg("`{target}` is entered here", target=way.target), way.span, outline.file)
            for outline, way in before
        )
        yield in_file(
            last,
            "circular-details",
            closing.span,
            say_path(closing.path),
            msg("`{target}` leads back here by its own `details`", target=closing.target)
            if before
            else msg("the journey `{target}` is shown closer in itself", target=closing.target),
            msg("take out the `details` of the smaller journey"),
            related,
        )


@rule(INFO, when="across")
def unreached_journey(outlines: Sequence[Outline], around: Around) -> AcrossFindings:
    """No journey leads to this one, and it leads to none, while most of the project hang together.

    Whoever opens the project's reports comes from one journey to the next by `details` and `compares_to`, and never
    finds this one. It is only asked where at least half of the journeys are linked, and all of them were looked at.

    Bad:
        cjm: 1
        id: cards
        title: Getting a library card
        persona: Pupil
        objective: Every school year signs up
        stages: [{name: Hearing of it}, {name: Signing up}, {name: Borrowing}]

        # file: visit.journey.yaml
        cjm: 1
        id: visit
        title: A visit to the library
        persona: Pupil
        objective: Every pupil comes twice
        stages:
          - {name: Coming, touchpoints: [{name: Way in, channel: hall}]}
          - {name: Lending, touchpoints: [{name: Desk, channel: hall, details: desk}]}
          - {name: Going, touchpoints: [{name: Way out, channel: hall}]}

        # file: desk.journey.yaml
        cjm: 1
        id: desk
        title: At the desk
        persona: Pupil
        objective: Nobody queues
        stages: [{name: Queueing}, {name: Lending}, {name: Leaving}]

    Good:
        cjm: 1
        id: visit
        title: A visit to the library
        persona: Pupil
        objective: Every pupil comes twice
        stages:
          - {name: Signing up, touchpoints: [{name: Form, channel: hall, details: cards}]}
          - {name: Lending, touchpoints: [{name: Desk, channel: hall}]}
          - {name: Going, touchpoints: [{name: Way out, channel: hall}]}

        # file: cards.journey.yaml
        cjm: 1
        id: cards
        title: Getting a library card
        persona: Pupil
        objective: Every school year signs up
        stages: [{name: Hearing of it}, {name: Signing up}, {name: Borrowing}]

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on levels of detail; FORMAT, details and compares_to.
    """
    leads = {outline.id: {each.target for each in (*outline.details, *outline.compares_to)} for outline in outlines}
    reached = {target for targets in leads.values() for target in targets}
    alone = [outline for outline in outlines if not leads[outline.id] and outline.id not in reached]
    if around.whole and 2 * len(alone) <= len(outlines):
        for outline in alone:
            yield in_file(
                outline,
                "unreached-journey",
                outline.id_span,
                "id",
                msg("no journey leads to `{title}`, and it leads to none", title=outline.title),
                msg(
                    "name it where its step is, `details: {id}`, or say which it replaces: `compares_to: …`",
                    id=outline.id,
                ),
            )


@rule(INFO, when="across")
def unserved_persona(outlines: Sequence[Outline], around: Around) -> AcrossFindings:
    """The catalogue has a persona whom no journey serves.

    Somebody took the trouble of finding out who she is, and nobody has asked what she lives through. It is only said
    where all journeys of the project were looked at.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

        # file: cjm.yaml
        cjm_project: 1
        catalogue: {personas: [{id: laura, name: Laura}, {id: pedro, name: Pedro}]}

    Good:
        cjm: 1
        title: Buying shoes
        persona: laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]
        paths: [{name: As a present, persona: pedro}]

        # file: cjm.yaml
        cjm_project: 1
        catalogue: {personas: [{id: laura, name: Laura}, {id: pedro, name: Pedro}]}

    Source: Stickdorn et al., This Is Service Design Doing (2018), on personas; FORMAT, the project file.
    """
    served = {persona for outline in outlines for persona in outline.personas}
    for persona in around.personas if around.whole and outlines else ():
        if persona.id not in served:
            project = outlines[0]._replace(file=around.file, status="draft")
            yield in_file(
                project,
                "unserved-persona",
                persona.span,
                say_path(persona.path),
                msg("no journey is about `{name}`", name=persona.name),
                msg("draw her journey, `persona: {id}`, say where she comes in, or take her out", id=persona.id),
            )


def _ways(circle: Sequence[str], known: dict[str, Outline]) -> list[tuple[Outline, Mention]]:
    """The `details` that lead from each journey of a circle to the next, the last one back to the first."""
    return [
        (known[here], next(mention for mention in known[here].details if mention.target == there))
        for here, there in zip(circle, (*circle[1:], circle[0]), strict=True)
    ]


def _columns(journey: Journey, setting: Setting) -> frozenset[str]:
    """The numeric columns of surveys that targets may name, the journey's own and the project's."""
    surveys = journey.sources.surveys if journey.sources else ()
    return setting.columns.union(name for survey in surveys for name, _ in survey.columns)


def _strangers(
    said: Iterable[Use], known: Sequence[Identified], own: Sequence[Identified], key: str, setting: Setting
) -> Iterator[Stranger]:
    """What is said and not known, with a hint. As long as nothing is known, everything is free text."""
    if not known or key in setting.broken:
        return
    ids = {part.id for part in known}
    for use in said:
        if use.said not in ids:
            yield use, *_advice(use.said, known, own, key)


def _advice(
    said: str, known: Sequence[Identified], own: Sequence[Identified], key: str
) -> tuple[Message, tuple[tuple[Path, Message], ...]]:
    near = _nearest(said, [(word, word) for word in _words(known)])
    if near:
        place = next((part.path for part in own if near in (part.id, _name(part))), None)
        related = ((place, msg("`{near}` is defined here", near=near)),) if place else ()
        return msg("did you mean `{near}`?", near=near), related
    names = tuple(part.id for part in known[:_SHOWN])
    if key:
        return msg("choose one of {names}, or define it under `{key}`", names=names, key=key), ()
    return msg("choose one of the map, such as {names}", names=names), ()


def _nearest(said: str, candidates: Iterable[tuple[str, str]]) -> str | None:
    """The second of the pair whose first is most like what is said."""
    from difflib import get_close_matches  # noqa: PLC0415 - only files with a mistake need it

    meant = {word.casefold(): answer for word, answer in reversed(list(candidates)) if word}
    found = get_close_matches(said.casefold(), meant, n=1, cutoff=0.6)
    return meant[found[0]] if found else None


def _words(parts: Iterable[Identified]) -> Iterator[str]:
    for part in parts:
        yield part.id
        yield _name(part)


def _name(part: Identified) -> str:
    return getattr(part, part.label) or part.id


def _same_names(parts: Sequence[Identified]) -> Findings:
    first: dict[str, Identified] = {}
    for part in parts:
        name = getattr(part, part.label) or ""
        other = first.setdefault(name.casefold(), part)
        told_apart = part.family == "touchpoint" and not (part.generated or other.generated)
        if name and other is not part and other.id != part.id and not told_apart:
            yield at(
                part,
                part.label,
                msg("`{name}` is already the name of {part}", name=name, part=part.noun),
                msg("give each a name that says which it is"),
                related=(((*other.path, part.label), msg("the other `{name}`", name=name)),),
            )


def _is_elsewhere(path: str) -> bool:
    return path.lower().startswith(("http:", "https:", "mailto:"))


RULES: tuple[Rule, ...] = (
    unknown_persona,
    unknown_channel,
    unknown_team,
    unknown_evidence,
    unknown_touchpoint,
    unknown_lane,
    unknown_journey,
    unknown_pain_point,
    unknown_metric,
    duplicate_id,
    duplicate_journey_id,
    duplicate_name,
    unused_definition,
    shadowed_definition,
    generated_id,
    missing_evidence_file,
    circular_details,
    unreached_journey,
    unserved_persona,
)
