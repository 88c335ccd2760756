"""Is this one journey, of someone, for something?"""

from cjm.checks.registry import ERROR, INFO, WARNING, Finding, Findings, Rule, Setting, at, rule
from cjm.diagnostics import counted, msg
from cjm.model import Journey, Persona, uses


@rule(WARNING, agreed=ERROR)
def missing_objective(journey: Journey, _: Setting) -> Findings:
    """The journey has no business objective.

    A map that serves no purpose of the company is drawn once and never opened again: nobody can say which of its pain
    points matter, or when it has done its work. It is better not begun.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        stages:
          - name: Looking
          - name: Buying
          - name: Wearing

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases within 90 days from 18 % to 25 %
        stages:
          - name: Looking
          - name: Buying
          - name: Wearing

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on initiating a mapping project.
    """
    if journey.objective is None:
        yield at(
            journey,
            "objective",
            msg("the journey has no business objective"),
            msg("write what the company wants from it: `objective: …`"),
        )


@rule(INFO, agreed=WARNING)
def objective_without_target(journey: Journey, _: Setting) -> Findings:
    """Nothing says which figure would show that the objective has been reached.

    Two people read “better service” as two things, and a year later nobody can tell whether the work has paid. A
    target of the whole journey answers it as well. In a draft it is asked for once the objective has a metric, or
    stages and touchpoints have targets.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: {statement: More people come back, metric: completed}
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: {statement: More people come back, metric: completed, at_least: 25%}
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: Rawson, Duncan and Jones, The Truth About Customer Experience (HBR, 2013).
    """
    objective = journey.objective
    if objective is None or objective.at_least or objective.at_most or journey.targets:
        return
    measuring = objective.metric or any(place.targets for place in journey.places)
    if journey.status == "agreed" or measuring:
        yield at(
            objective,
            "at_least",
            msg("the objective has no value to reach"),
            msg("write the figure and its value, such as `metric: completed` and `at_least: 25%`"),
        )


@rule(WARNING, agreed=ERROR)
def missing_persona(journey: Journey, setting: Setting) -> Findings:
    """The journey is nobody's.

    A curve without somebody who feels it is the company's opinion. Two kinds of customer feel the same step
    differently, and a map of their average is true of neither.

    Bad:
        cjm: 1
        title: Reporting a broken street light
        objective: Fixed within five working days
        stages: [{name: Noticing}, {name: Reporting}, {name: Waiting}]

    Good:
        cjm: 1
        title: Reporting a broken street light
        persona: Neighbour who walks home at night
        objective: Fixed within five working days
        stages: [{name: Noticing}, {name: Reporting}, {name: Waiting}]

    Source: Nielsen Norman Group, Journey Mapping 101; Stickdorn et al., This Is Service Design Doing (2018).
    """
    if not journey.persona and not journey.personas and "personas" not in setting.broken:
        yield at(
            journey,
            "persona",
            msg("the journey does not say whose it is"),
            msg("write who lives through it: `persona: …`"),
        )


@rule(INFO, agreed=WARNING)
def missing_start(journey: Journey, _: Setting) -> Findings:
    """Nothing says where the journey begins.

    Without a first fact everybody starts the journey elsewhere: marketing at the advertisement, sales at the offer, and
    the time that it takes cannot be measured. In a draft it is asked for once the end is written.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        scope: {ends_when: She buys a second pair}
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        scope: {starts_when: Her old pair breaks, ends_when: She buys a second pair}
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on the boundaries of the experience.
    """
    scope = journey.scope
    if not (scope and scope.starts_when) and (scope or journey.status == "agreed"):
        yield Finding(
            ("scope", "starts_when"),
            msg("the journey does not say where it begins"),
            msg("write the fact that begins it, under `scope`: `starts_when: …`"),
        )


@rule(INFO, agreed=WARNING)
def missing_end(journey: Journey, _: Setting) -> Findings:
    """Nothing says where the journey ends.

    A journey without an end grows with every meeting, and nobody can count who has completed it. `ends_at`, the
    touchpoint that completes it, is an answer too. In a draft it is asked for once the beginning is written.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        scope: {starts_when: Her old pair breaks}
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        scope: {starts_when: Her old pair breaks, ends_when: She buys a second pair}
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on the boundaries of the experience.
    """
    scope = journey.scope
    if not (scope and (scope.ends_when or scope.ends_at)) and (scope or journey.status == "agreed"):
        yield Finding(
            ("scope", "ends_when"),
            msg("the journey does not say where it ends"),
            msg("write the fact that ends it, under `scope`: `ends_when: …`"),
        )


@rule(INFO, agreed=WARNING)
def persona_without_needs(journey: Journey, _: Setting) -> Findings:
    """The main persona wants nothing.

    Age and a photograph do not say why somebody buys. Needs, goals and frustrations are what the stages are judged by;
    without them every stage looks fine. In a draft it is asked for once another persona has some.

    Bad:
        cjm: 1
        title: Buying shoes
        objective: Raise repeat purchases
        persona: Laura
        personas:
          - {name: Laura, summary: Buys on her phone}
          - {name: Pedro, needs: [Help with a size that is not his own]}
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]
        paths: [{name: Presents, persona: Pedro}]

    Good:
        cjm: 1
        title: Buying shoes
        objective: Raise repeat purchases
        persona: Laura
        personas:
          - {name: Laura, summary: Buys on her phone, needs: [The right size without trying it on]}
          - {name: Pedro, needs: [Help with a size that is not his own]}
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]
        paths: [{name: Presents, persona: Pedro}]

    Source: Cooper, The Inmates Are Running the Asylum (1999), on goals; Kalbach, Mapping Experiences (2nd ed., 2020).
    """
    main = journey.main_persona
    persona = next((each for each in journey.known_personas if each.id == main), None)
    if persona is None or _wants(persona):
        return
    if journey.status == "agreed" or any(_wants(each) for each in journey.personas):
        message = msg("the persona `{name}` has no needs, goals or frustrations", name=persona.name)
        hint = msg("write what she must have, below her name: `needs: […]`")
        own = any(persona is each for each in journey.personas)
        yield at(persona, "needs", message, hint) if own else at(journey, "persona", message, hint)


@rule(WARNING, fewest_stages=3)
def too_few_stages(journey: Journey, setting: Setting) -> Findings:
    """The journey has so few stages that it is a moment rather than a journey.

    What happens before and after is where customers are won and lost, and it is what a company sees least of.

    Bad:
        cjm: 1
        title: Buying bread
        persona: Neighbour from the third floor
        objective: She comes on weekdays too
        stages: [{name: Choosing}, {name: Paying}]

    Good:
        cjm: 1
        title: Buying bread
        persona: Neighbour from the third floor
        objective: She comes on weekdays too
        stages: [{name: Smelling it in the street}, {name: Choosing}, {name: Paying}, {name: Breakfast}]

    Options:
        fewest_stages: the fewest stages a journey may have

    Source: Richardson, Using Customer Journey Maps to Improve Customer Experience (HBR, 2010).
    """
    fewest = setting.number("fewest_stages")
    if not setting.whole and journey.status != "agreed":  # who cannot write a stage yet is not asked for more of them
        return
    if len(journey.stages) < fewest and "stages" not in setting.broken:
        yield at(
            journey,
            "stages",
            counted(
                "{count} stage, fewer than {fewest}",
                "{count} stages, fewer than {fewest}",
                len(journey.stages),
                fewest=int(fewest),
            ),
            msg("add what the customer does before and after"),
            on_key=True,
        )


@rule(WARNING, stages=9)
def too_many_stages(journey: Journey, setting: Setting) -> Findings:
    """The journey has more stages than people can hold in their heads.

    A ribbon of more than nine stages is read by nobody from end to end, and usually holds two journeys.

    Bad:
        cjm: 1
        title: Moving house
        persona: Laura
        objective: Fewer calls in the first month
        stages: [{name: Dreaming}, {name: Looking}, {name: Choosing}, {name: Signing}, {name: Sorting}, {name: Packing},
                 {name: Loading}, {name: Driving}, {name: Unloading}, {name: Unpacking}]

    Good:
        cjm: 1
        title: Moving house
        persona: Laura
        objective: Fewer calls in the first month
        stages: [{name: Deciding}, {name: Packing}, {name: Arriving}]

    Options:
        stages: the most stages a journey may have

    Source: Miller, The Magical Number Seven (1956); Kalbach, Mapping Experiences (2nd ed., 2020).
    """
    most = setting.number("stages")
    if len(journey.stages) > most:
        yield at(
            journey,
            "stages",
            counted(
                "{count} stage, more than {most}",
                "{count} stages, more than {most}",
                len(journey.stages),
                most=int(most),
            ),
            msg("join some, or show a part of it in a journey of its own with `details`"),
            on_key=True,
        )


@rule(WARNING, touchpoints_per_stage=8)
def too_many_touchpoints(journey: Journey, setting: Setting) -> Findings:
    """A stage has more touchpoints than can be told apart on the map.

    Cards shrink until nobody reads them, and the touchpoint that matters is hidden among those that do not.

    Bad:
        cjm: 1
        title: Moving house
        persona: Laura
        objective: Fewer calls in the first month
        stages:
          - name: Deciding
          - name: Packing
            touchpoints:
              - {name: Offer, channel: web}
              - {name: Visit, channel: person}
              - {name: Contract, channel: email}
              - {name: Boxes, channel: person}
              - {name: Parking permit, channel: web}
              - {name: Deposit, channel: web}
              - {name: Reminder, channel: email}
              - {name: Change of date, channel: phone}
              - {name: Last call, channel: phone}
          - name: Arriving

    Good:
        cjm: 1
        title: Moving house
        persona: Laura
        objective: Fewer calls in the first month
        stages:
          - name: Deciding
          - name: Packing
            touchpoints:
              - {name: Contract, channel: email}
              - {name: Boxes, channel: person}
          - name: Arriving

    Options:
        touchpoints_per_stage: the most touchpoints a stage may have

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on levels of detail.
    """
    most = setting.number("touchpoints_per_stage")
    for stage in journey.stages:
        if len(stage.touchpoints) > most:
            yield at(
                stage,
                "touchpoints",
                counted(
                    "`{name}` has {count} touchpoint, more than {most}",
                    "`{name}` has {count} touchpoints, more than {most}",
                    len(stage.touchpoints),
                    name=stage.name,
                    most=int(most),
                ),
                msg("keep those that matter, and show the others closer in a journey of its own with `details`"),
                on_key=True,
            )


@rule(INFO)
def future_without_current(journey: Journey, _: Setting) -> Findings:
    """A future journey does not say which current one it replaces.

    What shall change can only be shown against what is. Where nothing like it exists yet, the state is `new`.

    Bad:
        cjm: 1
        title: Buying shoes, next year
        persona: Laura
        objective: Raise repeat purchases
        state: future
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes by video call
        persona: Laura
        objective: Raise repeat purchases
        state: new
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: Stickdorn et al., This Is Service Design Doing (2018), on current-state and future-state maps.
    """
    if journey.state == "future" and not journey.compares_to:
        yield at(
            journey,
            "state",
            msg("the journey is a future one, and does not say which current one it replaces"),
            msg("write `compares_to: …` with that journey's id, or `state: new` if there is none"),
        )


@rule(INFO, agreed=WARNING)
def single_area(journey: Journey, _: Setting) -> Findings:
    """No more than one area of the company took part in the map.

    A journey runs through the whole company. What one area draws alone, the others do not recognise, and they will not
    work on it. In a draft it is asked for once a participant is written.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        owner: Marketing
        participants: [Marketing]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        owner: Marketing
        participants: [Marketing, Logistics, Customer care]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: Rawson, Duncan and Jones, The Truth About Customer Experience (HBR, 2013).
    """
    areas = tuple(dict.fromkeys(journey.participants))
    if areas:
        message = msg("only `{area}` took part in the map", area=areas[0])
    else:
        message = msg("the journey does not say who took part in the map")
    if len(areas) == 1 or (not areas and journey.status == "agreed"):
        yield at(
            journey,
            "participants",
            message,
            msg("go through it with the other areas that it touches, and write them: `participants: […]`"),
        )


@rule(INFO, agreed=WARNING)
def missing_journey_owner(journey: Journey, _: Setting) -> Findings:
    """No team keeps the journey true.

    Touchpoints have owners in every company, and journeys have none: when the website changes, nobody changes the map.
    In a draft it is asked for once a team is named anywhere.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        participants: [Marketing, Logistics]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        owner: Marketing
        participants: [Marketing, Logistics]
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: Rawson, Duncan and Jones, The Truth About Customer Experience (HBR, 2013).
    """
    if not journey.owner and (journey.status == "agreed" or next(iter(uses.teams(journey)), None)):
        yield at(
            journey, "owner", msg("the journey has no owner"), msg("write the team that keeps it true: `owner: …`")
        )


def _wants(persona: Persona) -> bool:
    return bool(persona.needs or persona.goals or persona.frustrations)


RULES: tuple[Rule, ...] = (
    missing_objective,
    objective_without_target,
    missing_persona,
    missing_start,
    missing_end,
    persona_without_needs,
    too_few_stages,
    too_many_stages,
    too_many_touchpoints,
    future_without_current,
    single_area,
    missing_journey_owner,
)
