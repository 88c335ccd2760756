"""Is this one journey, of someone, for something?"""

from cjm.checks.registry import ERROR, INFO, WARNING, Findings, Rule, Setting, at, rule
from cjm.diagnostics import counted, msg
from cjm.model import Journey


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

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), ch. 5.
    """
    if journey.objective is None:
        yield at(journey, "objective", msg("the journey has no business objective"),
                 msg("write what the company wants from it: `objective: …`"))


@rule(WARNING, stages=9)
def too_many_stages(journey: Journey, setting: Setting) -> Findings:
    """The journey has more stages than people can hold in their heads.

    A ribbon of more than nine stages is read by nobody from end to end, and usually holds two journeys.

    Bad:
        cjm: 1
        title: Moving house
        persona: Laura
        objective: Fewer calls in the first month
        stages: [{name: A}, {name: B}, {name: C}, {name: D}, {name: E}, {name: F}, {name: G}, {name: H}, {name: I}, {name: J}]

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
        yield at(journey, "stages", counted("{count} stage, more than {most}", "{count} stages, more than {most}",
                                            len(journey.stages), most=int(most)),
                 msg("join some, or show a part of it in a journey of its own with `details`"), on_key=True)


RULES: tuple[Rule, ...] = (missing_objective, too_many_stages)
